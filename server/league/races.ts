/** Races: who is in one, whether its positions fit together, and what counts of them. */
import { isShared, type Position, placeOf } from '../../sheets/positions.ts';
import type { Facts, Race, Result, Season } from './facts.ts';

export interface RaceCheck {
  entrants: readonly Result[];
  /** How many have a position. */
  reported: number;
  /** Places that more than one entrant holds, in order. */
  contradictions: { position: number; results: readonly Result[] }[];
  /** Places nobody holds although everybody has reported; with CPUs or guests on the track gaps are fine. */
  gaps: number[];
  /** Everybody has a position, and those with a place fit together. */
  complete: boolean;
}

export function checkRace(facts: Facts, race: string): RaceCheck {
  const entrants = facts.entrants.get(race) ?? [];
  const positions = entrants.map((result) => result.position).filter((position) => position !== undefined);
  const contradictions = contradictionsAmong(entrants);
  const everybody = entrants.length > 0 && positions.length === entrants.length;
  const gaps = everybody && !facts.settings.cpus ? gapsIn(positions) : [];
  return {
    entrants,
    reported: positions.length,
    contradictions,
    gaps,
    complete: everybody && contradictions.length === 0 && gaps.length === 0,
  };
}

/** Places that several of them hold without a dead heat that a host confirmed, in order. */
export function contradictionsAmong(results: readonly Result[]): { position: number; results: Result[] }[] {
  const holders = new Map<number, Result[]>();
  for (const result of results) {
    const place = placeOf(result.position);
    if (place !== undefined) holders.set(place, [...(holders.get(place) ?? []), result]);
  }
  return [...holders]
    .filter(([, holding]) => holding.length > 1 && !holding.every(({ position }) => isShared(position)))
    .sort(([a], [b]) => a - b)
    .map(([position, holding]) => ({ position, results: holding }));
}

/** Those who raced fill 1st to last; after a place that several share, as many are skipped: 1, 1, 3. */
function gapsIn(positions: readonly Position[]): number[] {
  const places = positions.flatMap((position) => placeOf(position) ?? []);
  const held = new Set(places);
  const expected = new Set<number>();
  let next = 1;
  for (const place of [...held].sort((a, b) => a - b)) {
    // Whoever holds a place that is skipped ought to be further down.
    for (; next < place; next++) expected.add(next);
    expected.add(next);
    next += places.filter((one) => one === place).length;
  }
  return [...expected].filter((place) => !held.has(place));
}

/** The last place that somebody can hold in a race of so many entrants: CPUs and guests may fill all of its places. */
export function lastPlace(facts: Facts, entrants: number): number {
  return facts.settings.cpus ? Math.max(facts.settings.places, entrants) : entrants;
}

/** When a race becomes final by itself, in milliseconds since 1970: complete, undisputed, and left alone long enough. */
export function finalAt(facts: Facts, race: Race): number | undefined {
  const memory = facts.memory.get(race.id);
  if (race.status !== 'Reporting' || !memory || memory.objection !== undefined) return undefined;
  if (!checkRace(facts, race.id).complete) return undefined;
  return memory.changedAt + facts.settings.objectionSeconds * 1000;
}

/** What counts of a final race: its positions, or the last ones that fitted while they contradict each other. */
export function countedPositions(facts: Facts, race: string): { racer: string; position: Position }[] {
  const entrants = facts.entrants.get(race) ?? [];
  const fits = contradictionsAmong(entrants).length === 0;
  const settled = facts.memory.get(race)?.settled;
  return entrants.flatMap((result) => {
    const position = fits ? (result.position ?? 'DNS') : settled?.get(result.id);
    return result.racer === undefined || position === undefined ? [] : [{ racer: result.racer, position }];
  });
}

/** The first one that has a date after `since` (milliseconds since 1970), in a season that isn't over. */
export function nextPlanned(facts: Facts, since: number): Race | undefined {
  return [...facts.races.values()]
    .filter(({ status, season, planned = 0 }) => {
      const closed = facts.seasons.get(season ?? '')?.status === 'Closed';
      return status === 'Planned' && !closed && planned > since;
    })
    .sort((a, b) => (a.planned ?? 0) - (b.planned ?? 0) || byTime(a, b))[0];
}

/** The order in which races were started, earliest first; among equals name and ID decide. */
export function byTime(a: Race, b: Race): number {
  return timeOf(a) - timeOf(b) || byNumberedName(a.race ?? '', b.race ?? '') || byText(a.id, b.id);
}

/** Race 9 before Race 10. */
export function byNumberedName(a: string, b: string): number {
  return a.length - b.length || byText(a, b);
}

/** By code units, so that every server sorts alike whatever its language data. */
export function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function timeOf(race: Race): number {
  return race.started ?? race.opened ?? race.planned ?? race.finished ?? 0;
}

/**
 * The season that is being raced. Should several be open, one that waits for its closing comes last, and of the others the
 * first by name and ID counts.
 */
export function openSeason(facts: Facts): Season | undefined {
  const waits = ({ closingSince }: Season) => Number(closingSince !== undefined);
  return [...facts.seasons.values()]
    .filter((season) => season.status === 'Open')
    .sort((a, b) => waits(a) - waits(b) || byText(a.season ?? '', b.season ?? '') || byText(a.id, b.id))[0];
}

/** Races that count for a season: final ones, in the order in which they were raced. */
export function finalRaces(facts: Facts, season: string): Race[] {
  return [...facts.races.values()].filter((race) => race.season === season && race.status === 'Final').sort(byTime);
}

/** Being raced or about to be: open, running or reporting. */
export function isUnderWay(race: Race): boolean {
  return race.status === 'Open' || race.status === 'Running' || race.status === 'Reporting';
}

/** The races under way, earliest first. */
export function racesUnderWay(facts: Facts): Race[] {
  return [...facts.races.values()].filter(isUnderWay).sort(byTime);
}

/** What the latest evening of a season is called, by its latest race of any status but Planned and Void. */
export function latestNight(facts: Facts, season: Season): string | undefined {
  return racesHeld(facts)
    .filter((race) => race.season === season.id)
    .at(-1)?.night;
}

/** Whose races were the latest: the open season's, or before its first one those of a season that was raced here. */
export function latestSeason(facts: Facts): Season | undefined {
  const season = openSeason(facts);
  const races = racesHeld(facts).filter((race) => !facts.seasons.get(race.season ?? '')?.history);
  if (season && races.some((race) => race.season === season.id)) return season;
  return facts.seasons.get(races.at(-1)?.season ?? '') ?? season;
}

function racesHeld(facts: Facts): Race[] {
  return [...facts.races.values()].filter(({ status }) => status !== 'Planned' && status !== 'Void').sort(byTime);
}
