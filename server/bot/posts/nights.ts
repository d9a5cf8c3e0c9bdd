/** The nights of a season, and when each was over. */
import type { Facts, Race, Season } from '../../league/facts.ts';
import { byTime, isUnderWay } from '../../league/races.ts';
import { overAt } from '../../league/seasons.ts';

export interface Night {
  readonly name: string;
  /** In the season, from 0. */
  readonly index: number;
  /** Its final races, in order. */
  readonly races: readonly Race[];
  /** Final races of the season before it, in order. */
  readonly before: readonly Race[];
  /** Its last race was over then, and it may be summed up from `overAt` on. Milliseconds since 1970. */
  readonly lastAt: number;
  /** Missing while a race of it is under way. */
  readonly overAt?: number;
}

/** After a night's last race people go, or open another within this. Milliseconds, as below. */
const quietMs = 30 * 60_000;
/** A race that is planned for later than this after the last one is another evening's, whatever its night is called. */
const sameEveningMs = 3 * 3_600_000;

/** Nights with a final race, the earliest first. */
export function nightsOf(facts: Facts, season: Season): Night[] {
  const own = [...facts.races.values()].filter((race) => race.season === season.id).sort(byTime);
  const final = own.filter(({ status }) => status === 'Final');
  const names = [...new Set(final.flatMap(({ night }) => night ?? []))];
  return names.map((name, index) => {
    const races = final.filter(({ night }) => night === name);
    const first = races[0];
    const lastAt = Math.max(0, ...races.flatMap((race) => overAt(race) ?? []));
    const over = overFrom(facts, season, own, name, lastAt, index < names.length - 1);
    return {
      name,
      index,
      races,
      before: first ? final.slice(0, final.indexOf(first)).filter(({ night }) => night !== name) : [],
      lastAt,
      ...(over !== undefined && { overAt: over }),
    };
  });
}

function overFrom(
  facts: Facts,
  season: Season,
  own: readonly Race[],
  name: string,
  lastAt: number,
  hasNext: boolean,
): number | undefined {
  const ofNight = own.filter(({ night }) => night === name);
  if (ofNight.some(isUnderWay)) return undefined;
  const other = [...facts.races.values()].some((race) => isUnderWay(race) && race.night !== name);
  if (season.status === 'Closed' || hasNext || other) return lastAt;
  const toCome = ofNight.flatMap(({ status, planned = 0 }) =>
    status === 'Planned' && planned > lastAt && planned - lastAt < sameEveningMs ? [planned] : [],
  );
  return Math.max(lastAt, ...toCome) + quietMs;
}
