import { invalid } from '../errors.ts';
import type { Schema } from '../model/api.ts';
import { type Book, type Sheet, sheetById, withSheet } from '../model/book.ts';
import { mapCells } from '../model/cells.ts';
import { type Box, boxOf, clip } from '../model/grid.ts';
import { formattedValue } from '../values/render.ts';
import { enter } from '../values/write.ts';
import type { Handler } from './change.ts';

/** Finds and replaces in a range, a sheet or everywhere; formulas only where asked for. */
export const findReplace: Handler<'findReplace'> = (book, request, { evaluate, year }) => {
  if (!request.find) throw invalid('A string to find must be specified.');
  const pattern = patternOf(request);
  const evaluation = evaluate(book);
  const counts = { valuesChanged: 0, formulasChanged: 0, rowsChanged: 0, sheetsChanged: 0, occurrencesChanged: 0 };
  const replacement = request.searchByRegex
    ? (request.replacement ?? '')
    : (request.replacement ?? '').replaceAll('$', '$$$$');
  let next = book;
  for (const { sheet, box } of searched(book, request)) {
    const rows = new Set<number>();
    const changed = mapCells(
      sheet,
      clip(box, { rowCount: sheet.rows.length, columnCount: sheet.grid.columnCount }),
      (cell, r, c) => {
        const formula = cell?.userEnteredValue?.formulaValue;
        if (!cell?.userEnteredValue || (formula != null && !request.includeFormulas)) return cell;
        const text = formula ?? formattedValue(cell, evaluation(sheet, r, c, cell)) ?? '';
        const found = [...text.matchAll(pattern)].length;
        if (found === 0) return cell;
        rows.add(r);
        counts.occurrencesChanged += found;
        counts[formula == null ? 'valuesChanged' : 'formulasChanged'] += 1;
        return enter(cell, text.replace(pattern, replacement), 'USER_ENTERED', year());
      },
    );
    counts.rowsChanged += rows.size;
    counts.sheetsChanged += rows.size > 0 ? 1 : 0;
    next = withSheet(next, changed);
  }
  return { book: next, reply: { findReplace: counts } };
};

/** Spaces at the ends go, and of several in a row one stays. */
export const trimWhitespace: Handler<'trimWhitespace'> = (book, request) => {
  const sheet = sheetById(book, request.range?.sheetId);
  let cellsChangedCount = 0;
  const next = mapCells(sheet, boxOf(request.range ?? {}, sheet.grid), (cell) => {
    const text = cell?.userEnteredValue?.stringValue;
    const trimmed = text?.trim().replaceAll(/\s+/g, ' ');
    if (!cell || text == null || trimmed === text) return cell;
    cellsChangedCount += 1;
    const { userEnteredValue: _, ...rest } = cell;
    return trimmed ? { ...rest, userEnteredValue: { stringValue: trimmed } } : rest;
  });
  return { book: withSheet(book, next), reply: { trimWhitespace: { cellsChangedCount } } };
};

function patternOf(request: Schema['FindReplaceRequest']): RegExp {
  const source = request.searchByRegex
    ? (request.find ?? '')
    : (request.find ?? '').replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&');
  try {
    return new RegExp(request.matchEntireCell ? `^(?:${source})$` : source, request.matchCase ? 'gu' : 'giu');
  } catch {
    throw invalid(`Invalid regular expression: ${request.find}`);
  }
}

function searched(book: Book, request: Schema['FindReplaceRequest']): { sheet: Sheet; box: Box }[] {
  const whole = (sheet: Sheet) => ({ sheet, box: boxOf({}, sheet.grid) });
  if (request.allSheets) return book.sheets.map(whole);
  if (request.sheetId != null) return [whole(sheetById(book, request.sheetId))];
  if (!request.range) throw invalid('A range, a sheet or all sheets must be specified.');
  const sheet = sheetById(book, request.range.sheetId);
  return [{ sheet, box: boxOf(request.range, sheet.grid) }];
}
