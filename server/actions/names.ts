/** Names as people give them: trimmed, one space between words, and nobody else's. */
import { folded } from '../../sheets/names.ts';
import type { Facts, Racer, Season } from '../league/facts.ts';

/** Signs. A racer's name is as long as Discord's own display names; a season's fits a heading. */
const longest = { racer: 32, season: 60 };

/** The name as it's kept, or undefined for what can't be one: nothing to see, too long, or signs that don't show. */
export function readName(given: string, of: keyof typeof longest): string | undefined {
  const name = given.normalize('NFC').trim().replace(/\s+/g, ' ');
  const length = [...name].length;
  // What joins the parts of one picture isn't seen, and belongs there.
  const hidden = /\p{C}/u.test(name.replace(/\u200d/g, ''));
  return length >= 1 && length <= longest[of] && !hidden ? name : undefined;
}

export function racerCalled(facts: Facts, name: string): Racer | undefined {
  return [...facts.racers.values()].find(({ racer }) => racer !== undefined && folded(racer) === folded(name));
}

export function seasonCalled(facts: Facts, name: string): Season | undefined {
  return [...facts.seasons.values()].find(({ season }) => season !== undefined && folded(season) === folded(name));
}
