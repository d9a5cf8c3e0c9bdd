import { test } from 'vitest';
import { simulate } from './simulation.ts';

/** Seeds that once found something, with what it was. */
const found = [
  [59, 'a copied row with its ID, and a sort in the moment of a write'],
  [70, 'a column added in the moment of a write, mended in the next push'],
  [111, 'a miss whose cell was to be written anyway'],
] as const;

test.each(found)('seed %i: %s', (seed) => simulate(seed), 60_000);

/** As many as fit the patience of somebody who waits for the tests; `npm run soak` runs more. */
const seeds = 60;

test(`${seeds} seasons in which everything happens at once`, { timeout: 240_000 }, async () => {
  for (let seed = 1; seed <= seeds; seed++) await simulate(seed);
});
