/** What entering costs and how a pot is shared out, as a host gives it. */
import { z } from 'zod';
import { makeAccount, parseAccount } from '../../sheets/accounts.ts';
import { makeMoney, makePercent, mostTyped, parseBonuses, parsePercent, parseSplit } from '../../sheets/money.ts';
import type { Raw } from '../../sheets/records.ts';
import type { Facts } from '../league/facts.ts';
import { holdersIn } from '../league/ledger-cells.ts';
import type { Refusal } from '../words/refusals.ts';
import { isRefusal } from './verb.ts';

/** Whole minor units; null for none. */
export const amountField = z.number().nullable().optional();

/** Null takes one away; what is left out stays as it is. */
export const moneyFields = {
  entryFee: amountField,
  /** Percent of a pot, as 12.5. */
  commission: z.number().nullable().optional(),
  /** As in the Sheet: "50, 30, 20". */
  split: z.string().max(200).nullable().optional(),
  /** As in the Sheet: "Win 2, Podium 0.50". */
  bonuses: z.string().max(200).nullable().optional(),
  grandPrize: amountField,
  /** A sponsor's ID. */
  sponsor: z.string().max(64).nullable().optional(),
};

type Given = { [F in keyof typeof moneyFields]?: z.infer<(typeof moneyFields)[F]> };

/** The cells for what is given, or why that can't be. */
export function readMoneyFields(facts: Facts, given: Given): Record<string, Raw> | Refusal {
  const { currency } = facts.settings;
  const cells: Record<string, Raw> = {};
  for (const field of ['entryFee', 'grandPrize'] as const) {
    const cell = readAmount(given[field], currency);
    if (isRefusal(cell)) return cell;
    Object.assign(cells, cell && { [field]: cell.cell });
  }
  const { commission, split, bonuses, sponsor } = given;
  if (commission !== undefined) {
    const hundredths = commission === null ? null : parsePercent(String(commission));
    if (hundredths === undefined) return { refused: 'bad_commission' };
    cells.commission = hundredths === null ? '' : makePercent(hundredths);
  }
  if (split !== undefined) {
    if (split && !parseSplit(split)) return { refused: 'bad_split' };
    cells.split = split?.trim() ?? '';
  }
  if (bonuses !== undefined) {
    if (bonuses && !parseBonuses(bonuses, currency)) return { refused: 'bad_bonuses' };
    cells.bonuses = bonuses?.trim() ?? '';
  }
  if (sponsor !== undefined) {
    const name = sponsor === null ? '' : facts.sponsors.get(sponsor)?.sponsor;
    if (name === undefined) return { refused: 'unknown_sponsor' };
    cells.sponsor = name;
  }
  return cells;
}

/** The cell for an amount that may be none; undefined if none was given. */
export function readAmount(units: number | null | undefined, currency: string): { cell: Raw } | Refusal | undefined {
  if (units === undefined) return undefined;
  if (units === null) return { cell: '' };
  return isAmount(units) ? { cell: makeMoney(units, currency) } : badAmount(currency);
}

export function isAmount(units: number): boolean {
  return Number.isInteger(units) && units >= 0 && units <= mostTyped;
}

export function badAmount(currency: string): Refusal {
  return { refused: 'bad_amount', given: { most: mostTyped, currency } };
}

/** What the Ledger calls an account, if that means it and nobody else. */
export function textOf(facts: Facts, account: string): string | undefined {
  const holders = holdersIn(facts);
  const text = makeAccount(account, holders);
  return parseAccount(text, holders) === account ? text : undefined;
}
