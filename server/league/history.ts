/** Seasons that came in as closed, from a file or from the Sheet. */
import type { Facts, Race, Season } from './facts.ts';

/** Nothing of it counts: its import was taken back, or its races have yet to come. No list needs it. */
export function isEmptyHistory(facts: Facts, season: Season): boolean {
  if (season.status !== 'Closed' || !season.history) return false;
  const has = (race: Race) => race.season === season.id && race.status !== 'Void';
  return !facts.races.values().some(has) && !facts.adjustments.some((one) => one.season === season.id);
}

/** It was voided and nobody is in it, as when its import was taken back: as good as none. */
export function isEmptyVoid(facts: Facts, race: Race): boolean {
  return race.status === 'Void' && (facts.entrants.get(race.id) ?? []).length === 0;
}
