/** Seasons of all kinds for property tests: places without contradictions, any scoring, drops and adjustments. */
import fc from 'fast-check';
import type { Position } from '../../sheets/positions.ts';
import type { Finish, Played } from './played.ts';

export const people = ['ana', 'robin', 'zoe', 'mateo', 'kiki'] as const;
const person = fc.constantFrom(...people);

/** Some of them in any order: places from 1 on, a few without one, now and then a dead heat. */
export const finish: fc.Arbitrary<Finish> = fc
  .record({
    order: fc.shuffledSubarray([...people]),
    out: fc.dictionary(person, fc.constantFrom('DNF' as const, 'DSQ' as const, 'DNS' as const), { maxKeys: 2 }),
    heat: fc.option(fc.nat({ max: 3 })),
  })
  .map(({ order, out, heat }) => {
    const positions: Record<string, Position> = {};
    for (const [index, racer] of order.entries()) positions[racer] = index + 1;
    const [first, second] = heat === null ? [] : order.slice(heat, heat + 2);
    if (heat !== null && first && second) {
      positions[first] = `${heat + 1}=`;
      positions[second] = `${heat + 1}=`;
    }
    return { ...positions, ...out };
  });

const scoring = fc
  .record({
    places: fc.array(fc.nat({ max: 15 }), { minLength: 1, maxLength: 5 }),
    other: fc.nat({ max: 2 }),
    dnf: fc.nat({ max: 2 }),
    dsq: fc.nat({ max: 1 }),
    dns: fc.constant(0),
  })
  .map((table) => ({ ...table, places: new Map(table.places.map((points, index) => [index + 1, points])) }));

/** Few points and short tables make ties likely. */
export const season: fc.Arbitrary<Played> = fc
  .record({
    races: fc.array(finish, { maxLength: 6 }),
    scoring: fc.option(scoring, { nil: undefined }),
    dropWorst: fc.nat({ max: 7 }),
    status: fc.constantFrom('Open' as const, 'Closed' as const),
    adjustments: fc.array(fc.record({ racer: person, points: fc.integer({ min: -9, max: 9 }) }), { maxLength: 3 }),
  })
  .map(({ scoring: table, ...played }) => ({ ...played, ...(table && { scoring: table }) }));
