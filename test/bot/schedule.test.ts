import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { weeklyTimes } from '../../server/jobs/weekly.ts';
import { makeWeekly, parseWeekly } from '../../sheets/weekly.ts';

const hour = 3_600_000;
const week = 7 * 24 * hour;
const zones = [
  'UTC',
  'Europe/Madrid',
  'America/New_York',
  'America/St_Johns',
  'Australia/Lord_Howe',
  'Asia/Kolkata',
  'Pacific/Apia',
  'Africa/Casablanca',
];
const weekly = fc.record({
  day: fc.integer({ min: 0, max: 6 }),
  hour: fc.integer({ min: 0, max: 23 }),
  minute: fc.integer({ min: 0, max: 59 }),
});
const moment = fc.integer({ min: Date.UTC(2020, 0), max: Date.UTC(2036, 0) });

describe('a weekly time', () => {
  it.each([
    ['Sunday 20:00', 'Sunday 20:00'],
    ['  sun 8pm ', 'Sunday 20:00'],
    ['Sundays at 8:30 p.m.', 'Sunday 20:30'],
    ['FRIDAY, 09.05', 'Friday 09:05'],
    ['Friday, 09:05', 'Friday 09:05'],
    ['domingo 20:00', 'Sunday 20:00'],
    ['Miércoles a las 21h30', 'Wednesday 21:30'],
    ['sábados 12:00 am', 'Saturday 00:00'],
    ['Sunday', undefined],
    ['Sunday 20', undefined],
    ['Sunday 24:00', undefined],
    ['Sunday 13pm', undefined],
    ['Someday 20:00', undefined],
    ['20:00', undefined],
  ])('typed as %j is %j', (typed, meant) => {
    const parsed = parseWeekly(typed);
    expect(parsed && makeWeekly(parsed)).toBe(meant);
  });

  it('is read as it is written', () => {
    fc.assert(fc.property(weekly, (one) => void expect(parseWeekly(makeWeekly(one))).toEqual(one)));
  });
});

describe('what is weekly', () => {
  it.each([
    ['in winter', 'Europe/Madrid', 'Sunday 20:00', '2026-03-22T19:00:00Z'],
    ['in summer, an hour earlier by UTC', 'Europe/Madrid', 'Sunday 20:00', '2026-03-29T18:00:00Z'],
    ['in an hour that is left out', 'Europe/Madrid', 'Sunday 02:30', '2026-03-29T01:00:00Z'],
    ['in an hour that comes twice: the first time', 'America/New_York', 'Sunday 01:30', '2026-11-01T05:30:00Z'],
    ['where clocks change by half an hour', 'Australia/Lord_Howe', 'Sunday 01:45', '2026-04-04T14:45:00Z'],
  ])('comes %s', (_, zone, typed, expected) => {
    const at = Date.parse(expected);
    const schedule = parseWeekly(typed);
    if (!schedule) throw new Error(`${typed} is a weekly time`);
    expect(weeklyTimes(schedule, zone, at - 1).next).toBe(at);
    expect(weeklyTimes(schedule, zone, at).latest).toBe(at);
    // Not again when the clocks show the same time once more.
    expect(weeklyTimes(schedule, zone, at).next).toBeGreaterThan(at + week - 2 * hour);
  });

  it('comes once a week in any zone, at that time of the wall clock unless the clocks leave it out', () => {
    fc.assert(
      fc.property(weekly, fc.constantFrom(...zones), moment, (schedule, zone, now) => {
        const { latest, next } = weeklyTimes(schedule, zone, now);
        expect(latest).toBeLessThanOrEqual(now);
        expect(next).toBeGreaterThan(now);
        expect(Math.abs(next - latest - week)).toBeLessThanOrEqual(2 * hour);
        expect(weeklyTimes(schedule, zone, latest).next).toBe(next);
        expect(weeklyTimes(schedule, zone, next).latest).toBe(next);
        const [early, late] = [wall(next - 2 * hour, zone), wall(next + 2 * hour, zone)];
        const steady = late - early === 4 * hour;
        if (steady)
          expect(minutesOf(wall(next, zone))).toBe((schedule.day * 24 + schedule.hour) * 60 + schedule.minute);
      }),
    );
  });
});

/** The wall clock of a zone, as if it were UTC. */
function wall(ms: number, timeZone: string): number {
  const text = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' }).format(ms);
  return Date.parse(`${text.replace(' ', 'T')}Z`);
}

/** Since the week's Sunday began. */
function minutesOf(wallMs: number): number {
  const date = new Date(wallMs);
  return (date.getUTCDay() * 24 + date.getUTCHours()) * 60 + date.getUTCMinutes();
}
