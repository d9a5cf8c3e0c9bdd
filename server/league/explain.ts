/** Why somebody stands where they do: every number that went into it, and what separates them from their neighbours. */
import type { Adjustment, Facts, Season } from './facts.ts';
import { personOf } from './people.ts';
import { finalRaces } from './races.ts';
import { type Ranked, ranked, type Step, separation } from './standings.ts';
import type { Score } from './tallies.ts';

export interface Explanation {
  readonly rank: number;
  readonly racer: string;
  /** Others with the same rank: nothing separates them. */
  readonly shares: readonly string[];
  /** Scores that count and adjustments together; may be below zero. */
  readonly points: number;
  /** One for each race of the season, in the order in which they were raced; dropped ones are marked. */
  readonly scores: readonly Score[];
  readonly adjustments: readonly Adjustment[];
  /** Who stands next with a better rank. */
  readonly above?: Neighbour;
  /** Who stands next with a worse one. */
  readonly below?: Neighbour;
}

export interface Neighbour {
  readonly racer: string;
  /** What decided between the two. Its numbers are those of whoever is ahead, then of the other. */
  readonly step: Step;
}

/** Undefined for somebody who isn't in the standings. */
export function explain(facts: Facts, season: Season, racer: string): Explanation | undefined {
  const person = personOf(facts, racer);
  return explainAll(facts, season).find((one) => one.racer === person);
}

/** Of everybody in the standings, in their order. */
export function explainAll(facts: Facts, season: Season): Explanation[] {
  const lines = ranked(facts, season);
  const latest = finalRaces(facts, season.id).at(-1)?.id;
  const neighbour = (own: Ranked, other: Ranked | undefined): Neighbour | undefined => {
    const found = other && separation(own.tally, other.tally, latest);
    if (!found) return undefined;
    const { ahead: _, ...step } = found;
    return { racer: other.tally.racer, step };
  };
  const byRank = Map.groupBy(lines, ({ rank }) => rank);
  const ranks = [...byRank.values()];
  return ranks.flatMap((same, index) =>
    same.map((own): Explanation => {
      const above = neighbour(own, ranks[index - 1]?.at(-1));
      const below = neighbour(own, ranks[index + 1]?.[0]);
      const { racer, points, scores, adjustments } = own.tally;
      const shares = same.flatMap(({ tally }) => (tally.racer === racer ? [] : [tally.racer]));
      return {
        rank: own.rank,
        racer,
        shares,
        points,
        scores,
        adjustments,
        ...(above && { above }),
        ...(below && { below }),
      };
    }),
  );
}
