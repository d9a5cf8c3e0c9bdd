import { invalid } from '../errors.ts';
import type { Schema } from './api.ts';

/** A rectangle of cells: rows [top, bottom) and columns [left, right), counted from 0. */
export type Box = { readonly top: number; readonly left: number; readonly bottom: number; readonly right: number };

/** The size of a grid. */
export type Size = { readonly rowCount: number; readonly columnCount: number };

/**
 * The rectangle that a GridRange means on a grid: a missing bound is the grid's edge.
 * @throws SheetsError when it starts after it ends, or lies beyond the grid
 */
export function boxOf(range: Schema['GridRange'], size: Size): Box {
  const top = range.startRowIndex ?? 0;
  const left = range.startColumnIndex ?? 0;
  const bottom = range.endRowIndex ?? size.rowCount;
  const right = range.endColumnIndex ?? size.columnCount;
  if (top < 0 || left < 0 || top > bottom || left > right) throw invalid('GridRange is invalid.');
  if (bottom > size.rowCount || right > size.columnCount) {
    throw invalid(
      `Attempting to write column: ${right - 1}, row: ${bottom - 1}, beyond the last requested column of: ` +
        `${size.columnCount - 1} or row of: ${size.rowCount - 1}.`,
    );
  }
  return { top, left, bottom, right };
}

/** Cuts a rectangle down to the grid. */
export const clip = (box: Box, size: Size): Box => ({
  top: Math.min(box.top, size.rowCount),
  left: Math.min(box.left, size.columnCount),
  bottom: Math.min(box.bottom, size.rowCount),
  right: Math.min(box.right, size.columnCount),
});

/** The GridRange of a rectangle. */
export const rangeOf = (sheetId: number, box: Box): Schema['GridRange'] => ({
  sheetId,
  startRowIndex: box.top,
  endRowIndex: box.bottom,
  startColumnIndex: box.left,
  endColumnIndex: box.right,
});

export const overlaps = (a: Box, b: Box): boolean =>
  a.top < b.bottom && b.top < a.bottom && a.left < b.right && b.left < a.right;

export const contains = (outer: Box, inner: Box): boolean =>
  outer.top <= inner.top && outer.left <= inner.left && outer.bottom >= inner.bottom && outer.right >= inner.right;

export const isEmpty = (box: Box): boolean => box.top >= box.bottom || box.left >= box.right;
