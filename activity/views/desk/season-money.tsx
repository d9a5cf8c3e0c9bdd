import type { SeasonFields } from '../../../server/contract/actions.ts';
import type { LeagueView } from '../../../server/contract/league.ts';
import type { SeasonMoneyView } from '../../../server/contract/money.ts';
import { moneyDesk as words } from '../../../server/words/money.ts';
import { readAmount, readPercent, typedAmount } from '../../model/amounts.ts';
import { Field } from './field.tsx';
import { MoneyField } from './money-field.tsx';

/** A season's money as it's typed. */
export interface TypedMoney {
  entryFee: string;
  commission: string;
  split: string;
  bonuses: string;
  grandPrize: string;
}

export const noMoney: TypedMoney = {
  entryFee: '',
  commission: '',
  split: '',
  bonuses: '',
  grandPrize: '',
};

export function typedMoney(money: SeasonMoneyView | undefined, currency: string): TypedMoney {
  if (!money) return noMoney;
  const { stakes, split = '', bonuses = '', grandPrize } = money;
  return {
    entryFee: typedAmount(stakes.entryFee, currency),
    commission: stakes.commission === undefined ? '' : String(stakes.commission),
    split,
    bonuses,
    grandPrize: typedAmount(grandPrize, currency),
  };
}

/** What differs, as the server takes it: null for what was emptied. Undefined while a field can't be read. */
export function changedMoney(
  before: TypedMoney,
  typed: TypedMoney,
  currency: string,
): Pick<SeasonFields, keyof TypedMoney> | undefined {
  const [entryFee, grandPrize] = [readAmount(typed.entryFee, currency), readAmount(typed.grandPrize, currency)];
  const commission = readPercent(typed.commission);
  if (entryFee === undefined || grandPrize === undefined || commission === undefined) return undefined;
  const differs = (field: keyof TypedMoney) => typed[field].trim() !== before[field];
  const text = (field: 'split' | 'bonuses') => typed[field].trim() || null;
  return {
    ...(differs('entryFee') && { entryFee }),
    ...(differs('commission') && { commission }),
    ...(differs('split') && { split: text('split') }),
    ...(differs('bonuses') && { bonuses: text('bonuses') }),
    ...(differs('grandPrize') && { grandPrize }),
  };
}

interface SeasonMoneyProps {
  view: LeagueView;
  typed: TypedMoney;
  change(typed: TypedMoney): void;
}

export function SeasonMoneyFields({ view: { money }, typed, change }: SeasonMoneyProps) {
  if (!money) return null;
  const { currency } = money;
  const held = (field: keyof TypedMoney) => ({
    value: typed[field],
    change: (value: string) => change({ ...typed, [field]: value }),
  });
  return (
    <fieldset class="fields money">
      <legend>{words.season}</legend>
      <MoneyField label={words.seasonFee} why={words.seasonFeeWhy} currency={currency} {...held('entryFee')} />
      <Field label={words.commission} maxLength={8} {...held('commission')} />
      {readPercent(typed.commission) === undefined && <p role="alert">{words.badPercent}</p>}
      <Field label={words.split} why={words.splitWhy} maxLength={200} {...held('split')} />
      <Field label={words.bonuses} why={words.bonusesWhy} maxLength={200} {...held('bonuses')} />
      <MoneyField label={words.prize} why={words.prizeWhy} currency={currency} {...held('grandPrize')} />
    </fieldset>
  );
}
