/** Seasons, adjustments and people in the Sheet: what hosts type there, what it says, and what is wrong with it. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { serialOf } from '../sheets/moments.ts';
import { sheetLeague } from './sheet-league.ts';

type League = Awaited<ReturnType<typeof sheetLeague>>;
let league: League;
beforeEach(async () => {
  league = await sheetLeague();
});
afterEach(async () => {
  expect(league.errors).toEqual([]);
  await league.close();
});

const day = 24 * 3_600_000;
const seen = () => league.clock.advance(10_000);
/** Problems as `Seasons!B2: what is wrong`. */
const problems = () =>
  league
    .grid('Problems')
    .slice(1)
    .map(([where, what]) => `${where}: ${what}`)
    .filter((line) => line !== ': ');
const season = (name: string) => [...league.facts().seasons.values()].find((one) => one.season === name);
const date = (days: number) => serialOf(league.clock.now() + days * day, 'UTC');
const column = (tab: string, header: string) => league.grid(tab)[0]?.indexOf(header) ?? -1;
/** As in `F` for Drop worst of Seasons. */
const letter = (tab: string, header: string) => String.fromCharCode(65 + column(tab, header));
const list = (header: string) =>
  league
    .grid('cozy_lists')
    .slice(1)
    .flatMap((row) => row[column('cozy_lists', header)] ?? [])
    .filter((cell) => cell !== '');

