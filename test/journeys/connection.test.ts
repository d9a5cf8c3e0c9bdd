import { describe, expect } from 'vitest';
import { journey, type League, soon } from './league.ts';

describe('a tap', () => {
  journey('made while the connection is gone waits, and is sent once when it is back', async ({ league }) => {
    const { host: juno, ana } = (await league.raceNight('host', 'ana')).panels;
    await ana.join();
    await juno.press('Start the race');
    await ana.placeButton('3rd').waitFor();
    await ana.toggleNetwork();
    await ana.tap('3rd');
    await ana.sees("Not sent yet. It goes when you're back.");
    await ana.sees('Not connected.');

    await ana.toggleNetwork();
    await ana.sees('Saved: 3rd. 10 pts once final. 1 of 3 in.');
    await ana.seesNoMore("Not sent yet. It goes when you're back.");
    await juno.sees('1 of 3 in');
    await soon(() => reportsOf(league, 'Ana')).toEqual(['Ana reported 3rd in Race 6.']);
  });

  journey('that was not sent survives a reload, and is sent once', async ({ league }) => {
    const { host: juno, ana } = (await league.raceNight('host', 'ana')).panels;
    await ana.join();
    await juno.press('Start the race');
    await ana.placeButton('2nd').waitFor();
    await ana.toggleNetwork();
    await ana.tap('2nd');
    await ana.sees("Not sent yet. It goes when you're back.");

    await ana.reload();
    await ana.inside.getByRole('heading', { name: 'Standings' }).waitFor({ state: 'detached' });
    await ana.toggleNetwork();
    await ana.reload();
    await ana.sees('Saved: 2nd. 12 pts once final. 1 of 3 in.');
    await soon(() => reportsOf(league, 'Ana')).toEqual(['Ana reported 2nd in Race 6.']);
    expect(await ana.inside.getByText('Not sent yet.').count()).toBe(0);
  });
});

describe('a server that is killed in the middle of a race', () => {
  journey('comes back with everything it acknowledged, and the Sheet gets it once', async ({ league }) => {
    const { ana, robin, host: juno } = (await league.raceNight('host', 'ana', 'robin')).panels;
    await ana.join();
    await juno.press('Start the race');
    await ana.tap('1st');
    await ana.sees('Saved: 1st.');
    await league.program.kill();

    await robin.tap('2nd');
    await robin.sees("Not sent yet. It goes when you're back.");
    await league.program.restart();

    await robin.sees('Saved: 2nd. 12 pts once final. 2 of 3 in.');
    await ana.sees('2 of 3 in');
    await soon(() => league.sheet.results('Race 6')).toEqual(['Robin 2', 'Kiki 🌻', 'Ana 1']);
    await soon(() => reportsOf(league, 'Robin')).toEqual(['Robin reported 2nd in Race 6.']);
    expect(await reportsOf(league, 'Ana')).toEqual(['Ana reported 1st in Race 6.']);
  });
});

/** What the Log says that somebody reported in Race 6. */
async function reportsOf({ sheet }: League, racer: string): Promise<string[]> {
  const said = (await sheet.rows('Log')).map((row) => row[2] ?? '');
  return said.filter((what) => what.startsWith(`${racer} reported`) && what.endsWith('Race 6.'));
}
