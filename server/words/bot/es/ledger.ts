/** What the Ledger says of a booking, in Spanish. */
import { type Account, type HouseAccount, holderOf } from '../../../../sheets/accounts.ts';
import type { BookedAs, BookingKind } from '../../../league/bookings.ts';
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

/** Why an amount was booked by the rules; what follows for the same reason, and what is taken back, corrects that. */
export function sayBooked({ kind, n, reversal }: BookedAs): string {
  const said = sayKind(kind);
  if (reversal) return `Corrección, se devuelve: ${said.toLowerCase()}`;
  return n === 1 ? said : `Corrección: ${said.toLowerCase()}`;
}

function sayKind(kind: BookingKind): string {
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
