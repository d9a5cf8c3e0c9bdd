import type { MomentStyle } from './inline.ts';

const shapes: Record<Exclude<MomentStyle, 'R'>, Intl.DateTimeFormatOptions> = {
  t: { timeStyle: 'short' },
  T: { timeStyle: 'medium' },
  d: { dateStyle: 'short' },
  D: { dateStyle: 'long' },
  f: { dateStyle: 'long', timeStyle: 'short' },
  F: { dateStyle: 'full', timeStyle: 'short' },
};

const steps: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['year', 365 * 86_400],
  ['month', 30 * 86_400],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

/** A moment as it reads in that language, in the time zone of whoever's computer this is. Seconds and ms since 1970. */
export function momentText(seconds: number, style: MomentStyle, locale: string, now: number): string {
  if (style !== 'R') return new Intl.DateTimeFormat(locale, shapes[style]).format(seconds * 1000);
  const away = seconds - now / 1000;
  const [unit, length] = steps.find(([, size]) => Math.abs(away) >= size) ?? ['second', 1];
  return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(Math.round(away / length), unit);
}

/** When a message was sent, as its head says it: the time today, with the date before that. */
export function sentText(timestamp: string, locale: string, now: number): string {
  const sent = new Date(timestamp);
  const today = sent.toDateString() === new Date(now).toDateString();
  const shape: Intl.DateTimeFormatOptions = today ? { timeStyle: 'short' } : { dateStyle: 'short', timeStyle: 'short' };
  return new Intl.DateTimeFormat(locale, shape).format(sent);
}
