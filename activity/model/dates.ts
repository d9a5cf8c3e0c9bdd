/** Days and times as people type and read them. Moments are milliseconds since 1970. */

/** "2026-05-01": the day that a moment falls on in a time zone. */
export function dayOf(moment: number, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  const part = Object.fromEntries(parts.formatToParts(moment).map(({ type, value }) => [type, value]));
  return `${part.year?.padStart(4, '0')}-${part.month}-${part.day}`;
}

/** The moment at which a day begins in a time zone; undefined for what isn't a day. */
export function startOf(day: string, timeZone: string): number | undefined {
  const utc = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(utc)) return undefined;
  // The zone's distance from UTC at a moment close by; asked again at what it leads to, since clocks may change between.
  const near = utc - offsetAt(utc, timeZone);
  return utc - offsetAt(near, timeZone);
}

/** How far a time zone's wall clock is ahead of UTC at a moment, milliseconds. */
function offsetAt(moment: number, timeZone: string): number {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  const part = Object.fromEntries(format.formatToParts(moment).map(({ type, value }) => [type, Number(value)]));
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(moment / 1000) * 1000;
}

/** "2026-05-01T20:30", by this device's own clock, as a field for date and time wants it. */
export function localMinute(moment: number): string {
  const date = new Date(moment);
  return new Date(moment - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

/** "Fri, 1 May, 20:30", in the reader's own time zone and order. */
export function atTime(moment: number): string {
  return format({ weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' }, moment);
}

/** "1 May 2026", in the reader's own order; in `timeZone`, or their own. */
export function onDay(moment: number, timeZone?: string): string {
  return format({ day: 'numeric', month: 'short', year: 'numeric', timeZone }, moment);
}

function format(options: Intl.DateTimeFormatOptions, moment: number): string {
  return new Intl.DateTimeFormat(undefined, options).format(moment);
}
