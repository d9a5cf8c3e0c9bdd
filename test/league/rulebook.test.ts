/** What holds of any season, however it was raced. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { effectsOf, isNoEffect } from '../../server/league/effects.ts';
import { explainAll } from '../../server/league/explain.ts';
import type { Facts } from '../../server/league/facts.ts';
import { career, form, headToHead } from '../../server/league/form.ts';
import { progress } from '../../server/league/progress.ts';
import { champions } from '../../server/league/seasons.ts';
import { standings } from '../../server/league/standings.ts';
import { trophies } from '../../server/league/trophies.ts';
import { sayEffects } from '../../server/words/effects.ts';
import { sayWhy } from '../../server/words/why.ts';
import { placeOf } from '../../sheets/positions.ts';
import { people, season } from './anything-raced.ts';
import { league, only, type Played, seasonOf } from './played.ts';

const factsOf = (played: Played) => league({ [only]: played });
const tableOf = (facts: Facts) => standings(facts, seasonOf(facts));
const name = (id: string) => id;
const names = { racer: name, race: name, season: name, sponsor: name, currency: 'EUR' };

/** Every season, a few hundred times. */
function always(holds: (facts: Facts, played: Played) => void): void {
  fc.assert(
    fc.property(season, (played) => {
      holds(factsOf(played), played);
    }),
    { numRuns: 200 },
  );
}

/** The same league with every row elsewhere. */
function turnedAround(facts: Facts): Facts {
  const back = <K, V>(map: ReadonlyMap<K, V>) => new Map([...map].reverse());
  return {
    ...facts,
    racers: back(facts.racers),
    seasons: back(facts.seasons),
    races: back(facts.races),
    entrants: new Map([...back(facts.entrants)].map(([race, results]) => [race, results.toReversed()])),
    adjustments: facts.adjustments.toReversed(),
  };
}

describe('the order of rows changes', () => {
  test('no table', () => always((facts) => expect(tableOf(turnedAround(facts))).toEqual(tableOf(facts))));

  test('no trophy', () => always((facts) => expect(trophies(turnedAround(facts))).toEqual(trophies(facts))));

  test('nobody’s form or career', () =>
    always((facts) => {
      const turned = turnedAround(facts);
      expect(form(turned, 'ana')).toEqual(form(facts, 'ana'));
      expect(career(turned, 'ana')).toEqual(career(facts, 'ana'));
    }));
});

describe('a table', () => {
  test('has ranks 1, 2, 2, 4: as many stand above somebody as their rank says', () => {
    always((facts) => {
      const lines = tableOf(facts);
      for (const { rank } of lines) expect(lines.filter((line) => line.rank < rank)).toHaveLength(rank - 1);
    });
  });

  test('has everybody who was in a race or whom a host adjusted, once, and nobody else', () => {
    always((facts, { races, adjustments = [] }) => {
      const known = new Set([...races.flatMap((race) => Object.keys(race)), ...adjustments.map(({ racer }) => racer)]);
      expect(
        tableOf(facts)
          .map(({ racer }) => racer)
          .sort(),
      ).toEqual([...known].sort());
    });
  });

  test('never has more points down the table', () => {
    always((facts) => {
      const points = tableOf(facts).map((line) => line.points);
      expect(points).toEqual(points.toSorted((a, b) => b - a));
    });
  });

  test('adds up: what is dropped and what counts are all that was scored', () => {
    always((facts, played) => {
      const undropped = new Map(tableOf(factsOf({ ...played, dropWorst: 0 })).map((line) => [line.racer, line]));
      for (const { racer, points, dropped } of tableOf(facts)) {
        expect(points + dropped).toBe(undropped.get(racer)?.points);
      }
    });
  });

  test('never gives anybody more for dropping more', () => {
    always((facts, played) => {
      const more = factsOf({ ...played, dropWorst: (played.dropWorst ?? 0) + 1 });
      const before = new Map(tableOf(facts).map((line) => [line.racer, line.points]));
      for (const { racer, points } of tableOf(more)) expect(points).toBeLessThanOrEqual(before.get(racer) ?? 0);
    });
  });

  test('is what progress shows of it: after each race, and in the end', () => {
    always((facts) => {
      const { racers, races: sofar } = progress(facts, seasonOf(facts));
      expect(racers).toEqual(tableOf(facts).map(({ racer }) => racer));
      for (const [index, { points }] of sofar.entries()) {
        const raced = sofar.slice(0, index + 1).map(({ race }) => race);
        const then = new Map(standings(facts, seasonOf(facts), raced).map((line) => [line.racer, line.points]));
        expect(points).toEqual(racers.map((racer) => then.get(racer) ?? 0));
      }
    });
  });

  test('is led by the champions among those who raced, who hold the golden trophy, once the season is closed', () => {
    always((facts, { status }) => {
      const won = champions(facts, seasonOf(facts));
      const golden = trophies(facts).filter(({ race, metal }) => race === undefined && metal === 'gold');
      expect(golden.map(({ racer }) => racer).sort()).toEqual(won);
      // Points without a race win nothing.
      const racing = tableOf(facts).filter(({ races }) => races > 0);
      const first = racing.filter(({ rank }) => rank === racing[0]?.rank).map(({ racer }) => racer);
      expect(won).toEqual(status === 'Closed' ? first.sort() : []);
    });
  });
});

