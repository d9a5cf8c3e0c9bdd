/** Dead heats: it takes two to share a place. */
import { isShared, type Position, placeOf } from '../../sheets/positions.ts';
import type { Facts, Race, Result } from './facts.ts';

/** Whoever holds a shared place with nobody beside them holds it plainly, whatever their cell says. */
export function plainWhereAlone(results: readonly Result[]): Result[] {
  return results.map((result) => {
    const place = placeOf(result.position);
    if (!isShared(result.position) || place === undefined) return result;
    return holdersOf(results, place) > 1 ? result : { ...result, position: place };
  });
}

/** Those who shared a place of a race, and whom these new positions by racer leave alone there. */
export function leftAlone(
  facts: Facts,
  race: Race,
  next: ReadonlyMap<string, Position | null>,
): { racer: string; position: number }[] {
  const before = facts.entrants.get(race.id) ?? [];
  const after: Pick<Result, 'position'>[] = before.map((result) => {
    const position = next.get(result.racer ?? '');
    if (position === undefined) return result;
    return position === null ? {} : { position };
  });
  const known = new Set(before.map(({ racer }) => racer));
  for (const [racer, position] of next) if (!known.has(racer) && position !== null) after.push({ position });
  return before.flatMap(({ racer, position }) => {
    const place = placeOf(position);
    if (racer === undefined || place === undefined || !isShared(position) || next.has(racer)) return [];
    return holdersOf(after, place) === 1 ? [{ racer, position: place }] : [];
  });
}

function holdersOf(results: readonly Pick<Result, 'position'>[], place: number): number {
  return results.filter(({ position }) => placeOf(position) === place).length;
}
