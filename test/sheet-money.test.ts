/** Money where it leaves the desk: in the Sheet, in a file, and when somebody is forgotten. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDesk } from '../server/desk.ts';
import { exported } from '../server/exchange/export-league.ts';
import { planLeague } from '../server/exchange/import-league.ts';
import { forget } from '../server/forget/forget.ts';
import { balances } from '../server/league/ledger.ts';
import { openSeason } from '../server/league/races.ts';
import { problemsOf } from '../server/problems.ts';
import { sheetLeague } from './sheet-league.ts';
import { member, smallLeague } from './small-league.ts';

let league: Awaited<ReturnType<typeof sheetLeague>>;
beforeEach(async () => {
  league = await sheetLeague();
  const money = league.grid('Settings').findIndex(([setting]) => setting === 'Money') + 1;
  league.type(`Settings!B${money}`, ['On']);
  await league.clock.advance(30_000);
  await league.ask('Juno', { type: 'editSeason', season: openSeason(league.facts())?.id ?? '', entryFee: 500 });
  await league.play('Ana', 'Robin', 'Zoe');
  await league.ask('Juno', { type: 'notePayment', from: 'Outside', to: `racer:${league.racer('Zoe')}`, amount: 200 });
  await league.clock.advance(30_000);
});
afterEach(async () => {
  expect(league.errors).toEqual([]);
  await league.close();
});

type Facts = ReturnType<typeof league.facts>;

/** What everybody has, by name. */
function has(facts: Facts): Record<string, number> {
  const sums = [...balances(facts)].map(([account, amount]) => {
    return [facts.racers.get(account.replace('racer:', ''))?.racer ?? account.split(' ')[0], amount] as const;
  });
  return Object.fromEntries(sums.filter(([, amount]) => amount !== 0).sort());
}

const rows = () =>
  league
    .grid('Ledger')
    .slice(1)
    .map((row) => row.slice(1, 5).join(' '));

const ledgerId = () => league.sheetId('Ledger');
const book = ['Ana Pot 5 Entry fee', 'Robin Pot 5 Entry fee', 'Zoe Pot 5 Entry fee', 'Outside Zoe 2 Paid in'];

test('the Ledger stands in the Sheet, and a row that a host alters or deletes is written again', async () => {
  expect(rows()).toEqual(book);
  const before = has(league.facts());
  league.type('Ledger!D2', [99]);
  league.type('Ledger!B5:C5', ['Ana', 'Robin']);
  await league.clock.advance(30_000);
  expect(rows()).toEqual(book);
  const range = { sheetId: ledgerId(), dimension: 'ROWS', startIndex: 1, endIndex: 3 };
  league.batch({ deleteDimension: { range } });
  await league.clock.advance(60_000);
  expect(rows().sort()).toEqual(book.toSorted());
  expect(has(league.facts())).toEqual(before);
  expect(String(league.grid('Log'))).toContain('Ledger, Ana to Pot: put back. The Ledger is only added to');
});

test('the whole Ledger, deleted at once, is written again', async () => {
  const range = { sheetId: ledgerId(), dimension: 'ROWS', startIndex: 1, endIndex: 5 };
  league.batch({ deleteDimension: { range } });
  await league.clock.advance(60_000);
  expect(rows().sort()).toEqual(book.toSorted());
});

test('a host adds a row cell by cell, and it counts once it says all', async () => {
  league.type('Ledger!B6', ['Outside']);
  await league.clock.advance(30_000);
  expect(has(league.facts()).Robin).toBe(-500);
  league.type('Ledger!C6:D6', ['Robin', 4]);
  await league.clock.advance(30_000);
  expect(has(league.facts()).Robin).toBe(-100);
  expect(league.grid('Ledger')[5]?.[7]).toBe('Sheet');
});

test('a row that a host types from left to right takes what comes after its amount along, and is mended while it is new', async () => {
  const race = league.race();
  const title = league.facts().races.get(race)?.race ?? '';
  league.type('Ledger!B6:D6', ['Outside', 'Pot', 50]);
  league.type('Ledger!H6', ['Juno']);
  await league.clock.advance(10_000);
  league.type('Ledger!D6:G6', [60, 'From the bar', 'Season 1', title]);
  await league.clock.advance(10_000);
  const typed = league.facts().ledger.find(({ why }) => why === 'From the bar');
  expect(typed).toMatchObject({ race, amount: 6_000 });
  await league.clock.advance(300_000);
  league.type('Ledger!D6:E6', [99, 'Mine']);
  await league.clock.advance(30_000);
  expect(league.grid('Ledger')[5]?.slice(3, 7)).toEqual([60, 'From the bar', 'Season 1', title]);
});

