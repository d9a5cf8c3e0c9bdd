import { expect, test } from 'vitest';
import { createLocalSheets } from '../../sheets/local/engine.ts';
import { openQuota } from '../../sheets/quota.ts';
import { simulatedClock } from '../clock.ts';
import { localCalls } from '../local-calls.ts';

const book = 'cozy-kart-league';

function sharedSheets() {
  const clock = simulatedClock();
  const sheets = createLocalSheets({ now: clock.now, random: () => 0.5 });
  sheets.ensureSpreadsheet(book, 'Cozy-Kart League');
  const calls = localCalls(sheets);
  return { clock, calls, quota: openQuota({ now: clock.now, after: clock.after }) };
}

/** The most of them within any minute. */
function mostInAMinute(times: readonly number[]): number {
  return Math.max(...times.map((start) => times.filter((time) => time >= start && time < start + 60_000).length));
}

test('forty busy leagues under one credential never ask too much, and take turns', async () => {
  const { clock, calls, quota } = sharedSheets();
  const reads: number[] = [];
  const writes: number[] = [];
  const rounds = new Map<string, number>();
  let over = false;
  const league = async (name: string) => {
    const own = quota.share(name, calls);
    while (!over) {
      await own.read(book, ['A1']);
      reads.push(clock.now());
      await own.batchUpdate(book, [{ updateSpreadsheetProperties: { properties: { title: name }, fields: 'title' } }]);
      writes.push(clock.now());
      rounds.set(name, (rounds.get(name) ?? 0) + 1);
    }
  };
  const all = Array.from({ length: 40 }, (_, index) => league(`league ${index}`));
  await clock.advance(10 * 60_000);
  over = true;
  await clock.advance(5 * 60_000);
  await Promise.all(all);

  expect(mostInAMinute(reads)).toBe(60);
  expect(mostInAMinute(writes)).toBeLessThanOrEqual(60);
  expect(Math.max(...rounds.values()) - Math.min(...rounds.values())).toBeLessThanOrEqual(1);
  expect(Math.min(...rounds.values())).toBeGreaterThanOrEqual(14);
});

test('one with much to do keeps nobody waiting', async () => {
  const { clock, calls, quota } = sharedSheets();
  const busy = quota.share('busy', calls);
  const quiet = quota.share('quiet', calls);
  const many = Array.from({ length: 200 }, () => busy.read(book, ['A1']));
  let answered: number | undefined;
  const one = quiet.read(book, ['A1']).then(() => {
    answered = clock.now();
  });
  const began = clock.now();
  await clock.advance(60_000);
  expect(answered).toBeLessThanOrEqual(began + 60_000);
  await clock.advance(5 * 60_000);
  await Promise.all([...many, one]);
});

test('after Google says that it was too much, everybody waits before the next try', async () => {
  const { clock, calls, quota } = sharedSheets();
  calls.faults.push('refused');
  const rename = { updateSpreadsheetProperties: { properties: { title: 'x' }, fields: 'title' } };
  await expect(quota.share('a', calls).batchUpdate(book, [rename])).rejects.toMatchObject({ status: 429 });
  let done = false;
  const next = quota.share('b', calls).batchUpdate(book, [rename]);
  void next.then(() => {
    done = true;
  });
  await clock.advance(9_999);
  expect(done).toBe(false);
  await clock.advance(1);
  await next;
});
