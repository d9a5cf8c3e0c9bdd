/** Protests: "This is wrong", said of a race that is final. */
import type { Facts, Race } from './facts.ts';

/** Until when a final race may be protested against, milliseconds since 1970; undefined where it never may. */
export function protestUntil(facts: Facts, race: Race): number | undefined {
  const { protestHours } = facts.settings;
  if (race.status !== 'Final' || protestHours === 0) return undefined;
  const since = race.finished ?? facts.memory.get(race.id)?.changedAt;
  return since === undefined ? undefined : since + protestHours * 3_600_000;
}
