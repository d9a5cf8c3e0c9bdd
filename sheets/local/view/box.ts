import type { Schema } from '../model/api.ts';
import { type Box, boxOf, type Size } from '../model/grid.ts';

/** The rectangle of a range on a grid that may have become smaller since the range was made. */
export function boxWithin(range: Schema['GridRange'], size: Size): Box {
  const { startRowIndex, endRowIndex, startColumnIndex, endColumnIndex } = range;
  return boxOf(
    {
      startRowIndex: Math.min(startRowIndex ?? 0, size.rowCount),
      endRowIndex: Math.min(endRowIndex ?? size.rowCount, size.rowCount),
      startColumnIndex: Math.min(startColumnIndex ?? 0, size.columnCount),
      endColumnIndex: Math.min(endColumnIndex ?? size.columnCount, size.columnCount),
    },
    size,
  );
}

export const isIn = (box: Box, row: number, column: number): boolean =>
  row >= box.top && row < box.bottom && column >= box.left && column < box.right;
