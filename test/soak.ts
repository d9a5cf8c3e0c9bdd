/** `npm run soak -- [first] [last]`: the simulation by many seeds, 1 to 10,000 unless told otherwise. A failing seed replays. */
import { simulate } from './simulation.ts';

const [first = 1, last = 10_000] = process.argv.slice(2).map(Number);
let failed = 0;
for (let seed = first; seed <= last; seed++) {
  try {
    await simulate(seed);
  } catch (error) {
    failed += 1;
    console.error(error);
  }
}
console.log(`${last - first + 1} seeds, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
