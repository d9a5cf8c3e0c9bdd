import type { Schema } from '../model/api.ts';
import { formatMoment } from './dates.ts';

/** The pattern of each kind of number format that names none, in the en_US locale. */
const PATTERNS: Record<string, string> = {
  NUMBER: '#,##0.00',
  PERCENT: '0.00%',
  CURRENCY: '"$"#,##0.00',
  DATE: 'M/d/yyyy',
  TIME: 'h:mm:ss am/pm',
  DATE_TIME: 'M/d/yyyy H:mm:ss',
  SCIENTIFIC: '0.00E+00',
  TEXT: '@',
};

/** How a number looks under a number format; without one, as Sheets shows it by itself. */
export function formatNumber(number: number, format: Schema['NumberFormat'] | null | undefined): string {
  const pattern = numberPattern(format);
  if (pattern === undefined || pattern === '@') return general(number);
  return isDateFormat(format) ? formatMoment(number, pattern) : formatByPattern(number, pattern);
}

/** Is it a format for dates, times or both? By its type, and where that isn't set, by its pattern. */
export function isDateFormat(format: Schema['NumberFormat'] | null | undefined): boolean {
  if (format?.type === 'DATE' || format?.type === 'TIME' || format?.type === 'DATE_TIME') return true;
  if (format?.type && format.type !== 'NUMBER_FORMAT_TYPE_UNSPECIFIED') return false;
  return /[ymdhs]/i.test((format?.pattern ?? '').replaceAll(/"[^"]*"|\\./g, ''));
}

/** A number as Sheets shows it without a format: whole up to 15 digits, else ten significant ones. */
function general(number: number): string {
  const size = Math.abs(number);
  if (number === 0) return '0';
  if (size >= 1e15 || size < 1e-10) return scientific(Number(number.toPrecision(6)));
  if (Number.isInteger(number)) return String(number);
  const short = Number(number.toPrecision(size >= 1e10 ? Math.ceil(Math.log10(size)) : 10));
  return size < 1e-5 ? short.toFixed(20).replace(/0+$/, '') : String(short);
}

/** The pattern of a format, its kind's own where it names none; undefined for none at all. */
export function numberPattern(format: Schema['NumberFormat'] | null | undefined): string | undefined {
  return format?.pattern || (format?.type ? PATTERNS[format.type] : undefined);
}

function formatByPattern(number: number, pattern: string): string {
  const sections = pattern.split(';');
  if (number < 0 && sections[1] !== undefined) return applySection(-number, sections[1]);
  if (number === 0 && sections[2] !== undefined) return applySection(0, sections[2]);
  return applySection(number, sections[0] ?? '');
}

/** One section of a pattern such as `"$"#,##0.00` or `0.0%`: literals around one run of digit signs. */
function applySection(number: number, section: string): string {
  const pattern = section.replaceAll(/\[[^\]]*\]/g, '');
  const tokens = [...pattern.matchAll(/"([^"]*)"|\\(.)|([#0?][#0?,.]*(?:E[+-]?0+)?)|(.)/gs)];
  const digits = tokens.find((token) => token[3] !== undefined)?.[3];
  const percent = tokens.some((token) => token[4] === '%');
  const value = Math.abs(percent ? number * 100 : number);
  let placed = false;
  const text = tokens
    .map((token) => {
      if (token[3] === undefined) return token[1] ?? token[2] ?? (token[4] === '_' || token[4] === '*' ? '' : token[4]);
      if (placed) return '';
      placed = true;
      return digitsBy(value, token[3]);
    })
    .join('');
  if (digits === undefined) return text;
  return number < 0 ? `-${text}` : text;
}

function digitsBy(value: number, signs: string): string {
  const exponent = /E([+-]?)(0+)$/.exec(signs);
  const [whole = '', fraction = ''] = signs.replace(/E.*$/, '').split('.');
  const least = (fraction.match(/0/g) ?? []).length;
  const most = fraction.replaceAll(',', '').length;
  if (exponent) {
    const [mantissa = '', power = '+0'] = value.toExponential(most).split('e');
    const padded = power.slice(1).padStart(exponent[2]?.length ?? 2, '0');
    return `${mantissa}E${power[0]}${padded}`;
  }
  const [left = '0', right = ''] = value.toFixed(Math.min(most, 20)).split('.');
  const kept = right.replace(new RegExp(`0{0,${most - least}}$`), '');
  const padded = left.padStart((whole.match(/0/g) ?? []).length, '0');
  const shown = padded === '0' && !whole.includes('0') ? '' : padded;
  const grouped = whole.includes(',') ? shown.replaceAll(/\B(?=(\d{3})+$)/g, ',') : shown;
  return kept || least > 0 ? `${grouped}.${kept}` : grouped;
}

function scientific(number: number): string {
  const [mantissa = '', power = '+0'] = number.toExponential().split('e');
  return `${mantissa}E${power[0]}${power.slice(1).padStart(2, '0')}`;
}
