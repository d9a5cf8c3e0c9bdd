import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Note } from '../../server/desk.ts';
import { exported } from '../../server/exchange/export-league.ts';
import { planImport } from '../../server/exchange/import.ts';
import type { State } from '../../server/fold.ts';
import type { Wanted } from '../../server/league/changes.ts';
import type { Facts } from '../../server/league/facts.ts';
import { standings } from '../../server/league/standings.ts';
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
function cellsOf({ settings, racers, seasons, races, entrants, adjustments, sameAs, scoring }: Facts) {
  return { settings, racers, seasons, races, entrants, adjustments, sameAs, scoring };
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
        const happening = { what: 'imported', seasons: 0, races: 0, results: 0 } as const;
        await target.desk.note(() => ({ notes: [{ by: { kind: 'league' }, happening, changes: made.changes }] }));
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
          const happening = { what: 'imported', seasons: 0, races: 0, results: 0 } as const;
          await target.desk.note(() => ({ notes: [{ by: { kind: 'league' }, happening, changes: made.changes }] }));
          expect(tables(target.facts())).toEqual(tables(source.facts()));
          expect(plan(file, target.desk.state)).toMatchObject({ changes: [], problems: [] });
        }
        await Promise.all([source.close(), target.close()]);
      }),
      { numRuns: 40 },
    );
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
