import { type Book, type Row, type Sheet, sheetById, withSheet } from '../model/book.ts';
import { trim, trimRows } from '../model/cells.ts';
import { type Dimension, insertion, shiftReferences } from '../model/shift.ts';

/** The book with `count` empty rows before row `at` of a sheet, and everything below moved down with its ranges. */
export const insertRows = (book: Book, sheetId: number, at: number, count: number): Book =>
  insertDimensions(book, sheetId, 'ROWS', { at, count, inherit: 'none' });

export type Insertion = {
  readonly at: number;
  readonly count: number;
  /** Whose formats, validation and size the new rows or columns take on. */
  readonly inherit: 'before' | 'after' | 'none';
};

/** The book with empty rows or columns before `at`. */
export function insertDimensions(book: Book, sheetId: number, dimension: Dimension, insertion_: Insertion): Book {
  const { at, count, inherit } = insertion_;
  const shifted = shiftReferences(book, sheetId, insertion(dimension, at, count));
  const sheet = sheetById(shifted, sheetId);
  const source = inherit === 'before' ? at - 1 : inherit === 'after' ? at : -1;
  return withSheet(
    shifted,
    dimension === 'ROWS' ? addRows(sheet, at, count, source) : addColumns(sheet, at, count, source),
  );
}

function addRows(sheet: Sheet, at: number, count: number, source: number): Sheet {
  const model = source < 0 ? undefined : looksOf(sheet.rows[source]);
  const rows = spliced(
    sheet.rows,
    at,
    Array.from({ length: count }, () => model),
  );
  const properties = Array.from({ length: count }, () => (source < 0 ? undefined : sheet.rowProperties[source]));
  return {
    ...sheet,
    grid: { ...sheet.grid, rowCount: sheet.grid.rowCount + count },
    rows: trimRows(rows),
    rowProperties: spliced(sheet.rowProperties, at, properties),
  };
}

function addColumns(sheet: Sheet, at: number, count: number, source: number): Sheet {
  const rows = sheet.rows.map((row) => {
    if (!row || (row.length <= at && source !== row.length - 1)) return row;
    const model = looksOf(source < 0 ? undefined : [row[source]])?.[0];
    return trim(
      spliced(
        row,
        at,
        Array.from({ length: count }, () => model),
      ),
    );
  });
  const properties = Array.from({ length: count }, () => (source < 0 ? undefined : sheet.columnProperties[source]));
  return {
    ...sheet,
    grid: { ...sheet.grid, columnCount: sheet.grid.columnCount + count },
    rows,
    columnProperties: spliced(sheet.columnProperties, at, properties),
  };
}

/** A row's formats and validation without its values and notes. */
function looksOf(row: Row | undefined): Row | undefined {
  const cells = row?.map((cell) => {
    const { userEnteredFormat, dataValidation } = cell ?? {};
    if (!userEnteredFormat && !dataValidation) return undefined;
    return { ...(userEnteredFormat && { userEnteredFormat }), ...(dataValidation && { dataValidation }) };
  });
  return cells && trim(cells);
}

/** A list with items put in before `at`; nothing is added to a list that ends before it and items that are all empty. */
function spliced<T>(
  list: readonly (T | undefined)[],
  at: number,
  items: readonly (T | undefined)[],
): (T | undefined)[] {
  const out = list.slice();
  if (at >= out.length && items.every((item) => item === undefined)) return out;
  while (out.length < at) out.push(undefined);
  out.splice(at, 0, ...items);
  return out;
}
