import { invalid } from '../errors.ts';
import { formatRange } from '../model/a1.ts';
import { type Book, type Sheet, withSheet } from '../model/book.ts';
import { cellAt, hasValue } from '../model/cells.ts';
import type { Box } from '../model/grid.ts';
import { resolveRange } from '../model/resolve.ts';
import { insertRows } from '../requests/insert.ts';
import { type ValueInput, type Written, writeBox } from './write.ts';

/** An append and the table it went under, in A1; no table where the range held no data. */
export type Appended = Written & { readonly tableRange?: string };

/**
 * Appends rows as Google guesses it: the last cell with data within the range belongs to a table, the block of cells
 * around it without an empty row or column between; the rows go below that block, from its first column. Without data
 * they go to the range's own corner. The grid grows where needed.
 * @param insert INSERT_ROWS pushes down what lies below; otherwise it's written over
 */
export function appendValues(
  book: Book,
  range: string,
  rows: readonly unknown[][],
  how: ValueInput,
  insert: boolean,
  year: number,
): Appended {
  const { sheet, box } = resolveRange(book, range);
  const table = lastTable(sheet, box);
  const top = table ? table.bottom : box.top;
  const left = table ? table.left : box.left;
  const width = Math.max(1, ...rows.map((row) => row.length));
  const height = Math.max(1, rows.length);
  if (rows.length === 0) throw invalid('Must specify at least one row.');
  const target = { top, left, bottom: top + height, right: left + width };
  const inserted = insert && table ? insertRows(book, sheet.id, top, height) : book;
  const grown = grow(inserted, sheet.id, target);
  const into = grown.sheets.find((each) => each.id === sheet.id) ?? sheet;
  const written = writeBox(grown, { sheet: into, box: target, single: false }, rows, how, year);
  return { ...written, ...(table && { tableRange: formatRange(sheet.title, table) }) };
}

function grow(book: Book, sheetId: number, box: Box): Book {
  const sheet = book.sheets.find((each) => each.id === sheetId);
  if (!sheet) return book;
  const rowCount = Math.max(sheet.grid.rowCount, box.bottom);
  const columnCount = Math.max(sheet.grid.columnCount, box.right);
  if (rowCount === sheet.grid.rowCount && columnCount === sheet.grid.columnCount) return book;
  return withSheet(book, { ...sheet, grid: { ...sheet.grid, rowCount, columnCount } });
}

/** The block of data around the last cell with data in a rectangle. */
function lastTable(sheet: Sheet, box: Box): Box | undefined {
  for (let r = Math.min(box.bottom, sheet.rows.length) - 1; r >= box.top; r--) {
    for (let c = Math.min(box.right, sheet.rows[r]?.length ?? 0) - 1; c >= box.left; c--) {
      if (hasValue(cellAt(sheet, r, c))) return around(sheet, { top: r, left: c, bottom: r + 1, right: c + 1 });
    }
  }
  return undefined;
}

/** Grows a block until there's no data in the rows and columns next to it. */
function around(sheet: Sheet, start: Box): Box {
  let { top, left, bottom, right } = start;
  for (;;) {
    if (dataIn(sheet, { top: bottom, left: left - 1, bottom: bottom + 1, right: right + 1 })) bottom += 1;
    else if (dataIn(sheet, { top: top - 1, left: left - 1, bottom: top, right: right + 1 })) top -= 1;
    else if (dataIn(sheet, { top, left: right, bottom, right: right + 1 })) right += 1;
    else if (dataIn(sheet, { top, left: left - 1, bottom, right: left })) left -= 1;
    else return { top, left, bottom, right };
  }
}

function dataIn(sheet: Sheet, box: Box): boolean {
  for (let r = Math.max(0, box.top); r < Math.min(box.bottom, sheet.rows.length); r++) {
    for (let c = Math.max(0, box.left); c < box.right; c++) if (hasValue(cellAt(sheet, r, c))) return true;
  }
  return false;
}
