import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { derivedTabs } from '../../server/derived-tabs.ts';
import type { Note } from '../../server/desk.ts';
import { exported } from '../../server/exchange/export-league.ts';
import { planImport } from '../../server/exchange/import.ts';
import type { Plan } from '../../server/exchange/plan.ts';
import type { State } from '../../server/fold.ts';
import type { Wanted } from '../../server/league/changes.ts';
import type { Facts } from '../../server/league/facts.ts';
import { standings } from '../../server/league/standings.ts';
import { problemsOf } from '../../server/problems.ts';
import { sheetLeague } from '../sheet-league.ts';
import { smallLeague } from '../small-league.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

/** A league with these changes. */
async function leagueOf(changes: Wanted[]) {
  const league = await smallLeague();
  const happening = { what: 'imported', seasons: 0, races: 0, results: 0 } as const;
  const note: Note = { by: { kind: 'league' }, happening, changes };
  await league.desk.note(() => ({ notes: [note] }));
  return league;
}

let made = 0;
function plan(file: string, state: State) {
  return planImport(bytes(file), state, { by: 'Juno', at: Date.UTC(2026, 2, 6), newId: () => `new-${++made}` });
}

/** The standings of every season, by names. */
function tables(facts: Facts): Record<string, string[]> {
  const seasons = [...facts.seasons.values()].map((season) => {
    const lines = standings(facts, season).map(
      (line) =>
        `${line.rank} ${facts.racers.get(line.racer)?.racer} ${line.points} ${line.wins} ${line.dropped} ${line.adjustments}`,
    );
    return [season.season ?? '', lines] as const;
  });
  return Object.fromEntries(seasons.filter(([, lines]) => lines.length > 0));
}

/** What the rulebook reads of the cells. */
function cellsOf({ settings, racers, seasons: all, races, entrants, adjustments, sameAs, scoring }: Facts) {
  // From which table a season's own was copied is in no cell.
  const seasons = [...all.values()].map(({ copiedFrom: _, ...season }) => season);
  return { settings, racers, seasons, races, entrants, adjustments, sameAs, scoring };
}

/** Writes what a plan makes, as the server does. */
async function write({ desk }: Pick<Awaited<ReturnType<typeof smallLeague>>, 'desk'>, { changes, after }: Plan) {
  const by = { kind: 'member', user: 'juno', name: 'Juno' } as const;
  const imported = { what: 'imported', seasons: 0, races: 0, results: 0 } as const;
  const edited = { what: 'edited', edits: after.edits, more: 0 } as const;
  const notes: Note[] = [
    { by, happening: imported, changes },
    { by, happening: edited, changes: after.changes },
  ];
  await desk.note(() => ({ notes: notes.filter((note) => note.changes.length > 0) }));
}

const names = ['Ana', '=Robin', "'=Zoë", 'Mateo; "the" 2nd', '-Kiki-', '@sam', 'Line, end'];
const outcome = fc.constantFrom('DNF', 'DSQ', 'DNS', '');
const results = fc
  .shuffledSubarray(names, { minLength: 1 })
  .chain((racers) =>
    fc.tuple(
      fc.constant(racers),
      fc.array(fc.boolean(), { minLength: racers.length, maxLength: racers.length }),
      outcome,
    ),
  )
  .map(([racers, finished, other]) => {
    let place = 0;
    return racers.map((racer, index) => ({ racer, position: finished[index] ? ++place : other }));
  });
const season = fc.record({
  status: fc.constantFrom('Closed', 'Planned'),
  dropWorst: fc.constantFrom('', 1, 2),
  scoring: fc.constantFrom('Standard', 'Tens', 'A table that is gone'),
  races: fc.array(
    fc.record({
      results,
      day: fc.integer({ min: 45_000, max: 45_010 }),
      status: fc.constantFrom('Final', 'Final', 'Void'),
    }),
    {
      maxLength: 4,
    },
  ),
  adjustments: fc.array(
    fc.record({
      racer: fc.constantFrom(...names),
      points: fc.constantFrom(-5, 2.5, 100),
      reason: fc.constantFrom('Late', ''),
    }),
    { maxLength: 2 },
  ),
});

