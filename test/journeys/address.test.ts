import { expect, test } from 'vitest';
import { openLeague, soon } from './league.ts';

// The address that `npm start` prints. A stage that already runs there makes this fail, in the program's own words.
test('the stage at http://localhost:3333: what it says to try works as it is written', async ({ onTestFinished }) => {
  const { league, close } = await openLeague({ detour: false, ports: { stage: 3333 } });
  onTestFinished(close);
  const { page, panels, sheet } = await league.raceNight('host', 'ana');
  const { host: juno, ana } = panels;

  expect(await page.getByRole('region', { name: 'Try this' }).getByRole('listitem').allInnerTexts()).toEqual([
    'As Ana, join Race 6.',
    'As Juno, start it.',
    'Tap a place in Ana’s panel; as Juno, set places for Robin and Kiki.',
    'In the Sheet’s Results tab, change a Position to DNF; watch both panels.',
  ]);

  await ana.join();
  await juno.press('Start the race');
  await ana.tap('3rd');
  await juno.press('Set places');
  await juno.setPlace('Robin', '1st');
  await juno.setPlace('Kiki 🌻', '2nd');
  await ana.sees('Final in 0:');

  await sheet.getByRole('tab', { name: 'Results', selected: true }).waitFor();
  await sheet.getByRole('gridcell', { name: 'C2 2', exact: true }).click();
  await page.keyboard.type('DNF');
  await page.keyboard.press('Enter');
  for (const panel of [juno, ana]) {
    await soon(async () => (await panel.standings()).find((line) => line.includes('Ana'))).toBe('3 Ana 51');
  }
});
