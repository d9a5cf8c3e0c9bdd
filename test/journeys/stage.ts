/** The stage as a person sees it: panels, and the Sheet beside them, found by role and name. */
import type { FrameLocator, Locator, Page } from 'playwright-core';
import { people } from '../../server/sandbox/people.ts';

const stageUrl = 'http://localhost:3333';

/** A key of the sandbox's people: 'host' is Juno, 'spectator' is Noor. */
export type Person = string;

export interface Stage<P extends Person> {
  readonly page: Page;
  readonly panels: Readonly<Record<P, Panel>>;
  /** The Sheet's page beside the panels. */
  readonly sheet: FrameLocator;
}

/** Opens the stage at that Discord server with a panel for each of them, nobody signed in yet. */
export async function openStage<P extends Person>(
  page: Page,
  { server }: { server: 'club' | 'moonlight' },
  ...persons: P[]
): Promise<Stage<P>> {
  await page.goto(`${stageUrl}/?server=${server}&panels=${persons.join()}`);
  const panels = Object.fromEntries(persons.map((person) => [person, panelOf(page, person)])) as Record<P, Panel>;
  return { page, panels, sheet: page.getByTitle('The league’s Sheet').contentFrame() };
}

export type Panel = ReturnType<typeof panelOf>;

function panelOf(page: Page, person: Person) {
  const name = nameOf(person);
  const window = page.getByRole('region', { name: `${name}’s Discord` });
  const inside = page.getByTitle(`${name}’s panel`).contentFrame();
  const button = (label: string | RegExp) => inside.getByRole('button', { name: label, exact: true });
  const placeButton = (place: string) => inside.getByRole('button', { name: new RegExp(`^${place}(,|$)`) });
  const alert = inside.getByRole('alert');

  return {
    window,
    inside,
    button,
    placeButton,

    /** Says yes to Discord's question, and waits for the league. */
    async signIn(): Promise<void> {
      await window.getByRole('button', { name: 'Authorize' }).click();
      await inside.getByRole('heading', { name: 'Standings' }).waitFor();
    },
    async join(): Promise<void> {
      await button('Join the race').click();
      await inside.getByText("You're in.").first().waitFor();
    },
    refuse: () => window.getByRole('button', { name: 'Refuse' }).click(),
    press: (label: string) => button(label).click(),
    /** Taps a place: `1st`, `DNF`. */
    tap: (place: string) => placeButton(place).click(),
    /** Waits until a text is on the screen. */
    sees: (text: string | RegExp) => inside.getByText(text).filter({ visible: true }).first().waitFor(),
    seesNoMore: (text: string | RegExp) =>
      inside.getByText(text).filter({ visible: true }).first().waitFor({ state: 'hidden' }),
    /** Waits until the alert says this. */
    isTold: (text: string | RegExp) => alert.filter({ hasText: text }).waitFor(),
    typeName: (text: string) => inside.getByLabel('Your name in the game').fill(text),

    /** As a host: opens the places for setting. */
    async setPlace(racer: string, place: string): Promise<void> {
      await inside.getByLabel(`Place of ${racer}`).selectOption({ label: place });
      await inside.locator(`[aria-label="Place of ${racer}"][aria-busy=false]`).waitFor();
    },

    /** As a host: opens the desk at one of its parts. */
    async openDesk(part: string): Promise<void> {
      await button(/^Hosts' desk/).click();
      await button(new RegExp(`^${part}`)).click();
    },
    /** A part of the screen by its name, as `Plan a season`. */
    part: (name: string) => inside.getByRole('region', { name, exact: true }),
    /** Chooses from a list. */
    pick: (list: string, choice: string) =>
      inside.getByRole('combobox', { name: list, exact: true }).selectOption({ label: choice }),
    fill: (field: string, text: string) => inside.getByLabel(field).fill(text),
    /** What the preview says, once it's there. */
    async preview(): Promise<string[]> {
      await inside.getByRole('heading', { name: 'This is what it changes' }).waitFor();
      return inside.locator('.effects li').allInnerTexts();
    },

    /** The standings as `1 Ana 62`. */
    async standings(): Promise<string[]> {
      const rows = await inside.getByRole('region', { name: 'Standings' }).locator('tbody tr').all();
      return Promise.all(
        rows.map(async (row) => {
          const cells = await row.locator('td, th .name').allInnerTexts();
          return [cells[0], cells[1], cells.at(-1)].map((text) => text?.trim()).join(' ');
        }),
      );
    },

    /** Who holds what in the race on the screen, as `Ana 3rd`. */
    roster: () => rosterIn(inside.getByRole('list', { name: 'Who is in' })),

    reload: () => window.getByRole('button', { name: 'Reload', exact: true }).click(),
    /** Cuts this person's network, or brings it back. */
    toggleNetwork: () => window.getByRole('button', { name: 'Offline', exact: true }).click(),
    /** Chooses in the panel's menu: `Phone`, `Picture in picture`. */
    async choose(option: string): Promise<void> {
      await window.locator('summary').click();
      await window.getByLabel(option).check();
      await page.keyboard.press('Escape');
    },
  };
}

async function rosterIn(list: Locator): Promise<string[]> {
  const rows = await list.getByRole('listitem').all();
  return Promise.all(
    rows.map(async (row) => {
      const [name, held] = await Promise.all([
        row.locator('bdi').innerText(),
        row.locator('.held b, .held.none, option:checked').innerText(),
      ]);
      return `${name} ${held}`;
    }),
  );
}

/** The name people see in the guild. */
function nameOf(person: Person): string {
  const found = people.find(({ key }) => key === person);
  if (!found) throw new Error(`Nobody in the sandbox has the key ${person}.`);
  return found.nick ?? found.globalName ?? found.username;
}