describe('an explanation', () => {
  test('adds up to the points', () => {
    always((facts) => {
      for (const { points, scores, adjustments } of explainAll(facts, seasonOf(facts))) {
        const counted = scores.filter((score) => !score.dropped);
        expect([...counted, ...adjustments].reduce((sum, one) => sum + one.points, 0)).toBe(points);
      }
    });
  });

  test('drops as many races as the season says, but never all, and none that is better than one that counts', () => {
    always((facts, { races, dropWorst = 0 }) => {
      for (const { scores } of explainAll(facts, seasonOf(facts))) {
        const dropped = scores.filter((score) => score.dropped);
        const counted = scores.filter((score) => !score.dropped);
        expect(dropped).toHaveLength(Math.max(0, Math.min(dropWorst, races.length - 1)));
        const most = Math.max(...dropped.map(({ points }) => points));
        for (const { points } of counted) expect(points).toBeGreaterThanOrEqual(most);
      }
    });
  });

  test('agrees with the order: its step is the first that differs, in favour of who stands above', () => {
    always((facts) => {
      const all = explainAll(facts, seasonOf(facts));
      const of = new Map(all.map((one) => [one.racer, one]));
      for (const own of all) {
        const above = own.above && of.get(own.above.racer);
        expect(above === undefined).toBe(own.rank === 1);
        if (!above || !own.above) continue;
        expect(above.rank).toBeLessThan(own.rank);
        const { step } = own.above;
        const held = (line: typeof own, place: number) =>
          line.scores.filter((score) => !score.dropped && placeOf(score.position) === place).length;
        const last = step.by === 'countback' ? step.place : step.by === 'points' ? 0 : 25;
        expect(step.by === 'points').toBe(above.points !== own.points);
        for (let place = 1; place < last; place++) expect(held(above, place)).toBe(held(own, place));
        if (step.by === 'points') expect([step.own, step.other]).toEqual([above.points, own.points]);
        if (step.by === 'countback') {
          expect([step.own, step.other]).toEqual([held(above, step.place), held(own, step.place)]);
        }
        if (step.by !== 'latest') expect(step.own).toBeGreaterThan(step.other);
      }
    });
  });

  test('is one sentence', () => {
    always((facts) => {
      for (const one of explainAll(facts, seasonOf(facts))) {
        expect(sayWhy(one, names)).toMatch(/^\d+(st|nd|rd|th) with −?\d+ pts?[^\n]*[^.]\.$/);
        expect(sayWhy(one, names)).not.toMatch(/undefined|NaN|, ,|; ;|\s{2}| \./);
      }
    });
  });
});

describe('effects', () => {
  const two = fc.tuple(season, season);

  test('of nothing are nothing', () => {
    always((facts) => expect(isNoEffect(effectsOf(facts, turnedAround(facts)))).toBe(true));
  });

  test('the other way round are the same, swapped', () => {
    fc.assert(
      fc.property(two, ([a, b]) => {
        const there = effectsOf(factsOf(a), factsOf(b));
        const back = effectsOf(factsOf(b), factsOf(a));
        expect(sorted(swapped(back))).toEqual(sorted(there));
      }),
      { numRuns: 200 },
    );
  });

  test('are said where there are any, and only there', () => {
    fc.assert(
      fc.property(two, ([a, b]) => {
        const effects = effectsOf(factsOf(a), factsOf(b));
        const said = sayEffects(effects, names);
        expect(said.length === 0).toBe(isNoEffect(effects));
        for (const sentence of said) expect(sentence).toMatch(/[^ .]\.$/);
        expect(said.join(' ')).not.toMatch(/undefined|null|NaN|\s{2}/);
      }),
    );
  });

  type Effects = ReturnType<typeof effectsOf>;
  const turn = <T>([from, to]: readonly [T, T]) => [to, from] as const;

  function swapped({ seasons, trophies: moved }: Effects): Effects {
    return {
      seasons: seasons.map(({ season: id, racers, champions: won }) => ({
        season: id,
        racers: racers.map(({ racer, rank, points, dropped, wins }) => ({
          racer,
          rank: turn(rank),
          points: turn(points),
          dropped: turn(dropped),
          wins: turn(wins),
        })),
        ...(won && { champions: { from: won.to, to: won.from } }),
      })),
      trophies: moved.map((one) => ({ ...one, change: one.change === 'won' ? 'lost' : 'won' })),
    };
  }

  /** What is listed by the new rank, or by what comes first, in an order that both ways share. */
  function sorted({ seasons, trophies: moved }: Effects) {
    const byText = (a: unknown, b: unknown) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);
    return {
      seasons: seasons.map((one) => ({ ...one, racers: one.racers.toSorted(byText) })),
      trophies: moved.map(({ at: _, ...one }) => one).sort(byText),
    };
  }
});

describe('two racers', () => {
  test('meet as often as both started, and what one wins the other loses', () => {
    always((facts) => {
      const [one, other] = [headToHead(facts, people[0], people[1]), headToHead(facts, people[1], people[0])];
      expect([one.races, one.ahead, one.behind, one.level]).toEqual([
        other.races,
        other.behind,
        other.ahead,
        other.level,
      ]);
      expect(one.ahead + one.behind + one.level).toBe(one.races);
    });
  });
});
