/** The book: a racer's own part of it, which is theirs alone, and all of it for hosts. Amounts are minor units. */
import { holderOf, houseAccounts } from '../../sheets/accounts.ts';
import type { AccountView, LedgerRowView, LedgerView, WalletView } from '../contract/money.ts';
import type { AccountName } from '../contract/terms.ts';
import { factsOf } from '../facts.ts';
import type { State } from '../fold.ts';
import type { Facts, LedgerRow } from '../league/facts.ts';
import { balances } from '../league/ledger.ts';
import { sayAccount } from '../words/ledger.ts';
import { type Names, namesIn, personOf } from './names.ts';

/** So many bookings are shown, the latest ones. */
const walletShown = 30;
const ledgerShown = 200;

/** `racer` is the person whose it is. Undefined while no money is played for. */
export function walletView(facts: Facts, racer: string, names: Names): WalletView | undefined {
  if (!facts.settings.money) return undefined;
  const own = bookingsOf(facts, racer);
  const shown = own.slice(-walletShown).reverse();
  return {
    balance: own.reduce((all, { amount }) => all + amount, 0),
    bookings: shown.map(({ row, amount }) => ({ ...saidOf(row, names), amount })),
    ...(own.length > shown.length && { more: own.length - shown.length }),
  };
}

/** What was booked for a person, in the Ledger's order; `amount` is what they got by it, below zero what they gave. */
export function bookingsOf(facts: Facts, racer: string): { row: LedgerRow; amount: number }[] {
  const isTheirs = (account: string) => {
    const { kind, id } = holderOf(account);
    return kind === 'racer' && personOf(facts, id) === racer;
  };
  return facts.ledger.flatMap((row) => {
    const amount = (isTheirs(row.to) ? row.amount : 0) - (isTheirs(row.from) ? row.amount : 0);
    return amount === 0 ? [] : [{ row, amount }];
  });
}

/** Undefined while no money is played for and none ever was. */
export function ledgerView(state: State): LedgerView | undefined {
  const facts = factsOf(state);
  if (!facts.settings.money && facts.ledger.length === 0) return undefined;
  const names = namesIn(state);
  const rows = facts.ledger.slice(-ledgerShown).reverse();
  return {
    currency: facts.settings.currency,
    accounts: accountsIn(facts, names),
    rows: rows.map(
      (row): LedgerRowView => ({
        ...saidOf(row, names),
        from: sayAccount(row.from, names),
        to: sayAccount(row.to, names),
        amount: row.amount,
        ...(row.by !== undefined && { by: row.by }),
      }),
    ),
    ...(facts.ledger.length > rows.length && { more: facts.ledger.length - rows.length }),
  };
}

function saidOf({ id, when, why = '', season, race }: LedgerRow, names: Names) {
  const about = race === undefined ? season && names.season(season) : names.race(race);
  return { id, ...(when !== undefined && { at: when }), why, ...(about !== undefined && { about }) };
}

function accountsIn(facts: Facts, names: Names): AccountView[] {
  return [...balances(facts)]
    .filter(([, balance]) => balance !== 0)
    .flatMap(([own, balance]): AccountView[] => {
      const [, shared, of = ''] = /^(Pot|Grand prize) (.*)$/.exec(own) ?? [];
      const account = shared ?? own;
      if (!isAccount(account)) return [];
      const about = facts.races.has(of) ? names.race(of) : names.season(of);
      return [{ account, name: sayAccount(account, names), ...(shared !== undefined && { about }), balance }];
    })
    .sort((a, b) => rankOf(a) - rankOf(b) || a.name.localeCompare(b.name, 'en'));
}

function isAccount(text: string): text is AccountName {
  return houseAccounts.some((house) => house === text) || holderOf(text).kind !== undefined;
}

/** The league's own accounts before racers and sponsors. */
function rankOf({ account }: AccountView): number {
  return holderOf(account).kind === undefined ? 0 : 1;
}
