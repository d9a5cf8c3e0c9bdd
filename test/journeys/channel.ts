/** The channel on the stage as one of its people sees it: they type commands, press buttons and fill in forms. */
import type { Page } from 'playwright-core';
import type { Person } from './stage.ts';

export function channelOn(page: Page) {
  const pane = page.getByRole('region', { name: 'The channel' });
  const log = pane.getByRole('log');
  const field = (name: string) => pane.getByLabel(name, { exact: true });

  const self = {
    /** From now on it's them who look and type. */
    become: (person: Person) => field('As').selectOption(person),
    /** Types a command as that person, each option as it stands in its list, and sends it. */
    async command(person: Person, name: string, options: Record<string, string> = {}): Promise<void> {
      await self.become(person);
      const typing = pane.getByRole('combobox', { name: 'Command' });
      await typing.fill(`/${name}`);
      await pane
        .getByRole('listbox')
        .getByRole('option', { name: `/${name} ` })
        .click();
      for (const [option, value] of Object.entries(options)) {
        await field(option).fill(value);
        await pane.getByRole('listbox').getByRole('option', { name: value, exact: true }).click();
      }
      await pane.getByRole('button', { name: `Send /${name}`, exact: true }).click();
    },
    /** Presses a button of the newest message that has one. */
    press: (label: string) => log.getByRole('button', { name: label, exact: true }).last().click(),
    sees: (text: string | RegExp) => log.getByText(text).last().waitFor(),
    /** Breaks the bot's connection to Discord. */
    async dropTheBot(): Promise<void> {
      const menu = pane.locator('details', { hasText: 'Make trouble' });
      await menu.locator('summary').click();
      await menu.getByRole('button', { name: 'Drop its connection' }).click();
      await page.keyboard.press('Escape');
    },
  };
  return self;
}
