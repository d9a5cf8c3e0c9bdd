/**
 * Cells ⇄ values. What a person typed is understood where it's clear; where it isn't, the answer says what was
 * expected, and whoever asked keeps the last good value.
 */
import { makeAccount, parseAccount } from './accounts.ts';
import { isTimeZone, momentOf, serialOf } from './moments.ts';
import {
  isCurrency,
  makeMoney,
  makePercent,
  mostTyped,
  parseBonuses,
  parseMoney,
  parsePercent,
  parseSplit,
} from './money.ts';
import { isShared, parsePosition } from './positions.ts';
import type { Column, NamedTab, Raw } from './records.ts';
import { settingAt, settingCalled } from './settings.ts';
import { makeWeekly, parseWeekly } from './weekly.ts';

/** What a cell means. */
export type Value = string | number | boolean;

/** Why a cell can't be understood; words.ts makes the sentence of it. */
export type Wrong =
  | { wrong: 'position' }
  | { wrong: 'number' }
  | { wrong: 'moment' }
  | { wrong: 'yesNo' }
  | { wrong: 'text' }
  | { wrong: 'oneOf'; of: readonly string[] }
  | { wrong: 'whole'; from: number; to: number }
  | { wrong: 'timeZone' }
  | { wrong: 'weekly' }
  | { wrong: 'onOff' }
  | { wrong: 'rounded' }
  | { wrong: 'unknown'; to: NamedTab }
  | { wrong: 'money'; currency: string }
  | { wrong: 'percent' }
  | { wrong: 'split' }
  | { wrong: 'bonuses' }
  | { wrong: 'account' }
  | { wrong: 'link' }
  | { wrong: 'currency' }
  | { wrong: 'booked'; currency: string }
  | { wrong: 'taken' }
  | { wrong: 'missing' }
  | { wrong: 'missingStatus'; of: readonly string[] }
  | { wrong: 'error' }
  | { wrong: 'tooLong'; most: number };

export type Parsed = { value: Value | undefined } | Wrong;

/** What a cell's meaning depends on besides itself. */
export interface Context {
  timeZone: string;
  /** ISO 4217. */
  currency: string;
  /** The ID behind a name, or undefined if nobody is called that. */
  idOf(to: NamedTab, name: string): string | undefined;
  nameOf(to: NamedTab, id: string): string | undefined;
}

/** What a formula shows that can't be computed (support.google.com/docs/table/25273, ERROR.TYPE). */
const errorValue = /^#(NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|ERROR!)$/;

/** Signs. More than any list or picture has room for; in the panel a name has 32 at most. */
const longestName = 100;

/** The meaning of a cell. `setting` names the row when the column is Settings' Value. */
export function parseCell(column: Column, raw: Raw, context: Context, setting?: string): Parsed {
  if (column.kind === 'anything') return parseSetting(raw, setting ?? '', context);
  const text = String(raw).trim();
  if (text === '') return column.kind === 'name' ? { wrong: 'missing' } : { value: undefined };
  if (errorValue.test(text)) return { wrong: 'error' };
  switch (column.kind) {
    case 'name':
      return [...text].length > longestName ? { wrong: 'tooLong', most: longestName } : { value: text };
    case 'text':
      return { value: text };
    case 'digits':
      return parseDigits(raw, text);
    case 'position':
      return readPosition(text);
    case 'scored':
      return text.toLowerCase() === 'other' ? { value: 'Other' } : parseScored(text);
    case 'number':
      return parseNumber(text);
    case 'count':
      return parseCount(text);
    case 'moment':
      return typeof raw === 'number' && raw > 0 && raw < 2_958_466
        ? { value: momentOf(raw, context.timeZone) }
        : { wrong: 'moment' };
    case 'yesNo':
      return parseYesNo(raw, text);
    case 'oneOf':
      return parseOneOf(text, column.of);
    case 'money':
    case 'amount': {
      const value = parseMoney(typeof raw === 'number' ? raw : text, context.currency);
      const fits = value !== undefined && (column.kind === 'amount' || value <= mostTyped);
      return fits ? { value } : { wrong: 'money', currency: context.currency };
    }
    case 'percent': {
      const value = parsePercent(typeof raw === 'number' ? raw : text);
      return value === undefined ? { wrong: 'percent' } : { value };
    }
    case 'split':
      return parseSplit(typeof raw === 'number' ? raw : text) ? { value: text } : { wrong: 'split' };
    case 'bonuses':
      return parseBonuses(text, context.currency) ? { value: text } : { wrong: 'bonuses' };
    case 'account': {
      const value = parseAccount(text, context);
      return value === undefined ? { wrong: 'account' } : { value };
    }
    case 'link':
      return isLink(text) ? { value: text } : { wrong: 'link' };
    case 'reference': {
      const id = context.idOf(column.to, text);
      return id === undefined ? { wrong: 'unknown', to: column.to } : { value: id };
    }
  }
}

