import { describe, expect } from 'vitest';
import { journey, soon } from './league.ts';

describe('money', () => {
  journey('is kept from a paid race to the champion’s check, and through corrections', async ({ league }) => {
    const { panels } = await league.raceNight('host', 'ana', 'robin');
    const { host: juno, ana, robin } = panels;
    await league.sheet.set('Objection seconds', 2);
    /** What a racer's own wallet says, as text. */
    const wallet = (panel: typeof ana) => soon(async () => panel.part('My wallet').innerText());

    // Off, there is one sentence about it, and nothing else.
    await juno.openDesk('Money');
    await juno.sees('paid entries are regulated in places');
    await ana.press('Me');
    await ana.sees('Career');
    expect(await ana.part('My wallet').count()).toBe(0);

    // On, the season gets a grand prize.
    await league.sheet.set('Money', 'On');
    await juno.sees('Nobody has or owes anything.');
    await juno.openDesk('Seasons');
    await juno.press('Change Season 1');
    const season = juno.part('Season 1');
    await season.getByLabel('Grand prize').fill('lots');
    await juno.sees('That is no amount. Write it like 2.50, from zero up.');
    await season.getByLabel('Grand prize').fill('20');
    await season.getByLabel('Commission').fill('120');
    await juno.isTold('percent');
    await season.getByLabel('Commission').fill('10');
    await juno.press('Save');
    await juno.sees('Season 1 was changed.');

    // A race says what it costs before anybody joins, and what is in its pot.
    await juno.press('Race night');
    await juno.press('Void the race');
    await juno.fill('The race will count for nothing. Why?', 'The next one is paid');
    await juno.press('Void it');
    await juno.sees("This race doesn't count.");
    await juno.fill('Entry fee', '1');
    await juno.press('Open a race');
    await ana.press('Race night');
    await ana.sees('Entry €1.00. It is booked when the race starts');
    await ana.join();
    await robin.join();
    await robin.sees('Pot €2.00: 50/30/20, after 10 % for the league');
    await juno.press('Start the race');
    await ana.press('Me');
    await wallet(ana).toContain('-€1.00');
    await ana.press('Race night');
    await ana.tap('1st');
    await robin.tap('2nd');
    await robin.sees('+€0.54');
    await ana.press('Me');
    await wallet(ana).toContain('-€0.10');
    await robin.press('Me');
    await wallet(robin).toContain('-€0.46');
    expect(await robin.part('My wallet').innerText()).not.toContain('Prize for 1st');

    // A correction says first what it does to money, and does it by reversals.
    await juno.openDesk('Results');
    await juno.pick('Race', 'Race 7 · Night 2');
    await juno.pick('Place of Ana', '2nd');
    await juno.pick('Place of Robin', '1st');
    await soon(juno.preview).toContainEqual(expect.stringMatching(/^Money: .*Ana −€0\.36/));
    await juno.press('Apply the correction');
    await wallet(ana).toContain('-€0.46');
    await wallet(robin).toContain('-€0.10');
    await wallet(ana).toContain('Correction: prize, now for 2nd');

    // A host notes what changed hands; nothing leaves that isn't there.
    await juno.openDesk('Money');
    await juno.sees('Ana → the pot');
    await juno.pick('Who', 'Ana');
    await juno.fill('Amount', '5');
    await soon(juno.preview).toEqual(['Money: Ana +€5.00.']);
    await juno.press('Note it');
    await wallet(ana).toContain('€4.54');
    await juno.pick('What happened', 'Somebody was paid out');
    await juno.pick('Who', 'Ana');
    await juno.fill('Amount', '50');
    await juno.sees('€4.54');
    await juno.inside.getByRole('alert').filter({ hasText: '€50.00' }).waitFor();

    // Closing shows the check, before and afterwards.
    await juno.openDesk('Seasons');
    await juno.press('Close Season 1');
    await juno.sees('€20.36');
    await juno.sees(/presented by .* to Ana/);
    await juno.press('Close the season');
    await ana.press('Race night');
    await ana.pick('Which standings', 'Season 1 (won by Ana)');
    await ana.sees('€20.36');
    await ana.sees('€20.90 won');
    await ana.press('Me');
    await wallet(ana).toContain('€24.90');

    // Long after, a correction is taken back, and the money with it.
    await juno.openDesk('Results');
    await juno
      .part('Corrections')
      .getByRole('button', { name: /^Undo: .*Race 7/ })
      .first()
      .click();
    await soon(juno.preview).toContainEqual(expect.stringMatching(/^Money: .*Ana \+€0\.36/));
    await juno.press('Take it back');
    await wallet(ana).toContain('€25.26');
    await wallet(robin).toContain('-€0.46');

    // The book in the Sheet says the same, to the cent.
    await soon(async () => {
      const [header = [], ...rows] = await league.sheet.rows('Ledger');
      const [from, to, amount] = ['From', 'To', 'Amount'].map((name) => header.indexOf(name));
      const cents = (row: readonly string[]) =>
        Math.round(Number(String(row[amount ?? 0]).replace(/[^\d.]/g, '')) * 100);
      return rows.reduce(
        (sum, row) => sum + (row[to ?? 0] === 'Ana' ? cents(row) : 0) - (row[from ?? 0] === 'Ana' ? cents(row) : 0),
        0,
      );
    }).toBe(2_526);
  });
});
