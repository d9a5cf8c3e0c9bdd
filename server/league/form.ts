/** How somebody races: their form, their career over all seasons, and how they do against another. */
import { type Position, placeOf } from '../../sheets/positions.ts';
import type { Facts } from './facts.ts';
import { personOf } from './people.ts';
import { countedPositions, finalRaces } from './races.ts';
import { champions, seasonsLatestFirst } from './seasons.ts';
import { standings } from './standings.ts';
import { byOutcome, wasRaced } from './tallies.ts';

/** A final race that somebody started, in whichever season. */
export interface Outing {
  readonly race: string;
  readonly position: Position;
}

export interface Form {
  /** The latest five, the latest first. */
  readonly lastFive: readonly Outing[];
  readonly winStreak: Streak;
  readonly podiumStreak: Streak;
  /** Of races that they started, from 0 to 1; missing before the first. */
  readonly podiumRate?: number;
  /** The highest rank in a season in which they raced; among equals the most points, then the latest. */
  readonly bestSeason?: { readonly season: string; readonly rank: number; readonly points: number };
}

/** In a row up to now, and the most ever. A race that they weren't in ends no streak; a DNF or DSQ does. */
export interface Streak {
  readonly now: number;
  readonly best: number;
}

export interface Career {
  /** In which they started a race. */
  readonly seasons: number;
  readonly races: number;
  readonly wins: number;
  /** Finishes in the first three. */
  readonly podiums: number;
  /** Closed seasons that they won, shared ones too. */
  readonly titles: number;
}

export interface HeadToHead {
  /** Races in which both started. */
  readonly races: number;
  readonly ahead: number;
  readonly behind: number;
  /** A dead heat, or neither finished. */
  readonly level: number;
  /** The latest first. */
  readonly meetings: readonly { readonly race: string; readonly own: Position; readonly other: Position }[];
}

export function form(facts: Facts, racer: string): Form {
  const outings = outingsOf(facts, racer);
  const podiums = outings.filter(isPodium).length;
  const best = bestSeason(facts, racer);
  return {
    lastFive: outings.slice(0, 5),
    winStreak: streak(outings, isWin),
    podiumStreak: streak(outings, isPodium),
    ...(outings.length > 0 && { podiumRate: podiums / outings.length }),
    ...(best && { bestSeason: best }),
  };
}

export function career(facts: Facts, racer: string): Career {
  const person = personOf(facts, racer);
  const outings = outingsOf(facts, racer);
  const seasons = new Set(outings.map(({ race }) => facts.races.get(race)?.season));
  const won = [...facts.seasons.values()].filter((season) => champions(facts, season).includes(person));
  return {
    seasons: seasons.size,
    races: outings.length,
    wins: outings.filter(isWin).length,
    podiums: outings.filter(isPodium).length,
    titles: won.length,
  };
}

/** How the first does against the second. */
export function headToHead(facts: Facts, racer: string, other: string): HeadToHead {
  const against = new Map(outingsOf(facts, other).map(({ race, position }) => [race, position]));
  const same = personOf(facts, racer) === personOf(facts, other);
  const meetings = outingsOf(facts, racer).flatMap(({ race, position }) => {
    const theirs = same ? undefined : against.get(race);
    return theirs === undefined ? [] : [{ race, own: position, other: theirs }];
  });
  const results = meetings.map(({ own, other }) => Math.sign(byOutcome(own, other)));
  return {
    races: meetings.length,
    ahead: results.filter((one) => one < 0).length,
    behind: results.filter((one) => one > 0).length,
    level: results.filter((one) => one === 0).length,
    meetings,
  };
}

/** Every race that they started, the latest first. */
function outingsOf(facts: Facts, racer: string): Outing[] {
  const person = personOf(facts, racer);
  return seasonsLatestFirst(facts).flatMap(({ id }) =>
    finalRaces(facts, id)
      .reverse()
      .flatMap((race) => {
        const own = countedPositions(facts, race.id).find((one) => one.racer === person);
        return own && wasRaced(own) ? [{ race: race.id, position: own.position }] : [];
      }),
  );
}

function bestSeason(facts: Facts, racer: string): Form['bestSeason'] {
  const person = personOf(facts, racer);
  const raced = seasonsLatestFirst(facts).flatMap((season) => {
    const line = standings(facts, season).find((one) => one.racer === person);
    return line && line.races > 0 ? [{ season: season.id, rank: line.rank, points: line.points }] : [];
  });
  return raced.sort((a, b) => a.rank - b.rank || b.points - a.points)[0];
}

function isWin({ position }: Outing): boolean {
  return placeOf(position) === 1;
}

function isPodium({ position }: Outing): boolean {
  return (placeOf(position) ?? 4) <= 3;
}

/** `outings` the latest first. */
function streak(outings: readonly Outing[], keeps: (outing: Outing) => boolean): Streak {
  let run = 0;
  let best = 0;
  let now: number | undefined;
  for (const outing of outings) {
    run = keeps(outing) ? run + 1 : 0;
    if (run === 0) now ??= best;
    best = Math.max(best, run);
  }
  return { now: now ?? best, best };
}
