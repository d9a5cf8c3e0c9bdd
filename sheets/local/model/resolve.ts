import { invalid } from '../errors.ts';
import { type A1, parseCells, splitTab } from './a1.ts';
import { type Book, type Sheet, sheetById, sheetByTitle } from './book.ts';
import { type Box, boxOf } from './grid.ts';

/** A place in a book, and whether its last row and column were written out (a write may grow an open range). */
export type Place = { readonly sheet: Sheet; readonly box: Box; readonly single: boolean };

/**
 * Finds what a range of the API means: `Tab!A1:B2`, `Tab`, `A1:B2` on the first tab, or a named range, which may stand
 * after its tab: `Tab!Name`.
 * @throws SheetsError "Unable to parse range: …", or that it exceeds the grid
 */
export function resolveRange(book: Book, text: string): Place {
  const { tab, rest } = splitTab(text);
  if (tab !== undefined) {
    const sheet = sheetByTitle(book, tab);
    const cells = rest === '' ? {} : parseCells(rest);
    if (sheet && cells) return place(sheet, cells, text);
    const named = namedPlace(book, rest);
    if (!sheet || named?.sheet.id !== sheet.id) throw invalid(`Unable to parse range: ${text}`);
    return named;
  }
  const named = namedPlace(book, text);
  if (named) return named;
  const first = book.sheets[0];
  const cells = parseCells(text);
  // A tab may be called D3: where a cell of that name exists as well, Google means the cell.
  if (cells && first && fits(first, cells)) return place(first, cells, text);
  const sheet = sheetByTitle(book, text);
  if (sheet) return place(sheet, {}, text);
  if (!cells || !first) throw invalid(`Unable to parse range: ${text}`);
  return place(first, cells, text);
}

function namedPlace(book: Book, name: string): Place | undefined {
  const named = book.namedRanges.find((each) => each.name?.toLowerCase() === name.toLowerCase());
  if (!named) return undefined;
  const sheet = sheetById(book, named.range?.sheetId);
  return { sheet, box: boxOf(named.range ?? {}, sheet.grid), single: false };
}

function place(sheet: Sheet, cells: A1, text: string): Place {
  const { rowCount, columnCount } = sheet.grid;
  const { top = 0, left = 0 } = cells;
  if (top >= rowCount || left >= columnCount) {
    throw invalid(`Range (${text}) exceeds grid limits. Max rows: ${rowCount}, max columns: ${columnCount}`);
  }
  const bottom = Math.min(cells.bottom ?? rowCount, rowCount);
  const right = Math.min(cells.right ?? columnCount, columnCount);
  const single = cells.bottom === top + 1 && cells.right === left + 1;
  return { sheet, box: { top, left, bottom, right }, single };
}

const fits = (sheet: Sheet, { top = 0, left = 0 }: A1): boolean =>
  top < sheet.grid.rowCount && left < sheet.grid.columnCount;
