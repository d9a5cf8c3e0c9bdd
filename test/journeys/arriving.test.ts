import type { FrameLocator, Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { journey } from './league.ts';

describe('somebody who arrives', () => {
  journey('may say no to Discord, is told so plainly, and can be asked again', async ({ league }) => {
    const { ana } = (await league.doorstep('ana')).panels;
    await ana.refuse();
    await ana.isTold('You are not signed in, because Discord was told not to allow it.');
    await ana.isTold('To race or to see the standings here, allow it when Discord asks.');
    await ana.press('Ask me again');
    await ana.signIn();
    await ana.join();
  });

  journey('for the first time is asked for a name, which nobody else may have', async ({ league }) => {
    const { spectator: noor } = (await league.raceNight('spectator')).panels;
    expect(await noor.inside.getByLabel('Your name in the game').inputValue()).toBe('Noor');
    await noor.typeName('  ana ');
    await noor.press('Join the race');
    await noor.isTold('Somebody here is already called ana. Choose another in-game name.');
    await noor.typeName('Noor the Fast');
    await noor.press('Join the race');
    await noor.sees("You're in. A host starts the race.");
    await noor.sees('Noor the Fast');
    expect(await noor.inside.getByRole('alert').innerText()).toBe('');
  });

  journey('without a mouse can join and report', async ({ league }) => {
    const { host: juno } = (await league.raceNight('host')).panels;
    const { page, panels } = await league.doorstep('ana');
    const { ana } = panels;
    await ana.window.getByRole('button', { name: 'Authorize' }).waitFor();
    await tabTo(page, page, 'Authorize');
    await page.keyboard.press('Enter');
    await ana.button('Join the race').waitFor();
    await tabTo(page, ana.inside, 'Join the race');
    await page.keyboard.press('Enter');
    await ana.sees("You're in. A host starts the race.");
    await juno.press('Start the race');
    await ana.placeButton('2nd').waitFor();
    await tabTo(page, ana.inside, '2nd');
    await page.keyboard.press('Space');
    await ana.sees('Saved: 2nd. 12 pts once final. 1 of 3 in.');
  });
});

describe('a small screen', () => {
  journey('of a phone shows the places to tap without scrolling', async ({ league }) => {
    const { host: juno, ana } = (await league.raceNight('host', 'ana')).panels;
    await ana.choose('Phone');
    await ana.join();
    await juno.press('Start the race');
    await ana.tap('3rd');
    await ana.sees('Saved: 3rd.');
    expect(await shown(ana.inside)).toEqual({ width: 390, height: 844, wider: false });
    for (const place of ['1st', '2nd', '3rd', 'DNF']) {
      const { top, bottom } = await ana.placeButton(place).evaluate((it) => it.getBoundingClientRect().toJSON());
      expect(top).toBeGreaterThan(0);
      expect(bottom).toBeLessThan(844);
    }
  });

  journey('in a corner of the screen shows how the race stands and the own place', async ({ league }) => {
    const { host: juno, ana } = (await league.raceNight('host', 'ana')).panels;
    await ana.join();
    await juno.press('Start the race');
    await ana.tap('3rd');
    await ana.sees('Saved: 3rd.');
    await ana.choose('Picture in picture');
    await ana.sees('Race 6 · Results coming in');
    await ana.sees('You: 3rd');
    await ana.sees('1st in the standings, 62 pts');
    expect(await shown(ana.inside)).toEqual({ width: 320, height: 180, wider: false });
    const lowest = await ana.inside
      .getByText('1st in the standings')
      .evaluate((it) => it.getBoundingClientRect().bottom);
    expect(lowest).toBeLessThan(180);
  });
});

/** Presses Tab until the focus is on a button, as somebody without a mouse does. */
async function tabTo(page: Page, within: Page | FrameLocator, label: string): Promise<void> {
  const target = within.getByRole('button', { name: new RegExp(`^${label}(,|$)`) }).and(within.locator(':focus'));
  for (let presses = 0; presses < 60 && (await target.count()) === 0; presses++) await page.keyboard.press('Tab');
  expect(await target.count(), `the focus never came to “${label}”`).toBe(1);
}

/** The size of a panel's window, and whether it is to be scrolled sideways. */
function shown(inside: FrameLocator) {
  return inside.locator('html').evaluate((html) => ({
    width: innerWidth,
    height: innerHeight,
    wider: html.scrollWidth > html.clientWidth,
  }));
}
