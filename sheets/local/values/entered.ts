import type { Schema } from '../model/api.ts';
import { serialOf } from './serial.ts';

/** What typing a text into a cell makes of it: the value, and the number format that it brings along. */
export type Entry = { readonly value: Schema['ExtendedValue']; readonly numberFormat?: Schema['NumberFormat'] };

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * Reads a text as Sheets does with USER_ENTERED in the en_US locale: formulas, booleans, numbers, percents, dollars,
 * dates, times; a leading apostrophe keeps the rest as it is. Anything else is text.
 * @param year the current year, for dates written without one
 */
export function parseEntry(text: string, year: number): Entry {
  if (text.startsWith("'")) return { value: { stringValue: text.slice(1) } };
  if (text.startsWith('=') && text.length > 1) return { value: { formulaValue: text } };
  const trimmed = text.trim();
  if (/^(true|false)$/i.test(trimmed)) return { value: { boolValue: /^true$/i.test(trimmed) } };
  return numberEntry(trimmed) ?? dateEntry(trimmed, year) ?? { value: { stringValue: text } };
}

function numberEntry(text: string): Entry | undefined {
  const match = /^(-|\+)?(\$)?(-)?(\d{1,3}(?:,\d{3})+|\d+)?(\.\d*)?(e[+-]?\d+)?\s?(%)?$/i.exec(text);
  if (!match) return undefined;
  const [, sign, dollar, innerSign, whole, fraction, exponent, percent] = match;
  if ((whole === undefined && (fraction === undefined || fraction === '.')) || (sign && innerSign)) return undefined;
  if ((innerSign && !dollar) || (percent && dollar)) return undefined;
  const digits = Number(`${(whole ?? '0').replaceAll(',', '')}${fraction ?? ''}${exponent ?? ''}`);
  const number = (sign === '-' || innerSign ? -digits : digits) / (percent ? 100 : 1);
  if (!Number.isFinite(number)) return undefined;
  const value = { numberValue: number };
  const decimals = fraction !== undefined && fraction.length > 1;
  if (percent) return { value, numberFormat: { type: 'PERCENT', pattern: decimals ? '0.00%' : '0%' } };
  if (dollar) return { value, numberFormat: { type: 'CURRENCY', pattern: decimals ? '"$"#,##0.00' : '"$"#,##0' } };
  if (exponent) return { value, numberFormat: { type: 'SCIENTIFIC', pattern: '0.00E+00' } };
  if (whole?.includes(','))
    return { value, numberFormat: { type: 'NUMBER', pattern: decimals ? '#,##0.00' : '#,##0' } };
  return { value };
}

function dateEntry(text: string, thisYear: number): Entry | undefined {
  const spaced = /^(.+?)[ T](\d{1,2}:\d{2}.*)$/i.exec(text);
  const time = timeEntry(spaced?.[2] ?? text);
  if (!spaced) {
    if (time) return { value: { numberValue: time.fraction }, numberFormat: { type: 'TIME', pattern: time.pattern } };
  }
  const day = dayEntry(spaced?.[1] ?? text, thisYear);
  if (!day) return undefined;
  if (!spaced) return { value: { numberValue: day.serial }, numberFormat: { type: 'DATE', pattern: day.pattern } };
  if (!time) return undefined;
  const pattern = `${day.pattern} ${time.pattern}`;
  return { value: { numberValue: day.serial + time.fraction }, numberFormat: { type: 'DATE_TIME', pattern } };
}

function dayEntry(text: string, thisYear: number): { serial: number; pattern: string } | undefined {
  const iso = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(text);
  if (iso) {
    const separator = iso[2] ?? '-';
    return dated(Number(iso[1]), Number(iso[3]), Number(iso[4]), ['yyyy', 'mm', 'dd'].join(separator));
  }
  const american = /^(\d{1,2})([-/.])(\d{1,2})(?:\2(\d{4}|\d{2}))?$/.exec(text);
  if (american && american[2] !== '.') {
    const [, month, separator = '/', day, year] = american;
    const parts = year ? ['M', 'd', year.length === 4 ? 'yyyy' : 'yy'] : ['M', 'd'];
    return dated(fullYear(year, thisYear), Number(month), Number(day), parts.join(separator));
  }
  const monthFirst = /^([a-z]{3,9})\.? (\d{1,2})(?:,? (\d{4}))?$/i.exec(text);
  const dayFirst = /^(\d{1,2})[ -]([a-z]{3,9})\.?(?:[ -](\d{4}))?$/i.exec(text);
  const name = monthFirst?.[1] ?? dayFirst?.[2];
  if (!name) return undefined;
  const month = MONTHS.findIndex((each) => name.toLowerCase().startsWith(each)) + 1;
  const year = monthFirst?.[3] ?? dayFirst?.[3];
  if (month === 0) return undefined;
  const pattern = monthFirst ? `mmm d${year ? ', yyyy' : ''}` : `d-mmm${year ? '-yyyy' : ''}`;
  return dated(fullYear(year, thisYear), month, Number(monthFirst?.[2] ?? dayFirst?.[1]), pattern);
}

function timeEntry(text: string): { fraction: number; pattern: string } | undefined {
  const match = /^(\d{1,2}):(\d{2})(?::(\d{2}(?:\.\d{1,3})?))?(?:\s?(am|pm))?Z?$/i.exec(text);
  if (!match) return undefined;
  const [, hours, minutes, seconds, half] = match;
  const hour = half ? (Number(hours) % 12) + (/^p/i.test(half) ? 12 : 0) : Number(hours);
  if (hour > 23 || Number(minutes) > 59 || (half && Number(hours) > 12)) return undefined;
  const fraction = (hour * 3600 + Number(minutes) * 60 + Number(seconds ?? 0)) / 86_400;
  return { fraction, pattern: `h:mm${seconds ? ':ss' : ''}${half ? ' am/pm' : ''}` };
}

function dated(year: number, month: number, day: number, pattern: string) {
  const serial = serialOf({ year, month, day });
  return serial === undefined ? undefined : { serial, pattern };
}

function fullYear(year: string | undefined, thisYear: number): number {
  if (!year) return thisYear;
  if (year.length === 4) return Number(year);
  return Number(year) + (Number(year) < 30 ? 2000 : 1900);
}
