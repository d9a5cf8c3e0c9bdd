import { invalid } from '../errors.ts';
import type { Schema } from '../model/api.ts';
import { type Cell, type Sheet, sheetById, withSheet } from '../model/book.ts';
import { mapCells, rowAfterData } from '../model/cells.ts';
import { type Box, boxOf } from '../model/grid.ts';
import { mustFitCell } from '../values/cell-limit.ts';
import { updateMask } from '../wire/known-fields.ts';
import { type Mask, merge, wants } from '../wire/mask.ts';
import type { Handler } from './change.ts';
import { mustBeCondition } from './condition.ts';
import { repeated } from './repeated.ts';

export const updateCells: Handler<'updateCells'> = (book, request) => {
  const mask = updateMask(request.fields, 'CellData');
  const rows = request.rows ?? [];
  if (request.range) {
    const sheet = sheetById(book, request.range.sheetId);
    const box = boxOf(request.range, sheet.grid);
    mustFit(rows, box);
    return { book: withSheet(book, writeRows(sheet, box, rows, mask)) };
  }
  if (!request.start) throw invalid('A range or start must be specified.');
  const sheet = sheetById(book, request.start.sheetId);
  const top = request.start.rowIndex ?? 0;
  const left = request.start.columnIndex ?? 0;
  const box = boxOf(cornerRange(top, left, rows), sheet.grid);
  return { book: withSheet(book, writeRows(sheet, box, rows, mask)) };
};

/** Rows after the last one that holds a value; the grid grows where it must. */
export const appendCells: Handler<'appendCells'> = (book, request) => {
  const mask = updateMask(request.fields, 'CellData');
  if (request.tableId) throw invalid('Tables are not supported by this local spreadsheet.');
  const rows = request.rows ?? [];
  const sheet = sheetById(book, request.sheetId);
  const top = rowAfterData(sheet);
  const rowCount = Math.max(sheet.grid.rowCount, top + rows.length);
  const columnCount = Math.max(sheet.grid.columnCount, ...rows.map((row) => row.values?.length ?? 0));
  const grown = { ...sheet, grid: { ...sheet.grid, rowCount, columnCount } };
  const box = boxOf(cornerRange(top, 0, rows), grown.grid);
  return { book: withSheet(book, writeRows(grown, box, rows, mask)) };
};

export const repeatCell: Handler<'repeatCell'> = (book, request) => {
  const mask = updateMask(request.fields, 'CellData');
  const sheet = sheetById(book, request.range?.sheetId);
  const box = boxOf(request.range ?? {}, sheet.grid);
  const source = request.cell ?? {};
  // Most of a column that is formatted is blank: all its cells may be one.
  mustBeKept(mask, source);
  const onBlank = mergeCell(mask, undefined, source);
  const at = repeated(source);
  const next = mapCells(sheet, box, (cell, r, c) => {
    const own = at(r - box.top, c - box.left);
    return cell || own !== source ? mergeCell(mask, cell, own) : onBlank;
  });
  return { book: withSheet(book, next) };
};

export const setDataValidation: Handler<'setDataValidation'> = (book, request) => {
  const sheet = sheetById(book, request.range?.sheetId);
  const box = boxOf(request.range ?? {}, sheet.grid);
  const { rule } = request;
  if (rule) mustBeCondition(rule.condition, 'data validation');
  const onBlank = rule && { dataValidation: rule };
  const at = repeated(onBlank ?? {});
  const next = mapCells(sheet, box, (cell, r, c) => {
    if (!rule && !cell) return undefined;
    const { dataValidation: _, ...rest } = cell ?? {};
    // Most of a column with a dropdown is blank: all its cells may be one.
    return cell ? { ...rest, ...at(r - box.top, c - box.left) } : at(r - box.top, c - box.left);
  });
  return { book: withSheet(book, next) };
};

export const updateBorders: Handler<'updateBorders'> = (book, request) => {
  const sheet = sheetById(book, request.range?.sheetId);
  const box = boxOf(request.range ?? {}, sheet.grid);
  const next = mapCells(sheet, box, (cell, r, c) => {
    const borders = {
      ...cell?.userEnteredFormat?.borders,
      ...edge('top', r === box.top ? request.top : request.innerHorizontal),
      ...edge('bottom', r === box.bottom - 1 ? request.bottom : request.innerHorizontal),
      ...edge('left', c === box.left ? request.left : request.innerVertical),
      ...edge('right', c === box.right - 1 ? request.right : request.innerVertical),
    };
    return Object.keys(borders).length === 0
      ? cell
      : { ...cell, userEnteredFormat: { ...cell?.userEnteredFormat, borders } };
  });
  return { book: withSheet(book, next) };
};

const edge = <T extends object>(side: string, border: T | undefined) => (border ? { [side]: border } : {});

function cornerRange(top: number, left: number, rows: readonly Schema['RowData'][]): Schema['GridRange'] {
  const width = Math.max(0, ...rows.map((row) => row.values?.length ?? 0));
  return { startRowIndex: top, startColumnIndex: left, endRowIndex: top + rows.length, endColumnIndex: left + width };
}

function writeRows(sheet: Sheet, box: Box, rows: readonly Schema['RowData'][], mask: Mask): Sheet {
  for (const row of rows) for (const cell of row.values ?? []) mustBeKept(mask, cell);
  return mapCells(sheet, box, (cell, r, c) => mergeCell(mask, cell, rows[r - box.top]?.values?.[c - box.left] ?? {}));
}

function mustFit(rows: readonly Schema['RowData'][], box: Box): void {
  const width = Math.max(0, ...rows.map((row) => row.values?.length ?? 0));
  if (rows.length > box.bottom - box.top) {
    throw invalid(
      `Attempting to write row: ${box.top + rows.length - 1}, beyond the last requested row of: ${box.bottom - 1}`,
    );
  }
  if (width > box.right - box.left) {
    throw invalid(
      `Attempting to write column: ${box.left + width - 1}, beyond the last requested column of: ${box.right - 1}`,
    );
  }
}

/** What Google would keep in a cell and this spreadsheet can't. */
const notKept = ['pivotTable', 'dataSourceTable', 'dataSourceFormula', 'chipRuns'] as const;

function mustBeKept(mask: Mask, source: Schema['CellData']): void {
  for (const field of notKept) {
    if (source[field] && wants(mask, field)) throw invalid(`${field} is not supported by this local spreadsheet.`);
  }
  const value = source.userEnteredValue;
  if (value?.errorValue) throw invalid('userEnteredValue.errorValue cannot be set.');
  mustFitCell(value?.stringValue ?? value?.formulaValue ?? '');
  const rule = source.dataValidation;
  if (rule && wants(mask, 'dataValidation')) mustBeCondition(rule.condition, 'data validation');
}

function mergeCell(mask: Mask, cell: Cell | undefined, source: Schema['CellData']): Cell {
  const merged = merge<Schema['CellData']>(mask, cell ?? {}, source);
  if (merged.userEnteredValue?.stringValue !== '') return merged;
  // An empty string is no value: the API reads such a cell back as empty.
  const { userEnteredValue: _, ...rest } = merged;
  return rest;
}
