/** Seasons whose dates get in each other's way. They only remind, so that it's worth saying and no more. */
import type { Facts } from '../league/facts.ts';
import { impossibleDates } from '../league/seasons.ts';

/** The names of the seasons that have days in common with that one. */
export function overlapsOf(facts: Facts, season: string): string[] {
  const both = impossibleDates(facts).flatMap((one) =>
    one.kind === 'overlap' && (one.season === season || one.with === season) ? [one] : [],
  );
  return both.flatMap((one) => facts.seasons.get(one.season === season ? one.with : one.season)?.season ?? []);
}
