/** Which posts a league wants at this moment, and when to ask again. Pure. */
import type { Facts, Season } from '../../league/facts.ts';
import { finalRaces } from '../../league/races.ts';
import { seasonsLatestFirst } from '../../league/seasons.ts';
import { finals } from './final-due.ts';
import { fitted } from './post.ts';
import { cards, contradictions, told } from './race-due.ts';
import { recapsOf } from './recap-due.ts';
import { standingsPost } from './standings-post.ts';
import type { Telling } from './telling.ts';
import { type Due, type Known, nothing, together, type Wanted } from './wanted.ts';
import { weekly } from './weekly-due.ts';

/** `now` in milliseconds since 1970. */
export function due(telling: Telling, known: Known, now: number): Due {
  const { posts } = telling.facts.settings;
  if (posts === 'None') return nothing;
  const seasons = raced(telling.facts, known);
  const { current, old } = posts === 'Recaps' ? { current: [], old: [] } : cards(telling, known, now);
  // What people wait for comes first; cards of races that are long over may be touched up in the end.
  const { wanted, askAgainAt } = together([
    { wanted: current },
    posts === 'All' ? contradictions(telling, known, now) : nothing,
    posts === 'Recaps' ? nothing : told(telling, known, now),
    ...seasons.map((season) => recapsOf(season, telling, known, now)),
    { wanted: finals(telling, known, now) },
    { wanted: seasons.flatMap((season) => standing(telling, known, season)) },
    weekly(telling, known, now),
    { wanted: old },
  ]);
  const all = wanted.map((one) => (one.post ? { ...one, post: fitted(one.post) } : one));
  return { wanted: [...dropped(known, all), ...all], ...(askAgainAt !== undefined && { askAgainAt }) };
}

/** Begun, and no news any more. First of all: whatever is found there counts for the others. */
function dropped(known: Known, wanted: readonly Wanted[]): Wanted[] {
  const subjects = new Set(wanted.map(({ subject }) => subject));
  return [...known.subjects()]
    .filter((subject) => known.owed(subject) && !subjects.has(subject))
    .map((subject) => ({ subject, post: undefined, kind: 'dropped' }));
}

/** The open season's table; that of a season that's over stays as it ended, corrections taken in. */
function standing(telling: Telling, known: Known, season: Season): Wanted[] {
  const subject = `standings ${season.id}`;
  const open = season.status === 'Open';
  const begun = open && finalRaces(telling.facts, season.id).length > 0;
  if (!begun && !known.told(subject)) return [];
  return [{ subject, post: standingsPost(telling, season), kind: open ? 'standing' : 'follows' }];
}

/** The open season, and those whose end we saw. */
function raced(facts: Facts, known: Known): Season[] {
  return seasonsLatestFirst(facts).filter(({ id, status }) => status === 'Open' || known.closed(id) !== undefined);
}
