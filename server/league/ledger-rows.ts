/** A row of the Ledger as it counts, or what it lacks. */
import type { Account } from '../../sheets/accounts.ts';
import { mostBooked, mostTyped } from '../../sheets/money.ts';
import type { RecordOf } from '../../sheets/records.ts';
import { accountsOf, parseBookingId } from './bookings.ts';
import type { LedgerRow, Race } from './facts.ts';

/** Why a row that people wrote doesn't count. */
export const ledgerTroubles = ['from', 'to', 'amount', 'season', 'sameAccount', 'tooMuch'] as const;
export type LedgerTrouble = (typeof ledgerTroubles)[number];

/**
 * What the rules booked is told by its ID, whatever is called how by now. What people wrote counts once it says from
 * whom to whom and how much; a pot has to be somebody's, so it names a season or a race.
 */
export function readLedgerRow(record: RecordOf<'Ledger'>, races: ReadonlyMap<string, Race>): LedgerRow | LedgerTrouble {
  const { amount = 0, ...rest } = record;
  if (amount === 0) return 'amount';
  const booked = parseBookingId(record.id);
  if (booked) {
    if (amount > mostBooked) return 'tooMuch';
    const { from, to } = accountsOf(booked);
    const accounts = booked.reversal ? { from: to, to: from } : { from, to };
    const { season: _, race: __, ...cells } = rest;
    const about = { season: booked.season, ...(booked.race !== undefined && { race: booked.race }) };
    return { ...cells, ...accounts, ...about, amount, booked };
  }
  const { from, to, season = races.get(rest.race ?? '')?.season } = rest;
  if (from === undefined) return 'from';
  if (to === undefined) return 'to';
  if (from === to) return 'sameAccount';
  if (amount > mostTyped) return 'tooMuch';
  if (isOfPot({ from, to }) && season === undefined) return 'season';
  const accounts = { from: from as Account, to: to as Account };
  return { ...rest, ...accounts, amount, ...(season !== undefined && { season }) };
}

/** Whether a pot or a grand prize gives or gets. */
export function isOfPot({ from, to }: { from: string; to: string }): boolean {
  return [from, to].some((account) => account === 'Pot' || account === 'Grand prize');
}
