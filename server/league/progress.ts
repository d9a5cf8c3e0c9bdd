/** How a season went: points so far, race by race. */
import type { Facts, Race, Season } from './facts.ts';
import { countedPositions, finalRaces } from './races.ts';
import { score, scoringOf } from './scoring.ts';
import { standings } from './standings.ts';

export interface Progress {
  /** By their standing, the leader first. */
  racers: string[];
  /** In the order in which they were raced; points in the order of `racers`. */
  races: { race: Race; points: number[] }[];
}

export function progress(facts: Facts, season: Season): Progress {
  const races = finalRaces(facts, season.id);
  const racers = standings(facts, season, races).map(({ racer }) => racer);
  const table = scoringOf(facts, season);
  const total = new Map<string, number>();
  return {
    racers,
    races: races.map((race) => {
      for (const { racer, position } of countedPositions(facts, race.id)) {
        total.set(racer, (total.get(racer) ?? 0) + score(position, table));
      }
      return { race, points: racers.map((racer) => total.get(racer) ?? 0) };
    }),
  };
}
