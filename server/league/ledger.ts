/**
 * Money as a ledger: what is due, what was booked, and the difference. Amounts are minor units (cents). A booking is never
 * changed: what turns out wrong is reversed by another one. We keep the book; we move no money.
 */
import type { Account } from '../../sheets/accounts.ts';
import { mostBooked } from '../../sheets/money.ts';
import {
  accountsOf,
  type BookedAs,
  type Booking,
  bookingKinds,
  keyOf,
  makeBookingId,
  type Reason,
} from './bookings.ts';
import { due, ownAccount } from './due.ts';
import type { Facts, LedgerRow } from './facts.ts';
import { byText } from './races.ts';

/** A row to be added. */
export interface NewRow extends BookedAs, Booking {
  readonly id: string;
  readonly from: Account;
  readonly to: Account;
}

/** What has to be booked so that the ledger says what is due. Once it's booked there's nothing left to book. */
export function toBook(facts: Facts): NewRow[] {
  if (!facts.settings.money) return [];
  const booked = bookedByKey(facts);
  const wanted = new Map(due(facts).map((booking) => [keyOf(booking), booking]));
  const rows = [...new Set([...wanted.keys(), ...booked.keys()])].flatMap((key): NewRow[] => {
    const has = booked.get(key);
    const want = wanted.get(key);
    const reason = want ?? has?.reason;
    const difference = (want?.amount ?? 0) - (has?.amount ?? 0);
    return !reason || difference === 0 ? [] : [rowOf(facts, reason, within(difference))];
  });
  return rows.sort((a, b) => order(a) - order(b) || byText(a.id, b.id));
}

/** What every account holds by what was booked. Racers who owe are below zero; all of them together are 0. */
export function balances(facts: Facts): Map<string, number> {
  return sumUp(facts, facts.ledger);
}

/** What every account will hold once all that is due is booked; while no money is played for, what it holds. */
export function expectedBalances(facts: Facts): Map<string, number> {
  if (!facts.settings.money) return balances(facts);
  const noted = facts.ledger.filter(({ booked }) => booked === undefined);
  return sumUp(facts, [...noted, ...due(facts).map((booking) => ({ ...booking, ...accountsOf(booking) }))]);
}

/** What racers have won by what was booked: prizes, bonuses and grand prizes, less what was reversed. */
export function winnings(facts: Facts, season?: string): Map<string, number> {
  const won = facts.ledger.filter(
    ({ booked }) => booked && isWon(booked) && (season === undefined || booked.season === season),
  );
  const holders = [...sumUp(facts, won)].flatMap(([account, amount]) => {
    const [, racer] = /^racer:(.+)$/.exec(account) ?? [];
    return racer === undefined || amount === 0 ? [] : [[racer, amount] as const];
  });
  return new Map(holders);
}

/** A pot or a grand prize that holds something. */
export interface OpenPot {
  readonly account: 'Pot' | 'Grand prize';
  /** A race's ID, or a season's. */
  readonly of: string;
  /** Minor units; below 0 if more was taken out than there was. */
  readonly amount: number;
}

export function openPots(facts: Facts): OpenPot[] {
  return [...balances(facts)].flatMap(([own, amount]): OpenPot[] => {
    const pot = potCalled(own);
    return amount !== 0 && pot ? [{ ...pot, amount }] : [];
  });
}

/** Whose pot or grand prize a name of `balances` is. */
export function potCalled(own: string): Omit<OpenPot, 'amount'> | undefined {
  const [, account, of = ''] = /^(Pot|Grand prize) (.*)$/.exec(own) ?? [];
  return account === 'Pot' || account === 'Grand prize' ? { account, of } : undefined;
}

/**
 * Rows in which hosts cashed out more than there was, as long as that account is still below zero: what was won may be
 * reversed afterwards, and then nobody did anything wrong.
 */
export function overdrawn(facts: Facts): { row: LedgerRow; had: number }[] {
  const now = balances(facts);
  const held = new Map<string, number>();
  return facts.ledger.flatMap((row) => {
    const [from, to] = [ownAccount(personal(facts, row.from), row), ownAccount(personal(facts, row.to), row)];
    const had = held.get(from) ?? 0;
    held.set(from, had - row.amount);
    held.set(to, (held.get(to) ?? 0) + row.amount);
    const isTooMuch = !row.booked && row.to === 'Outside' && row.amount > had && (now.get(from) ?? 0) < 0;
    return isTooMuch ? [{ row, had }] : [];
  });
}

/** As much as one row takes: the rest is another's. */
function within(difference: number): number {
  return Math.max(-mostBooked, Math.min(mostBooked, difference));
}

/** The first number that no row has, not even one that says nothing: a host may have typed any. */
function freeNumber({ ledgerIds }: Facts, reason: Reason): number {
  let n = 1;
  while (
    ledgerIds.has(makeBookingId({ ...reason, n })) ||
    ledgerIds.has(makeBookingId({ ...reason, n, reversal: true }))
  )
    n += 1;
  return n;
}

/** Below 0 it's a reversal. */
function rowOf(facts: Facts, reason: Reason & { place?: number }, difference: number): NewRow {
  const n = freeNumber(facts, reason);
  const booked = { ...reason, n, ...(difference < 0 && { reversal: true as const }) };
  const { from, to } = accountsOf(reason);
  const accounts = difference < 0 ? { from: to, to: from } : { from, to };
  return { ...booked, ...accounts, amount: Math.abs(difference), id: makeBookingId(booked) };
}

interface Booked {
  readonly reason: Reason;
  readonly amount: number;
}

function bookedByKey({ ledger }: Facts): Map<string, Booked> {
  const sums = new Map<string, Booked>();
  for (const { booked, amount } of ledger) {
    if (!booked) continue;
    const { reversal, n: _, ...reason } = booked;
    const known = sums.get(keyOf(reason))?.amount ?? 0;
    sums.set(keyOf(reason), { reason, amount: known + (reversal ? -amount : amount) });
  }
  return sums;
}

function order({ kind }: NewRow): number {
  return bookingKinds.indexOf(kind);
}

function isWon({ kind }: BookedAs): boolean {
  return kind === 'prize' || kind === 'bonus' || kind === 'grand';
}

interface Moved {
  readonly from: Account;
  readonly to: Account;
  readonly amount: number;
  readonly season?: string;
  readonly race?: string;
}

function sumUp(facts: Facts, rows: readonly Moved[]): Map<string, number> {
  const sums = new Map<string, number>();
  const add = (account: string, amount: number) => sums.set(account, (sums.get(account) ?? 0) + amount);
  for (const row of rows) {
    add(ownAccount(personal(facts, row.from), row), -row.amount);
    add(ownAccount(personal(facts, row.to), row), row.amount);
  }
  return sums;
}

/** What belongs to a racer who is the same as another is that one's. */
function personal(facts: Facts, account: Account): Account {
  const racer = account.startsWith('racer:') ? account.slice('racer:'.length) : undefined;
  const person = racer === undefined ? undefined : facts.sameAs.get(racer);
  return person === undefined ? account : `racer:${person}`;
}
