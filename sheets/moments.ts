/**
 * Moments as the Sheet holds them: serial numbers, days since 1899-12-30 by the wall clock of the league's time zone.
 * Source of the epoch: Google's DateTimeRenderOption.SERIAL_NUMBER.
 */

const dayMs = 86_400_000;
const epochMs = Date.UTC(1899, 11, 30);
const quarterMs = 15 * 60_000;

/** A serial number from milliseconds since 1970; whole seconds, so that it survives the way through a cell. */
export function serialOf(ms: number, timeZone: string): number {
  const whole = Math.floor(ms / 1000) * 1000;
  return (whole + offsetMs(whole, timeZone) - epochMs) / dayMs;
}

/** Milliseconds since 1970. A wall clock time that occurs twice (clocks going back) is the earlier one. */
export function momentOf(serial: number, timeZone: string): number {
  const wall = Math.round((serial * dayMs + epochMs) / 1000) * 1000;
  const before = wall - offsetMs(wall - dayMs, timeZone);
  if (before + offsetMs(before, timeZone) === wall) return before;
  return wall - offsetMs(wall - offsetMs(wall, timeZone), timeZone);
}

/** As in "2026-03-06 20:30": the wall clock that a serial number stands for. Undefined for one that is no date. */
export function wallText(serial: number): string | undefined {
  if (!(serial > 0 && serial < 2_958_466)) return undefined;
  const minute = 60_000;
  const wall = new Date(Math.round((serial * dayMs + epochMs) / minute) * minute);
  return wall.toISOString().slice(0, 16).replace('T', ' ');
}

export function isTimeZone(name: string): boolean {
  let known = zones.get(name);
  if (known === undefined) {
    known = canFormat(name);
    zones.set(name, known);
  }
  return known;
}

/** Asking Intl costs too much to ask it for every cell. */
const zones = new Map<string, boolean>();

function canFormat(timeZone: string): boolean {
  try {
    new Intl.DateTimeFormat('en-US', { timeZone });
    return true;
  } catch {
    return false;
  }
}

const formats = new Map<string, Intl.DateTimeFormat>();
const offsets = new Map<string, Map<number, number>>();

/** How far the zone's wall clock is ahead of UTC then. Clocks only ever change at a quarter of an hour. */
function offsetMs(ms: number, timeZone: string): number {
  const quarter = Math.floor(ms / quarterMs);
  const known = offsets.get(timeZone) ?? new Map<number, number>();
  offsets.set(timeZone, known);
  let offset = known.get(quarter);
  if (offset === undefined) {
    offset = wallClock(quarter * quarterMs, timeZone) - quarter * quarterMs;
    known.set(quarter, offset);
  }
  return offset;
}

function wallClock(ms: number, timeZone: string): number {
  let format = formats.get(timeZone);
  if (!format) {
    const digits = 'numeric';
    const fields = { year: digits, month: digits, day: digits, hour: digits, minute: digits, second: digits } as const;
    format = new Intl.DateTimeFormat('en-US', { timeZone, hourCycle: 'h23', calendar: 'iso8601', ...fields });
    formats.set(timeZone, format);
  }
  const part = Object.fromEntries(format.formatToParts(ms).map(({ type, value }) => [type, Number(value)]));
  return Date.UTC(part.year ?? 0, (part.month ?? 1) - 1, part.day, part.hour, part.minute, part.second);
}
