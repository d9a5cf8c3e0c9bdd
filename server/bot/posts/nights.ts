/** The nights of a season, and when each was over. */
import type { Facts, Race, Season } from '../../league/facts.ts';
import { byTime, isUnderWay } from '../../league/races.ts';
import { overAt } from '../../league/seasons.ts';

export interface Night {
  readonly name: string;
  /** Among those of which anything counts, from 0. */
  readonly index: number;
  /** All that was begun of it, voided races too, in order: by these a night is known, whatever it's called. */
  readonly held: readonly Race[];
  /** Its final races, in order; none where all were voided. */
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
/** Races of one name are two nights with as much between them: next week's may be called the same. */
const apartMs = 12 * 3_600_000;

/** Nights of which a race is over, the earliest first. `idleSince` is when a race was last seen under way. */
export function nightsOf(facts: Facts, season: Season, idleSince = 0): Night[] {
  const own = [...facts.races.values()].filter((race) => race.season === season.id).sort(byTime);
  const final = own.filter(isFinal);
  const all = eveningsOf(own);
  const over = all.filter(({ held }) => held.some((race) => isFinal(race) || race.status === 'Void'));
  const counted = over.filter(({ held }) => held.some(isFinal));
  return over.map((evening): Night => {
    const { name, held } = evening;
    const races = held.filter(isFinal);
    const [first] = races.length > 0 ? races : held;
    const lastAt = Math.max(0, ...(races.length > 0 ? races : held).flatMap((race) => overAt(race) ?? []));
    const voidedLast = held.at(-1)?.status === 'Void';
    const quietFrom = voidedLast ? Math.max(lastAt, idleSince) : lastAt;
    const planned = own.filter(({ night, status }) => night === name && status === 'Planned');
    const at = overFrom(facts, season, evening, { planned, quietFrom, hasNext: evening !== all.at(-1) });
    return {
      name,
      index: counted.filter((one) => all.indexOf(one) < all.indexOf(evening)).length,
      held,
      races,
      before: final.filter((race) => first !== undefined && byTime(race, first) < 0 && !held.includes(race)),
      lastAt,
      ...(at !== undefined && { overAt: at }),
    };
  });
}

interface Evening {
  readonly name: string;
  readonly held: readonly Race[];
}

/** What was begun, by night, in the order of their first races; without races that name none, or never came to be. */
function eveningsOf(own: readonly Race[]): Evening[] {
  const evenings: { name: string; held: Race[] }[] = [];
  for (const race of own) {
    const { night: name } = race;
    if (name === undefined || !wasBegun(race)) continue;
    const same = evenings.findLast((evening) => evening.name === name);
    const last = same?.held.at(-1);
    if (same && last && !isApart(last, race)) same.held.push(race);
    else evenings.push({ name, held: [race] });
  }
  return evenings;
}

/** A plan that was given up is no evening: the one before it would be over at once. */
function wasBegun({ status = 'Planned', opened, started, finished }: Race): boolean {
  if (status === 'Void') return [opened, started, finished].some((at) => at !== undefined);
  return status !== 'Planned';
}

/** What has no time, having been typed into the Sheet, belongs to the others of its name. */
function isApart(earlier: Race, later: Race): boolean {
  const [from, to] = [overAt(earlier), later.started ?? later.opened ?? overAt(later)];
  return from !== undefined && to !== undefined && to - from > apartMs;
}

function isFinal({ status }: Race): boolean {
  return status === 'Final';
}

interface Around {
  readonly planned: readonly Race[];
  readonly quietFrom: number;
  readonly hasNext: boolean;
}

function overFrom(
  facts: Facts,
  season: Season,
  { name, held }: Evening,
  { planned, quietFrom, hasNext }: Around,
): number | undefined {
  if (held.some(isUnderWay)) return undefined;
  const other = [...facts.races.values()].some((race) => isUnderWay(race) && race.night !== name);
  if (season.status === 'Closed' || hasNext || other) return quietFrom;
  const toCome = planned.flatMap(({ planned: at = 0 }) =>
    at > quietFrom && at - quietFrom < sameEveningMs ? [at] : [],
  );
  return Math.max(quietFrom, ...toCome) + quietMs;
}
