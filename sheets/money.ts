/** Amounts, percentages and what is made of them, as people type them and as the rules count them: in whole units. */

/** ISO 4217, such as EUR. */
export function isCurrency(text: string): boolean {
  return currencies.has(text);
}

const currencies = new Set(Intl.supportedValuesOf('currency'));
const knownDigits = new Map<string, number>();

/** How many digits a currency has after the point: 2 for EUR, 0 for JPY (ISO 4217 by way of Intl). */
export function digitsOf(currency: string): number {
  const known = knownDigits.get(currency);
  if (known !== undefined) return known;
  const format = new Intl.NumberFormat('en', { style: 'currency', currency: isCurrency(currency) ? currency : 'EUR' });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  knownDigits.set(currency, digits);
  return digits;
}

/** More than any community plays for: ten million of a currency with cents. Minor units. */
export const mostTyped = 1_000_000_000;

/** More than pots of a whole season can hold, and little enough that thousands of such rows still add up exactly. Minor units. */
export const mostBooked = 1_000_000_000_000;

/** Fifteen digits, as many as a cell of a spreadsheet keeps. Sums of what people typed stay far below. Minor units. */
const mostKept = 100_000_000_000_000;

/**
 * 12.5, "12.50", "€ 12.50", "12,50 EUR", "1.234,50" → minor units. Undefined for what isn't an amount of that currency
 * from 0: a fraction of a cent is none, and "1,000" may mean one euro or a thousand.
 */
export function parseMoney(given: string | number, currency: string): number | undefined {
  const digits = digitsOf(currency);
  const text = plain(given)
    .replace(/[\p{Sc}\s'’]/gu, '')
    .replace(new RegExp(`^${currency}|${currency}$`, 'i'), '');
  const ungrouped = typeof given === 'number' ? text : withoutGroups(text, digits);
  const [, major, fraction = ''] = /^(\d{1,15})(?:[.,](\d+))?$/.exec(ungrouped ?? '') ?? [];
  if (major === undefined || /[1-9]/.test(fraction.slice(digits))) return undefined;
  // By its digits: 0.29 × 100 isn't 29.
  const units = Number(major + fraction.slice(0, digits).padEnd(digits, '0'));
  return units <= mostKept ? units : undefined;
}

/**
 * "1,234,567" and "1.234,50" without what groups their digits. Undefined where one sign before three digits may be either
 * that or a decimal point; where a currency has as many digits after its point, or none at all, it's clear.
 */
function withoutGroups(text: string, digits: number): string | undefined {
  const [, whole = '', sign, rest = ''] = /^(\d{1,3}(?:([.,])\d{3})(?:\2\d{3})*)(.*)$/.exec(text) ?? [];
  if (sign === undefined || (rest !== '' && !/^[.,]\d+$/.test(rest)) || rest.startsWith(sign)) return text;
  const isSingle = whole.split(sign).length === 2 && rest === '';
  if (isSingle && digits === 3) return text;
  return isSingle && digits !== 0 ? undefined : whole.replaceAll(sign, '') + rest;
}

/** A number as a spreadsheet shows it, by 15 digits: what 0.1 + 0.2 comes to there is 0.3. */
function plain(given: string | number): string {
  return typeof given === 'number' ? String(Number(given.toPrecision(15))) : given;
}

/** Minor units → the number that the Sheet shows. */
export function makeMoney(units: number, currency: string): number {
  return units / 10 ** digitsOf(currency);
}

/**
 * 10, "10%", and 0.1 as Sheets keeps what was typed as 10% → hundredths of a percent, from 0 to 10,000. The number 1 is
 * undefined: 1 % and 100 % look alike there.
 */
export function parsePercent(given: string | number): number | undefined {
  if (given === 1) return undefined;
  const isPart = typeof given === 'number' && given > 0 && given < 1;
  const [, major, fraction = ''] =
    /^(\d{1,4})(?:[.,](\d+))?\s*%?$/.exec(plain(isPart ? given * 100 : given).trim()) ?? [];
  if (major === undefined || /[1-9]/.test(fraction.slice(2))) return undefined;
  const hundredths = Number(major + fraction.slice(0, 2).padEnd(2, '0'));
  return hundredths <= 10_000 ? hundredths : undefined;
}

/** Hundredths of a percent → "12.5%", text that a cell keeps as it is. */
export function makePercent(hundredths: number): string {
  return `${hundredths / 100}%`;
}

/** As many as a race has places at most. */
const mostShares = 24;

/**
 * "50, 30, 20" → hundredths of a percent for the first, the second, and so on; together at most 10,000. Where ; or /
 * stands between them, a comma is a decimal point. A number with a fraction is what a spreadsheet made of "50,30".
 */
export function parseSplit(given: string | number): number[] | undefined {
  const text = String(given);
  if (typeof given === 'number' && !Number.isInteger(given)) return undefined;
  const parts = text
    .split(/[;/]/.test(text) ? /[;/]/ : /[,\s]+/)
    .map((part) => part.replace(/\s+/g, ''))
    .filter((part) => part !== '' && part !== '%')
    .map(parsePercent);
  const split = parts.filter((part) => part !== undefined);
  const sum = split.reduce((all, part) => all + part, 0);
  return split.length === parts.length && split.length > 0 && split.length <= mostShares && sum <= 10_000
    ? split
    : undefined;
}

/** What a result earns besides prizes. Minor units. */
export interface Bonuses {
  readonly win: number;
  readonly podium: number;
}

export const noBonuses: Bonuses = { win: 0, podium: 0 };

/** "Win 2, Podium 0.50": so much for every first place, and for every one of the first three. "None" is none. */
export function parseBonuses(given: string | number, currency: string): Bonuses | undefined {
  if (/^\s*none\s*$/i.test(String(given))) return noBonuses;
  const bonuses = { ...noBonuses };
  for (const part of String(given).split(/[,;]\s+|;/)) {
    const [, name, amount = ''] = /^\s*(win|podium)\s*[:=]?\s*(.+?)\s*$/i.exec(part) ?? [];
    const units = name === undefined ? undefined : parseMoney(amount, currency);
    if (name === undefined || units === undefined || units > mostTyped) return undefined;
    bonuses[name.toLowerCase() as keyof Bonuses] = units;
  }
  return bonuses;
}
