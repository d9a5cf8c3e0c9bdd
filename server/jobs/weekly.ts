/** When something weekly is due, by the wall clock of a time zone. */
import { Cron } from 'croner';
import type { Weekly } from '../../sheets/weekly.ts';

/**
 * The latest time up to `now` and the next one after it, in milliseconds since 1970. A time that clocks going forward
 * leave out is as much later; one that they repeat going back is the earlier one.
 */
export function weeklyTimes({ day, hour, minute }: Weekly, timeZone: string, now: number) {
  const cron = new Cron(`${minute} ${hour} * * ${day}`, { timezone: timeZone, paused: true });
  // A run at this very moment counts as the latest one.
  const [latest] = cron.previousRuns(1, new Date(now + 1));
  const next = cron.nextRun(new Date(now));
  if (!latest || !next) throw new Error(`there is no week with a day ${day} at ${hour}:${minute} in ${timeZone}`);
  return { latest: latest.getTime(), next: next.getTime() };
}
