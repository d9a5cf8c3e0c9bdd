import type { Schema } from '../model/api.ts';
import { cellAt } from '../model/cells.ts';
import { type Token, tokensOf } from './tokens.ts';
import { type Place, readOf } from './translate.ts';

type NumberFormat = Schema['NumberFormat'];

const DATE = { type: 'DATE', pattern: 'M/d/yyyy' };
const TIME = { type: 'TIME', pattern: 'h:mm:ss am/pm' };

/** What a function's result looks like by itself, as Google shows it in the en_US locale. */
const OWN: Readonly<Record<string, NumberFormat>> = {
  DATE,
  DATEVALUE: DATE,
  EDATE: DATE,
  EOMONTH: DATE,
  TODAY: DATE,
  TO_DATE: DATE,
  WORKDAY: DATE,
  'WORKDAY.INTL': DATE,
  NOW: { type: 'DATE_TIME', pattern: 'M/d/yyyy H:mm:ss' },
  TIME,
  TIMEVALUE: TIME,
  TO_PERCENT: { type: 'PERCENT', pattern: '0.00%' },
  TO_DOLLARS: { type: 'CURRENCY', pattern: '"$"#,##0.00' },
};

/** Functions whose result is of the kind of what they take. */
const INHERITING: ReadonlySet<string> = new Set(
  (
    'ABS ARRAYFORMULA AVERAGE AVERAGEIF AVERAGEIFS CEILING FILTER FLOOR HLOOKUP IF IFERROR IFNA INDEX ' +
    'INDIRECT INT LARGE LOOKUP MAX MAXIFS MEDIAN MIN MINIFS MODE OFFSET ROUND ROUNDDOWN ROUNDUP SMALL SORT SUM SUMIF ' +
    'SUMIFS UNIQUE VLOOKUP XLOOKUP'
  ).split(' '),
);

/** Of these the range that counts comes first or last, not the one that is compared. */
const LAST_RANGE: ReadonlySet<string> = new Set(['AVERAGEIF', 'HLOOKUP', 'LOOKUP', 'SUMIF', 'VLOOKUP', 'XLOOKUP']);

/**
 * The number format that a formula's result has while nobody gave the cell one: that of a date function, else that of
 * the first cell it reads, as far as its outermost function keeps the kind. Undefined: none.
 */
export function inferredFormat(formula: string, place: Place): NumberFormat | undefined {
  const tokens = tokensOf(formula).filter(({ kind }) => kind !== 'space');
  const [first, second] = tokens;
  if (tokens.length === 2 && first?.kind === 'number' && second?.text === '%') {
    return { type: 'PERCENT', pattern: first.text.includes('.') ? '0.00%' : '0%' };
  }
  const outermost = tokens.find(({ kind }) => kind === 'function' || kind === 'reference');
  if (tokens.some(({ text }) => COMPARING.has(text) && depthOf(tokens, text) === 0)) return undefined;
  const formats = tokens.flatMap((token) => formatOf(token, place) ?? []);
  if (outermost?.kind === 'function') {
    const name = outermost.text.toUpperCase();
    const own = OWN[name];
    if (own) return isDifference(tokens, formats) ? undefined : own;
    if (!INHERITING.has(name)) return undefined;
    if (LAST_RANGE.has(name)) return lastRead(tokens, place);
    // What decides isn't what is shown.
    const shown = name === 'IF' ? afterFirstArgument(tokens) : tokens;
    return shown.flatMap((token) => formatOf(token, place) ?? [])[0];
  }
  if (isDifference(tokens, formats)) return undefined;
  const [format] = formats;
  const scaled = tokens.some(({ text }) => text === '*' || text === '/');
  return scaled && isMoment(format) ? undefined : format;
}

/** The address of a link made by `=HYPERLINK("address", …)`. */
export function linkOf(formula: string): string | undefined {
  const [name, open, address, next] = tokensOf(formula).filter(({ kind }) => kind !== 'space');
  if (name?.text.toUpperCase() !== 'HYPERLINK' || open?.text !== '(' || address?.kind !== 'text') return undefined;
  return next?.text === ',' || next?.text === ';' || next?.text === ')'
    ? address.text.slice(1, -1).replaceAll('""', '"')
    : undefined;
}

const COMPARING: ReadonlySet<string> = new Set(['=', '<', '>', '<=', '>=', '<>', '&']);

/** How deep in parentheses the first operator of this text stands. */
function depthOf(tokens: readonly Token[], operator: string): number {
  const before = tokens.slice(
    0,
    tokens.findIndex(({ kind, text }) => kind === 'operator' && text === operator),
  );
  return before.reduce((depth, { text }) => depth + (text === '(' ? 1 : text === ')' ? -1 : 0), 0);
}

function afterFirstArgument(tokens: readonly Token[]): readonly Token[] {
  let depth = 0;
  const at = tokens.findIndex(({ text }) => {
    if (text === '(' || text === '{') depth += 1;
    if (text === ')' || text === '}') depth -= 1;
    return depth === 1 && (text === ',' || text === ';');
  });
  return at < 0 ? [] : tokens.slice(at);
}

/** A date less a date is a number of days. */
const isDifference = (tokens: readonly Token[], formats: readonly NumberFormat[]): boolean =>
  tokens.some(({ text }) => text === '-') &&
  formats.filter(isMoment).length +
    tokens.filter(({ kind, text }) => kind === 'function' && isMoment(OWN[text.toUpperCase()])).length >
    1;

const isMoment = (format: NumberFormat | undefined): boolean =>
  format?.type === 'DATE' || format?.type === 'TIME' || format?.type === 'DATE_TIME';

const lastRead = (tokens: readonly Token[], place: Place): NumberFormat | undefined => {
  const last = tokens.findLast(({ kind }) => kind === 'reference');
  return last && formatOf(last, place);
};

/** The format of the first cell of a reference that has a value. */
function formatOf(token: Token, place: Place): NumberFormat | undefined {
  if (token.kind !== 'reference') return undefined;
  const read = readOf(token.text, place);
  const sheet = place.book.sheets.find(({ id }) => id === read?.sheetId);
  if (!read || !sheet) return undefined;
  const { top, left, bottom } = read.box;
  for (let row = top; row < Math.min(bottom, sheet.rows.length); row++) {
    const cell = cellAt(sheet, row, left);
    if (cell?.userEnteredValue?.stringValue != null || !cell?.userEnteredValue) continue;
    return cell.userEnteredFormat?.numberFormat;
  }
  return undefined;
}
