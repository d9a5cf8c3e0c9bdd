/** Names in Discord's Markdown: shown as they are, whatever signs they have, and never a mention or a link. */

import type { Names } from '../views/names.ts';
import type { Said } from '../words/answers.ts';
import type { ToKnow } from '../words/beforehand.ts';
import type { Refusal } from '../words/refusals.ts';

/** Letters of Hebrew, Arabic, Syriac, Thaana and N'Ko, which would take numbers beside them along to the other side. */
const rightToLeft = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** Discord shows any sign but letters, digits and spaces as it is behind a backslash. What runs right to left stands apart. */
export function plain(text: string): string {
  const shown = escaped(text);
  return rightToLeft.test(shown) ? `\u2068${shown}\u2069` : shown;
}

function escaped(text: string): string {
  return text.replace(/[\\*_~`|<>[\]#@]|^[-+]|:(?=\/\/)/g, '\\$&').replace(/\s+/g, ' ');
}

/** The same names as text that Discord shows as it is. */
export function plainNames(names: Names): Names {
  return {
    ...names,
    racer: (id) => plain(names.racer(id)),
    race: (id) => plain(names.race(id)),
    season: (id) => plain(names.season(id)),
    sponsor: (id) => plain(names.sponsor(id)),
  };
}

/** The same answer, refusal or note with the names in it made plain. */
export function plainly<T extends Said | Refusal | ToKnow>(said: T): T {
  return 'given' in said ? { ...said, given: plainIn(said.given) } : said;
}

function plainIn(given: unknown): unknown {
  if (typeof given === 'string') return plain(given);
  if (Array.isArray(given)) return given.map(plainIn);
  if (typeof given !== 'object' || given === null) return given;
  return Object.fromEntries(Object.entries(given).map(([key, value]) => [key, plainIn(value)]));
}

/** A moment in the reader's own time: f the whole date, D the day, R how far away. */
export function moment(ms: number, style: 'f' | 'D' | 'R' | 't'): string {
  return `<t:${Math.floor(ms / 1000)}:${style}>`;
}
