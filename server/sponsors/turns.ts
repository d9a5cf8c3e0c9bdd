/** Which sponsors a season has, and whose turn it is on its screens. Pure. */

import type { Facts, Season, Sponsor } from '../league/facts.ts';
import { finalRaces } from '../league/races.ts';
import { lastsUntil, overAt } from '../league/seasons.ts';

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

/** Who stands on a season's `turn`th post or picture of a kind, counted from 0: each as often as the others. */
export function presenterOf(facts: Facts, season: Season, turn: number, now: number): Sponsor | undefined {
  const all = presenters(facts, season, now);
  return all[turn % all.length];
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
    return (one.from ?? 0) <= until && from < (endOf(facts, one) ?? Number.POSITIVE_INFINITY);
  });
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

/** What was counted for a sponsor on one kind of screen today. */
export interface Tally {
  /** The logo was really seen. */
  displays: number;
  /** It was handed out, seen or not. */
  turns: number;
}

/**
 * Whose turn it is: who was seen least often today, then who was handed out least often, then the next in the order of
 * the tab, which begins with another one every day. So over a day no one is ahead by more than one, whoever looks away.
 * `day` is a number that grows by one a day.
 */
export function turnOf<S extends { id: string }>(
  sponsors: readonly S[],
  tally: (sponsor: string) => Tally,
  day: number,
): S | undefined {
  const first = sponsors.length === 0 ? 0 : day % sponsors.length;
  const inOrder = [...sponsors.slice(first), ...sponsors.slice(0, first)];
  return inOrder
    .map((sponsor) => ({ sponsor, ...tally(sponsor.id) }))
    .reduce<({ sponsor: S } & Tally) | undefined>((best, one) => {
      if (!best) return one;
      return (one.displays - best.displays || one.turns - best.turns) < 0 ? one : best;
    }, undefined)?.sponsor;
}
