/** Makes a failing seed as short as it gets. */
import { simulate, steps } from './simulate.ts';

/** The steps of a failing seed without which it fails all the same, as far as leaving out one after the other tells. */
export async function shrink(seed: number): Promise<Set<number>> {
  const without = new Set<number>();
  for (let before = -1; before < without.size; ) {
    before = without.size;
    for (let step = steps - 1; step >= 0; step--) {
      if (!without.has(step) && (await fails(seed, new Set([...without, step])))) without.add(step);
    }
  }
  return without;
}

async function fails(seed: number, without: ReadonlySet<number>): Promise<boolean> {
  return simulate(seed, without).then(
    () => false,
    () => true,
  );
}
