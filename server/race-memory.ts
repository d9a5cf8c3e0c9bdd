/** What is remembered of a race beside its cells: since when it says what it says, and what it last said that fits. */
import { outcomes, type Position } from '../sheets/positions.ts';
import { counts, entrantsAmong } from './facts.ts';
import type { State } from './fold.ts';
import type { Result } from './league/facts.ts';
import { contradictionsAmong } from './league/races.ts';

/** Notes when a race's positions changed, drops an objection with it, and keeps them if they fit together. */
export function remember(state: State, race: string, at: number): void {
  const rows = [...(state.byRace.get(race) ?? [])];
  const entrants = entrantsAmong(state, rows);
  const before = state.memory.get(race);
  const held = new Map(entrants.map((result) => [`${result.id} ${result.racer}`, result.position]));
  if (before && isSameMap(before.held, held)) return;
  const fits = contradictionsAmong(entrants).length === 0 && rows.every((row) => !counts(row) || !row.wrong.position);
  const settled = fits ? positionsById(entrants) : (before?.settled ?? new Map<string, Position>());
  const begun = entrants.some(({ position }) => position !== undefined);
  const waitsSince = before?.waitsSince ?? (begun ? at : undefined);
  // Whoever vouched for a place did so for that place.
  const stays = ({ id, racer, position }: Result) => before?.held.get(`${id} ${racer}`) === position;
  const confirmed = entrants.flatMap((result) => {
    const by = stays(result) ? before?.confirmed.get(result.racer ?? '') : undefined;
    return by ? [[result.racer ?? '', by] as const] : [];
  });
  state.memory.set(race, {
    changedAt: at,
    held,
    settled,
    confirmed: new Map(confirmed),
    ...(waitsSince !== undefined && { waitsSince }),
    ...(before?.overdue && { overdue: true }),
  });
}

function isSameMap(a: ReadonlyMap<string, unknown>, b: ReadonlyMap<string, unknown>): boolean {
  return a.size === b.size && [...a].every(([key, value]) => b.has(key) && b.get(key) === value);
}

function positionsById(entrants: readonly Result[]): Map<string, Position> {
  return new Map(entrants.map((result) => [result.id, result.position ?? outcomes[2]]));
}
