import { invalid } from '../errors.ts';
import { type Sheet, sheetById, withSheet } from '../model/book.ts';
import { DEFAULT_FORMAT } from '../model/defaults.ts';
import type { Evaluation } from '../values/evaluate.ts';
import { formattedValue } from '../values/render.ts';
import type { Handler } from './change.ts';
import { spanOf } from './dimensions.ts';
import { textWidth } from './text-width.ts';

/** Pixels around a cell's text. */
const PADDING = 12;
/** Pixels; a narrower column is hard to find again. */
const NARROWEST = 40;

/** Columns as wide as their longest line of text, and rows as high as usual; a column without text stays as it is. */
export const autoResizeDimensions: Handler<'autoResizeDimensions'> = (book, request, { evaluate }) => {
  if (!request.dimensions) throw invalid('Only dimensions of a grid can be resized.');
  const { sheet, dimension, start, end } = spanOf(request.dimensions, (id) => sheetById(book, id));
  if (dimension === 'ROWS') {
    const rowProperties = sheet.rowProperties.map((each, r) => (r >= start && r < end ? usualHeight(each) : each));
    return { book: withSheet(book, { ...sheet, rowProperties }) };
  }
  const evaluation = evaluate(book);
  const columnProperties = sheet.columnProperties.slice();
  for (let c = start; c < Math.min(end, sheet.grid.columnCount); c++) {
    const longest = longestLine(sheet, c, evaluation);
    if (longest === 0) continue;
    while (columnProperties.length <= c) columnProperties.push(undefined);
    columnProperties[c] = { ...columnProperties[c], pixelSize: Math.max(NARROWEST, Math.round(PADDING + longest)) };
  }
  return { book: withSheet(book, { ...sheet, columnProperties }) };
};

/** Pixels. */
function longestLine(sheet: Sheet, column: number, evaluation: Evaluation): number {
  let longest = 0;
  sheet.rows.forEach((row, r) => {
    const cell = row?.[column];
    if (!cell) return;
    const format = { ...DEFAULT_FORMAT.textFormat, ...cell.userEnteredFormat?.textFormat };
    const text = formattedValue(cell, evaluation(sheet, r, column, cell)) ?? '';
    for (const line of text.split('\n')) {
      longest = Math.max(longest, textWidth(line, format.fontSize ?? 10, format.bold ?? false));
    }
  });
  return longest;
}

function usualHeight(properties: Sheet['rowProperties'][number]): Sheet['rowProperties'][number] {
  if (!properties) return undefined;
  const { pixelSize: _, ...rest } = properties;
  return rest;
}
