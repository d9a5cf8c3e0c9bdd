import { invalid } from '../errors.ts';
import type { Schema } from '../model/api.ts';
import { type Book, type Cell, type Sheet, sheetById, withSheet } from '../model/book.ts';
import { cellAt, mapCells } from '../model/cells.ts';
import { type Box, boxOf, overlaps } from '../model/grid.ts';
import { type Dimension, deletion, insertion, type Span, shiftReferences } from '../model/shift.ts';
import type { Handler } from './change.ts';

/** Cells come in; those of the same columns go down, or those of the same rows to the right. The grid grows for values. */
export const insertRange: Handler<'insertRange'> = (book, request) => {
  const { sheetId, box, dimension, count } = boxToShift(book, request);
  const down = dimension === 'ROWS';
  const shift = insertion(dimension, down ? box.top : box.left, count);
  const shifted = shiftReferences(book, sheetId, { ...shift, across: acrossOf(box, dimension) });
  const sheet = sheetById(shifted, sheetId);
  const grown = withRoom(sheet, box, down ? count : 0, down ? 0 : count);
  const from = (row: number, column: number): Cell | undefined =>
    row < box.top || column < box.left ? undefined : cellAt(sheet, row, column);
  const next = mapCells(grown, movingBox(grown, box, dimension), (_, row, column) =>
    from(row - (down ? count : 0), column - (down ? 0 : count)),
  );
  return { book: withSheet(shifted, next) };
};

/** Cells go; those below in the same columns move up, or those to the right in the same rows to the left. */
export const deleteRange: Handler<'deleteRange'> = (book, request) => {
  const { sheetId, box, dimension, count } = boxToShift(book, request);
  const down = dimension === 'ROWS';
  const shift = down ? deletion(dimension, box.top, box.bottom) : deletion(dimension, box.left, box.right);
  const shifted = shiftReferences(book, sheetId, { ...shift, across: acrossOf(box, dimension) });
  const sheet = sheetById(shifted, sheetId);
  const next = mapCells(sheet, movingBox(sheet, box, dimension), (_, row, column) =>
    cellAt(sheet, row + (down ? count : 0), column + (down ? 0 : count)),
  );
  return { book: withSheet(shifted, next) };
};

type Shifting = { readonly sheetId: number; readonly box: Box; readonly dimension: Dimension; readonly count: number };

function boxToShift(book: Book, { range = {}, shiftDimension }: Schema['DeleteRangeRequest']): Shifting {
  const sheet = sheetById(book, range.sheetId);
  const box = boxOf(range, sheet.grid);
  if (shiftDimension !== 'ROWS' && shiftDimension !== 'COLUMNS') {
    throw invalid('A shiftDimension must be specified: ROWS or COLUMNS.');
  }
  const across = acrossOf(box, shiftDimension);
  const torn = sheet.merges.some((merge) => {
    const own = acrossOf(merge, shiftDimension);
    return overlaps(merge, movingBox(sheet, box, shiftDimension)) && (own.start < across.start || own.end > across.end);
  });
  if (torn) throw invalid('Merged cells would be torn apart. Unmerge them first.');
  const count = shiftDimension === 'ROWS' ? box.bottom - box.top : box.right - box.left;
  return { sheetId: sheet.id, box, dimension: shiftDimension, count };
}

/** What a rectangle spans of the dimension in which nothing moves. */
const acrossOf = ({ top, left, bottom, right }: Box, dimension: Dimension): Span =>
  dimension === 'ROWS' ? { start: left, end: right } : { start: top, end: bottom };

/** A rectangle and all that lies after it. */
const movingBox = ({ grid }: Sheet, box: Box, dimension: Dimension): Box =>
  dimension === 'ROWS' ? { ...box, bottom: grid.rowCount } : { ...box, right: grid.columnCount };

function withRoom(sheet: Sheet, box: Box, down: number, right: number): Sheet {
  const { rowCount, columnCount } = sheet.grid;
  const filled = (row: number, column: number) => cellAt(sheet, row, column)?.userEnteredValue !== undefined;
  let lastRow = -1;
  let lastColumn = -1;
  for (let row = box.top; row < (down ? sheet.rows.length : box.bottom); row++) {
    for (let column = box.left; column < (right ? (sheet.rows[row]?.length ?? 0) : box.right); column++) {
      if (!filled(row, column)) continue;
      lastRow = row;
      lastColumn = Math.max(lastColumn, column);
    }
  }
  const grid = {
    ...sheet.grid,
    rowCount: Math.max(rowCount, lastRow + 1 + down),
    columnCount: Math.max(columnCount, lastColumn + 1 + right),
  };
  return { ...sheet, grid };
}
