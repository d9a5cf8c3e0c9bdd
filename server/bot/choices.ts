/** Finding what somebody means by what they type: in the list that comes up, and in what they send. */
import { folded } from '../../sheets/names.ts';
import { shortened } from './message.ts';
import type { Choice } from './request.ts';

/** Something that has a name. */
export interface Thing {
  readonly id: string;
  readonly name: string;
}

/** Documentation: "Application Commands", Autocomplete. */
const listed = 25;
const longest = 100;

/** Those whose names begin with it, then those that hold it; accents aside. Each in the order given. */
export function matching<T extends Thing>(things: readonly T[], typed: string): T[] {
  const wanted = simple(typed);
  const at = ({ name }: Thing) => simple(name).indexOf(wanted);
  return [...things.filter((one) => at(one) === 0), ...things.filter((one) => at(one) > 0)];
}

export function choicesOf(things: readonly Thing[]): Choice[] {
  return things.slice(0, listed).map(({ id, name }) => ({ name: shortened(name || '?', longest), value: id }));
}

/** What is meant: a choice of the list, a name in full, or the only one that fits. */
export function meant<T extends Thing>(things: readonly T[], given: string): T | 'none' | 'several' {
  const exact = things.find(({ id }) => id === given) ?? things.find(({ name }) => folded(name) === folded(given));
  if (exact) return exact;
  const [one, other] = matching(things, given);
  if (one && other) return 'several';
  return one ?? 'none';
}

function simple(text: string): string {
  return folded(text).normalize('NFD').replace(/\p{M}/gu, '');
}
