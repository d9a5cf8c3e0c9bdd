/** Which season an action is about, and which others stand in its way. */
import type { Facts, Season } from '../league/facts.ts';
import type { Refusal } from '../words/refusals.ts';

/** The season of that ID with a name that can be read, or why there's none. */
export function seasonNamed(facts: Facts, id: string): (Season & { season: string }) | Refusal {
  const season = facts.seasons.get(id);
  if (!season) return { refused: 'unknown_season' };
  const { season: name } = season;
  return name === undefined ? { refused: 'nameless_season' } : { ...season, season: name };
}

/** Only one season may be open. */
export function anotherIsOpen(facts: Facts, but: string): Refusal | undefined {
  const other = [...facts.seasons.values()].find(({ id, status }) => status === 'Open' && id !== but);
  return other && { refused: 'other_season_open', given: { season: other.season ?? '?' } };
}
