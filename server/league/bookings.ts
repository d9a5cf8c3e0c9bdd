/**
 * What the rules book in the Ledger, and the IDs of such rows. An ID says all but the amount: so a booking is known
 * whatever its racer, race or season is called by then, and booked twice it's the same row.
 */
import type { Account } from '../../sheets/accounts.ts';

export const bookingKinds = ['fee', 'cut', 'prize', 'carry', 'bonus', 'grant', 'grand'] as const;
/**
 * An entry fee into a pot, the league's commission from it, a prize from it, what its split leaves for the grand prize; a
 * bonus for a result; what sponsor or league give to the grand prize, and that to the champion. In the order of the book.
 */
export type BookingKind = (typeof bookingKinds)[number];

/** What is booked for, by IDs. */
export interface Reason {
  readonly kind: BookingKind;
  readonly season: string;
  /** Missing for what is the season's own. */
  readonly race?: string;
  /** The racer, or the sponsor who grants. The league grants without one. */
  readonly holder?: string;
}

/** What should be in the book. */
export interface Booking extends Reason {
  /** Minor units, above 0. */
  readonly amount: number;
  /** Of a prize: for which place. */
  readonly place?: number;
}

/** One row of it: the first for its reason, the second, and so on; a reversal takes back what was booked before. */
export interface BookedAs extends Reason {
  readonly n: number;
  readonly reversal?: true;
}

export function accountsOf({ kind, holder = '' }: Reason): { from: Account; to: Account } {
  switch (kind) {
    case 'fee':
      return { from: `racer:${holder}`, to: 'Pot' };
    case 'cut':
      return { from: 'Pot', to: 'League' };
    case 'prize':
      return { from: 'Pot', to: `racer:${holder}` };
    case 'carry':
      return { from: 'Pot', to: 'Grand prize' };
    case 'bonus':
      return { from: 'League', to: `racer:${holder}` };
    case 'grant':
      return { from: holder === '' ? 'League' : `sponsor:${holder}`, to: 'Grand prize' };
    case 'grand':
      return { from: 'Grand prize', to: `racer:${holder}` };
  }
}

/** The same for whatever is booked for the same reason. */
export function keyOf({ kind, season, race = '', holder = '' }: Reason): string {
  return [kind, ...[season, race, holder].map(escaped)].join('.');
}

/** As in `fee.s1.r7.ana.1`, and `fee.s1.r7.ana.r2` for the reversal that follows. */
export function makeBookingId(booked: BookedAs): string {
  return `${keyOf(booked)}.${booked.reversal ? 'r' : ''}${booked.n}`;
}

/** Undefined for the ID of a row that people wrote. */
export function parseBookingId(id: string): BookedAs | undefined {
  const [said, season, race, holder, last = '', ...more] = id.split('.');
  const kind = bookingKinds.find((one) => one === said);
  const [, turned, n] = /^(r?)([1-9]\d{0,8})$/.exec(last) ?? [];
  if (!kind || !season || n === undefined || more.length > 0) return undefined;
  return {
    kind,
    season: plain(season),
    ...(race && { race: plain(race) }),
    ...(holder && { holder: plain(holder) }),
    n: Number(n),
    ...(turned && { reversal: true }),
  };
}

/** A host may have typed an ID with a point in it; the ~ is escaped as in RFC 6901. */
function escaped(id: string): string {
  return id.replaceAll('~', '~0').replaceAll('.', '~1');
}

function plain(part: string): string {
  return part.replaceAll('~1', '.').replaceAll('~0', '~');
}