/** A league's rows. One racer is the same as another, and one has no Discord. */
const league = fc.array(season, { minLength: 1, maxLength: 3 }).map((seasons) => {
  const changes: Wanted[] = [];
  let ids = 0;
  const add = (
    tab: Extract<Wanted, { kind: 'add' }>['tab'],
    cells: Record<string, string | number>,
    id = `row-x${++ids}`,
  ) => changes.push({ kind: 'add', tab, id, cells });
  for (const [index, racer] of names.entries()) {
    add('Racers', {
      racer,
      discordId: index === 0 ? '' : `30000000000000000${index}`,
      sameAs: index === 5 ? 'Ana' : '',
    });
  }
  for (const [position, points] of [
    [1, 10],
    [2, 9.5],
    ['Other', 1],
    ['DSQ', -3],
  ] as const) {
    add('Scoring', { scoring: 'Tens', position, points }, `tens|${String(position).toLowerCase()}`);
  }
  for (const [index, { races, adjustments, ...rules }] of seasons.entries()) {
    add('Seasons', { season: `202${index}`, ...rules });
    for (const [number, { results: entrants, day, status }] of races.entries()) {
      const race = `Race ${index}-${number}`;
      add('Races', { race, season: `202${index}`, night: '=Night', status, started: day + 0.5, finished: day + 0.6 });
      for (const entrant of entrants) add('Results', { race, source: 'Host', ...entrant });
    }
    for (const adjustment of adjustments) add('Adjustments', { season: `202${index}`, race: '', ...adjustment });
  }
  return changes;
});

describe('whatever a league holds', () => {
  test('league.json makes the same league of a new one, and nothing of itself', async () => {
    await fc.assert(
      fc.asyncProperty(league, async (changes) => {
        const [source, target] = [await leagueOf(changes), await smallLeague()];
        const file = exported('league.json', source.desk.state).text;
        expect(plan(file, source.desk.state)).toMatchObject({ changes: [], problems: [] });
        const made = plan(file, target.desk.state);
        expect(made.problems).toEqual([]);
        await write(target, made);
        expect(cellsOf(target.facts())).toEqual(cellsOf(source.facts()));
        expect(tables(target.facts())).toEqual(tables(source.facts()));
        await Promise.all([source.close(), target.close()]);
      }),
      { numRuns: 40 },
    );
  });

  test('results.csv gives the same standings in a new one, and nothing in itself', async () => {
    await fc.assert(
      fc.asyncProperty(league, async (changes) => {
        const [source, target] = [await leagueOf(changes), await smallLeague()];
        const file = exported('results.csv', source.desk.state).text;
        if (Object.keys(tables(source.facts())).length > 0) {
          expect(plan(file, source.desk.state)).toMatchObject({ changes: [], problems: [] });
          const made = plan(file, target.desk.state);
          expect(made.problems).toEqual([]);
          await write(target, made);
          expect(tables(target.facts())).toEqual(tables(source.facts()));
          expect(plan(file, target.desk.state)).toMatchObject({ changes: [], problems: [] });
        }
        await Promise.all([source.close(), target.close()]);
      }),
      { numRuns: 40 },
    );
  });
});

