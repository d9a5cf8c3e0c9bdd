/** Seasons: who won one, in which order they stand, and dates that can't be. */
import { isTimeZone, momentOf, serialOf } from '../../sheets/moments.ts';
import type { Facts, Race, Season } from './facts.ts';
import { isEmptyHistory } from './history.ts';
import { byNumberedName, byText, finalRaces } from './races.ts';
import { raced } from './standings.ts';

/** Who leads a closed season among those who raced in it; several where they share it, in the order of their IDs. */
export function champions(facts: Facts, season: Season): string[] {
  if (season.status !== 'Closed') return [];
  return raced(facts, season)
    .flatMap(({ rank, racer }) => (rank === 1 ? [racer] : []))
    .sort(byText);
}

/**
 * What is to come first, then what is being raced, then closed ones from the latest to the earliest; without those that
 * came in as closed and of which nothing counts.
 */
export function seasonsLatestFirst(facts: Facts): Season[] {
  const all = [...facts.seasons.values()].filter((season) => !isEmptyHistory(facts, season));
  const times = new Map(all.map((season) => [season, timeOf(facts, season)]));
  const time = (season: Season) => times.get(season) ?? 0;
  return [...times.keys()].sort(
    (a, b) =>
      order[a.status ?? 'Planned'] - order[b.status ?? 'Planned'] ||
      time(b) - time(a) ||
      byNumberedName(b.season ?? '', a.season ?? '') ||
      byText(b.id, a.id),
  );
}

/** When a race was over, as far as that is known: milliseconds since 1970. */
export function overAt(race: Race): number | undefined {
  return race.finished ?? race.started ?? race.opened ?? race.planned;
}

/** Until when a season was to last: a date without a time of day is that whole day. Milliseconds since 1970. */
export function lastsUntil({ settings }: Facts, { ends }: Pick<Season, 'ends'>): number | undefined {
  if (ends === undefined) return undefined;
  const zone = isTimeZone(settings.timeZone) ? settings.timeZone : 'UTC';
  const day = serialOf(ends, zone);
  return Number.isInteger(day) && momentOf(day, zone) === ends ? momentOf(day + 1, zone) : ends;
}

/** A season may start in the course of the day with which it ends. */
export function endsBeforeItStarts(facts: Facts, { starts, ends }: Dated): boolean {
  return ends < starts && (lastsUntil(facts, { ends }) ?? ends) <= starts;
}

/** Dates that can't all be true. They only remind, so no race and no points depend on them. */
export type ImpossibleDates =
  | { kind: 'endsBeforeItStarts'; season: string }
  /** Both have days in common; `season` is the one that starts later. */
  | { kind: 'overlap'; season: string; with: string };

/** In the order in which the seasons start. Without a start nothing is said; without an end the start alone counts. */
export function impossibleDates(facts: Facts): ImpossibleDates[] {
  const dated = [...facts.seasons.values()]
    .flatMap(({ id, starts, ends = starts }) =>
      starts === undefined || ends === undefined ? [] : [{ id, starts, ends }],
    )
    .sort((a, b) => a.starts - b.starts || byText(a.id, b.id));
  return dated.flatMap((own, index): ImpossibleDates[] => {
    if (endsBeforeItStarts(facts, own)) return [{ kind: 'endsBeforeItStarts', season: own.id }];
    const earlier = dated.slice(0, index).filter((other) => isInside(own, other));
    return earlier.map((other) => ({ kind: 'overlap', season: own.id, with: other.id }));
  });
}

interface Dated {
  starts: number;
  ends: number;
}

/** One may begin in the moment in which the other ends; two that begin together overlap if both last. */
function isInside(later: Dated, earlier: Dated): boolean {
  return later.starts < earlier.ends && (later.starts > earlier.starts || later.ends > earlier.starts);
}

const order = { Planned: 0, Open: 1, Closed: 2 } as const;

/** Of a season to come its start, of one that's over its end; as far as that is known. */
function timeOf(facts: Facts, season: Season): number {
  if (season.status !== 'Closed') return season.starts ?? Number.MAX_SAFE_INTEGER;
  const latest = finalRaces(facts, season.id).at(-1);
  return season.ends ?? (latest && overAt(latest)) ?? season.starts ?? 0;
}
