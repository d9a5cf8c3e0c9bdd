import { stakes as words } from '../../../server/words/stakes.ts';
import { exampleAmount, readAmount } from '../../model/amounts.ts';
import { Field } from './field.tsx';

interface MoneyFieldProps {
  label: string;
  value: string;
  currency: string;
  why?: string;
  focus?: boolean;
  change(value: string): void;
}

/** A field for an amount, which says when it doesn't hold one. */
export function MoneyField({ label, value, currency, why, ...rest }: MoneyFieldProps) {
  const isWrong = readAmount(value, currency) === undefined;
  return (
    <>
      <Field label={`${label} (${currency})`} value={value} maxLength={16} {...(why && { why })} {...rest} />
      {isWrong && <p role="alert">{words.badAmount(exampleAmount(currency))}</p>}
    </>
  );
}
