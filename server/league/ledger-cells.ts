/** A booking of the rules as a row of the Ledger. */
import { type Holders, makeAccount } from '../../sheets/accounts.ts';
import { makeMoney } from '../../sheets/money.ts';
import { folded } from '../../sheets/names.ts';
import type { Raw } from '../../sheets/records.ts';
import type { Cells } from './changes.ts';
import type { Facts } from './facts.ts';
import type { NewRow } from './ledger.ts';

/** How the Ledger says things: a moment as its cells hold it, and the reason of a booking in words. */
export interface LedgerWords {
  cell(moment: number): Raw;
  why(row: NewRow): string;
  by: string;
}

/** `now` in milliseconds since 1970. */
export function ledgerCells(facts: Facts, row: NewRow, now: number, { cell, why, by }: LedgerWords): Cells {
  const holders = holdersIn(facts);
  return {
    when: cell(now),
    from: makeAccount(row.from, holders),
    to: makeAccount(row.to, holders),
    amount: makeMoney(row.amount, facts.settings.currency),
    why: why(row),
    season: facts.seasons.get(row.season)?.season ?? '',
    race: (row.race !== undefined && facts.races.get(row.race)?.race) || '',
    by,
  };
}

/** Racers and sponsors by the names that they bear now. */
export function holdersIn({ racers, sponsors }: Facts): Holders {
  return {
    idOf(to, name) {
      const rows =
        to === 'Racers'
          ? [...racers.values()].map(({ id, racer = '' }) => ({ id, called: racer }))
          : [...sponsors.values()].map(({ id, sponsor = '' }) => ({ id, called: sponsor }));
      const named = rows.filter(({ called }) => called !== '' && folded(called) === folded(name));
      // Of two with one name neither is meant.
      return named.length === 1 ? named[0]?.id : undefined;
    },
    nameOf: (to, id) => (to === 'Racers' ? racers.get(id)?.racer : sponsors.get(id)?.sponsor),
  };
}
