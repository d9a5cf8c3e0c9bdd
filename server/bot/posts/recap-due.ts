/** When a night is summed up: once, half an hour after its last race, further races of the evening taken in. */
import type { Season } from '../../league/facts.ts';
import { type Night, nightsOf } from './nights.ts';
import type { Post } from './post.ts';
import { nothingLeft, recap } from './recap.ts';
import type { Telling } from './telling.ts';
import { type Due, type Known, nightMs, type Wanted } from './wanted.ts';

export function recapsOf(season: Season, telling: Telling, known: Known, now: number): Due {
  const wanted: Wanted[] = [];
  const waits: number[] = [];
  const nights = nightsOf(telling.facts, season, known.idleSince);
  for (const night of nights) {
    const subject = subjectOf(season, night, known);
    const post = (): Post =>
      night.races.length > 0 ? recap(telling, season, night, now) : nothingLeft(telling, night);
    if (known.told(subject)) {
      // Further races of the same evening, and corrections, are taken in.
      if (night === nights.at(-1) && season.status === 'Open' && now - night.lastAt < nightMs)
        wanted.push({ subject, post: post(), kind: 'follows' });
      continue;
    }
    if (night.races.length === 0 || night.overAt === undefined) continue;
    if (night.lastAt < Math.max(known.begun, now - nightMs)) continue;
    if (night.overAt > now) waits.push(night.overAt);
    else wanted.push({ subject, post: post(), kind: 'follows' });
  }
  return waits.length > 0 ? { wanted, askAgainAt: Math.min(...waits) } : { wanted };
}

/** By a race of the night, as nights may be renamed, and next week's may be called the same. */
function subjectOf(season: Season, { name, held }: Night, known: Known): string {
  const own = held.map(({ id }) => `recap ${season.id} ${id}`);
  return own.find((subject) => known.since(subject) !== undefined) ?? own[0] ?? `recap ${season.id} ${name}`;
}
