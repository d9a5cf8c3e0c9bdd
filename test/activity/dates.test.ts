import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayOf, startOf } from '../../activity/model/dates.ts';

const zones = ['UTC', 'Europe/Lisbon', 'America/Los_Angeles', 'Pacific/Kiritimati', 'Asia/Kathmandu'] as const;

test('a day begins at its midnight in the league’s time zone, wherever the panel is', () => {
  expect(startOf('2026-05-01', 'UTC')).toBe(Date.UTC(2026, 4, 1));
  expect(startOf('2026-05-01', 'Europe/Lisbon')).toBe(Date.UTC(2026, 3, 30, 23));
  expect(startOf('2026-05-01', 'America/Los_Angeles')).toBe(Date.UTC(2026, 4, 1, 7));
});

test('the day on which clocks change begins at its own midnight', () => {
  expect(startOf('2026-03-29', 'Europe/Lisbon')).toBe(Date.UTC(2026, 2, 29));
  expect(startOf('2026-03-30', 'Europe/Lisbon')).toBe(Date.UTC(2026, 2, 29, 23));
});

test('what isn’t a day is none', () => {
  expect(startOf('', 'UTC')).toBeUndefined();
  expect(startOf('2026-13-01', 'UTC')).toBeUndefined();
});

test('the beginning of a day falls on that day', () => {
  const days = fc.date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(days, fc.constantFrom(...zones), (date, zone) => {
      const day = date.toISOString().slice(0, 10);
      expect(dayOf(startOf(day, zone) ?? 0, zone)).toBe(day);
    }),
  );
});
