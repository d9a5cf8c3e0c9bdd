import type { Schema } from '../model/api.ts';
import { type Book, type Cell, type Row, type Sheet, withSheet } from '../model/book.ts';
import { cellAt, hasValue } from '../model/cells.ts';
import type { Effective } from '../values/render.ts';
import { addressOf, type Entry, type Held } from './entries.ts';
import { errorOf } from './error-values.ts';
import { inferredFormat } from './looks.ts';
import { readOf } from './translate.ts';
import type { Result, Value } from './worker-messages.ts';

/** A calculation that the library got through. */
export type Trial = {
  readonly held: Held;
  readonly entries: readonly Entry[];
  /** By `addressOf` of the entry. */
  readonly results: ReadonlyMap<string, Result>;
};

/** What the formulas of one version of a book come to. */
export type Results = {
  /** By sheet, row and column. A formula that means an empty cell has none. */
  readonly values: ReadonlyMap<string, Effective>;
  /** The book with the cells over which results spread. */
  readonly book: Book;
  /** They come to something else without any cell having changed. */
  readonly volatile: boolean;
};

export function resultsOf(book: Book, { entries, results }: Trial): Results {
  const values = new Map<string, Effective>();
  let shown = book;
  for (const entry of entries) {
    const result = results.get(addressOf(entry));
    if (!result) throw new Error('The formula library answers each formula that it is asked.');
    const { value, onto } = landed(shown, entry, result);
    values.set(keyOf(entry), value);
    if (onto) shown = withSheet(shown, onto);
  }
  return { values, book: shown, volatile: entries.some(({ translated }) => translated.volatile) };
}

const keyOf = ({ sheet, row, column }: Entry): string => `${sheet.id} ${row} ${column}`;

/** A result where it stands, and the sheet over which it spreads, if it does. */
function landed(book: Book, entry: Entry, { value, spread }: Result): { value: Effective; onto?: Sheet } {
  if (entry.broken) return { value: errorOf('#BROKEN!') };
  if (meansEmptyCell(book, entry)) return { value: undefined };
  const numberFormat = inferredFormat(entry.formula, { book, ...entry });
  const effective = effectiveOf(value, numberFormat);
  if (!spread) return { value: effective };
  const sheet = book.sheets.find(({ id }) => id === entry.sheet.id) ?? entry.sheet;
  const obstacle = obstacleTo(sheet, entry, spread);
  if (obstacle) return { value: errorOf('#SPILL!', obstacle) };
  return { value: effective, onto: spreadOver(sheet, entry, spread, numberFormat) };
}

/** `=B2` with nothing in B2 shows nothing, and isn't zero. */
function meansEmptyCell(book: Book, { sheet, formula }: Entry): boolean {
  if (!/^=\s*[^()"+*/^&<>,;{}=-]+$/.test(formula)) return false;
  const read = readOf(formula.slice(1).trim(), { book, sheet });
  if (!read || read.box.bottom - read.box.top !== 1 || read.box.right - read.box.left !== 1) return false;
  const on = book.sheets.find(({ id }) => id === read.sheetId);
  return on !== undefined && !hasValue(cellAt(on, read.box.top, read.box.left));
}

function effectiveOf([kind, text]: Value, numberFormat: Schema['NumberFormat'] | undefined): NonNullable<Effective> {
  switch (kind) {
    case 'number':
      return { numberValue: Number(text), ...(numberFormat && { inferredFormat: numberFormat }) };
    case 'boolean':
      return { boolValue: text === 'TRUE' };
    case 'error':
      return errorOf(text);
    case 'text':
      return { stringValue: text };
  }
}

/** What keeps a result from spreading: a value in its way, or the grid's edge. */
function obstacleTo(sheet: Sheet, { row, column }: Entry, spread: readonly (readonly Value[])[]): string | undefined {
  const width = spread[0]?.length ?? 0;
  if (row + spread.length > sheet.grid.rowCount || column + width > sheet.grid.columnCount) {
    return 'Result was not expanded, please insert more rows or columns.';
  }
  const taken = spread.some((values, r) =>
    values.some((_, c) => (r > 0 || c > 0) && hasValue(cellAt(sheet, row + r, column + c))),
  );
  return taken ? 'Array result was not expanded because it would overwrite data.' : undefined;
}

function spreadOver(
  sheet: Sheet,
  { row, column }: Entry,
  spread: readonly (readonly Value[])[],
  numberFormat: Schema['NumberFormat'] | undefined,
): Sheet {
  const rows: (Row | undefined)[] = [...sheet.rows];
  for (const [r, values] of spread.entries()) {
    const cells: (Cell | undefined)[] = [...(rows[row + r] ?? [])];
    for (const [c, value] of values.entries()) {
      if (r === 0 && c === 0) continue;
      while (cells.length < column + c) cells.push(undefined);
      cells[column + c] = { ...cells[column + c], spread: effectiveOf(value, numberFormat) };
    }
    while (rows.length < row + r) rows.push(undefined);
    rows[row + r] = cells;
  }
  return { ...sheet, rows };
}
