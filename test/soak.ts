/**
 * `npm run soak -- [first] [last]`: the simulation by many seeds, 1 to 10,000 unless told otherwise. A failing seed
 * replays: `npm run soak -- 5 5`, and a single one is made as short as it gets.
 */
import { shrink } from './simulation/shrink.ts';
import { simulate } from './simulation/simulate.ts';

const [first = 1, last = 10_000] = process.argv.slice(2).map(Number);
let failed = 0;
let mended = 0;
for (let seed = first; seed <= last; seed++) {
  try {
    const outcome = await simulate(seed);
    if (outcome.mended) mended += 1;
  } catch (error) {
    failed += 1;
    console.error(first === last ? await shortened(seed) : error instanceof Error ? error.message : error);
  }
}
console.log(`${last - first + 1} seeds, ${failed} failed; of ${mended} the Sheet alone told the same league`);
process.exit(failed === 0 ? 0 : 1);

async function shortened(seed: number): Promise<unknown> {
  const without = await shrink(seed);
  return simulate(seed, without).catch((error: unknown) => error);
}
