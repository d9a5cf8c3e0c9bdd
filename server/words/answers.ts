/** What is said when something was done, in English. */

import type { Position } from '../../sheets/records.ts';
import { place, points } from './en.ts';

export const answers = {
  joined: ({ race, taken, places }: { race: string; taken: number; places: number }) =>
    `You're in ${race}. ${taken} of ${places} places taken.`,
  joinedLate: ({ race }: { race: string }) => `You're in ${race}, marked as late. Tap the place you finished.`,
  left: ({ race }: { race: string }) => `You left ${race}.`,
  saved: ({
    position,
    worth,
    reported,
    entrants,
  }: {
    position: Position;
    worth: number;
    reported: number;
    entrants: number;
  }) => `Saved: ${place(position)}. ${points(worth)} once final. ${reported} of ${entrants} in.`,
  objected: ({ race }: { race: string }) => `${race} waits. Fix your place, or ask a host.`,
  opened: ({ race }: { race: string }) => `${race} is open.`,
  started: ({ race }: { race: string }) => `${race} is on. Good luck!`,
  fixed: ({ racer, position }: { racer: string; position: Position | null }) =>
    position === null ? `${racer}'s place was taken away.` : `${racer}: ${place(position)}.`,
  closed: ({ race }: { race: string }) => `${race} is final.`,
  voided: ({ race }: { race: string }) => `${race} was voided.`,
  deletedRows: ({ tab, rows }: { tab: string; rows: number }) => `${rows} rows of ${tab} were let go.`,
  putBackRows: ({ tab, rows }: { tab: string; rows: number }) => `${rows} rows of ${tab} are written again.`,
  next: ({ race, entrants }: { race: string; entrants: number }) =>
    `${race} is open with the same ${entrants} ${entrants === 1 ? 'racer' : 'racers'}.`,
} satisfies Record<string, (given: never) => string>;

export type AnswerKey = keyof typeof answers;
/** An answer as data: its words are looked up where it's shown. */
export type Said = { [K in AnswerKey]: { said: K; given: Parameters<(typeof answers)[K]>[0] } }[AnswerKey];

export function sayAnswer(said: Said): string {
  return (answers[said.said] as (given: unknown) => string)(said.given);
}
