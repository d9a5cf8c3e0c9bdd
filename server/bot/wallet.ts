/** The one place where the bot reads money: what a racer has, and what was booked for them lately. */
import type { Facts, LedgerRow } from '../league/facts.ts';
import { bookingsOf } from '../views/ledger.ts';

export interface Wallet {
  /** Minor units, as are all amounts; below zero for who owes. */
  readonly balance: number;
  /** ISO 4217. */
  readonly currency: string;
  /** The latest first. */
  readonly latest: readonly { readonly row: LedgerRow; readonly amount: number }[];
}

const bookingsShown = 8;

/** Undefined while the league has no money. */
export function walletOf(facts: Facts, racer: string | undefined): Wallet | undefined {
  const { money, currency } = facts.settings;
  if (!money) return undefined;
  const own = racer === undefined ? [] : bookingsOf(facts, racer);
  const balance = own.reduce((all, { amount }) => all + amount, 0);
  return { balance, currency, latest: own.slice(-bookingsShown).reverse() };
}
