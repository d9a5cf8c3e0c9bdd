/** When the end of a season is told: each time that one closes, be it that it was reopened in between. */

import type { Season } from '../../league/facts.ts';
import { finalPost, goesOnPost } from './final-post.ts';
import type { Telling } from './telling.ts';
import { type Known, nightMs, type Wanted } from './wanted.ts';

/** After a longer silence of ours the end of a season is no news. Milliseconds. */
const seasonMs = 7 * nightMs;

export function finals(telling: Telling, known: Known, now: number): Wanted[] {
  return [...telling.facts.seasons.values()].flatMap((season) => finalsOf(season, telling, known, now));
}

function finalsOf(season: Season, telling: Telling, known: Known, now: number): Wanted[] {
  const closed = season.status === 'Closed' ? known.closed(season.id) : undefined;
  if (season.status === 'Closed' && closed === undefined) return [];
  const current = closed === undefined ? undefined : `${beginningOf(season)}${closed}`;
  const isNews = closed !== undefined && closed >= Math.max(known.begun, now - seasonMs);
  const mistaken = [...known.subjects()].filter(
    (subject) => subject.startsWith(beginningOf(season)) && subject !== current && known.told(subject),
  );
  return [
    ...(current !== undefined && isNews
      ? [{ subject: current, post: finalPost(telling, season), kind: 'follows' as const }]
      : []),
    ...mistaken.map((subject) => ({ subject, post: goesOnPost(telling, season), kind: 'follows' as const })),
  ];
}

/** What follows is when it was closed, in milliseconds since 1970. */
function beginningOf({ id }: Season): string {
  return `final ${id} `;
}