describe('a season in the Sheet', () => {
  test('is planned, opened and closed there, and a host confirms the closing in the panel', async () => {
    await league.play('Ana', 'Robin');
    league.type('Seasons!A3', ['Spring']);
    await seen();
    expect(season('Spring')).toMatchObject({ status: 'Planned', scoring: 'Standard' });
    league.type('Seasons!B2', ['Closed']);
    await seen();
    expect(season('Season 1')).toMatchObject({ status: 'Open', closingSince: expect.any(Number) });
    expect(problems()).toEqual(['Seasons!B2: Season 1 stays open until a host confirms its closing.']);
    expect(league.grid('Problems')[1]?.[2]).toContain('In the panel a host sees who wins');
    const ask = { type: 'closeSeason', season: season('Season 1')?.id ?? '', next: 'Spring' } as const;
    expect(await league.ask('Juno', ask)).toBe('Season 1 is closed. Champion: Ana. Spring is open.');
    await seen();
    expect(problems()).toEqual([]);
    const at = column('Seasons', 'Scoring');
    expect(league.grid('Seasons').map((row) => [row[0], row[1], row[at]])).toEqual([
      ['Season', 'Status', 'Scoring'],
      ['Season 1', 'Closed', 'Season 1 (final)'],
      ['Spring', 'Open', 'Standard'],
    ]);
    expect(league.grid('Scoring').filter(([scoring]) => scoring === 'Season 1 (final)')).toHaveLength(12);
  });

  test('that a host keeps open says Open again', async () => {
    league.type('Seasons!B2', ['Closed']);
    await seen();
    await league.ask('Juno', { type: 'keepSeasonOpen', season: season('Season 1')?.id ?? '' });
    await seen();
    expect(league.grid('Seasons')[1]?.[1]).toBe('Open');
    expect(problems()).toEqual([]);
  });

  test('that is added as Closed is history: computed, nothing else', async () => {
    league.type('Racers!A2', ['Ana'], ['Robin']);
    league.type('Seasons!A3', ['2019', 'Closed']);
    await seen();
    league.type('Races!A2', ['Old race', '2019', '', 'Final']);
    await seen();
    league.type('Results!A2', ['Old race', 'Robin', 1], ['Old race', 'Ana', 2]);
    await seen();
    expect(problems()).toEqual([]);
    expect(season('2019')?.closingSince).toBeUndefined();
    expect(league.grid('Past standings').slice(1)).toEqual([
      ['2019', 1, 'Robin', 15, 1, 1],
      ['2019', 2, 'Ana', 12, 0, 1],
    ]);
    const trophies = league.grid('Trophies').slice(1);
    expect(trophies.map(([racer, trophy, of]) => `${trophy} ${racer} ${of}`).toSorted()).toEqual(
      ['🏆 Robin Old race', '🥈 Ana Old race', '🏆 Robin 2019', '🥈 Ana 2019'].toSorted(),
    );
  });

  test('that is added as Closed keeps its rules, whatever becomes of the table that it names', async () => {
    league.type('Seasons!A3', ['2019', 'Closed'], ['2020', 'Closed']);
    await seen();
    const at = column('Seasons', 'Scoring');
    expect(league.grid('Seasons').map((row) => row[at])).toEqual([
      'Scoring',
      'Standard',
      '2019 (final)',
      '2020 (final)',
    ]);
    expect(season('2019')).toMatchObject({ status: 'Closed', history: true });
    expect(league.grid('Scoring').filter(([scoring]) => scoring === '2019 (final)')).toHaveLength(12);
    expect(league.grid('Log')[1]?.[2]).toMatch(/^20(19|20) keeps its rules in a scoring table of its own, /);
    await league.play('Ana', 'Robin');
    await league.ask('Juno', { type: 'closeSeason', season: season('Season 1')?.id ?? '' });
    await seen();
    expect(problems()).toEqual([]);
  });

  test('whose dates can’t be is a Problem, and no points are lost', async () => {
    await league.play('Ana', 'Robin');
    league.type('Seasons!C2', [date(3), date(2)]);
    league.type('Seasons!A3', ['A', 'Planned', date(10), date(20)], ['B', 'Planned', date(15), date(30)]);
    await seen();
    expect(problems()).toEqual([
      'Seasons!D2: Season 1 ends before it starts. Dates only remind, so nothing is lost.',
      'Seasons!C4: B starts before A ends. A race counts for the season that it names.',
    ]);
    expect(league.table()).toEqual(['1 Ana 15', '2 Robin 12']);
    league.type('Seasons!C2', [date(2), date(3)]);
    league.type('Seasons!C4', [date(20)]);
    await seen();
    expect(problems()).toEqual([]);
  });

  test('needs a scoring table with places; until then the standard points count', async () => {
    await league.play('Ana', 'Robin');
    const cell = `Seasons!${letter('Seasons', 'Scoring')}2`;
    league.type(cell, ['Formula']);
    await seen();
    expect(problems()).toEqual([`${cell}: No scoring table is called “Formula”; the standard points count.`]);
    const last = league.grid('Scoring').length;
    league.type(`Scoring!A${last + 1}`, ['Formula', 'DNF', 3]);
    await seen();
    expect(problems()).toEqual([
      `${cell}: The scoring table “Formula” has no points for any place; the standard points count.`,
    ]);
    expect(league.table()).toEqual(['1 Ana 15', '2 Robin 12']);
    league.type(`Scoring!A${last + 2}`, ['Formula', 1, 100]);
    await seen();
    expect(problems()).toEqual([]);
    expect(league.table()).toEqual(['1 Ana 100', '2 Robin 0']);
  });

  test('drops the worst, as many as Drop worst says; what is no number is a Problem and changes nothing', async () => {
    await league.play('Ana', 'Robin');
    await league.play('Robin', 'Ana');
    await league.play('Ana', 'Robin');
    const cell = `Seasons!${letter('Seasons', 'Drop worst')}2`;
    league.type(cell, [1]);
    await seen();
    expect(league.table()).toEqual(['1 Ana 30', '2 Robin 27']);
    const [header = [], ana = []] = league.grid('Standings');
    expect(ana[header.indexOf('Dropped')]).toBe(12);
    expect(ana[header.indexOf('Adjustments')]).toBe('');
    expect(ana[header.indexOf('Why')]).toContain('2 of 3 races count (Race 2 dropped, 12 pts)');
    league.type(cell, ['a few']);
    await seen();
    expect(problems()).toEqual([`${cell}: “a few” is not possible here.`]);
    expect(league.table()).toEqual(['1 Ana 30', '2 Robin 27']);
  });

  test('two of them open at once are a Problem', async () => {
    league.type('Seasons!A3', ['Alpha', 'Open']);
    await seen();
    expect(problems()).toEqual(['Seasons!B3: Alpha and Season 1 are open at once; Alpha counts.']);
  });
});

