import { describe, expect } from 'vitest';
import { journey, soon } from './league.ts';

describe('a host', () => {
  journey('lets a late racer in, who adds themselves', async ({ league }) => {
    const { host: juno, ana } = (await league.raceNight('host', 'ana')).panels;
    await juno.press('Start the race');
    await ana.inside.getByText('Raced but not on the list?').click();
    await ana.press('Add me');
    await juno.sees('joined late');
    await ana.tap('3rd');
    await ana.sees('Saved: 3rd. 10 pts once final. 1 of 3 in.');
    await soon(() => league.sheet.results('Race 6')).toEqual(['Robin', 'Kiki 🌻', 'Ana 3']);
  });

  journey('reports for others, closes without one, corrects a final race and opens the next', async ({ league }) => {
    const { host: juno, ana } = (await league.raceNight('host', 'ana')).panels;
    await ana.join();
    await juno.press('Start the race');
    await ana.tap('1st');
    await juno.press('Set places');
    await juno.setPlace('Robin', '2nd');

    await juno.press('Close the race');
    await juno.sees('Kiki 🌻 has no place and will be DNS (did not start). Make the result final now?');
    await juno.press('Yes, make it final');
    await soon(ana.roster).toEqual(['Ana 1st', 'Robin 2nd', 'Kiki 🌻 DNS']);
    await soon(async () => (await ana.standings()).slice(0, 2)).toEqual(['1 Ana 77', '2 Robin 66']);

    await juno.press('Correct or void it');
    await juno.pick('Place of Ana', 'DSQ');
    expect(await juno.preview()).toContain('🏆 of Race 6 is taken from Ana.');
    await juno.press('Apply the correction');
    await soon(async () => (await ana.standings()).slice(0, 2)).toEqual(['1 Robin 66', '2 Ana 62']);
    await soon(() => league.sheet.results('Race 6')).toEqual(['Robin 2', 'Kiki 🌻 DNS', 'Ana DSQ']);

    await juno.press('Race night');
    await juno.press('Next race, same racers');
    await ana.sees("You're in. A host starts the race.");
    await soon(() => league.sheet.results('Race 7')).toEqual(['Robin', 'Kiki 🌻', 'Ana']);
  });

  journey('takes the script for the Sheet, by hand where the frame keeps the clipboard', async ({ league }) => {
    const { host: juno, ana } = (await league.raceNight('host', 'ana')).panels;
    await juno.inside.getByText('Let the Sheet tell the league at once').click();
    await juno.sees("In the sandbox Google can't reach this computer.");
    await juno.press('Copy the script');
    const script = juno.inside.getByLabel('The script');
    await soon(() =>
      script.evaluate((it: HTMLTextAreaElement) => it.value.slice(it.selectionStart, it.selectionEnd)),
    ).toContain(`const SERVER = "http://localhost:${league.program.ports.panel}";`);
    await juno.inside.getByText('Let the Sheet tell the league at once').click();
    await script.waitFor({ state: 'detached' });
    expect(await ana.inside.getByText('Let the Sheet tell the league at once').count()).toBe(0);
  });

  journey('voids a race, and says why', async ({ league }) => {
    const { host: juno, ana } = (await league.raceNight('host', 'ana')).panels;
    await juno.press('Start the race');
    await ana.sees('Race on!');
    await juno.press('Void the race');
    await juno.inside.getByLabel('The race will count for nothing. Why?').fill('Wrong track');
    await juno.press('Void it');
    await ana.sees("This race doesn't count. A host voided it.");
    const log = async () => (await league.sheet.rows('Log')).map((row) => row[2]);
    await soon(log).toContain('Race 6 was voided: Wrong track');
    await soon(async () => (await ana.standings()).slice(0, 2)).toEqual(['1 Ana 62', '2 Robin 54']);
  });
});
