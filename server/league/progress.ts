/** How a season went: points so far, race by race. */
import type { Adjustment, Facts, Race, Season } from './facts.ts';
import { finalRaces } from './races.ts';
import { overAt } from './seasons.ts';
import { ranked } from './standings.ts';
import { pointsSoFar, sumOf } from './tallies.ts';

export interface Progress {
  /** By their standing, the leader first. */
  racers: string[];
  /** In the order in which they were raced; points in the order of `racers`. The last ones are the standings'. */
  races: { race: Race; points: number[] }[];
}

/** Points as they stood after each race: the worst so far dropped, with the adjustments that hosts had made by then. */
export function progress(facts: Facts, season: Season): Progress {
  const races = finalRaces(facts, season.id);
  const lines = ranked(facts, season).map(({ tally }) => {
    const adjustments = tally.adjustments.map(({ points, ...one }) => ({ points, from: countsFrom(one, races) }));
    return { racer: tally.racer, sofar: pointsSoFar(tally.scores, season.dropWorst ?? 0), adjustments };
  });
  return {
    racers: lines.map(({ racer }) => racer),
    races: races.map((race, index) => ({
      race,
      points: lines.map(({ sofar, adjustments }) => {
        const made = adjustments.filter(({ from }) => from <= index);
        return sumOf([sofar[index] ?? 0, ...made.map(({ points }) => points)]);
      }),
    })),
  };
}

/** The first race after which an adjustment shows: its own, else the latest that was over when it was made. */
function countsFrom({ race, at }: Pick<Adjustment, 'race' | 'at'>, races: readonly Race[]): number {
  if (race !== undefined)
    return Math.max(
      0,
      races.findIndex(({ id }) => id === race),
    );
  return Math.max(
    0,
    races.findLastIndex((one) => (overAt(one) ?? 0) <= (at ?? 0)),
  );
}
