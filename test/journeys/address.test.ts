import { expect, test } from 'vitest';
import { channelOn } from './channel.ts';
import { openLeague, soon } from './league.ts';

// The address that `npm start` prints. A stage that already runs there makes this fail, in the program's own words.
test('the stage at http://localhost:3333: what it says to try works as it is written', async ({ onTestFinished }) => {
  const { league, close } = await openLeague({ detour: false, ports: { stage: 3333 } });
  onTestFinished(close);
  const { page, panels, sheet } = await league.raceNight('host', 'ana');
  const { host: juno, ana } = panels;

  expect(await page.getByRole('region', { name: 'Try this' }).getByRole('listitem').allInnerTexts()).toEqual([
    'As Ana, join the race; none there? As Juno, open one.',
    'Start it as Juno.',
    'Tap Ana’s place; set the others’ as Juno.',
    'In the channel, type /result.',
    'In the Sheet, make a Position DNF.',
  ]);

  await ana.join();
  await juno.press('Start the race');
  await ana.tap('3rd');
  await juno.press('Set places');
  await juno.setPlace('Robin', '1st');
  await juno.setPlace('Kiki 🌻', '2nd');
  const chat = channelOn(page);
  await chat.command('ana', 'result', { position: '3rd' });
  await chat.sees('Recorded! You finished #3');
  await ana.sees('Final in 0:');

  await sheet.getByRole('tab', { name: 'Results', selected: true }).waitFor();
  await sheet.getByRole('gridcell', { name: 'C2 2', exact: true }).click();
  await page.keyboard.type('DNF');
  await page.keyboard.press('Enter');
  for (const panel of [juno, ana]) {
    await soon(async () => (await panel.standings()).find((line) => line.includes('Ana'))).toBe('3 Ana 51');
  }
});
