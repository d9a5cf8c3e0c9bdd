/** The one place where the bot reads money: what a racer has, and what was booked for them lately. */
import type { Facts, LedgerRow } from '../league/facts.ts';
import { balances } from '../league/ledger.ts';

export interface Wallet {
  /** Minor units, as are all amounts; below zero for who owes. */
  readonly balance: number;
  /** ISO 4217. */
  readonly currency: string;
  /** The latest first. */
  readonly latest: readonly { readonly row: LedgerRow; readonly gain: number }[];
}

const bookingsShown = 8;

/** Undefined while the league has no money. */
export function walletOf(facts: Facts, racer: string | undefined): Wallet | undefined {
  const { money, currency } = facts.settings;
  if (!money) return undefined;
  const own = (account: string) => {
    const id = account.startsWith('racer:') ? account.slice('racer:'.length) : undefined;
    return id !== undefined && racer !== undefined && (facts.sameAs.get(id) ?? id) === racer;
  };
  const latest = facts.ledger
    .flatMap((row) => {
      const gain = (own(row.to) ? row.amount : 0) - (own(row.from) ? row.amount : 0);
      return gain === 0 ? [] : [{ row, gain }];
    })
    .slice(-bookingsShown)
    .reverse();
  return { balance: balances(facts).get(`racer:${racer}`) ?? 0, currency, latest };
}
