/** Each trial costs a new thread and the whole book: up to a second for a large one. */
const MOST_TRIALS = 8;

/**
 * Finds, by halves, which formulas break the library down, so that the others are calculated all the same. Those that
 * are still in doubt after a number of trials count as broken.
 * @param suspects formulas that weren't there when all went well; where leaving them out doesn't help, it's about `all`
 * @param attempt calculates the book with some formulas left out; undefined where that breaks the library
 * @returns the formulas to leave out, and the calculation without them
 * @throws when it breaks down without any formula
 */
export function findBroken<Trial>(
  suspects: ReadonlySet<string>,
  all: ReadonlySet<string>,
  attempt: (without: ReadonlySet<string>) => Trial | undefined,
): { readonly broken: ReadonlySet<string>; readonly trial: Trial } {
  const first = attempt(suspects);
  let broken = first ? suspects : all;
  let trial = first ?? attempt(all);
  if (!trial) throw new Error('The formula library does not start. Install the packages of this project again.');
  // One alone is the one.
  const doubtful = broken.size > 1 ? halves([...broken]) : [];
  let failed = false;
  for (let trials = 1; trials < MOST_TRIALS && doubtful.length > 0; trials++) {
    const some = doubtful.shift() ?? [];
    const without = broken.difference(new Set(some));
    const next = attempt(without);
    failed = next === undefined;
    if (next) [broken, trial] = [without, next];
    else if (some.length > 1) doubtful.unshift(...halves(some));
  }
  return { broken, trial: failed ? (attempt(broken) ?? trial) : trial };
}

function halves<T>(list: readonly T[]): (readonly T[])[] {
  const middle = Math.ceil(list.length / 2);
  return [list.slice(0, middle), list.slice(middle)];
}
