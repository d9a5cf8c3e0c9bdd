/** What every racer of a season has: the scores of its races, those that are dropped, and what was added or taken away. */
import { type Position, placeOf } from '../../sheets/positions.ts';
import type { Adjustment, Facts, Race, Season } from './facts.ts';
import { countedPositions, finalRaces } from './races.ts';
import { score, scoringOf } from './scoring.ts';

export interface Score {
  readonly race: string;
  /** Missing where they weren't in the race. */
  readonly position?: Position;
  readonly points: number;
  /** One of the worst, so it doesn't count. */
  readonly dropped?: true;
}

export interface Tally {
  readonly racer: string;
  /** One for each race, in the order in which they were raced. */
  readonly scores: readonly Score[];
  readonly adjustments: readonly Adjustment[];
  /** Counted scores and adjustments together. */
  readonly points: number;
  /** Points of dropped scores. */
  readonly dropped: number;
  readonly adjusted: number;
  /** Races that they started. */
  readonly started: number;
  /** How often each place, dropped scores included. */
  readonly places: ReadonlyMap<number, number>;
  /** How often each place among counted scores: what countback goes by. */
  readonly counted: ReadonlyMap<number, number>;
}

/**
 * The season as it stands after these of its races: of everybody who was in one of them or whose points a host
 * adjusted. An adjustment of a later race isn't there yet.
 */
export function tallies(facts: Facts, season: Season, races: readonly Race[]): Map<string, Tally> {
  const known = new Set(races.map(({ id }) => id));
  const later = new Set(finalRaces(facts, season.id).flatMap(({ id }) => (known.has(id) ? [] : [id])));
  const adjustments = facts.adjustments.filter((one) => one.season === season.id && !later.has(one.race ?? ''));
  return talliesOf(facts, season, races, adjustments, season.dropWorst ?? 0);
}

/** These races by themselves, such as those of a night: nothing is dropped, and only their own adjustments count. */
export function talliesApart(facts: Facts, season: Season, races: readonly Race[]): Map<string, Tally> {
  const known = new Set(races.map(({ id }) => id));
  const adjustments = facts.adjustments.filter((one) => one.season === season.id && known.has(one.race ?? ''));
  return talliesOf(facts, season, races, adjustments, 0);
}

function talliesOf(
  facts: Facts,
  season: Season,
  races: readonly Race[],
  adjustments: readonly Adjustment[],
  drops: number,
): Map<string, Tally> {
  const table = scoringOf(facts, season);
  const absent = races.map(({ id }): Score => ({ race: id, points: 0 }));
  const scores = new Map<string, Score[]>();
  const scoresOf = (racer: string) => {
    const own = scores.get(racer) ?? [...absent];
    scores.set(racer, own);
    return own;
  };
  for (const [index, race] of races.entries()) {
    for (const { racer, position } of countedPositions(facts, race.id)) {
      scoresOf(racer)[index] = { race: race.id, position, points: score(position, table) };
    }
  }
  for (const { racer } of adjustments) scoresOf(racer);
  const byRacer = Map.groupBy(adjustments, ({ racer }) => racer);
  return new Map([...scores].map(([racer, own]) => [racer, tally(racer, own, byRacer.get(racer) ?? [], drops)]));
}

function tally(racer: string, all: readonly Score[], adjustments: readonly Adjustment[], drops: number): Tally {
  const worst = new Set(all.toSorted(worstFirst).slice(0, dropsAmong(all.length, drops)));
  const scores = all.map((one): Score => (worst.has(one) ? { ...one, dropped: true } : one));
  const counted = scores.filter((one) => !one.dropped);
  const adjusted = sumOf(adjustments.map(({ points }) => points));
  return {
    racer,
    scores,
    adjustments,
    points: sumOf([...counted.map(({ points }) => points), adjusted]),
    dropped: sumOf(scores.map(({ points, dropped }) => (dropped ? points : 0))),
    adjusted,
    started: all.filter(wasRaced).length,
    places: placesAmong(scores),
    counted: placesAmong(counted),
  };
}

/** Counted points after each race, adjustments aside: what the sum was when no later race had been raced. */
export function pointsSoFar(scores: readonly Score[], drops: number): number[] {
  const sofar: Score[] = [];
  return scores.map((score) => {
    // Behind its equals, for the earliest of them goes first.
    const after = sofar.findIndex((one) => worstFirst(one, score) > 0);
    sofar.splice(after < 0 ? sofar.length : after, 0, score);
    return sumOf(sofar.slice(dropsAmong(sofar.length, drops)).map(({ points }) => points));
  });
}

/**
 * Races that weren't raced go first, then the worst scores, among equals the earliest (Racing Rules of Sailing A2.1). A
 * disqualification is dropped like any other score.
 */
function worstFirst(a: Score, b: Score): number {
  return Number(wasRaced(a)) - Number(wasRaced(b)) || a.points - b.points;
}

/** One race always counts. */
function dropsAmong(races: number, drops: number): number {
  return Math.max(0, Math.min(drops, races - 1));
}

/** Whether somebody took part: with a place, or without one as DNF and DSQ. */
export function wasRaced({ position }: { position?: Position }): boolean {
  return position !== undefined && position !== 'DNS';
}

/** Orders outcomes, the better one first: by place, then DNF, then a disqualification or not having raced. */
export function byOutcome(a: Position | undefined, b: Position | undefined): number {
  return worth(a) - worth(b);
}

function worth(position: Position | undefined): number {
  return placeOf(position) ?? (position === 'DNF' ? 1_000 : 1_001);
}

function placesAmong(scores: readonly Score[]): Map<number, number> {
  const places = new Map<number, number>();
  for (const { position } of scores) {
    const place = placeOf(position);
    if (place !== undefined) places.set(place, (places.get(place) ?? 0) + 1);
  }
  return places;
}

/** Tenths and halves add up to what people expect: sums are rounded to a millionth. */
export function sumOf(points: readonly number[]): number {
  return Math.round(points.reduce((total, one) => total + one, 0) * 1e6) / 1e6;
}
