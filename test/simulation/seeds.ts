import { describe, test } from 'vitest';
import { simulate } from './simulate.ts';

/** So many seeds are one test: few enough that it's seen where the time goes. */
const together = 25;

/** Files of their own share the seeds among the cores. */
export function seasons(first: number, last: number): void {
  describe('a season in which everything happens at once', () => {
    for (let from = first; from <= last; from += together) {
      const to = Math.min(from + together - 1, last);
      test(`seeds ${from} to ${to}`, { timeout: 120_000 }, async () => {
        for (let seed = from; seed <= to; seed++) await simulate(seed);
      });
    }
  });
}
