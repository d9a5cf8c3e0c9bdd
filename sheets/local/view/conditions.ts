import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { parseEntry } from '../values/entered.ts';
import type { Effective } from '../values/render.ts';

export type Condition = sheets_v4.Schema$BooleanCondition;

/** A cell that is asked about: what it comes to, and what a person sees. */
export type Subject = { readonly value: Effective; readonly text: string };

/** What a condition may need to know besides the cell. */
export type Asking = {
  /** What a formula of the condition comes to, as seen from the cell that is asked about. */
  readonly formula: (formula: string) => Effective;
  /** What stands in a range that the condition names, as people see it, empty cells left out. */
  readonly list: (range: string) => ReadonlySet<string>;
  /** The serial number of today. */
  readonly today: number;
  readonly year: number;
};

/**
 * Does a cell meet a condition? The same for conditional formats and data validation. Text is compared without regard
 * to letter case, dates by the day. A kind that only filters know is never met.
 */
export function holds({ type, values = [] }: Condition, subject: Subject, asking: Asking): boolean {
  const operands = values.map((value) => operandOf(value, asking));
  const [first, second] = operands;
  const number = subject.value?.numberValue ?? undefined;
  const text = subject.text.toLowerCase();
  const compared = (test: (number: number, operand: number) => boolean): boolean =>
    number !== undefined && first?.number !== undefined && test(number, first.number);
  const day = (test: (day: number, operand: number) => boolean): boolean =>
    compared((number, operand) => test(Math.floor(number), Math.floor(operand)));
  const within = (round: (n: number) => number): boolean | undefined => {
    if (number === undefined || first?.number === undefined || second?.number === undefined) return undefined;
    const [low, high] = [round(first.number), round(second.number)].sort((a, b) => a - b);
    return round(number) >= (low ?? 0) && round(number) <= (high ?? 0);
  };
  const said = (first?.text ?? '').toLowerCase();

  switch (type as ConditionType) {
    case 'NUMBER_GREATER':
      return compared((a, b) => a > b);
    case 'NUMBER_GREATER_THAN_EQ':
      return compared((a, b) => a >= b);
    case 'NUMBER_LESS':
      return compared((a, b) => a < b);
    case 'NUMBER_LESS_THAN_EQ':
      return compared((a, b) => a <= b);
    case 'NUMBER_EQ':
      return compared((a, b) => a === b);
    case 'NUMBER_NOT_EQ':
      return compared((a, b) => a !== b);
    case 'NUMBER_BETWEEN':
      return within((n) => n) === true;
    case 'NUMBER_NOT_BETWEEN':
      return within((n) => n) === false;
    case 'DATE_EQ':
      return first?.past === undefined ? day((a, b) => a === b) : inThePast(number, first.past, asking.today);
    case 'DATE_NOT_EQ':
      return day((a, b) => a !== b);
    case 'DATE_BEFORE':
      return day((a, b) => a < b);
    case 'DATE_AFTER':
      return day((a, b) => a > b);
    case 'DATE_ON_OR_BEFORE':
      return day((a, b) => a <= b);
    case 'DATE_ON_OR_AFTER':
      return day((a, b) => a >= b);
    case 'DATE_BETWEEN':
      return within(Math.floor) === true;
    case 'DATE_NOT_BETWEEN':
      return within(Math.floor) === false;
    case 'DATE_IS_VALID':
      return number !== undefined;
    case 'TEXT_CONTAINS':
      return said !== '' && text.includes(said);
    case 'TEXT_NOT_CONTAINS':
      return !text.includes(said);
    case 'TEXT_STARTS_WITH':
      return said !== '' && text.startsWith(said);
    case 'TEXT_ENDS_WITH':
      return said !== '' && text.endsWith(said);
    case 'TEXT_EQ':
      return text === said;
    case 'TEXT_NOT_EQ':
      return text !== said;
    case 'TEXT_IS_EMAIL':
      return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text);
    case 'TEXT_IS_URL':
      return /^(https?|ftp):\/\/[^\s/]+\S*$|^[^\s/@]+\.[a-z]{2,}(\/\S*)?$/.test(text);
    case 'ONE_OF_LIST':
      return values.some((value) => isSame(subject, value.userEnteredValue ?? '', asking.year));
    case 'ONE_OF_RANGE':
      return asking.list(values[0]?.userEnteredValue ?? '').has(subject.text);
    case 'BLANK':
      return subject.text === '';
    case 'NOT_BLANK':
      return subject.text !== '';
    case 'BOOLEAN':
      return values.length === 0
        ? subject.value?.boolValue != null
        : values.some((value) => isSame(subject, value.userEnteredValue ?? '', asking.year));
    case 'CUSTOM_FORMULA':
      return isTrue(asking.formula(values[0]?.userEnteredValue ?? ''));
    case 'FILTER_EXPRESSION':
    case 'CONDITION_TYPE_UNSPECIFIED':
      return false;
  }
}

