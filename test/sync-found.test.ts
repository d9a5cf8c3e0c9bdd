/** What a fresh pair of eyes found in the sync: each failed before it was mended. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { sayTrouble } from '../server/trouble.ts';
import { SheetsFailure } from '../sheets/google.ts';
import { sheetLeague } from './sheet-league.ts';

type League = Awaited<ReturnType<typeof sheetLeague>>;
let league: League;
beforeEach(async () => {
  league = await sheetLeague();
  await league.play('Ana', 'Robin');
  await league.clock.advance(10_000);
});
afterEach(() => league.close());

const raceNamed = (name: string) => [...league.facts().races.values()].find(({ race }) => race === name)?.id ?? '';
const racerNamed = (name: string) => [...league.facts().racers.values()].find(({ racer }) => racer === name)?.id ?? '';
const fix = (position: 'DNF' | number) =>
  league.ask('Juno', { type: 'fix', race: raceNamed('Race 1'), racer: racerNamed('Ana'), position });

async function writesIn(ms: number): Promise<number> {
  const before = league.calls.writes;
  await league.clock.advance(ms);
  return league.calls.writes - before;
}

describe('a tab that is wider than we remember', () => {
  test('is written to once, not again and again', async () => {
    const range = { sheetId: league.sheetId('Results'), dimension: 'COLUMNS', startIndex: 8, endIndex: 26 };
    league.batch({ deleteDimension: { range } });
    await league.restartSync();
    await league.clock.advance(10_000);
    league.batch({ appendDimension: { sheetId: league.sheetId('Results'), dimension: 'COLUMNS', length: 1 } });
    league.type('Results!I1', ['Mine']);
    await league.clock.advance(10_000);
    await league.start('Zoe', 'Mateo');
    await league.clock.advance(30_000);
    expect(league.results()).toEqual(['Race 1 Ana 1', 'Race 1 Robin 2', 'Race 2 Zoe', 'Race 2 Mateo']);
    expect(await writesIn(60_000)).toBe(0);
  });

  test('by more racers than Progress had columns for: it has one for each', async () => {
    const racers = Array.from({ length: 30 }, (_, index) => `Racer ${index}`);
    league.type('Racers!A4', ...racers.map((racer) => [racer]));
    league.type('Races!A3', ['Grand prix']);
    await league.clock.advance(10_000);
    league.type('Races!D3', ['Final']);
    league.type('Results!A4', ...racers.map((racer, index) => ['Grand prix', racer, index < 24 ? index + 1 : 'DNF']));
    await league.clock.advance(60_000);
    expect(league.grid('Progress')[0]).toHaveLength(33);
    expect(await writesIn(120_000)).toBe(0);
    league.type('Results!C4', [2], [1]);
    await league.clock.advance(60_000);
    expect(league.grid('Progress')[0]?.toSorted()).toEqual(['Race', 'Ana', 'Robin', ...racers].toSorted());
  });
});

describe('a tab of ours', () => {
  test('that was deleted is there again with what it held', async () => {
    const before = league.grid('Standings');
    league.batch({ deleteSheet: { sheetId: league.sheetId('Standings') } });
    await league.clock.advance(60_000);
    expect(league.grid('Standings')).toEqual(before);
  });

  test('says what is so after another program wrote there, and after an earlier version was restored', async () => {
    league.type('Standings!C2', [99]);
    league.type('cozy_sync!A1', [league.grid('cozy_sync')[0]?.[0] ?? 0, 'another']);
    await league.clock.advance(10_000);
    league.sync().takeOver();
    await league.clock.advance(20_000);
    expect(league.grid('Standings')[1]?.[2]).toBe(15);
    league.type('Standings!C2', [99]);
    league.type('cozy_sync!A1', [0]);
    await league.clock.advance(60_000);
    expect(league.grid('Standings')[1]?.[2]).toBe(15);
  });

  test('gets back a header that was typed over', async () => {
    league.type('Standings!C1', ['Oops']);
    league.type('Progress!A1', ['Rennen'], ['x']);
    league.type('Progress!B1', ['Anna']);
    await league.clock.advance(60_000);
    expect(league.grid('Standings')[0]).toEqual([
      'Rank',
      'Racer',
      'Points',
      'Wins',
      'Podiums',
      'Races',
      'Dropped',
      'Adjustments',
      'Winnings',
      'Why',
    ]);
    expect(league.grid('Progress')).toEqual([
      ['Race', 'Ana', 'Robin'],
      ['Race 1', 15, 12],
    ]);
    expect(await writesIn(60_000)).toBe(0);
  });

  test('keeps a host’s columns when an empty journal meets it', async () => {
    league.type('Progress!D1', ['My notes'], ['precious']);
    await league.clock.advance(10_000);
    const second = await sheetLeague(league.sheets, 'second-');
    await second.clock.advance(30_000);
    expect(league.grid('Progress').map((row) => row[3])).toEqual(['My notes', 'precious']);
    await second.close();
  });
});

test('a journal that fails once as a push settles stops nothing', async () => {
  await league.start('Zoe', 'Mateo');
  const save = league.journal.saveSyncNotes;
  let failed = false;
  league.journal.saveSyncNotes = async (...notes) => {
    if (failed) return save(...notes);
    failed = true;
    throw new Error('database or disk is full');
  };
  await league.clock.advance(120_000);
  expect(failed).toBe(true);
  expect(league.sync().trouble()).toBeUndefined();
  expect(league.sync().view()).toEqual({ state: 'saved' });
});

test('a formula that is typed while Google refuses stays', async () => {
  league.calls.faults.push('refused', 'refused', 'refused', 'refused');
  await fix('DNF');
  await league.clock.advance(1_500);
  league.type(`Results!C${league.resultRow('Race 1', 'Ana')}`, ['=1']);
  await league.clock.advance(120_000);
  expect(league.typed('Results')[league.resultRow('Race 1', 'Ana') - 1]?.[2]).toBe('=1');
});

test('a status that a host computes is changed by nobody else, and Problems says so', async () => {
  await league.start('Zoe', 'Mateo');
  await league.clock.advance(10_000);
  const row = league.grid('Races').findIndex(([race]) => race === 'Race 2') + 1;
  league.type(`Races!D${row}`, ['="Running"']);
  await league.clock.advance(10_000);
  await league.report('Zoe', 1);
  await league.report('Mateo', 2);
  await league.clock.advance(120_000);
  expect(league.typed('Races')[row - 1]?.[3]).toBe('="Running"');
  expect(league.facts().races.get(raceNamed('Race 2'))?.status).toBe('Running');
  expect(league.grid('Problems')[1]?.slice(0, 2)).toEqual([
    `Races!D${row}`,
    "The status of Race 2 is a formula, so the race doesn't become final by itself.",
  ]);
});

test('what can’t be written while a tab is gone is no “saved”, and costs few reads', async () => {
  league.batch({ deleteSheet: { sheetId: league.sheetId('Results') } });
  await league.clock.advance(10_000);
  await league.play('Zoe', 'Mateo');
  await league.clock.advance(10_000);
  expect(league.sync().view()).toEqual({ state: 'saving', since: expect.any(Number) });
  let reads = 0;
  const { read, meta } = league.calls;
  league.calls.read = (...ask) => {
    reads += 1;
    return read(...ask);
  };
  league.calls.meta = (...ask) => {
    reads += 1;
    return meta(...ask);
  };
  league.watchedBy(1);
  await league.clock.advance(60_000);
  expect(reads).toBeLessThanOrEqual(16);
});

test('a credential that Google doesn’t take is told as what it is', async () => {
  const refused = async () => {
    throw new SheetsFailure('invalid_grant: Invalid JWT Signature.', 400, 'no', 'reading');
  };
  Object.assign(league.calls, { read: refused, meta: refused });
  await league.clock.advance(400_000);
  const trouble = league.sync().trouble();
  expect(trouble && sayTrouble(trouble, '')).toEqual({
    what: "Google doesn't let the league read the Sheet: “invalid_grant: Invalid JWT Signature.”",
    remedy: 'Tell whoever runs the server. What waits is written by itself.',
  });
});
