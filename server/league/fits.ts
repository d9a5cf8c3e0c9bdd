/** How much of a result fits together while some of it is still missing. */
import { placeOf } from '../../sheets/positions.ts';
import type { Facts } from './facts.ts';
import { contradictionsAmong } from './races.ts';

/**
 * The last place up to which a race's positions fit together, counted from 1st; undefined where not even that one does.
 * Places that a dead heat skips are no gap, and with CPUs or guests on the track none is.
 */
export function fitsUpTo(facts: Facts, race: string): number | undefined {
  const entrants = facts.entrants.get(race) ?? [];
  const disputed = contradictionsAmong(entrants)[0]?.position ?? Number.POSITIVE_INFINITY;
  const places = entrants.flatMap(({ position }) => placeOf(position) ?? []).sort((a, b) => a - b);
  let last: number | undefined;
  for (const [index, place] of places.entries()) {
    if (place >= disputed) break;
    // In order, the first holder of a place stands at that index: 1, 1, 3.
    const follows = place === index + 1 || place === last || facts.settings.cpus;
    if (!follows) break;
    last = place;
  }
  return last;
}
