/** What the Ledger says of a booking, in English. */
import { type Account, type HouseAccount, holderOf } from '../../sheets/accounts.ts';
import type { NewRow } from '../league/ledger.ts';
import { place } from './en.ts';

/** Whose bookings follow from the rules. */
export const bookedBy = 'League';

/** Why an amount was booked; what follows for the same reason, and what is taken back, corrects that. */
export function sayBooking(row: NewRow): string {
  const said = sayKind(row);
  if (row.n === 1 && !row.reversal) return said;
  const { kind, place: at, reversal } = row;
  // Its amount is only the difference, so it isn't "Prize for 1st" again.
  if (kind === 'prize' && at !== undefined) return `Correction: prize, now for ${place(at)}`;
  return `Correction${reversal ? ', taken back' : ''}: ${said.toLowerCase()}`;
}

/** Of a row that takes another back, by why that was written. */
export function sayReversed(why = ''): string {
  if (why.startsWith(again)) return why.slice(again.length);
  return why === '' ? 'Reversed' : again + why;
}

const again = 'Reversed: ';

/** Why a host noted something, if they didn't say. */
export function sayNoted(from: Account, to: Account): string {
  if (from === 'Outside') return 'Paid in';
  return to === 'Outside' ? 'Cashed out' : 'Contribution';
}

export interface AccountNames {
  racer(id: string): string;
  sponsor(id: string): string;
}

/** Whose an amount is, inside of a sentence. */
export function sayAccount(account: Account, names: AccountNames): string {
  const { kind, id } = holderOf(account);
  if (kind === 'racer') return names.racer(id);
  return kind === 'sponsor' ? names.sponsor(id) : houses[account as HouseAccount];
}

const houses: Record<HouseAccount, string> = {
  Pot: 'the pot',
  'Grand prize': 'the grand prize',
  League: 'the league',
  Outside: 'outside',
};

function sayKind({ kind, place: at }: NewRow): string {
  switch (kind) {
    case 'fee':
      return 'Entry fee';
    case 'cut':
      return 'Commission';
    case 'prize':
      return at === undefined ? 'Prize' : `Prize for ${place(at)}`;
    case 'bonus':
      return 'Bonus';
    case 'carry':
      return 'Carried over to the grand prize';
    case 'grant':
      return 'For the grand prize';
    case 'grand':
      return 'Grand prize';
  }
}
