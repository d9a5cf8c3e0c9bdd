/** What is wrong with the league's money, and what a host can do about it. */
import { factsOf } from './facts.ts';
import type { State } from './fold.ts';
import type { Facts } from './league/facts.ts';
import { type OpenPot, openPots, overdrawn } from './league/ledger.ts';
import { type LedgerTrouble, readLedgerRow } from './league/ledger-rows.ts';
import type { Problem } from './problems.ts';
import type { AccountNames } from './words/ledger.ts';
import type { ProblemWords } from './words/problems.ts';

export function moneyProblems(state: State, says: ProblemWords): Problem[] {
  return [...cashOuts(state, says), ...pots(state, says), ...unfinishedRows(state, says)];
}

function cashOuts(state: State, says: ProblemWords): Problem[] {
  const facts = factsOf(state);
  const { currency } = facts.settings;
  const names = namesOf(state);
  return overdrawn(facts).map(({ row: { id, from, amount }, had }) => {
    const said = says.overdrawn({ holder: says.holder(from, names), had, amount, currency });
    return { tab: 'Ledger', id, field: 'amount', ...said };
  });
}

function pots(state: State, says: ProblemWords): Problem[] {
  const facts = factsOf(state);
  const { money, currency } = facts.settings;
  return openPots(facts).flatMap((open): Problem[] => {
    const pot = { pot: says.pot(open.account, nameOf(state, open)), amount: Math.abs(open.amount), currency };
    const where = facts.races.has(open.of)
      ? { tab: 'Races' as const, id: open.of }
      : { tab: 'Seasons' as const, id: open.of };
    if (open.amount < 0) return [{ ...where, ...says.potBelow0(pot) }];
    if (!money) return [{ ...where, ...says.potWhileOff(pot) }];
    return isPlayedFor(facts, open) ? [] : [{ ...where, ...says.potOfNobody(pot) }];
  });
}

/** Whether it's paid out by itself one day: of a race until it's over, of a season until that is closed. */
function isPlayedFor(facts: Facts, { of }: OpenPot): boolean {
  const race = facts.races.get(of);
  const season = facts.seasons.get(race?.season ?? of);
  if (race && (race.status === 'Void' || race.status === 'Final')) return false;
  return season !== undefined && season.status !== 'Closed';
}

function nameOf(state: State, { of }: OpenPot): string {
  const row = state.rows.Races.get(of) ?? state.rows.Seasons.get(of);
  return String(row?.value.race ?? row?.value.season ?? '?');
}

function namesOf({ rows }: State): AccountNames {
  return {
    racer: (id) => String(rows.Racers.get(id)?.value.racer ?? '?'),
    sponsor: (id) => String(rows.Sponsors.get(id)?.value.sponsor ?? '?'),
  };
}

const fieldOf: Record<LedgerTrouble, string> = {
  from: 'from',
  to: 'to',
  amount: 'amount',
  season: 'season',
  sameAccount: 'to',
  tooMuch: 'amount',
};

/** Rows that don't count. A cell that can't be read has a problem of its own. */
function unfinishedRows(state: State, says: ProblemWords): Problem[] {
  const { races } = factsOf(state);
  return [...state.rows.Ledger.values()].flatMap((row): Problem[] => {
    if (row.gone) return [];
    const read = readLedgerRow({ ...row.value, id: row.id }, races);
    if (typeof read !== 'string' || row.wrong[fieldOf[read]]) return [];
    return [{ tab: 'Ledger', id: row.id, field: fieldOf[read], ...says.ledgerRow({ trouble: read }) }];
  });
}
