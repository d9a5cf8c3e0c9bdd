import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Facts, Race, Result } from '../../server/league/facts.ts';
import { score, standardTable } from '../../server/league/scoring.ts';
import { standings } from '../../server/league/standings.ts';
import type { Position } from '../../sheets/records.ts';

const season = { id: 's', season: 'Spring', status: 'Open' } as const;

/** A season by its races: each tells who finished where. They were raced in the order in which they stand. */
function played(races: Record<string, Position>[]): Facts {
  const entrants = new Map<string, Result[]>();
  const all = new Map<string, Race>();
  const racers = new Map<string, { id: string; racer: string }>();
  for (const [index, positions] of races.entries()) {
    const id = `race-${index}`;
    all.set(id, { id, race: `Race ${index + 1}`, season: season.id, status: 'Final', opened: index + 1 });
    const results = Object.entries(positions).map(([racer, position]): Result => {
      racers.set(racer, { id: racer, racer });
      return { id: `${id} ${racer}`, race: id, racer, position };
    });
    entrants.set(id, results);
  }
  return {
    settings: {
      leagueName: '',
      game: '',
      timeZone: 'UTC',
      hostRole: '',
      whoMayOpen: 'Hosts',
      places: 24,
      objectionSeconds: 30,
      publicPage: true,
    },
    racers,
    seasons: new Map([[season.id, season]]),
    races: all,
    entrants,
    scoring: new Map(),
    missing: new Map(),
    namesOfRaces: new Map(),
    memory: new Map(),
  };
}

const table = (races: Record<string, Position>[]) =>
  standings(played(races), season).map((line) => `${line.rank} ${line.racer} ${line.points}`);

describe('points', () => {
  test.each([
    [1, 15],
    [2, 12],
    [3, 10],
    [4, 9],
    [5, 8],
    [6, 7],
    [7, 6],
    [8, 5],
    [9, 1],
    [24, 1],
    ['DNF', 1],
    ['DSQ', 0],
    ['DNS', 0],
  ] as const)('%s scores %i', (position, points) => {
    expect(score(position, standardTable)).toBe(points);
  });
});

describe('ranks', () => {
  test('go by points', () => {
    expect(table([{ ana: 2, robin: 1, zoe: 3 }])).toEqual(['1 robin 15', '2 ana 12', '3 zoe 10']);
  });

  test('are shared where nothing separates two, and the next is skipped: 1, 2, 2, 4', () => {
    const races: Record<string, Position>[] = [
      { ana: 1, robin: 2, zoe: 3, mateo: 4 },
      { ana: 1, robin: 3, zoe: 2, mateo: 4 },
      { ana: 1, mateo: 2 },
    ];
    expect(table(races)).toEqual(['1 ana 45', '2 mateo 30', '3 robin 22', '3 zoe 22']);
    expect(table([...races, { ana: 1, robin: 'DNS', zoe: 'DNS', mateo: 'DNF' }]).map((line) => line[0])).toEqual([
      '1',
      '2',
      '3',
      '3',
    ]);
  });

  test('countback: most 1sts, then most 2nds, and so on', () => {
    // 15 + 5 = 10 + 10: one has won.
    expect(
      table([
        { zoe: 3, ana: 1 },
        { zoe: 3, ana: 8 },
      ]),
    ).toEqual(['1 ana 20', '2 zoe 20']);
    // 12 + 9 + 0 = 12 + 8 + 1: both were second once; the fourth place decides.
    expect(
      table([
        { zoe: 2, ana: 4 },
        { zoe: 5, ana: 2 },
        { zoe: 'DNF', ana: 'DNS' },
      ]),
    ).toEqual(['1 ana 21', '2 zoe 21']);
  });

  test('then the better result in the latest race', () => {
    expect(
      table([
        { ana: 1, robin: 2 },
        { ana: 2, robin: 1 },
      ]),
    ).toEqual(['1 robin 27', '2 ana 27']);
  });

  test('somebody who did not race scores nothing and still stands there', () => {
    expect(table([{ ana: 1, robin: 'DNS' }])).toEqual(['1 ana 15', '2 robin 0']);
  });
});

test('a racer has wins, podiums, and the races they started', () => {
  const [ana] = standings(played([{ ana: 1 }, { ana: 3 }, { ana: 'DNF' }, { ana: 'DNS' }]), season);
  expect(ana).toMatchObject({ wins: 1, podiums: 2, races: 3, points: 26 });
});

describe('whatever was raced', () => {
  const position = fc.oneof(
    fc.integer({ min: 1, max: 24 }),
    fc.constantFrom('DNF' as const, 'DSQ' as const, 'DNS' as const),
  );
  const race = fc.dictionary(fc.constantFrom('ana', 'robin', 'zoe', 'mateo', 'kiki'), position);
  const races = fc.array(
    fc
      .uniqueArray(fc.tuple(fc.constantFrom('ana', 'robin', 'zoe', 'mateo', 'kiki'), fc.integer({ min: 1, max: 24 })), {
        selector: ([, place]) => place,
        maxLength: 5,
      })
      .map((pairs): Record<string, Position> => Object.fromEntries(pairs)),
    { maxLength: 6 },
  );

  test('the order of rows changes nothing', () => {
    fc.assert(
      fc.property(races, (all) => {
        const facts = played(all);
        const shuffled: Facts = {
          ...facts,
          races: new Map([...facts.races].reverse()),
          racers: new Map([...facts.racers].reverse()),
          entrants: new Map([...facts.entrants].map(([id, results]) => [id, results.toReversed()])),
        };
        expect(standings(shuffled, season)).toEqual(standings(facts, season));
      }),
    );
  });

  test('ranks begin at 1, never fall behind the line, and points never rise down the table', () => {
    fc.assert(
      fc.property(fc.array(race, { maxLength: 6 }), (all) => {
        const lines = standings(played(all), season);
        for (const [index, line] of lines.entries()) {
          const above = lines[index - 1];
          expect(line.rank === index + 1 || line.rank === above?.rank).toBe(true);
          expect(above === undefined || above.points >= line.points).toBe(true);
        }
      }),
    );
  });
});
