/** Seasons: who won one, in which order they stand, and dates that can't be. */
import type { Facts, Race, Season } from './facts.ts';
import { byNumberedName, byText, finalRaces } from './races.ts';
import { standings } from './standings.ts';

/** Whoever leads the table of a closed season and raced in it; several where they share it, in the order of their IDs. */
export function champions(facts: Facts, season: Season): string[] {
  if (season.status !== 'Closed') return [];
  return standings(facts, season)
    .flatMap(({ rank, racer, races }) => (rank === 1 && races > 0 ? [racer] : []))
    .sort(byText);
}

/** What is to come first, then what is being raced, then closed ones from the latest to the earliest. */
export function seasonsLatestFirst(facts: Facts): Season[] {
  const times = new Map([...facts.seasons.values()].map((season) => [season, timeOf(facts, season)]));
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
    if (own.ends < own.starts) return [{ kind: 'endsBeforeItStarts', season: own.id }];
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
