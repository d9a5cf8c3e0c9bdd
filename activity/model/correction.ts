/** A correction while a host types it. Pure. */
import type { RaceView } from '../../server/contract/league.ts';
import type { Position, RacerId } from '../../server/contract/terms.ts';
import { entrantOf } from './races.ts';

/** What a host chose for some of the racers; the others stay as they are. */
export type Correction = ReadonlyMap<RacerId, Position | null>;

export function choose(correction: Correction, race: RaceView, racer: RacerId, position: Position | null): Correction {
  const next = new Map(correction);
  const held = entrantOf(race, racer)?.position ?? null;
  // Somebody who wasn't in the race stays in the list until they are taken out of it again.
  if (position === held && entrantOf(race, racer)) next.delete(racer);
  else next.set(racer, position);
  return next;
}

export function takeOut(correction: Correction, racer: RacerId): Correction {
  const next = new Map(correction);
  next.delete(racer);
  return next;
}

/** The racers in the list: those of the race, then those who are added to it. */
export function listed(correction: Correction, race: RaceView): RacerId[] {
  const added = [...correction.keys()].filter((racer) => !entrantOf(race, racer));
  return [...race.entrants.map(({ racer }) => racer), ...added];
}

/** As the server takes it; somebody added without a place yet isn't part of it. */
export function positionsOf(correction: Correction, race: RaceView): { racer: RacerId; position: Position | null }[] {
  return [...correction]
    .filter(([racer, position]) => position !== null || entrantOf(race, racer) !== undefined)
    .map(([racer, position]) => ({ racer, position }));
}
