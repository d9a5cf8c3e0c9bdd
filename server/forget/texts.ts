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

/** A sentence with their names replaced, where they stand as words of their own, in whatever kind of letters. */
export function withoutName(text: string, { names, alsoCalled, others, called }: Person): string {
  const all = [...new Set([...names.keys(), ...alsoCalled])].filter(
    (name) => [...name].length >= shortestName && !others.has(name),
  );
  if (all.length === 0 || text === '') return text;
  const letters = foldedLetters(text);
  let rest = 0;
  let result = '';
  for (const { 0: found, index } of letters.text.matchAll(wordOf(all))) {
    const from = letters.from[index] ?? 0;
    // A name that ends inside of a letter takes all of it.
    const to = letters.to[index + found.length - 1] ?? text.length;
    result += text.slice(rest, from) + (names.get(folded(found)) ?? called);
    rest = to;
  }
  return result + text.slice(rest);
}

/** Folded names in a folded text. */
function wordOf(names: string[]): RegExp {
  // Longer ones first: "Ana Maria" before "Ana".
  const pattern = names
    .toSorted((a, b) => b.length - a.length)
    .map((name) => name.split(' ').map(escaped).join('\\s+'))
    .join('|');
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${pattern})(?![\\p{L}\\p{N}])`, 'giu');
}

/** What means itself in a pattern; a hyphen does outside of brackets. */
function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * The text as names are compared, letter by letter; for each of its code units, where the letter that it comes from
 * begins and ends in the text as it is. Folding makes some letters longer, and others shorter.
 */
function foldedLetters(text: string): { text: string; from: number[]; to: number[] } {
  const from: number[] = [];
  const to: number[] = [];
  let all = '';
  for (const { segment, index } of segmenter.segment(text)) {
    const letter = segment.normalize('NFKC').toLowerCase();
    all += letter;
    for (let unit = 0; unit < letter.length; unit++) {
      from.push(index);
      to.push(index + segment.length);
    }
  }
  return { text: all, from, to };
}