describe('what counts although its cells say something else', () => {
  let source: Awaited<ReturnType<typeof smallLeague>>;
  let target: Awaited<ReturnType<typeof smallLeague>>;
  beforeEach(async () => {
    [source, target] = [await smallLeague(), await smallLeague()];
    await source.play('Ana', 'Robin', 'Zoe');
  });
  afterEach(async () => {
    expect([...source.errors, ...target.errors]).toEqual([]);
    await Promise.all([source.close(), target.close()]);
  });

  const row = (name: string) =>
    source
      .facts()
      .entrants.get(source.race())
      ?.find(({ racer }) => racer === source.racer(name))?.id ?? '';
  const type = (id: string, cells: Record<string, string | number>) =>
    source.type({ kind: 'edit', tab: 'Results', id, cells });
  const rawOf = ({ desk }: typeof source) => [...desk.state.rows.Results.values()].map(({ raw }) => raw);

  async function moveTo() {
    const file = exported('league.json', source.desk.state).text;
    expect(plan(file, source.desk.state)).toMatchObject({ changes: [], after: { changes: [] }, problems: [] });
    await write(target, plan(file, target.desk.state));
    expect(tables(target.facts())).toEqual(tables(source.facts()));
    expect(rawOf(target)).toEqual(rawOf(source));
    expect(problemsOf(target.desk.state).map(({ what }) => what)).toEqual(
      problemsOf(source.desk.state).map(({ what }) => what),
    );
    expect(plan(file, target.desk.state)).toMatchObject({ changes: [], after: { changes: [] }, problems: [] });
  }

  test('is in league.json: the last good value of a cell, and that cell', async () => {
    await type(row('Ana'), { position: 'frist' });
    await type(row('Robin'), { racer: 'Robbin' });
    await source.type({ kind: 'edit', tab: 'Scoring', id: 'standard|1', cells: { points: 'many' } });
    await source.type({ kind: 'edit', tab: 'Races', id: source.race(), cells: { status: 'Finito' } });
    await moveTo();
    expect(target.table()).toEqual(['1 Ana 15', '2 Robin 12', '3 Zoe 10']);
    expect(target.log()).toContain('Position from 1 to frist.');
  });

  test('is in league.json: positions as they last fitted, and those that contradict each other', async () => {
    await type(row('Robin'), { position: 1 });
    await source.type({
      kind: 'add',
      tab: 'Results',
      id: 'late',
      cells: { race: source.facts().races.get(source.race())?.race ?? '', racer: 'Mateo', position: 4 },
    });
    await source.type({ kind: 'add', tab: 'Racers', id: 'mateo', cells: { racer: 'Mateo' } });
    await moveTo();
    expect(target.table()).toEqual(['1 Ana 15', '2 Robin 12', '3 Zoe 10']);
  });

  test('is in league.json: a deleted racer whom results still name', async () => {
    await source.type({ kind: 'gone', tab: 'Racers', id: source.racer('Zoe') });
    await moveTo();
    expect(Object.values(tables(target.facts()))[0]).toHaveLength(3);
    expect(target.racer('Zoe')).toBe('');
  });

  test('goes on into the Sheet as it stood in the other', async () => {
    const sheet = await sheetLeague();
    await type(row('Ana'), { position: 'frist' });
    await source.type({ kind: 'gone', tab: 'Racers', id: source.racer('Zoe') });
    await write(sheet, plan(exported('league.json', source.desk.state).text, sheet.desk.state));
    await sheet.clock.advance(60_000);
    expect(sheet.results().sort()).toEqual(['Race 1 Ana frist', 'Race 1 Robin 2', 'Race 1 Zoe 3']);
    expect(sheet.grid('Racers').map(([racer]) => racer)).toEqual(['Racer', 'Ana', 'Robin']);
    expect(sheet.table()).toEqual(['1 Ana 15', '2 Robin 12', '3 undefined 10']);
    expect(sheet.grid('Problems').length).toBeGreaterThan(1);
    const { seq } = sheet.desk.state;
    await sheet.restartSync();
    await sheet.clock.advance(60_000);
    expect(sheet.desk.state.seq).toBe(seq);
    expect(sheet.errors).toEqual([]);
    await sheet.close();
  });

  test('is in results.csv and Past standings by name, though the racer was deleted', async () => {
    await source.type({ kind: 'gone', tab: 'Racers', id: source.racer('Zoe') });
    await source.ask('Juno', { type: 'closeSeason', season: 'season-1' });
    const past = derivedTabs(source.desk.state, [], () => undefined)['Past standings'];
    expect(past.map((line) => line[2])).toEqual(['Ana', 'Robin', 'Zoe']);
    const file = exported('results.csv', source.desk.state).text;
    expect(plan(file, source.desk.state)).toMatchObject({ changes: [], problems: [] });
    await write(target, plan(file, target.desk.state));
    expect(tables(target.facts())['Season 1']?.map((line) => line.split(' ')[1])).toEqual(['Ana', 'Robin', 'Zoe']);
  });
});

describe('a file', () => {
  test('holds no text that a spreadsheet would compute', async () => {
    const source = await leagueOf([
      { kind: 'add', tab: 'Racers', id: 'row-x', cells: { racer: '=HYPERLINK("http://x")', discordId: '-1' } },
    ]);
    expect(exported('tab-racers.csv', source.desk.state).text).toBe(
      '\ufeffRacer,Discord name,Discord ID,Joined,Active,On page,Same as,ID\r\n"\'=HYPERLINK(""http://x"")",,\'-1,,,,,row-x\r\n',
    );
    await source.close();
  });

  test('of a league that isn’t new has no room in one', async () => {
    const [source, target] = [await smallLeague(), await smallLeague()];
    await source.play('Ana', 'Robin');
    await target.play('Robin', 'Ana');
    const file = exported('league.json', source.desk.state).text;
    expect(plan(file, target.desk.state)).toMatchObject({ changes: [], problems: [{ problem: 'leagueNotNew' }] });
    await Promise.all([source.close(), target.close()]);
  });

  test.each([
    ['{"no": "league"}', { problem: 'notJson' }],
    ['{"format": "cozy-kart-league", "version": 2, "tabs": {}}', { problem: 'newerFormat', given: { version: 2 } }],
    ['{"format": "cozy-kart-league", "version": 1', { problem: 'notJson' }],
  ])('that is %s is refused', async (file, problem) => {
    const target = await smallLeague();
    expect(plan(file, target.desk.state)).toMatchObject({ changes: [], problems: [problem] });
    await target.close();
  });
});
