import { invalid } from '../errors.ts';
import { columnName, formatRange } from '../model/a1.ts';
import type { Schema } from '../model/api.ts';
import { type Book, type Cell, withSheet } from '../model/book.ts';
import { mapCells } from '../model/cells.ts';
import { type Box, contains, overlaps } from '../model/grid.ts';
import { type Place, resolveRange } from '../model/resolve.ts';
import { mustFitCell } from './cell-limit.ts';
import { parseEntry } from './entered.ts';

export const valueInputOptions = ['RAW', 'USER_ENTERED'] as const;
export type ValueInput = (typeof valueInputOptions)[number];

/** What came of a write: the new book, where it went, and how much of it. */
export type Written = {
  readonly book: Book;
  readonly place: Place;
  readonly summary: Schema['UpdateValuesResponse'];
  /** Those in which a cell was written, counted from 0. */
  readonly rows: ReadonlySet<number>;
  readonly columns: ReadonlySet<number>;
};

/**
 * Writes a ValueRange at the range it names. null leaves a cell as it is, '' empties it.
 * @param year the current year, for typed dates without one
 * @throws SheetsError when the values don't fit the range or the grid
 */
export function writeValues(
  book: Book,
  range: string,
  data: Schema['ValueRange'],
  how: ValueInput,
  year: number,
): Written {
  const place = resolveRange(book, range);
  const rows = rowsOf(data);
  const box = target(place, rows, range);
  return writeBox(book, { ...place, box }, rows, how, year);
}

/** Writes rows of plain values into a rectangle that they fit. */
export function writeBox(book: Book, place: Place, rows: readonly unknown[][], how: ValueInput, year: number): Written {
  const { sheet, box } = place;
  let cells = 0;
  const written = { rows: new Set<number>(), columns: new Set<number>() };
  const covered = sheet.merges.filter((merge) => overlaps(merge, box));
  const next = mapCells(sheet, box, (cell, r, c) => {
    // Nothing can be typed into a cell that a merge covers.
    if (covered.some((merge) => isCovered(merge, r, c))) return cell;
    const value = rows[r - box.top]?.[c - box.left];
    if (value === null || value === undefined) return cell;
    cells += 1;
    written.rows.add(r);
    written.columns.add(c);
    return enter(cell, value, how, year);
  });
  const after = withSheet(book, next);
  const summary = {
    spreadsheetId: book.id,
    updatedRange: formatRange(sheet.title, box),
    updatedRows: written.rows.size,
    updatedColumns: written.columns.size,
    updatedCells: cells,
  };
  return { book: after, place: { ...place, sheet: next }, summary, ...written };
}

/** Rows and columns that several ranges of a batch share count once, as Google counts them. */
export function totals(all: readonly Written[]) {
  const distinct = (key: 'rows' | 'columns') =>
    new Set(all.flatMap((written) => [...written[key]].map((index) => `${written.place.sheet.id} ${index}`))).size;
  return {
    totalUpdatedRows: distinct('rows'),
    totalUpdatedColumns: distinct('columns'),
    totalUpdatedCells: all.reduce((total, { summary }) => total + (summary.updatedCells ?? 0), 0),
    totalUpdatedSheets: new Set(all.map((written) => written.place.sheet.id)).size,
  };
}

const isCovered = (merge: Box, row: number, column: number): boolean =>
  contains(merge, { top: row, left: column, bottom: row + 1, right: column + 1 }) &&
  (row !== merge.top || column !== merge.left);

/** The rows of a ValueRange, whichever way its values lie. */
export function rowsOf(data: Schema['ValueRange']): unknown[][] {
  const values: unknown[][] = data.values ?? [];
  if (data.majorDimension !== 'COLUMNS') return values;
  const height = Math.max(0, ...values.map((column) => column.length));
  return Array.from({ length: height }, (_, r) => values.map((column) => column[r]));
}

/** A cell after a plain value was entered into it; its format and note stay. */
export function enter(cell: Cell | undefined, value: unknown, how: ValueInput, year: number): Cell {
  const { userEnteredValue: _, textFormatRuns: __, ...rest } = cell ?? {};
  if (value === '') return rest;
  if (typeof value === 'number') return { ...rest, userEnteredValue: { numberValue: value } };
  if (typeof value === 'boolean') return { ...rest, userEnteredValue: { boolValue: value } };
  const text = String(value);
  mustFitCell(text);
  const old = rest.userEnteredFormat?.numberFormat;
  if (how === 'RAW' || old?.type === 'TEXT') return { ...rest, userEnteredValue: { stringValue: text } };
  const entry = parseEntry(text, year);
  if (!entry.numberFormat || old) return { ...rest, userEnteredValue: entry.value };
  const userEnteredFormat = { ...rest.userEnteredFormat, numberFormat: entry.numberFormat };
  return { ...rest, userEnteredValue: entry.value, userEnteredFormat };
}

/** Where values go: from the range's corner, as far as they reach; a single cell is a corner only. */
function target({ sheet, box, single }: Place, rows: readonly unknown[][], range: string): Box {
  const width = Math.max(1, ...rows.map((row) => row.length));
  const height = Math.max(1, rows.length);
  const bottom = box.top + height;
  const right = box.left + width;
  const { rowCount, columnCount } = sheet.grid;
  if (single) {
    if (bottom > rowCount || right > columnCount) {
      const wanted = formatRange(sheet.title, { ...box, bottom, right });
      throw invalid(`Range (${wanted}) exceeds grid limits. Max rows: ${rowCount}, max columns: ${columnCount}`);
    }
    return { top: box.top, left: box.left, bottom, right };
  }
  if (bottom > box.bottom) {
    throw invalid(`Requested writing within range [${range}], but tried writing to row [${box.bottom + 1}]`);
  }
  if (right > box.right) {
    throw invalid(`Requested writing within range [${range}], but tried writing to column [${columnName(box.right)}]`);
  }
  return { top: box.top, left: box.left, bottom, right };
}
