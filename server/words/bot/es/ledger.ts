/** What the Ledger says of a booking, in Spanish. */
import { type Account, type HouseAccount, holderOf } from '../../../../sheets/accounts.ts';
import type { BookedAs } from '../../../league/bookings.ts';
import type { AccountNames } from '../../ledger.ts';

/** Whose an amount is, inside of a sentence. */
export function sayAccount(account: Account, names: AccountNames): string {
  const { kind, id } = holderOf(account);
  if (kind === 'racer') return names.racer(id);
  return kind === 'sponsor' ? names.sponsor(id) : houses[account as HouseAccount];
}

const houses: Record<HouseAccount, string> = {
  Pot: 'el bote',
  'Grand prize': 'el gran premio',
  League: 'la liga',
  Outside: 'fuera',
};

/** Why an amount was booked by the rules. */
export function sayBooked({ reversal, ...booked }: BookedAs): string {
  return reversal ? `Devuelto: ${sayKind(booked)}` : sayKind(booked);
}

function sayKind({ kind }: Omit<BookedAs, 'reversal'>): string {
  switch (kind) {
    case 'fee':
      return 'Inscripción';
    case 'cut':
      return 'Comisión';
    case 'prize':
      return 'Premio';
    case 'bonus':
      return 'Bonificación';
    case 'carry':
      return 'Pasa al gran premio';
    case 'grant':
      return 'Para el gran premio';
    case 'grand':
      return 'Gran premio';
  }
}
