import { columnName, parseCells, splitTab } from '../model/a1.ts';
import { type Book, type Sheet, sheetByTitle } from '../model/book.ts';
import { type Box, clip, isEmpty } from '../model/grid.ts';
import { ARRAY_FUNCTIONS, libraryName, VOLATILE_FUNCTIONS } from './google-functions.ts';
import { type Token, tokensOf } from './tokens.ts';

/** Where a formula stands. */
export type Place = { readonly book: Book; readonly sheet: Sheet; readonly row: number; readonly column: number };

/** Cells that a formula reads. */
export type Read = { readonly sheetId: number; readonly box: Box };

/** A formula as the library takes it. */
export type Translated = {
  readonly text: string;
  readonly reads: readonly Read[];
  /** It may read cells that it doesn't name. */
  readonly readsAnything: boolean;
  /** Its result may be more than one cell. */
  readonly spreads: boolean;
  /** It comes to something else without any cell having changed. */
  readonly volatile: boolean;
};

/**
 * Rewrites a formula of Google's for the library: tabs by what the library calls them, open ranges (`B2:B`, `A:A`,
 * `2:5`) bounded by the grid, named ranges by their cells, `{…}` of cells by stacks, `;` between arguments by `,`.
 * @param nameOf what the library calls a tab, by its id
 */
export function translate(formula: string, place: Place, nameOf: (sheetId: number) => string): Translated {
  const tokens = withIndirectReferences(tokensOf(formula).filter(({ kind }) => kind !== 'space'));
  const functions = new Set(tokens.flatMap(({ kind, text }) => (kind === 'function' ? [text.toUpperCase()] : [])));
  const spreads = tokens.some(({ text }) => text === '{') || functions.intersection(ARRAY_FUNCTIONS).size > 0;
  const reads: Read[] = [];
  const nesting: ('{' | '(')[] = [];

  const cells = (read: Read, at: number): string => {
    const box = spreads || !standsAlone(tokens, at) ? read.box : oneCellOf(read.box, place);
    if (!box) return '#VALUE!';
    reads.push({ ...read, box });
    return `${nameOf(read.sheetId)}!${a1(box)}`;
  };

  const piece = ({ kind, text }: Token, at: number): string => {
    switch (kind) {
      case 'reference': {
        const read = readOf(text, place);
        return read ? cells(read, at) : '#REF!';
      }
      case 'name': {
        const read = namedRead(place.book, text);
        return read ? cells(read, at) : text;
      }
      case 'function':
        return libraryName(text);
      case 'operator':
        // The library takes two minus signs before a range for nought.
        if (text === '-' && isPrefix(tokens, at) && tokens[at + 1]?.text === '-') return '1*';
        return text === '-' && tokens[at - 1]?.text === '-' && isPrefix(tokens, at - 1) ? '' : text;
      case 'sign':
        return signOf(text, nesting);
      case 'error':
      case 'number':
      case 'space':
      case 'text':
        return text;
    }
  };

  const text = `=${tokens.map(piece).join('')}`;
  return {
    text,
    reads,
    spreads,
    readsAnything: functions.has('INDIRECT') || functions.has('OFFSET'),
    volatile: functions.intersection(VOLATILE_FUNCTIONS).size > 0,
  };
}

/** `{A1:B1;C1:D1}` becomes stacks of stacks, since the library's own braces hold nothing but constants. */
function signOf(sign: string, nesting: ('{' | '(')[]): string {
  if (sign === '(' || sign === '{') nesting.push(sign);
  if (sign === ')' || sign === '}') nesting.pop();
  if (sign === '{') return 'VSTACK(HSTACK(';
  if (sign === '}') return '))';
  if (sign === ';') return nesting.at(-1) === '{' ? '),HSTACK(' : ',';
  return sign;
}

/** `INDIRECT("Results!B2:B")` with the address written out is that reference. */
function withIndirectReferences(tokens: readonly Token[]): Token[] {
  const out: Token[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    const [open, address, close] = tokens.slice(i + 1, i + 4);
    const [reference, ...rest] = tokensOf(address?.kind === 'text' ? address.text.slice(1, -1) : '');
    const written = open?.text === '(' && close?.text === ')' && reference?.kind === 'reference' && rest.length === 0;
    if (token?.kind === 'function' && token.text.toUpperCase() === 'INDIRECT' && written) {
      out.push(reference);
      i += 3;
    } else if (token) out.push(token);
  }
  return out;
}

/** The cells that a reference means; undefined when there are none such. */
export function readOf(text: string, { book, sheet }: Pick<Place, 'book' | 'sheet'>): Read | undefined {
  const { tab, rest } = splitTab(text);
  const on = tab === undefined ? sheet : sheetByTitle(book, tab);
  const cells = parseCells(rest.replaceAll('$', ''));
  if (!on || !cells) return undefined;
  const { rowCount, columnCount } = on.grid;
  const { top = 0, left = 0 } = cells;
  if (top >= rowCount || left >= columnCount) return undefined;
  const bottom = Math.min(cells.bottom ?? rowCount, rowCount);
  const right = Math.min(cells.right ?? columnCount, columnCount);
  return { sheetId: on.id, box: { top, left, bottom, right } };
}

function namedRead(book: Book, name: string): Read | undefined {
  const range = book.namedRanges.find((each) => each.name?.toLowerCase() === name.toLowerCase())?.range;
  const sheet = book.sheets.find((each) => each.id === (range?.sheetId ?? 0));
  if (!range || !sheet) return undefined;
  const box = clip(
    {
      top: range.startRowIndex ?? 0,
      left: range.startColumnIndex ?? 0,
      bottom: range.endRowIndex ?? sheet.grid.rowCount,
      right: range.endColumnIndex ?? sheet.grid.columnCount,
    },
    sheet.grid,
  );
  return isEmpty(box) ? undefined : { sheetId: sheet.id, box };
}

/** Is a range the whole formula, or next to an operator, where Google takes one cell of it? */
function standsAlone(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  const after = tokens[at + 1];
  return before?.kind === 'operator' || after?.kind === 'operator' || (before === undefined && after === undefined);
}

/** Of a column the cell in the formula's row, of a row the one in its column; undefined where there's none. */
function oneCellOf(box: Box, { row, column }: Place): Box | undefined {
  const high = box.bottom - box.top > 1;
  const wide = box.right - box.left > 1;
  if (!high && !wide) return box;
  if (high && !wide && row >= box.top && row < box.bottom) return { ...box, top: row, bottom: row + 1 };
  if (wide && !high && column >= box.left && column < box.right) return { ...box, left: column, right: column + 1 };
  return undefined;
}

const isPrefix = (tokens: readonly Token[], at: number): boolean => {
  const before = tokens[at - 1];
  return before === undefined || before.kind === 'operator' || ['(', ',', ';', '{'].includes(before.text);
};

/** Locked, since the library reads a reference where it's entered and nowhere else. */
function a1({ top, left, bottom, right }: Box): string {
  const first = `$${columnName(left)}$${top + 1}`;
  const last = `$${columnName(right - 1)}$${bottom}`;
  return first === last ? first : `${first}:${last}`;
}
