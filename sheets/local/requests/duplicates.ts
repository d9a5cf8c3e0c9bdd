import type { Schema } from '../model/api.ts';
import { type Book, type Sheet, sheetById, withSheet } from '../model/book.ts';
import { cellAt, mapCells } from '../model/cells.ts';
import { type Box, boxOf } from '../model/grid.ts';
import { formattedValue } from '../values/render.ts';
import type { Handler } from './change.ts';
import { spanOf } from './dimensions.ts';
import { rearranged } from './sort.ts';

/** Of rows with the same values, letter case and formats aside, the first stays; the others' cells close up. */
export const deleteDuplicates: Handler<'deleteDuplicates'> = (book, request, { evaluate }) => {
  const { sheet, box } = filledBox(book, request.range);
  const evaluation = evaluate(book);
  const columns = comparedColumns(book, box, request.comparisonColumns ?? []);
  const seen = new Set<string>();
  const kept: number[] = [];
  for (let row = box.top; row < box.bottom; row++) {
    const key = columns.map((column) => {
      const cell = cellAt(sheet, row, column);
      return formattedValue(cell, cell && evaluation(sheet, row, column, cell))?.toLowerCase();
    });
    if (!seen.has(JSON.stringify(key))) kept.push(row);
    seen.add(JSON.stringify(key));
  }
  const closed = rearranged(sheet, box, kept);
  const next = mapCells(closed, { ...box, top: box.top + kept.length }, () => undefined);
  const duplicatesRemovedCount = box.bottom - box.top - kept.length;
  return { book: withSheet(book, next), reply: { deleteDuplicates: { duplicatesRemovedCount } } };
};

/** The rows of a range in an order by chance. */
export const randomizeRange: Handler<'randomizeRange'> = (book, { range }, { random }) => {
  const { sheet, box } = filledBox(book, range);
  const order = Array.from({ length: box.bottom - box.top }, (_, i) => ({ row: box.top + i, at: random() }));
  order.sort((a, b) => a.at - b.at || a.row - b.row);
  return {
    book: withSheet(
      book,
      rearranged(
        sheet,
        box,
        order.map(({ row }) => row),
      ),
    ),
  };
};

/** A range as far down as anything stands in its sheet. */
function filledBox(book: Book, range: Schema['GridRange'] | undefined): { sheet: Sheet; box: Box } {
  const sheet = sheetById(book, range?.sheetId);
  const box = boxOf(range ?? {}, sheet.grid);
  return { sheet, box: { ...box, bottom: Math.max(box.top, Math.min(box.bottom, sheet.rows.length)) } };
}

function comparedColumns(book: Book, box: Box, spans: readonly Schema['DimensionRange'][]): number[] {
  const all = Array.from({ length: box.right - box.left }, (_, i) => box.left + i);
  if (spans.length === 0) return all;
  const compared = spans.map((span) => spanOf(span, (id) => sheetById(book, id)));
  return all.filter((column) => compared.some(({ start, end }) => column >= start && column < end));
}
