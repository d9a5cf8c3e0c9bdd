/** Amounts as people type and read them. Units are minor ones (cents); a currency is ISO 4217. */
import { digitsOf, makeMoney, parseMoney } from '../../sheets/money.ts';

/** "€12.50", "12,50 €": in the reader's own way. */
export function amount(units: number, currency: string): string {
  return new Intl.NumberFormat(undefined, { style: 'currency', currency }).format(makeMoney(units, currency));
}

/** "+€12.50", "-€12.50". */
export function gain(units: number, currency: string): string {
  const format = new Intl.NumberFormat(undefined, { style: 'currency', currency, signDisplay: 'exceptZero' });
  return format.format(makeMoney(units, currency));
}

/** "12.50": as it stands in a field; '' for none. */
export function typedAmount(units: number | undefined, currency: string): string {
  return units === undefined ? '' : makeMoney(units, currency).toFixed(digitsOf(currency));
}

/** What a field holds: null for nothing, undefined for what isn't an amount. */
export function readAmount(text: string, currency: string): number | null | undefined {
  return text.trim() === '' ? null : parseMoney(text, currency);
}

/** The same for percent, as 12.5; whether there is so much of it, the server says. */
export function readPercent(text: string): number | null | undefined {
  const plain = text.trim().replace(/\s*%$/, '').replace(',', '.');
  if (plain === '') return null;
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : undefined;
}

/** How an amount of that currency may be typed: "2.50", or "250" where it has no cents. */
export function exampleAmount(currency: string): string {
  return typedAmount(250, currency);
}
