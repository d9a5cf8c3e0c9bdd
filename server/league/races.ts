/** Races: who is in one, whether its positions fit together, and what counts of them. */
import type { Position } from '../../sheets/records.ts';
import type { Facts, Race, Result, Season } from './facts.ts';

export interface RaceCheck {
  entrants: readonly Result[];
  /** How many have a position. */
  reported: number;
  /** Places that more than one entrant holds, in order. */
  contradictions: { position: number; results: readonly Result[] }[];
  /** Places nobody holds although everybody has reported. */
  gaps: number[];
  /** Everybody has a position, and those with a place are exactly 1st to last. */
  complete: boolean;
}

export function checkRace(facts: Facts, race: string): RaceCheck {
  const entrants = facts.entrants.get(race) ?? [];
  const positions = entrants.map((result) => result.position).filter((position) => position !== undefined);
  const contradictions = contradictionsAmong(entrants);
  const everybody = entrants.length > 0 && positions.length === entrants.length;
  const gaps = everybody ? gapsIn(positions) : [];
  return {
    entrants,
    reported: positions.length,
    contradictions,
    gaps,
    complete: everybody && contradictions.length === 0 && gaps.length === 0,
  };
}

/** Places that several of them hold, in order. */
export function contradictionsAmong(results: readonly Result[]): { position: number; results: Result[] }[] {
  const holders = new Map<number, Result[]>();
  for (const result of results) {
    if (typeof result.position !== 'number') continue;
    holders.set(result.position, [...(holders.get(result.position) ?? []), result]);
  }
  return [...holders]
    .filter(([, results]) => results.length > 1)
    .sort(([a], [b]) => a - b)
    .map(([position, results]) => ({ position, results }));
}

/** Those who raced fill 1st to last, with nobody between them missing. */
function gapsIn(positions: readonly Position[]): number[] {
  const held = new Set(positions.filter((position) => typeof position === 'number'));
  const last = Math.max(0, ...held);
  return Array.from({ length: last }, (_, index) => index + 1).filter((place) => !held.has(place));
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

/** The order in which races were started, earliest first; among equals name and ID decide. */
export function byTime(a: Race, b: Race): number {
  return timeOf(a) - timeOf(b) || byNumberedName(a.race ?? '', b.race ?? '') || byText(a.id, b.id);
}

/** Race 9 before Race 10. */
function byNumberedName(a: string, b: string): number {
  return a.length - b.length || byText(a, b);
}

/** By code units, so that every server sorts alike whatever its language data. */
export function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function timeOf(race: Race): number {
  return race.started ?? race.opened ?? race.planned ?? race.finished ?? 0;
}

/** The season that is being raced. Should several be open, the one that comes first by name and ID. */
export function openSeason(facts: Facts): Season | undefined {
  return [...facts.seasons.values()]
    .filter((season) => season.status === 'Open')
    .sort((a, b) => byText(a.season ?? '', b.season ?? '') || byText(a.id, b.id))[0];
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

/** What the latest evening of the open season is called, by its latest race of any status but Planned. */
export function latestNight(facts: Facts): string | undefined {
  const season = openSeason(facts);
  return [...facts.races.values()]
    .filter((race) => race.season === season?.id && race.status !== 'Planned' && race.status !== 'Void')
    .sort(byTime)
    .at(-1)?.night;
}
