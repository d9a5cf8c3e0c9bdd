import type { Cell, Row, Sheet } from './book.ts';
import { type Box, isEmpty } from './grid.ts';

export const cellAt = (sheet: Sheet, row: number, column: number): Cell | undefined => sheet.rows[row]?.[column];

/** The sheet with every cell of a rectangle passed through `change`; rows without a change stay the same objects. */
export function mapCells(
  sheet: Sheet,
  box: Box,
  change: (cell: Cell | undefined, row: number, column: number) => Cell | undefined,
): Sheet {
  if (isEmpty(box)) return sheet;
  const rows = sheet.rows.slice();
  for (let r = box.top; r < box.bottom; r++) {
    const old = rows[r];
    let row: (Cell | undefined)[] | undefined;
    for (let c = box.left; c < box.right; c++) {
      const before = old?.[c];
      const after = tidy(change(before, r, c));
      if (after === before) continue;
      row ??= old?.slice() ?? [];
      while (row.length < c) row.push(undefined);
      row[c] = after;
    }
    if (row) setRow(rows, r, trim(row));
  }
  return { ...sheet, rows: trimRows(rows) };
}

/** Drops what says nothing: an empty value, format, note or rule; a cell of nothing is undefined. */
function tidy(cell: Cell | undefined): Cell | undefined {
  if (!cell) return undefined;
  const { userEnteredValue, userEnteredFormat, note, dataValidation, textFormatRuns } = cell;
  const tidied: Cell = {
    ...(!isBlank(userEnteredValue) && { userEnteredValue }),
    ...(!isBlank(userEnteredFormat) && { userEnteredFormat }),
    ...(note && { note }),
    ...(!isBlank(dataValidation) && { dataValidation }),
    ...(textFormatRuns?.length && { textFormatRuns }),
  };
  const kept = Object.keys(tidied).length;
  if (kept === 0) return undefined;
  return kept === Object.keys(cell).length ? cell : tidied;
}

/** Rows from a list with holes: trailing emptiness is cut off. */
export function trimRows(rows: (Row | undefined)[]): readonly (Row | undefined)[] {
  while (rows.length > 0 && !rows[rows.length - 1]) rows.pop();
  return rows;
}

/** A row without its trailing empty cells; undefined when nothing is left. */
export function trim(row: (Cell | undefined)[]): Row | undefined {
  while (row.length > 0 && !row[row.length - 1]) row.pop();
  return row.length > 0 ? row : undefined;
}

/** Is there a value in the cell, be it an empty string that somebody wrote, or one that a formula spreads over it? */
export const hasValue = (cell: Cell | undefined): boolean =>
  cell?.userEnteredValue !== undefined || cell?.spread !== undefined;

/** The row after the last one that holds a value. */
export function rowAfterData({ rows }: Sheet): number {
  const known = ends.get(rows);
  if (known !== undefined) return known;
  let end = rows.length;
  while (end > 0 && columnAfterData(rows[end - 1] ?? []) === 0) end -= 1;
  ends.set(rows, end);
  return end;
}

/** Rows never change, and whoever polls asks for the same ones again and again. */
const ends = new WeakMap<Sheet['rows'], number>();

/** The column after the last one of a row that holds a value: a new tab has a thousand rows of nothing but formats. */
export function columnAfterData(row: Row): number {
  let end = row.length;
  while (end > 0 && !hasValue(row[end - 1])) end -= 1;
  return end;
}

function setRow(rows: (Row | undefined)[], at: number, row: Row | undefined): void {
  while (rows.length < at) rows.push(undefined);
  rows[at] = row;
}

const isBlank = (message: object | null | undefined): boolean => !message || Object.keys(message).length === 0;