test('a row that never counted is the host’s: deleted, it never counts later', async () => {
  league.type('Ledger!B6:D6', ['Outside', 'Kiki', 50]);
  await league.clock.advance(30_000);
  league.batch({ deleteDimension: { range: { sheetId: ledgerId(), dimension: 'ROWS', startIndex: 5, endIndex: 6 } } });
  await league.clock.advance(60_000);
  await league.play('Ana', 'Kiki');
  await league.clock.advance(60_000);
  expect(has(league.facts()).Kiki).toBe(-500);
});

test('the currency stays once something is booked', async () => {
  const currency = league.grid('Settings').findIndex(([setting]) => setting === 'Currency') + 1;
  league.type(`Settings!B${currency}`, ['JPY']);
  await league.clock.advance(30_000);
  expect(problemsOf(league.desk.state).map(({ what, remedy }) => `${what} ${remedy}`)).toEqual([
    'Something is booked in EUR already, so the currency stays EUR. Type EUR again.',
  ]);
  expect(has(league.facts()).Robin).toBe(-500);
  league.type(`Settings!B${currency}`, ['EUR']);
  await league.clock.advance(30_000);
  expect(problemsOf(league.desk.state)).toEqual([]);
});

test.each(['999999999', '1', 'r7'])(
  'a booking’s ID that a host makes up, number %s, neither books without end nor keeps the league from opening',
  async (number) => {
    const season = openSeason(league.facts())?.id ?? '';
    const id = `fee.${season}.${league.race()}.${league.racer('Ana')}.${number}`;
    league.type('Ledger!B6:I6', ['Ana', 'Pot', 1, '', '', '', '', id]);
    const before = league.desk.state.seq;
    await league.clock.advance(60_000);
    expect(league.desk.state.seq - before).toBeLessThan(10);
    // It's no fee of that race's, so it was turned back.
    expect(has(league.facts()).Ana).toBe(-500);
    const again = await openDesk({
      ...league,
      league: 'cozy',
      newId: () => 'x',
      onError: (error) => league.errors.push(error),
    });
    await again.close();
  },
);

test('an empty journal takes the same Sheet as it stands, and books nothing again', async () => {
  await league.ask('Juno', { type: 'setFee', race: league.race(), entryFee: 333 });
  await league.clock.advance(30_000);
  const other = await sheetLeague(league.sheets, 'other-');
  await other.clock.advance(30_000);
  expect(has(other.facts())).toEqual(has(league.facts()));
  expect(
    other
      .facts()
      .ledger.map((row) => row.id)
      .sort(),
  ).toEqual(
    league
      .facts()
      .ledger.map((row) => row.id)
      .sort(),
  );
  await other.close();
});

test('a league that is taken elsewhere as a file takes its book along, and books nothing again', async () => {
  const id = openSeason(league.facts())?.id ?? '';
  await league.ask('Juno', { type: 'closeSeason', season: id });
  const elsewhere = await smallLeague(':memory:', 'new');
  const { text } = exported('league.json', league.desk.state);
  const { changes, problems } = planLeague(new TextEncoder().encode(text), elsewhere.desk.state);
  expect(problems).toEqual([]);
  const by = { kind: 'member', user: '1', name: 'Juno' } as const;
  await elsewhere.desk.note(() => ({ notes: [{ by, happening: { what: 'setUp' }, changes }] }));
  expect(has(elsewhere.facts())).toEqual(has(league.facts()));
  expect(elsewhere.facts().ledger).toHaveLength(league.facts().ledger.length);
  await elsewhere.close();
});

test('whoever is forgotten keeps their money under another name', async () => {
  const before = has(league.facts());
  const zoe = member('Zoe').user;
  await league.desk.rewrite((entries, state) => forget(entries, state, { user: zoe }));
  const { Zoe: zoes, ...others } = before;
  expect(has(league.facts())).toEqual({ ...others, 'Racer 3': zoes });
  expect(JSON.stringify(await league.journal.entries('cozy'))).not.toMatch(/zoe/i);
});
