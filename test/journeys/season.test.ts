import { describe, expect } from 'vitest';
import { journey, soon } from './league.ts';

describe('a season', () => {
  journey('goes from planning to its champion, with a protest, and is corrected afterwards', async ({ league }) => {
    const { panels } = await league.raceNight('host', 'ana', 'robin');
    const { host: juno, ana, robin } = panels;
    await league.sheet.set('Objection seconds', 2);

    // The next season is planned, and opens as the one before it closes.
    await juno.openDesk('Seasons');
    const planning = juno.part('Plan a season');
    await planning.getByLabel('Name').fill('Autumn Cup');
    await planning.getByLabel('Drop worst').fill('0');
    await planning.getByRole('button', { name: 'Plan it' }).click();
    await juno.part('Autumn Cup').waitFor();
    await juno.press('Close Season 1');
    await juno.sees('Could not close Season 1: Race 6 isn');
    await juno.press('Race night');
    await juno.press('Void the race');
    await juno.fill('The race will count for nothing. Why?', 'The autumn begins');
    await juno.press('Void it');
    await juno.sees("This race doesn't count.");
    await juno.openDesk('Seasons');
    await juno.press('Close Season 1');
    await juno.sees('Champion: Ana with 62 pts.');
    await juno.fill('Open this season next', 'Autumn Cup');
    expect(await juno.preview()).toContain("Ana is Season 1's champion.");
    await juno.press('Close the season');
    await ana.sees('No race is final yet.');

    // A race of it becomes final by itself, and Robin says that it's wrong.
    await juno.press('Race night');
    await juno.press('Open a race');
    await ana.join();
    await robin.join();
    await juno.press('Start the race');
    await ana.tap('1st');
    await robin.tap('2nd');
    await soon(robin.standings).toEqual(['1 Ana 15', '2 Robin 12']);
    await robin.press('This is wrong');
    await robin.fill('What is wrong?', 'I crossed the line first.');
    await robin.press('Tell the hosts');
    await robin.sees('You said: “I crossed the line first.” A host looks at it.');

    // A host looks at what correcting it changes, and does it.
    await juno.openDesk('To decide');
    await juno.sees('Robin says: “I crossed the line first.”');
    await juno.press('Correct the result');
    await juno.pick('Place of Robin', '1st');
    await juno.sees('would both hold 1st in Race 7');
    await juno.pick('Place of Ana', '2nd');
    await soon(juno.preview).toEqual([
      'Robin 12 → 15 pts, 2nd → 1st, wins 0 → 1.',
      'Ana 15 → 12 pts, 1st → 2nd, wins 1 → 0.',
      '🏆 of Race 7 goes from Ana to Robin.',
      '🥈 of Race 7 goes from Robin to Ana.',
    ]);
    await juno.press('Apply the correction');
    await soon(robin.standings).toEqual(['1 Robin 15', '2 Ana 12']);
    await robin.sees('A host corrected the result.');

    // Robin is its champion.
    await juno.openDesk('Seasons');
    await juno.press('Close Autumn Cup');
    await juno.sees('Champion: Robin with 15 pts.');
    await juno.press('Close the season');
    await ana.sees('No season is open. This is how Autumn Cup ended.');
    await soon(ana.standings).toEqual(['1 Robin 15', '2 Ana 12']);

    // Long after, a correction moves the champion, and is taken back again.
    await juno.openDesk('Results');
    await juno.pick('Season', 'Autumn Cup');
    await juno.pick('Race', 'Race 7 · Night 1');
    await juno.pick('Place of Robin', 'DSQ');
    await soon(juno.preview).toContain("Autumn Cup's champion changes: Ana instead of Robin.");
    await juno.press('Apply the correction');
    await soon(ana.standings).toEqual(['1 Ana 12', '2 Robin 0']);
    await soon(async () => (await league.sheet.rows('Log')).flat().join()).toContain('Ana instead of Robin');
    await juno.part('Corrections').getByRole('button', { name: /^Undo/ }).first().click();
    await soon(juno.preview).toContain("Autumn Cup's champion changes: Robin instead of Ana.");
    await juno.press('Take it back');
    await soon(ana.standings).toEqual(['1 Robin 15', '2 Ana 12']);

    // What it all comes to.
    await ana.press('Robin');
    await ana.sees('Why is Robin 1st?');
    await ana.sees('Robin was ahead in 2 and Ana in 4 of 6 races.');
    await soon(() => ana.part('Trophies').getByRole('listitem').allInnerTexts()).toContainEqual(
      expect.stringMatching(/Autumn Cup\s+The season/),
    );
  });
});