describe('an adjustment in the Sheet', () => {
  beforeEach(async () => {
    await league.play('Ana', 'Robin');
    await seen();
  });

  test('by a host in the panel stands there', async () => {
    const racer = league.racer('Ana');
    await league.ask('Juno', { type: 'adjust', racer, points: -5, reason: 'Blue shell', race: league.race() });
    await seen();
    const [header = [], row = []] = league.grid('Adjustments');
    expect(header).toEqual(['Season', 'Racer', 'Race', 'Points', 'Reason', 'By', 'At', 'ID']);
    expect(row.slice(0, 6)).toEqual(['Season 1', 'Ana', 'Race 1', -5, 'Blue shell', 'Juno']);
    const standings = league.grid('Standings');
    expect(standings[2]?.slice(1, 3)).toEqual(['Ana', 10]);
    expect(standings[2]?.[column('Standings', 'Adjustments')]).toBe(-5);
    expect(standings[2]?.[column('Standings', 'Why')]).toContain('5 pts penalty');
    expect(league.grid('Log')[1]?.[2]).toBe(
      'Ana: −5 pts in Race 1 of Season 1: Blue shell. Robin 2nd → 1st. Ana 15 → 10 pts, 1st → 2nd.',
    );
  });

  test('that a host types there counts, and is filled in with its season and when it was', async () => {
    league.type('Adjustments!B2', ['Robin', '', 4, 'Fair play']);
    await seen();
    expect(league.table()).toEqual(['1 Robin 16', '2 Ana 15']);
    const [, row = []] = league.grid('Adjustments');
    expect(row.slice(0, 6)).toEqual(['Season 1', 'Robin', '', 4, 'Fair play', 'Sheet']);
    expect(row[6]).toEqual(expect.any(Number));
    expect(row[7]).toEqual(expect.any(String));
    expect(problems()).toEqual([]);
  });

  test('that is typed cell by cell is a Problem until it is whole, and none once its points are taken away', async () => {
    league.type('Adjustments!E2', ['Late start']);
    await seen();
    expect(problems()).toEqual([
      "Adjustments!B2: This adjustment has no racer, so it doesn't count.",
      "Adjustments!D2: This adjustment has no points, so it doesn't count.",
    ]);
    league.type('Adjustments!B2', ['Robin']);
    league.type('Adjustments!D2', ['many']);
    await seen();
    expect(problems()).toEqual(['Adjustments!D2: “many” is not a number.']);
    league.type('Adjustments!D2', [-2]);
    await seen();
    expect(problems()).toEqual([]);
    expect(league.table()).toEqual(['1 Ana 15', '2 Robin 10']);
    league.type('Adjustments!D2', ['']);
    await seen();
    expect(problems()).toEqual([]);
    expect(league.table()).toEqual(['1 Ana 15', '2 Robin 12']);
  });

  test('outside any season is a Problem', async () => {
    league.type('Adjustments!B2', ['Robin', '', 4, 'Fair play']);
    await seen();
    league.type('Adjustments!A2', ['']);
    await seen();
    expect(problems()).toEqual(["Adjustments!A2: This adjustment has no season, so it doesn't count."]);
    league.type('Adjustments!C2', ['Race 1']);
    await seen();
    expect(problems(), 'the race has one').toEqual([]);
  });
});

describe('Same as in the Sheet', () => {
  const same = (racer: string, as: string) => {
    const row = league.grid('Racers').findIndex(([name]) => name === racer) + 1;
    league.type(`Racers!${letter('Racers', 'Same as')}${row}`, [as]);
    return `Racers!${letter('Racers', 'Same as')}${row}`;
  };
  beforeEach(async () => {
    await league.play('Ana', 'Robin', 'Zoe');
    await league.play('Kiki', 'Robin');
    await seen();
  });

  test('makes two rows one person, who is offered by one name', async () => {
    same('Kiki', 'Ana');
    await seen();
    expect(league.table()).toEqual(['1 Ana 30', '2 Robin 24', '3 Zoe 10']);
    expect(list('Racers')).toEqual(['Ana', 'Robin', 'Zoe']);
    expect(league.grid('Results').map(([, racer]) => racer)).toContain('Kiki');
    expect(league.grid('Trophies').filter(([racer]) => racer === 'Ana')).toHaveLength(2);
    expect(league.grid('Log')[1]?.[2]).toContain('Ana 15 → 30 pts, 3rd → 1st');
  });

  test('in a circle is a Problem for each of them, and each counts for themselves', async () => {
    const cells = [same('Kiki', 'Ana'), same('Ana', 'Robin'), same('Robin', 'Kiki')];
    same('Zoe', 'Zoe');
    await seen();
    const words = 'Ana, Kiki and Robin go in a circle, so each counts for themselves.';
    expect(problems().toSorted()).toEqual(
      [
        ...cells.map((cell) => `${cell}: ${words}`),
        `${same('Zoe', 'Zoe')}: Zoe can't be the same as themselves.`,
      ].toSorted(),
    );
    expect(league.table()[0]).toBe('1 Robin 24');
  });

  test('of two who stand in one race is a Problem at the row that doesn’t count', async () => {
    same('Zoe', 'Ana');
    await seen();
    expect(problems()).toEqual(['Results!B4: Ana stands twice in Race 1; the other row counts, with 1st.']);
  });

  test('of two who stand in one race counts the same row, however the Sheet is sorted', async () => {
    same('Ana', 'Zoe');
    await seen();
    expect(problems()).toEqual(['Results!B2: Zoe stands twice in Race 1; the other row counts, with 3rd.']);
    const zoe = () => league.table().find((line) => line.includes('Zoe'));
    expect(zoe()).toContain('Zoe 10');
    league.type('Results!C4', ['']);
    await seen();
    expect(problems()).toEqual(['Results!B4: Zoe stands twice in Race 1; the other row, of Ana, counts, with 1st.']);
    expect(zoe()).toContain('Zoe 15');
  });
});

