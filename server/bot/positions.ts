/** Places as they are offered in a list. */

import { choiceWords } from '../words/bot/commands.ts';
import type { InLeague } from './asked.ts';
import { choicesOf, matching, type Thing } from './choices.ts';
import type { Choice } from './request.ts';

/** What takes a place away. */
export const noPlace = 'none';

/** However it's typed, in either language. */
export function takesAway(typed: string): boolean {
  return [noPlace, 'ninguno'].includes(typed.trim().toLowerCase());
}

/** 1 to `last`, and DNF. */
export function reportable({ words }: Pick<InLeague, 'words'>, last: number): Thing[] {
  const places = Array.from({ length: last }, (_, index) => ({ id: String(index + 1), name: words.place(index + 1) }));
  return [...places, { id: 'DNF', name: choiceWords.dnf[words.language] }];
}

/** What a host may set besides. */
export function settable(asked: Pick<InLeague, 'words'>, last: number): Thing[] {
  const { language } = asked.words;
  return [
    ...reportable(asked, last),
    { id: 'DSQ', name: choiceWords.dsq[language] },
    { id: 'DNS', name: choiceWords.dns[language] },
    { id: noPlace, name: choiceWords.none[language] },
  ];
}

/** 1 offers 1st before 10th. What isn't listed, such as a dead heat, can be typed. */
export function offered(things: readonly Thing[], typed: string): Choice[] {
  const exact = things.filter(({ id }) => id.toLowerCase() === typed.trim().toLowerCase());
  return choicesOf([...exact, ...matching(things, typed).filter((one) => !exact.includes(one))]);
}
