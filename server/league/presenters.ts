/** Which sponsors a season has, at a moment and as a whole. */
import type { Facts, Season, Sponsor } from './facts.ts';
import { finalRaces } from './races.ts';
import { lastsUntil, overAt } from './seasons.ts';

/**
 * Who stands on a season's screens at that moment (milliseconds since 1970), in the order of the Sponsors tab: the one
 * that the season names, and every sponsor who has dates, while these last. A season that isn't open has no screens of
 * its own any more.
 */
export function sponsorsAt(facts: Facts, season: Season | undefined, at: number): Sponsor[] {
  if (season?.status !== 'Open') return [];
  return shownFrom(facts, season, at, at);
}

/**
 * Who presented a season as a whole, the one that it names first: whoever's dates share a day with it. For the Grand
 * Prize, summaries and pictures. `now` is where a season that goes on ends so far.
 */
export function presenters(facts: Facts, season: Season, now: number): Sponsor[] {
  const { from, until } = spanOf(facts, season, now);
  const all = shownFrom(facts, season, from, until);
  return [...all].sort((a, b) => Number(b.id === season.sponsor) - Number(a.id === season.sponsor));
}

/** Whether no other season had begun after it by `at`. Both in milliseconds since 1970. */
export function isLastBegun(facts: Facts, season: Season, at: number, now: number): boolean {
  const begun = [...facts.seasons.values()]
    .filter(({ status }) => status !== 'Planned')
    .map((one) => spanOf(facts, one, now).from)
    .filter((from) => from <= at);
  return spanOf(facts, season, now).from === Math.max(...begun);
}

/** Who stands on a season's `turn`th post or picture of a kind, counted from 0: each as often as the others. */
export function presenterOf(facts: Facts, season: Season, turn: number, now: number): Sponsor | undefined {
  const all = presenters(facts, season, now);
  return all[turn % all.length];
}

/** Who gives a season's Grand Prize its name: whoever presented it up to its latest race. */
export function prizeGivers(facts: Facts, season: Season): Sponsor[] {
  const raced = finalRaces(facts, season.id).flatMap((race) => overAt(race) ?? []);
  return presenters(facts, season, Math.max(season.starts ?? 0, ...raced));
}

/** From its first race or its start to its last race, or to now while it's open. Milliseconds since 1970. */
export function spanOf(facts: Facts, season: Season, now: number): { from: number; until: number } {
  const raced = finalRaces(facts, season.id).flatMap((race) => overAt(race) ?? []);
  const from = Math.min(...[season.starts ?? raced[0] ?? now], ...raced);
  const last =
    season.status === 'Open' ? now : Math.max(from, ...raced, raced.length === 0 ? (season.ends ?? from) : 0);
  return { from, until: last };
}

/** A sponsor's name must be readable, or there's nothing to say. */
function shownFrom(facts: Facts, season: Season, from: number, until: number): Sponsor[] {
  return [...facts.sponsors.values()].filter((one) => {
    const dated = one.from !== undefined || one.until !== undefined;
    if (one.sponsor === undefined || !(dated || one.id === season.sponsor)) return false;
    if (isBackwards(facts, one)) return false;
    return beginningOf(season, one) <= until && from < (endOf(facts, one) ?? Number.POSITIVE_INFINITY);
  });
}

/** An Until alone doesn't say since when: since it came, so that a new sponsor has nothing to do with seasons of the past. */
function beginningOf(season: Season, { id, from, until, came = 0 }: Sponsor): number {
  return from ?? (until !== undefined && id !== season.sponsor ? came : 0);
}

/** From after Until: it's shown on no day. */
export function isBackwards(facts: Facts, sponsor: Sponsor): boolean {
  const end = endOf(facts, sponsor);
  return sponsor.from !== undefined && end !== undefined && end <= sponsor.from;
}

/** A date without a time of day is that whole day. */
function endOf(facts: Facts, { until }: Sponsor): number | undefined {
  return lastsUntil(facts, { ...(until !== undefined && { ends: until }) });
}
