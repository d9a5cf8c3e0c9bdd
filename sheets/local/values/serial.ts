/** Sheets counts days from 30 December 1899; the fraction is the time of day. */
const EPOCH = Date.UTC(1899, 11, 30);
const DAY = 86_400_000;

/** A calendar date and time of day, without a time zone; month from 1. */
export type Moment = { year: number; month: number; day: number; hour: number; minute: number; second: number };

/** The serial number of a moment; undefined when the calendar has no such day or the clock no such time. */
export function serialOf(moment: Partial<Moment> & Pick<Moment, 'year' | 'month' | 'day'>): number | undefined {
  const { year, month, day, hour = 0, minute = 0, second = 0 } = moment;
  if (hour > 23 || minute > 59 || second >= 60) return undefined;
  const at = new Date(0);
  at.setUTCFullYear(year, month - 1, day);
  if (at.getUTCMonth() !== month - 1 || at.getUTCDate() !== day) return undefined;
  return (at.getTime() - EPOCH) / DAY + (hour * 3600 + minute * 60 + second) / 86_400;
}

/** The moment of a serial number, to the millisecond in `second`. */
export function momentOf(serial: number): Moment {
  const at = new Date(EPOCH + Math.round(serial * DAY));
  return {
    year: at.getUTCFullYear(),
    month: at.getUTCMonth() + 1,
    day: at.getUTCDate(),
    hour: at.getUTCHours(),
    minute: at.getUTCMinutes(),
    second: at.getUTCSeconds() + at.getUTCMilliseconds() / 1000,
  };
}

/** Monday is 1, Sunday 7. */
export const weekdayOf = (serial: number): number => ((((Math.floor(serial) - 2) % 7) + 7) % 7) + 1;
