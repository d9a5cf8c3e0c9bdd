/** Which posts a league wants at this moment, and when to ask again. Pure. */
import type { Facts, Season } from '../../league/facts.ts';
import { seasonsLatestFirst } from '../../league/seasons.ts';
import { finalPost } from './final-post.ts';
import { nightsOf } from './nights.ts';
import { cards, contradictions, told } from './race-due.ts';
import { recap } from './recap.ts';
import { standingsPost } from './standings-post.ts';
import type { Telling } from './telling.ts';
import { type Due, type Known, nightMs, nothing, together, type Wanted } from './wanted.ts';
import { weekly } from './weekly-due.ts';

/** After a longer silence of ours the end of a season is no news. Milliseconds. */
const seasonMs = 7 * nightMs;

/** `now` in milliseconds since 1970. */
export function due(telling: Telling, known: Known, now: number): Due {
  const { posts } = telling.facts.settings;
  if (posts === 'None') return nothing;
  return together([
    posts === 'Recaps' ? nothing : cards(telling, known, now),
    posts === 'All' ? contradictions(telling, known, now) : nothing,
    posts === 'Recaps' ? nothing : told(telling, known, now),
    recaps(telling, known, now),
    finals(telling, known, now),
    { wanted: standing(telling, known) },
    weekly(telling, known, now),
  ]);
}

function recaps(telling: Telling, known: Known, now: number): Due {
  const wanted: Wanted[] = [];
  const waits: number[] = [];
  for (const season of raced(telling.facts, known)) {
    const nights = nightsOf(telling.facts, season);
    for (const night of nights) {
      const subject = `recap ${season.id} ${night.name}`;
      if (known.posted(subject)) {
        // Further races of the same evening, and corrections, are taken in.
        if (night === nights.at(-1) && season.status === 'Open' && now - night.lastAt < nightMs)
          wanted.push({ subject, post: recap(telling, season, night, now), kind: 'follows' });
        continue;
      }
      if (night.overAt === undefined || night.lastAt < Math.max(known.begun, now - nightMs)) continue;
      if (night.overAt > now) waits.push(night.overAt);
      else wanted.push({ subject, post: recap(telling, season, night, now), kind: 'follows' });
    }
  }
  return waits.length > 0 ? { wanted, askAgainAt: Math.min(...waits) } : { wanted };
}

function finals(telling: Telling, known: Known, now: number): Due {
  const wanted = [...telling.facts.seasons.values()].flatMap((season): Wanted[] => {
    const closed = known.closed(season.id);
    if (season.status !== 'Closed' || closed === undefined) return [];
    if (closed < Math.max(known.begun, now - seasonMs)) return [];
    return [{ subject: `final ${season.id}`, post: finalPost(telling, season), kind: 'follows' }];
  });
  return { wanted };
}

/** The open season's table; that of a season that's over stays as it ended, corrections taken in. */
function standing(telling: Telling, known: Known): Wanted[] {
  return raced(telling.facts, known).flatMap((season): Wanted[] => {
    const subject = `standings ${season.id}`;
    const post = season.status === 'Open' || known.posted(subject) ? standingsPost(telling, season) : undefined;
    return post ? [{ subject, post, kind: season.status === 'Open' ? 'standing' : 'follows' }] : [];
  });
}

/** The open season, and those whose end we saw. */
function raced(facts: Facts, known: Known): Season[] {
  return seasonsLatestFirst(facts).filter(({ id, status }) => status === 'Open' || known.closed(id) !== undefined);
}
