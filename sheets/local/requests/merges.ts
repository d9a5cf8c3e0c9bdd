import { invalid } from '../errors.ts';
import { type Sheet, sheetById, withSheet } from '../model/book.ts';
import { mapCells } from '../model/cells.ts';
import { type Box, boxOf, contains, overlaps } from '../model/grid.ts';
import type { Handler } from './change.ts';

/** Merges a rectangle into one cell, or one a row or column; merges within it are replaced, only corners keep values. */
export const mergeCells: Handler<'mergeCells'> = (book, request) => {
  const sheet = sheetById(book, request.range?.sheetId);
  const box = boxOf(request.range ?? {}, sheet.grid);
  const merged = pieces(box, request.mergeType ?? 'MERGE_ALL');
  const unmerged = withoutMerges(sheet, box);
  const emptied = merged.reduce(
    (next, piece) =>
      mapCells(next, { ...piece, bottom: Math.min(piece.bottom, next.rows.length) }, (cell, r, c) => {
        if (!cell?.userEnteredValue || (r === piece.top && c === piece.left)) return cell;
        const { userEnteredValue: _, ...rest } = cell;
        return rest;
      }),
    unmerged,
  );
  return { book: withSheet(book, { ...emptied, merges: [...emptied.merges, ...merged] }) };
};

export const unmergeCells: Handler<'unmergeCells'> = (book, request) => {
  const sheet = sheetById(book, request.range?.sheetId);
  return { book: withSheet(book, withoutMerges(sheet, boxOf(request.range ?? {}, sheet.grid))) };
};

function withoutMerges(sheet: Sheet, box: Box): Sheet {
  const touched = sheet.merges.filter((merge) => overlaps(merge, box));
  if (touched.some((merge) => !contains(box, merge))) {
    throw invalid('You must select all cells in a merged range to merge or unmerge them.');
  }
  return touched.length === 0 ? sheet : { ...sheet, merges: sheet.merges.filter((merge) => !touched.includes(merge)) };
}

/** The merges that a request makes of a rectangle; a single cell makes none. */
function pieces(box: Box, type: string): Box[] {
  const width = box.right - box.left;
  const height = box.bottom - box.top;
  if (type === 'MERGE_ROWS') {
    const rows = Array.from({ length: height }, (_, i) => ({ ...box, top: box.top + i, bottom: box.top + i + 1 }));
    return width > 1 ? rows : [];
  }
  if (type === 'MERGE_COLUMNS') {
    const columns = Array.from({ length: width }, (_, i) => ({ ...box, left: box.left + i, right: box.left + i + 1 }));
    return height > 1 ? columns : [];
  }
  return width * height > 1 ? [box] : [];
}
