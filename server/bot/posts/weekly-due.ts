/** When the weekly summary is due: once a week, caught up on, never twice. */
import { makeWeekly, parseWeekly } from '../../../sheets/weekly.ts';
import { weeklyTimes } from '../../jobs/weekly.ts';
import type { Facts } from '../../league/facts.ts';
import type { Telling } from './telling.ts';
import { type Due, type Known, nightMs, nothing, type Wanted } from './wanted.ts';
import { weeklyPost } from './weekly-post.ts';

/** A summary is caught up on for this long, and two are never closer, however the schedule changes. Milliseconds. */
const catchUpMs = 3 * nightMs;
const leastApartMs = 3.5 * nightMs;
const weeklySubject = 'weekly ';

export function weekly(telling: Telling, known: Known, now: number): Due {
  const { weeklySummary, timeZone } = telling.facts.settings;
  const schedule = parseWeekly(weeklySummary);
  if (!schedule) return nothing;
  const { latest, next } = weeklyTimes(schedule, timeZone, now);
  const subject = `${weeklySubject}${new Date(latest).toISOString()}`;
  const times = [...known.subjects()].flatMap((one) =>
    one.startsWith(weeklySubject) ? Date.parse(one.slice(weeklySubject.length)) : [],
  );
  const others = times.filter((time) => time !== latest);
  const missed = latest >= Math.max(known.begun, known.scheduled, now - catchUpMs);
  const apart = others.every((time) => Math.abs(latest - time) >= leastApartMs);
  const wanted: Wanted[] = missed && apart ? [{ subject, post: weeklyPost(telling, latest), kind: 'once' }] : [];
  return { wanted, askAgainAt: next };
}

/** How the schedule stands: written otherwise, or in another time zone, it's another one. */
export function scheduleOf({ settings }: Facts): string {
  const schedule = parseWeekly(settings.weeklySummary);
  return schedule ? `${makeWeekly(schedule)} ${settings.timeZone}` : '';
}
