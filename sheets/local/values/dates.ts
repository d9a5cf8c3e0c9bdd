import { momentOf, weekdayOf } from './serial.ts';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/**
 * A serial number under a date pattern of Sheets: `yyyy-mm-dd`, `M/d/yyyy h:mm am/pm`, `[h]:mm:ss`, quoted literals.
 * `m` means minutes after hours or before seconds, months elsewhere.
 */
export function formatMoment(serial: number, pattern: string): string {
  const tokens = [...pattern.matchAll(/"([^"]*)"|\\(.)|\[(h+|m+|s+)\]|(am\/pm|a\/p)|(y+|m+|d+|h+|s+)(\.0+)?|(.)/gis)];
  const moment = momentOf(serial);
  const halves = tokens.some((token) => token[4] !== undefined);
  return tokens
    .map((token, i) => {
      const [, quoted, escaped, elapsed, half, run, decimals] = token;
      if (quoted !== undefined || escaped !== undefined) return quoted ?? escaped;
      if (elapsed) return String(elapsedIn(serial, elapsed)).padStart(elapsed.length, '0');
      if (half) return halfOfDay(half, moment.hour);
      if (!run) return token[0];
      const letter = run[0]?.toLowerCase();
      const width = run.length;
      if (letter === 'y') return width <= 2 ? pad(moment.year % 100, 2) : pad(moment.year, 4);
      if (letter === 'd') return width <= 2 ? pad(moment.day, width) : weekday(serial, width);
      if (letter === 'h') return pad(halves ? moment.hour % 12 || 12 : moment.hour, width);
      if (letter === 's') return seconds(moment.second, width, decimals);
      if (run !== run.toUpperCase() && meansMinutes(tokens, i)) return pad(moment.minute, width);
      return month(moment.month, width);
    })
    .join('');
}

function meansMinutes(tokens: readonly RegExpExecArray[], at: number): boolean {
  const letters = tokens.map((token) => (token[5] ?? token[3] ?? '')[0]?.toLowerCase());
  const before = letters.slice(0, at).findLast((letter) => letter !== undefined);
  const after = letters.slice(at + 1).find((letter) => letter !== undefined);
  return before === 'h' || after === 's';
}

function elapsedIn(serial: number, unit: string): number {
  const perDay = unit[0]?.toLowerCase() === 'h' ? 24 : unit[0]?.toLowerCase() === 'm' ? 1440 : 86_400;
  return Math.floor(serial * perDay + 1e-9);
}

function month(number: number, width: number): string {
  const name = MONTHS[number - 1] ?? '';
  if (width <= 2) return pad(number, width);
  if (width === 3) return name.slice(0, 3);
  return width === 5 ? name.slice(0, 1) : name;
}

function weekday(serial: number, width: number): string {
  const name = WEEKDAYS[weekdayOf(serial) - 1] ?? '';
  return width === 3 ? name.slice(0, 3) : name;
}

function halfOfDay(written: string, hour: number): string {
  const text = hour < 12 ? 'AM' : 'PM';
  return written.length > 3 ? text : text.slice(0, 1);
}

function seconds(second: number, width: number, decimals = ''): string {
  const fraction = decimals ? second.toFixed(decimals.length - 1).replace(/^\d+/, '') : '';
  return pad(Math.floor(second), width) + fraction;
}

const pad = (number: number, width: number): string => String(number).padStart(width, '0');
