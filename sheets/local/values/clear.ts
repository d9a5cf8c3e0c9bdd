import { formatRange } from '../model/a1.ts';
import { type Book, withSheet } from '../model/book.ts';
import { mapCells } from '../model/cells.ts';
import { resolveRange } from '../model/resolve.ts';

/** Empties the cells of a range; formats, notes and rules stay. */
export function clearRange(book: Book, range: string): { book: Book; cleared: string } {
  const { sheet, box } = resolveRange(book, range);
  const within = { ...box, bottom: Math.min(box.bottom, sheet.rows.length) };
  const next = mapCells(sheet, within, (cell) => {
    if (!cell?.userEnteredValue) return cell;
    const { userEnteredValue: _, textFormatRuns: __, ...rest } = cell;
    return rest;
  });
  return { book: withSheet(book, next), cleared: formatRange(sheet.title, box) };
}
