/** Names inside of texts. */
import { folded } from '../../sheets/names.ts';
import type { Person } from './person.ts';

/** The same with every text in it changed; `field` is the one that it stands in, be it in a list. */
export function textsIn<T>(given: T, change: (text: string, field: string) => string, field = ''): T {
  const inside = (value: unknown, of: string): unknown => {
    if (typeof value === 'string') return change(value, of);
    if (Array.isArray(value)) return value.map((one) => inside(one, of));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, inside(one, key)]));
  };
  return inside(given, field) as T;
}

/** One letter is a word of many languages. */
const shortestName = 2;

/** A sentence with their names replaced, where they stand as words of their own. */
export function withoutName(text: string, { names, alsoCalled, others, called }: Person): string {
  const all = [...new Set([...names.keys(), ...alsoCalled])].filter(
    (name) => [...name].length >= shortestName && !others.has(name),
  );
  if (all.length === 0) return text;
  // Longer ones first: "Ana Maria" before "Ana".
  all.sort((a, b) => b.length - a.length);
  const pattern = all.map((name) => name.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&').replaceAll(' ', '\\s+')).join('|');
  const word = new RegExp(`(?<![\\p{L}\\p{N}])(?:${pattern})(?![\\p{L}\\p{N}])`, 'giu');
  return text.normalize('NFC').replace(word, (found) => names.get(folded(found)) ?? called);
}