const conditionTypes = [
  'CONDITION_TYPE_UNSPECIFIED',
  'NUMBER_GREATER',
  'NUMBER_GREATER_THAN_EQ',
  'NUMBER_LESS',
  'NUMBER_LESS_THAN_EQ',
  'NUMBER_EQ',
  'NUMBER_NOT_EQ',
  'NUMBER_BETWEEN',
  'NUMBER_NOT_BETWEEN',
  'TEXT_CONTAINS',
  'TEXT_NOT_CONTAINS',
  'TEXT_STARTS_WITH',
  'TEXT_ENDS_WITH',
  'TEXT_EQ',
  'TEXT_NOT_EQ',
  'TEXT_IS_EMAIL',
  'TEXT_IS_URL',
  'DATE_EQ',
  'DATE_NOT_EQ',
  'DATE_BEFORE',
  'DATE_AFTER',
  'DATE_ON_OR_BEFORE',
  'DATE_ON_OR_AFTER',
  'DATE_BETWEEN',
  'DATE_NOT_BETWEEN',
  'DATE_IS_VALID',
  'ONE_OF_RANGE',
  'ONE_OF_LIST',
  'BLANK',
  'NOT_BLANK',
  'CUSTOM_FORMULA',
  'BOOLEAN',
  'FILTER_EXPRESSION',
] as const;
type ConditionType = (typeof conditionTypes)[number];

type Operand = { readonly number?: number; readonly text: string; readonly past?: number };

/** Days back, as far as Sheets' relative dates go. */
const RELATIVE: Readonly<Record<string, { offset: number; past?: number }>> = {
  YESTERDAY: { offset: -1 },
  TODAY: { offset: 0 },
  TOMORROW: { offset: 1 },
  PAST_WEEK: { offset: -7, past: 7 },
  PAST_MONTH: { offset: -30, past: 30 },
  PAST_YEAR: { offset: -365, past: 365 },
};

function operandOf(value: sheets_v4.Schema$ConditionValue, { formula, today, year }: Asking): Operand {
  const relative = RELATIVE[value.relativeDate ?? ''];
  if (relative) {
    const { offset, past } = relative;
    return { number: today + offset, text: '', ...(past !== undefined && { past }) };
  }
  const entry = parseEntry(value.userEnteredValue ?? '', year).value;
  const { numberValue, stringValue, boolValue } = entry.formulaValue ? (formula(entry.formulaValue) ?? {}) : entry;
  const text = entry.formulaValue ? String(stringValue ?? numberValue ?? boolValue ?? '') : value.userEnteredValue;
  return { ...(numberValue != null && { number: numberValue }), text: text ?? '' };
}

const inThePast = (number: number | undefined, days: number, today: number): boolean =>
  number !== undefined && Math.floor(number) <= today && number >= today - days;

/** Is a cell what somebody would get by typing this? `2` is 2 as a number and as a text. */
function isSame({ value, text }: Subject, typed: string, year: number): boolean {
  if (text === typed) return true;
  const { numberValue, boolValue } = parseEntry(typed, year).value;
  if (boolValue != null) return value?.boolValue === boolValue;
  return numberValue != null && value?.numberValue === numberValue;
}

const isTrue = (value: Effective): boolean => value?.boolValue === true || (value?.numberValue ?? 0) !== 0;
