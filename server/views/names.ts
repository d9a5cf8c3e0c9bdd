/** What people, races and seasons are called. Deleted rows keep their names: results may still name them. */
import { contextOf, type Named, type State } from '../fold.ts';
import type { Facts } from '../league/facts.ts';

export interface Names {
  racer(id: string): string;
  race(id: string): string;
  season(id: string): string;
  sponsor(id: string): string;
  /** ISO 4217. */
  currency: string;
}

export function namesIn(state: State): Names {
  const { rows } = state;
  const nameIn = (tab: Named, field: string, unnamed: string) => (id: string) =>
    rows[tab].get(id)?.value[field]?.toString() ?? unnamed;
  return {
    racer: nameIn('Racers', 'racer', '?'),
    race: nameIn('Races', 'race', '?'),
    season: nameIn('Seasons', 'season', '?'),
    sponsor: nameIn('Sponsors', 'sponsor', '?'),
    currency: contextOf(state).currency,
  };
}

/**
 * Everybody whom something of the league may name, by ID: racers in the Sheet, but for those who are the same as
 * another, and whoever a result, an adjustment or a protest still names.
 */
export function namedRacers(facts: Facts): Set<string> {
  const named = new Set<string>();
  for (const id of facts.racers.keys()) if (!facts.sameAs.has(id)) named.add(id);
  for (const results of facts.entrants.values()) for (const { racer } of results) if (racer) named.add(racer);
  for (const { racer } of facts.adjustments) named.add(racer);
  for (const { racer } of facts.protests.values()) named.add(personOf(facts, racer));
  return named;
}

/** Who a racer is: themselves, or whom they are the same as. */
export function personOf(facts: Facts, racer: string): string {
  return facts.sameAs.get(racer) ?? racer;
}
