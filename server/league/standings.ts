/** Who stands where in a season. */
import type { Facts, Race, Season } from './facts.ts';
import { byText, finalRaces } from './races.ts';
import { byOutcome, type Tally, tallies, talliesApart } from './tallies.ts';

export interface Standing {
  /** 1, 2, 2, 4: racers whom nothing separates share a rank. */
  rank: number;
  racer: string;
  /** Counted scores and adjustments; may be below zero. */
  points: number;
  wins: number;
  /** Finishes in the first three. */
  podiums: number;
  /** Races that they started. */
  races: number;
  /** Points that don't count, being among the worst. */
  dropped: number;
  /** Points that hosts added or took away. */
  adjustments: number;
}

/** The standings of a season after all of its final races, or after the first of them. */
export function standings(facts: Facts, season: Season, races?: readonly Race[]): Standing[] {
  return ranked(facts, season, races).map(standing);
}

/**
 * The table of a season's races of one night alone: nothing is dropped, and only their own adjustments count. Races that
 * name no night share none.
 */
export function nightStandings(facts: Facts, season: Season, night: string | undefined): Standing[] {
  const races = finalRaces(facts, season.id).filter((race) => night !== undefined && race.night === night);
  return standingsApart(facts, season, races);
}

/** The same of any of its final races, in order. */
export function standingsApart(facts: Facts, season: Season, races: readonly Race[]): Standing[] {
  return rankedBy(facts, talliesApart(facts, season, races), races.at(-1)?.id).map(standing);
}

/** Those who raced in it, ranked among themselves: points without a race win nothing and stand in nobody's way. */
export function raced(facts: Facts, season: Season): Standing[] {
  const racing = standings(facts, season).filter(({ races }) => races > 0);
  return racing.map((line) => ({ ...line, rank: 1 + racing.filter((other) => other.rank < line.rank).length }));
}

function standing({ rank, tally }: Ranked): Standing {
  return {
    rank,
    racer: tally.racer,
    points: tally.points,
    wins: tally.places.get(1) ?? 0,
    podiums: [1, 2, 3].reduce((sum, place) => sum + (tally.places.get(place) ?? 0), 0),
    races: tally.started,
    dropped: tally.dropped,
    adjustments: tally.adjusted,
  };
}

export interface Ranked {
  rank: number;
  tally: Tally;
}

/** The same with all that went into it. */
export function ranked(facts: Facts, season: Season, races?: readonly Race[]): readonly Ranked[] {
  return races ? rankedAfter(facts, season, races) : rankedNow(facts, season);
}

/** Facts don't change, and everything that is shown of a league asks for the same tables: each is worked out once. */
const tables = new WeakMap<Facts, WeakMap<Season, readonly Ranked[]>>();

function rankedNow(facts: Facts, season: Season): readonly Ranked[] {
  const known = tables.get(facts) ?? new WeakMap<Season, readonly Ranked[]>();
  tables.set(facts, known);
  const table = known.get(season) ?? rankedAfter(facts, season, finalRaces(facts, season.id));
  known.set(season, table);
  return table;
}

function rankedAfter(facts: Facts, season: Season, races: readonly Race[]): Ranked[] {
  return rankedBy(facts, tallies(facts, season, races), races.at(-1)?.id);
}

function rankedBy(facts: Facts, all: ReadonlyMap<string, Tally>, latest: string | undefined): Ranked[] {
  const ordered = [...all.values()].sort((a, b) => compare(a, b, latest) || byNameThenId(facts, a, b));
  let rank = 0;
  return ordered.map((tally, index) => {
    const above = ordered[index - 1];
    if (!above || compare(above, tally, latest) !== 0) rank = index + 1;
    return { rank, tally };
  });
}

/** What puts one racer before another, the first that differs. Numbers are the better one's, then the other's. */
export type Step =
  | { by: 'points'; own: number; other: number }
  /** More of that place among counted scores: FIA art. 7.2. */
  | { by: 'countback'; place: number; own: number; other: number }
  /** The better result in the latest race, dropped or not: Racing Rules of Sailing A8.2. */
  | { by: 'latest'; race: string };

/** Negative if `a` stands before `b`, positive if after; 0 if nothing separates them. */
function compare(a: Tally, b: Tally, latest: string | undefined): number {
  const step = separation(a, b, latest);
  if (!step) return 0;
  return step.ahead === a ? -1 : 1;
}

/** What separates two racers, and who is ahead; undefined if nothing does. `latest` is the latest race. */
export function separation(a: Tally, b: Tally, latest: string | undefined): (Step & { ahead: Tally }) | undefined {
  if (a.points !== b.points) {
    const [ahead, other] = a.points > b.points ? [a, b] : [b, a];
    return { by: 'points', own: ahead.points, other: other.points, ahead };
  }
  const last = Math.max(0, ...a.counted.keys(), ...b.counted.keys());
  for (let place = 1; place <= last; place++) {
    const [as, bs] = [a.counted.get(place) ?? 0, b.counted.get(place) ?? 0];
    if (as !== bs)
      return { by: 'countback', place, own: Math.max(as, bs), other: Math.min(as, bs), ahead: as > bs ? a : b };
  }
  if (latest === undefined) return undefined;
  const difference = byOutcome(positionIn(a, latest), positionIn(b, latest));
  return difference === 0 ? undefined : { by: 'latest', race: latest, ahead: difference < 0 ? a : b };
}

function positionIn({ scores }: Tally, race: string) {
  return scores.find((one) => one.race === race)?.position;
}

/** Only the order on the screen of those who share a rank. */
function byNameThenId(facts: Facts, a: Tally, b: Tally): number {
  const nameOf = (own: Tally) => (facts.racers.get(own.racer)?.racer ?? '').toLowerCase();
  return byText(nameOf(a), nameOf(b)) || byText(a.racer, b.racer);
}
