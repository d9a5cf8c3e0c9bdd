import { invalid } from '../errors.ts';
import type { Schema } from '../model/api.ts';
import { type Sheet, sheetById, withSheet } from '../model/book.ts';
import { trim, trimRows } from '../model/cells.ts';
import { type Dimension, deletion, relocation, type Span, shiftReferences } from '../model/shift.ts';
import { updateMask } from '../wire/known-fields.ts';
import { merge } from '../wire/mask.ts';
import type { Handler } from './change.ts';
import { insertDimensions } from './insert.ts';

export const insertDimension: Handler<'insertDimension'> = (book, { range, inheritFromBefore }) => {
  const { sheet, dimension, start, end } = spanOf(range, (id) => sheetById(book, id));
  if (start > sizeOf(sheet, dimension)) throw beyond(dimension, start, sheet);
  if (inheritFromBefore && start === 0) {
    throw invalid('inheritFromBefore cannot be true when inserting at the beginning of the sheet.');
  }
  const inherit = inheritFromBefore ? 'before' : 'after';
  return { book: insertDimensions(book, sheet.id, dimension, { at: start, count: end - start, inherit }) };
};

export const deleteDimension: Handler<'deleteDimension'> = (book, { range }) => {
  const { sheet, dimension, start, end } = spanOf(range, (id) => sheetById(book, id));
  const size = sizeOf(sheet, dimension);
  if (end > size) throw beyond(dimension, end, sheet);
  if (end - start >= size) {
    throw invalid(`You can't delete all the ${dimension === 'ROWS' ? 'rows' : 'columns'} on the sheet.`);
  }
  const frozen = (dimension === 'ROWS' ? sheet.grid.frozenRowCount : sheet.grid.frozenColumnCount) ?? 0;
  if (frozen > 0 && size - (end - start) <= Math.max(0, frozen - Math.max(0, Math.min(end, frozen) - start))) {
    throw invalid("You can't delete all non-frozen rows or columns.");
  }
  const shifted = shiftReferences(book, sheet.id, deletion(dimension, start, end));
  return { book: withSheet(shifted, cut(sheetById(shifted, sheet.id), dimension, { start, end })) };
};

export const moveDimension: Handler<'moveDimension'> = (book, { source, destinationIndex }) => {
  const { sheet, dimension, start, end } = spanOf(source, (id) => sheetById(book, id));
  const before = destinationIndex ?? 0;
  const size = sizeOf(sheet, dimension);
  if (end > size || before > size) throw beyond(dimension, Math.max(end, before), sheet);
  if (before >= start && before <= end) return { book };
  const shifted = shiftReferences(book, sheet.id, relocation(dimension, start, end, before));
  return { book: withSheet(shifted, moved(sheetById(shifted, sheet.id), dimension, { start, end }, before)) };
};

export const appendDimension: Handler<'appendDimension'> = (book, { sheetId, dimension, length }) => {
  const sheet = sheetById(book, sheetId);
  const key = dimension === 'COLUMNS' ? 'columnCount' : 'rowCount';
  if ((length ?? 0) <= 0) throw invalid('length must be greater than zero.');
  const grid = { ...sheet.grid, [key]: sheet.grid[key] + (length ?? 0) };
  return { book: withSheet(book, { ...sheet, grid }) };
};

export const updateDimensionProperties: Handler<'updateDimensionProperties'> = (book, request) => {
  const { sheet, dimension, start, end } = spanOf(request.range, (id) => sheetById(book, id));
  const mask = updateMask(request.fields, 'DimensionProperties');
  const key = dimension === 'ROWS' ? 'rowProperties' : 'columnProperties';
  const list = sheet[key].slice();
  for (let i = start; i < Math.min(end, sizeOf(sheet, dimension)); i++) {
    while (list.length <= i) list.push(undefined);
    list[i] = merge(mask, list[i] ?? {}, request.properties ?? {});
  }
  return { book: withSheet(book, { ...sheet, [key]: list }) };
};

type Target = Span & { readonly sheet: Sheet; readonly dimension: Dimension };

/** The rows or columns that a DimensionRange means; a missing end is the grid's. */
export function spanOf(
  range: Schema['DimensionRange'] | undefined,
  find: (sheetId: number | null | undefined) => Sheet,
): Target {
  const sheet = find(range?.sheetId);
  const dimension = range?.dimension;
  if (dimension !== 'ROWS' && dimension !== 'COLUMNS') throw invalid('A dimension must be specified: ROWS or COLUMNS.');
  const start = range?.startIndex ?? 0;
  const end = range?.endIndex ?? sizeOf(sheet, dimension);
  if (start < 0 || end <= start) {
    throw invalid(`range.startIndex[${start}] must be less than range.endIndex[${end}] and not negative.`);
  }
  return { sheet, dimension, start, end };
}

const sizeOf = (sheet: Sheet, dimension: Dimension): number =>
  dimension === 'ROWS' ? sheet.grid.rowCount : sheet.grid.columnCount;

function cut(sheet: Sheet, dimension: Dimension, { start, end }: Span): Sheet {
  const without = <T>(list: readonly T[]): T[] => [...list.slice(0, start), ...list.slice(end)];
  const frozen = (count: number | null | undefined) =>
    Math.max(0, (count ?? 0) - Math.max(0, Math.min(end, count ?? 0) - start));
  if (dimension === 'ROWS') {
    const grid = { ...sheet.grid, rowCount: sheet.grid.rowCount - (end - start) };
    if (grid.frozenRowCount) grid.frozenRowCount = frozen(grid.frozenRowCount);
    return { ...sheet, grid, rows: trimRows(without(sheet.rows)), rowProperties: without(sheet.rowProperties) };
  }
  const grid = { ...sheet.grid, columnCount: sheet.grid.columnCount - (end - start) };
  if (grid.frozenColumnCount) grid.frozenColumnCount = frozen(grid.frozenColumnCount);
  const rows = trimRows(sheet.rows.map((row) => (row && row.length > start ? trim(without(row)) : row)));
  return { ...sheet, grid, rows, columnProperties: without(sheet.columnProperties) };
}

function moved(sheet: Sheet, dimension: Dimension, { start, end }: Span, before: number): Sheet {
  const at = before > start ? before - (end - start) : before;
  const move = <T>(list: readonly (T | undefined)[]): (T | undefined)[] => {
    const out = list.slice();
    while (out.length < Math.max(end, before)) out.push(undefined);
    out.splice(at, 0, ...out.splice(start, end - start));
    return out;
  };
  if (dimension === 'ROWS')
    return { ...sheet, rows: trimRows(move(sheet.rows)), rowProperties: move(sheet.rowProperties) };
  return {
    ...sheet,
    rows: sheet.rows.map((row) => row && trim(move(row))),
    columnProperties: move(sheet.columnProperties),
  };
}

const beyond = (dimension: Dimension, index: number, sheet: Sheet) =>
  invalid(
    `Cannot reach ${dimension === 'ROWS' ? 'row' : 'column'} ${index}: the sheet "${sheet.title}" has ${sizeOf(sheet, dimension)}.`,
  );