/** The cell that means `value`: the other way round. */
export function makeCell(column: Column, value: Value | undefined, context: Context): Raw {
  if (value === undefined) return '';
  switch (column.kind) {
    case 'moment':
      return serialOf(Number(value), context.timeZone);
    case 'yesNo':
      return value ? 'Yes' : 'No';
    case 'reference':
      return context.nameOf(column.to, String(value)) ?? '';
    case 'money':
    case 'amount':
      return makeMoney(Number(value), context.currency);
    case 'percent':
      return makePercent(Number(value));
    case 'account':
      return makeAccount(String(value), context);
    case 'digits':
    case 'text':
    case 'name':
    case 'split':
    case 'bonuses':
    case 'link':
      return String(value);
    case 'position':
    case 'scored':
    case 'number':
    case 'count':
    case 'oneOf':
    case 'anything':
      return value;
  }
}

/** http(s) with a host, and neither name nor password in it. */
export function isLink(text: string): boolean {
  if (!/^https?:\/\//i.test(text) || text.length > 2_000 || !URL.canParse(text)) return false;
  const { username, password, hostname } = new URL(text);
  return username === '' && password === '' && hostname !== '';
}

function readPosition(text: string): Parsed {
  const value = parsePosition(text);
  return value === undefined ? { wrong: 'position' } : { value };
}

/** What a place scores doesn't depend on who shares it. */
function parseScored(text: string): Parsed {
  const value = parsePosition(text);
  return value === undefined || isShared(value) ? { wrong: 'position' } : { value };
}

const mostDropped = 100;

function parseCount(text: string): Parsed {
  const value = /^\d{1,3}(\.0*)?$/.test(text) ? Number(text) : Number.NaN;
  return value <= mostDropped ? { value } : { wrong: 'whole', from: 0, to: mostDropped };
}

function parseNumber(text: string): Parsed {
  const value = /^[+-]?(\d+\.?\d*|\.\d+)$/.test(text) ? Number(text) : Number.NaN;
  return Math.abs(value) <= 1_000_000 ? { value } : { wrong: 'number' };
}

/** 17 to 20 digits as text. Beyond 2^53 a number has lost digits, and with them the person. */
function parseDigits(raw: Raw, text: string): Parsed {
  if (typeof raw === 'number') return Number.isSafeInteger(raw) ? { value: String(raw) } : { wrong: 'rounded' };
  return /^\d{1,20}$/.test(text) ? { value: text } : { wrong: 'rounded' };
}

function parseYesNo(raw: Raw, text: string): Parsed {
  if (typeof raw === 'boolean') return { value: raw };
  const said = text.toLowerCase();
  if (['yes', 'y', 'true', '1'].includes(said)) return { value: true };
  if (['no', 'n', 'false', '0'].includes(said)) return { value: false };
  return { wrong: 'yesNo' };
}

function parseOneOf(text: string, of: readonly string[]): Parsed {
  const one = of.find((choice) => choice.toLowerCase() === text.toLowerCase());
  return one === undefined ? { wrong: 'oneOf', of } : { value: one };
}

/** An empty setting is what it is when left alone; a setting that we don't know is the host's own business. */
function parseSetting(raw: Raw, name: string, { currency }: Context): Parsed {
  const known = settingCalled(name);
  if (!known) return { value: raw };
  const setting = settingAt(known);
  const text = String(raw).trim();
  if (text === '') return { value: undefined };
  switch (setting.kind) {
    case 'text':
      return { value: text };
    case 'yesNo':
      return parseYesNo(raw, text);
    case 'onOff': {
      const on = text.toLowerCase() === 'on' ? true : text.toLowerCase() === 'off' ? false : undefined;
      if (on !== undefined) return { value: on };
      const yes = parseYesNo(raw, text);
      return 'value' in yes ? yes : { wrong: 'onOff' };
    }
    case 'whole': {
      const { from = 0, to = 0 } = setting;
      const value = /^\d{1,9}(\.0*)?$/.test(text) ? Number(text) : Number.NaN;
      return value >= from && value <= to ? { value } : { wrong: 'whole', from, to };
    }
    case 'currency':
      return isCurrency(text.toUpperCase()) ? { value: text.toUpperCase() } : { wrong: 'currency' };
    case 'bonuses':
      return parseBonuses(text, currency) ? { value: text } : { wrong: 'bonuses' };
    case 'timeZone':
      return isTimeZone(text) ? { value: text } : { wrong: 'timeZone' };
    case 'weekly': {
      const weekly = parseWeekly(text);
      return weekly ? { value: makeWeekly(weekly) } : { wrong: 'weekly' };
    }
    case 'oneOf':
      return parseOneOf(text, setting.of ?? []);
  }
}