describe('the Log and the trophies', () => {
  test('tell what a correction of a past season moves', async () => {
    await league.play('Ana', 'Robin', 'Zoe');
    const ask = { type: 'closeSeason', season: season('Season 1')?.id ?? '', next: 'Season 2' } as const;
    await league.ask('Juno', ask);
    await seen();
    expect(league.grid('Trophies').map(([racer, trophy, of, name]) => [racer, trophy, of, name])).toEqual([
      ['Racer', 'Trophy', 'For', 'Season'],
      ['Ana', '🏆', 'Season 1', 'Season 1'],
      ['Robin', '🥈', 'Season 1', 'Season 1'],
      ['Zoe', '🥉', 'Season 1', 'Season 1'],
      ['Ana', '🏆', 'Race 1', 'Season 1'],
      ['Robin', '🥈', 'Race 1', 'Season 1'],
      ['Zoe', '🥉', 'Race 1', 'Season 1'],
    ]);
    league.type(`Results!C${league.resultRow('Race 1', 'Ana')}`, [2]);
    league.type(`Results!C${league.resultRow('Race 1', 'Robin')}`, [1]);
    await seen();
    expect(league.grid('Log')[1]?.[2]).toBe(
      'Results, Ana in Race 1: Position from 1 to 2. Results, Robin in Race 1: Position from 2 to 1. ' +
        "Season 1's champion changes: Robin instead of Ana. Robin 12 → 15 pts, 2nd → 1st, wins 0 → 1. " +
        'Ana 15 → 12 pts, 1st → 2nd, wins 1 → 0. And 3 more.',
    );
    expect(league.grid('Trophies')[1]?.slice(0, 3)).toEqual(['Robin', '🏆', 'Season 1']);
  });

  test('races that are planned can be chosen too', async () => {
    await league.play('Ana', 'Robin');
    await league.ask('Juno', { type: 'planRace', at: league.clock.now() + day, name: 'The big one' });
    await seen();
    expect(list('Races')).toEqual(['The big one', 'Race 1']);
  });
});

describe('a race in the Sheet', () => {
  test('that a host adds without a night belongs to the evening on which it falls', async () => {
    await league.play('Ana', 'Robin');
    await seen();
    const header = league.grid('Races')[0] ?? [];
    const row = (cells: Record<string, string | number>) => header.map((name) => cells[String(name)] ?? '');
    const rows = [
      row({ Race: 'Extra', Status: 'Open' }),
      row({ Race: 'Next week', Status: 'Planned', Planned: date(7) }),
      row({ Race: 'Next week too', Status: 'Planned', Planned: date(7) }),
      row({ Race: 'Some day', Status: 'Planned' }),
    ];
    league.type('Races!A3', ...rows);
    await seen();
    expect([...league.facts().races.values()].map(({ race, night }) => `${race}: ${night}`)).toEqual([
      'Race 1: Night 1',
      'Extra: Night 1',
      'Next week: Night 2',
      'Next week too: Night 2',
      'Some day: undefined',
    ]);
    expect(league.grid('Races')[2]?.[column('Races', 'Night')]).toBe('Night 1');
  });

  test.each(['Season', 'Status'])('that was raced and has no %s is a Problem', async (header) => {
    await league.play('Ana', 'Robin');
    await seen();
    const cell = `Races!${letter('Races', header)}2`;
    league.type(cell, ['']);
    await seen();
    expect(problems()).toEqual([`${cell}: Race 1 has results but no ${header.toLowerCase()}, so they count nowhere.`]);
  });

  test('whose three racers hold one place is a Problem that names all of them', async () => {
    await league.play('Ana', 'Robin', 'Zoe');
    await seen();
    league.type('Results!C2', [1], [1], [1]);
    await seen();
    await league.clock.advance(120_000);
    expect(problems()[0]).toContain('Ana, Robin and Zoe all hold 1st in Race 1');
  });
});
