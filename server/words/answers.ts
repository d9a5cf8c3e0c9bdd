/** What is said when something was done, in English. */

import type { Account } from '../../sheets/accounts.ts';
import type { Position } from '../../sheets/positions.ts';
import { count, list, money, place, points, signed } from './en.ts';
import { sayAccount } from './ledger.ts';

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
  confirmed: ({ racer, position }: { racer: string; position: Position }) =>
    `You vouch for ${racer}: ${place(position)}.`,
  protested: ({ race }: { race: string }) => `Hosts will look at ${race}.`,
  declined: ({ racer }: { racer: string }) => `Declined. ${racer} sees what you said.`,
  corrected: ({ race, places }: { race: string; places: number }) =>
    places === 0
      ? `That's the result of ${race} by now: the protest is answered.`
      : `${race}: ${count(places, 'place')} corrected.`,
  deadHeat: ({ race, position, racers }: { race: string; position: number; racers: string[] }) =>
    `A dead heat in ${race}: ${list(racers)} share ${place(position)}.`,
  waiting: ({ race, minutes }: { race: string; minutes: number }) => `${race} waits ${count(minutes, 'more minute')}.`,
  undone: ({ again }: { again: boolean }) => (again ? 'Done again.' : 'Taken back.'),
  planned: ({ race, night }: { race: string; night: string }) => `${race} is planned for ${night}.`,
  opened: ({ race }: { race: string }) => `${race} is open.`,
  started: ({ race }: { race: string }) => `${race} is on. Good luck!`,
  fixed: ({ racer, position }: { racer: string; position: Position | null }) =>
    position === null ? `${racer}'s place was taken away.` : `${racer}: ${place(position)}.`,
  closed: ({ race }: { race: string }) => `${race} is final.`,
  voided: ({ race }: { race: string }) => `${race} was voided.`,
  deletedRows: ({ tab, rows }: { tab: string; rows: number }) => `${rows} rows of ${tab} were let go.`,
  putBackRows: ({ tab, rows }: { tab: string; rows: number }) => `${rows} rows of ${tab} are written again.`,
  next: ({ race, entrants }: { race: string; entrants: number }) =>
    `${race} is open with the same ${count(entrants, 'racer')}.`,
  seasonPlanned: ({ season, overlaps }: Dated) => `${season} is planned.${sayOverlaps(overlaps)}`,
  seasonEdited: ({ season, overlaps }: Dated) => `${season} was changed.${sayOverlaps(overlaps)}`,
  seasonOpened: ({ season }: { season: string }) => `${season} is open.`,
  seasonClosed: ({ season, champions, next, planned = 0 }: Closed) => {
    const won =
      champions.length === 0 ? '' : ` ${champions.length === 1 ? 'Champion' : 'Champions'}: ${list(champions)}.`;
    const races = `${count(planned, 'planned race')} ${planned === 1 ? 'is' : 'are'}`;
    const left = planned === 0 ? '' : next === undefined ? ` ${races} left in it.` : ` ${races} in it now.`;
    return `${season} is closed.${won}${next === undefined ? '' : ` ${next} is open.`}${left}`;
  },
  seasonReopened: ({ season }: { season: string }) => `${season} is open again.`,
  seasonKept: ({ season }: { season: string }) => `${season} stays open.`,
  reminderSeen: ({ season }: { season: string }) => `${season} stays as it is.`,
  adjusted: ({ racer, points, season }: { racer: string; points: number; season: string }) =>
    `${racer}: ${signed(points)} in ${season}.`,
  feeSet: ({ race, fee, currency }: { race: string; fee: number; currency: string }) =>
    fee === 0 ? `${race} costs nothing to enter.` : `${race} costs ${money(fee, currency)} to enter.`,
  noted: ({ from, to, amount, currency, fromName, toName }: Noted) => {
    const named = (name: string) => ({ racer: () => name, sponsor: () => name });
    const [giver, taker] = [sayAccount(from, named(fromName)), sayAccount(to, named(toName))];
    return `Noted: ${money(amount, currency)} from ${giver} to ${taker}.`;
  },
  scoringAdded: ({ scoring }: { scoring: string }) => `${scoring} is in the Scoring tab now.`,
  racerAdded: ({ racer }: { racer: string }) => `${racer} is here. Once they are on Discord, they can say that's them.`,
  merged: ({ racer, into, races }: { racer: string; into: string; races: string[] }) => {
    const both =
      races.length === 0
        ? ''
        : ` Both stand in ${list(races)}: there the row of ${into} counts, unless it has no position.`;
    return `${racer} counts as ${into} now.${both}`;
  },
  unmerged: ({ racer }: { racer: string }) => `${racer} counts for themselves again.`,
  takeOverAsked: ({ racer }: { racer: string }) => `A host is asked whether you are ${racer}.`,
  takenOver: ({ racer, name }: { racer: string; name: string }) =>
    `${racer} belongs to ${name} now, with everything raced so far.`,
  takeOverDeclined: ({ racer }: { racer: string; name: string }) => `${racer} stays as it is.`,
  onPage: ({ on }: { on: boolean }) =>
    on ? 'The public page names you.' : "The public page doesn't name you any more.",
} satisfies Record<string, (given: never) => string>;

interface Dated {
  season: string;
  /** Seasons with which it has days in common. */
  overlaps?: string[];
}

function sayOverlaps(overlaps: readonly string[] = []): string {
  return overlaps.length === 0 ? '' : ` Its dates overlap those of ${list(overlaps)}; dates only remind.`;
}

interface Closed {
  season: string;
  champions: string[];
  /** Opened with it. */
  next?: string;
  /** Planned races: they are in the next one now, or stay. */
  planned?: number;
}

/** Minor units; the names of racers and sponsors. */
interface Noted {
  from: Account;
  to: Account;
  amount: number;
  currency: string;
  fromName: string;
  toName: string;
}

export type AnswerKey = keyof typeof answers;
/** An answer as data: its words are looked up where it's shown. */
export type Said = { [K in AnswerKey]: { said: K; given: Parameters<(typeof answers)[K]>[0] } }[AnswerKey];

export function sayAnswer(said: Said): string {
  return (answers[said.said] as (given: unknown) => string)(said.given);
}
