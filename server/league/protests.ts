/** Protests: "This is wrong", said of a race that is final. */
import type { RowChange } from './changes.ts';
import type { Facts, Protest, Race } from './facts.ts';

/**
 * Until when a final race may be protested against, milliseconds since 1970; undefined where it never may. A correction
 * makes a new result, which may be wrong as well: the time begins anew with it.
 */
export function protestUntil(facts: Facts, race: Race): number | undefined {
  const { protestHours } = facts.settings;
  if (race.status !== 'Final' || protestHours === 0) return undefined;
  const over = race.finished ?? facts.memory.get(race.id)?.changedAt;
  return over === undefined ? undefined : Math.max(over, correctedAt(facts, race) ?? over) + protestHours * 3_600_000;
}

/** When a position of it was last corrected; one that was added or imported isn't. */
function correctedAt(facts: Facts, race: Race): number | undefined {
  const own = new Set(facts.entrants.get(race.id)?.map(({ id }) => id));
  const isOwn = (change: RowChange) =>
    change.kind === 'edit' && change.tab === 'Results' && 'position' in change.cells && own.has(change.id);
  return facts.corrections.findLast(({ changes }) => changes.some(isOwn))?.at;
}

/** The protests against races of a season that no host has answered. */
export function openProtestsOf(facts: Facts, season: string): Protest[] {
  return [...facts.protests.values()].filter(
    ({ race, settled }) => !settled && facts.races.get(race)?.season === season,
  );
}
