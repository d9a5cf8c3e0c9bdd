/** Trophies: the first three of every final race, and of every closed season. They follow from the facts. */
import { placeOf } from '../../sheets/positions.ts';
import type { Facts, Race, Season } from './facts.ts';
import { byText, countedPositions, finalRaces } from './races.ts';
import { overAt, seasonsLatestFirst } from './seasons.ts';
import { raced } from './standings.ts';

/** For the first, the second and the third. */
export const metals = ['gold', 'silver', 'bronze'] as const;
export type Metal = (typeof metals)[number];

export interface Trophy {
  readonly racer: string;
  readonly metal: Metal;
  /** The season it was won in, or for. */
  readonly season: string;
  /** Missing for the season's own trophy. */
  readonly race?: string;
  /** When that race or season ended, milliseconds since 1970, if it's known. */
  readonly at?: number;
}

/** All of them, the latest first: of each season its own, then those of its races. */
export function trophies(facts: Facts): Trophy[] {
  return seasonsLatestFirst(facts).flatMap((season) => [
    ...ofSeason(facts, season),
    ...finalRaces(facts, season.id)
      .reverse()
      .flatMap((race) => ofRace(facts, season, race)),
  ]);
}

function ofSeason(facts: Facts, season: Season): Trophy[] {
  if (season.status !== 'Closed') return [];
  const latest = finalRaces(facts, season.id).at(-1);
  const at = season.ends ?? (latest && overAt(latest));
  return raced(facts, season).flatMap(({ racer, rank }): Trophy[] => {
    const metal = metals[rank - 1];
    return metal ? [{ racer, metal, season: season.id, ...(at !== undefined && { at }) }] : [];
  });
}

function ofRace(facts: Facts, season: Season, race: Race): Trophy[] {
  const at = overAt(race);
  return countedPositions(facts, race.id)
    .flatMap(({ racer, position }) => {
      const place = placeOf(position);
      return place === undefined ? [] : [{ racer, place }];
    })
    .sort((a, b) => a.place - b.place || byText(a.racer, b.racer))
    .flatMap(({ racer, place }): Trophy[] => {
      const metal = metals[place - 1];
      return metal ? [{ racer, metal, season: season.id, race: race.id, ...(at !== undefined && { at }) }] : [];
    });
}
