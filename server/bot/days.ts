/** Days as a season has them: by the league's own time zone, written as in 2026-03-01. */
import { momentOf, serialOf, wallText } from '../../sheets/moments.ts';

/** When that day begins there, in milliseconds since 1970; undefined for what isn't a day. */
export function startOf(day: string, timeZone: string): number | undefined {
  const written = day.trim();
  const utc = /^\d{4}-\d{2}-\d{2}$/.test(written) ? Date.parse(`${written}T00:00:00Z`) : Number.NaN;
  // The 30th of February is read as a day of March.
  if (Number.isNaN(utc) || dayOf(utc, 'UTC') !== written) return undefined;
  return momentOf(serialOf(utc, 'UTC'), timeZone);
}

function dayOf(moment: number, timeZone: string): string | undefined {
  return wallText(serialOf(moment, timeZone))?.slice(0, 10);
}
