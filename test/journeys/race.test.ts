import { describe } from 'vitest';
import { journey, soon } from './league.ts';

describe('a race', () => {
  journey('goes from joining to final while a spectator watches the standings move', async ({ league }) => {
    const { panels } = await league.raceNight('host', 'ana', 'robin', 'kiki', 'spectator');
    const { host: juno, ana, robin, kiki, spectator: noor } = panels;
    await league.sheet.set('Objection seconds', 2);
    await soon(async () => (await noor.standings()).slice(0, 4)).toEqual([
      '1 Ana 62',
      '2 Robin 54',
      '3 Priya 52',
      '4 Kiki 🌻 49',
    ]);

    await ana.join();
    await juno.press('Join the race');
    await noor.sees('4 free places');
    await juno.press('Start the race');
    await kiki.tap('1st');
    await kiki.sees('Saved: 1st. 15 pts once final. 1 of 4 in.');
    await robin.tap('2nd');
    await robin.sees('Saved: 2nd. 12 pts once final. 2 of 4 in.');
    await ana.tap('3rd');
    await noor.sees('3 of 4 in');
    await juno.tap('4th');

    await noor.sees('Final in 0:0');
    await soon(noor.standings).toEqual([
      '1 Ana 72',
      '2 Robin 66',
      '3 Kiki 🌻 64',
      '4 Priya 52',
      '5 Zoë 40',
      '6 Teo 40',
      '7 sam 31',
      '8 Bartholomew Featherstonehaugh 28',
      '9 Juno 9',
    ]);
    await soon(() => league.sheet.results('Race 6')).toEqual(['Robin 2', 'Kiki 🌻 1', 'Ana 3', 'Juno 4']);
    const race = async () => (await league.sheet.rows('Races')).find(([name]) => name === 'Race 6')?.[3];
    await soon(race).toBe('Final');
  });

  journey(
    'asks just the two who say the same, and is final by itself once one of them changes it',
    async ({ league }) => {
      const { panels } = await league.raceNight('host', 'ana', 'robin', 'kiki');
      const { host: juno, ana, robin, kiki } = panels;
      await league.sheet.set('Objection seconds', 2);
      await ana.join();
      await juno.press('Start the race');
      await ana.tap('1st');
      await robin.tap('2nd');
      await robin.sees('Saved: 2nd.');
      await kiki.tap('2nd');

      await robin.sees('You and Kiki 🌻 both say 2nd. What did your result screen show?');
      await kiki.sees('You and Robin both say 2nd. What did your result screen show?');
      await ana.sees("Robin and Kiki 🌻 both say 2nd. They're sorting it out.");

      await kiki.tap('3rd');
      await ana.sees('Result');
      await soon(ana.roster).toEqual(['Ana 1st', 'Robin 2nd', 'Kiki 🌻 3rd']);
      await soon(() => league.sheet.results('Race 6')).toEqual(['Robin 2', 'Kiki 🌻 3', 'Ana 1']);
    },
  );

  journey('waits when somebody says that it is wrong, and goes on once a place is changed', async ({ league }) => {
    const { host: juno, robin, kiki } = (await league.raceNight('host', 'robin', 'kiki')).panels;
    await juno.press('Start the race');
    await robin.tap('1st');
    await kiki.tap('2nd');
    await juno.sees('Final in 0:');

    await robin.press("That's wrong");
    await kiki.sees("Robin says that's wrong. Change a place, or a host decides.");
    await kiki.seesNoMore('Final in');

    await robin.tap('DNF');
    await kiki.tap('1st');
    await juno.sees('Final in 0:');
    await juno.seesNoMore("Robin says that's wrong.");
  });
});
