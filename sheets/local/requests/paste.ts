import { invalid } from '../errors.ts';
import { moveFormula } from '../formula/references.ts';
import type { Schema } from '../model/api.ts';
import { type Book, type Cell, type Sheet, sheetById, withSheet } from '../model/book.ts';
import { cellAt, mapCells } from '../model/cells.ts';
import { type Box, boxOf, contains } from '../model/grid.ts';
import type { Evaluation } from '../values/evaluate.ts';
import type { Effective } from '../values/render.ts';
import type { Handler } from './change.ts';

/** The kinds of paste that are understood; the API's others are refused. */
const pasteTypes = [
  'PASTE_NORMAL',
  'PASTE_VALUES',
  'PASTE_FORMAT',
  'PASTE_NO_BORDERS',
  'PASTE_FORMULA',
  'PASTE_DATA_VALIDATION',
] as const;
type PasteType = (typeof pasteTypes)[number];

/** Copies a rectangle, over and over where the destination is a multiple of it. */
export const copyPaste: Handler<'copyPaste'> = (book, request, { evaluate }) => {
  const { sheet: from, box: source } = boxIn(book, request.source);
  const to = sheetById(book, request.destination?.sheetId);
  const type = pasteType(request.pasteType);
  const turned = request.pasteOrientation === 'TRANSPOSE';
  const height = turned ? source.right - source.left : source.bottom - source.top;
  const width = turned ? source.bottom - source.top : source.right - source.left;
  const asked = boxOf(openEnded(request.destination ?? {}), to.grid);
  const times = (wanted: number, size: number) => (wanted >= size && wanted % size === 0 ? wanted : size);
  const target: Box = {
    top: asked.top,
    left: asked.left,
    bottom: asked.top + times(asked.bottom - asked.top, height),
    right: asked.left + times(asked.right - asked.left, width),
  };
  boxOf({ endRowIndex: target.bottom, endColumnIndex: target.right }, to.grid);
  const evaluation = evaluate(book);
  const next = mapCells(to, target, (cell, r, c) => {
    const down = (r - target.top) % height;
    const across = (c - target.left) % width;
    const row = source.top + (turned ? across : down);
    const column = source.left + (turned ? down : across);
    const copied = cellAt(from, row, column);
    return pasted(type, cell, copied, copied && evaluation(from, row, column, copied), r - row, c - column);
  });
  return { book: withSheet(book, next) };
};

/** Moves a rectangle: the source is emptied, formulas stay as they are. */
export const cutPaste: Handler<'cutPaste'> = (book, request, { evaluate }) => {
  const { sheet: from, box: source } = boxIn(book, request.source);
  const type = pasteType(request.pasteType);
  const { rowIndex, columnIndex, sheetId } = request.destination ?? {};
  const top = rowIndex ?? 0;
  const left = columnIndex ?? 0;
  const target = { top, left, bottom: top + source.bottom - source.top, right: left + source.right - source.left };
  const evaluation: Evaluation = evaluate(book);
  const emptied = mapCells(from, source, (cell) => (type === 'PASTE_FORMAT' ? cell : blank(type, cell)));
  const cleared = withSheet(book, emptied);
  const to = sheetById(cleared, sheetId);
  boxOf({ endRowIndex: target.bottom, endColumnIndex: target.right }, to.grid);
  const next = mapCells(to, target, (cell, r, c) => {
    const row = r - top + source.top;
    const column = c - left + source.left;
    const copied = cellAt(from, row, column);
    return pasted(type, cell, copied, copied && evaluation(from, row, column, copied), 0, 0);
  });
  const merges = from.merges.filter((merge) => contains(source, merge));
  const shifted = merges.map((merge) => ({
    top: merge.top - source.top + top,
    bottom: merge.bottom - source.top + top,
    left: merge.left - source.left + left,
    right: merge.right - source.left + left,
  }));
  const kept = next.merges.filter((merge) => to.id !== from.id || !merges.includes(merge));
  const placed = withSheet(cleared, type === 'PASTE_NORMAL' ? { ...next, merges: [...kept, ...shifted] } : next);
  return { book: placed };
};

function pasted(
  type: PasteType,
  cell: Cell | undefined,
  copied: Cell | undefined,
  effective: Effective,
  rows: number,
  columns: number,
): Cell | undefined {
  const formula = copied?.userEnteredValue?.formulaValue;
  const value = formula == null ? copied?.userEnteredValue : { formulaValue: moveFormula(formula, rows, columns) };
  switch (type) {
    case 'PASTE_NORMAL':
      return value === copied?.userEnteredValue ? copied : { ...copied, ...(value && { userEnteredValue: value }) };
    case 'PASTE_NO_BORDERS': {
      const { borders: _, ...format } = copied?.userEnteredFormat ?? {};
      return { ...copied, userEnteredFormat: format, ...(value && { userEnteredValue: value }) };
    }
    case 'PASTE_VALUES':
      return withValue(cell, effective?.errorValue ? undefined : effective);
    case 'PASTE_FORMULA':
      return withValue(cell, value);
    case 'PASTE_FORMAT': {
      const { userEnteredFormat: _, ...rest } = cell ?? {};
      const format = copied?.userEnteredFormat;
      return { ...rest, ...(format && { userEnteredFormat: format }) };
    }
    case 'PASTE_DATA_VALIDATION': {
      const { dataValidation: _, ...rest } = cell ?? {};
      const rule = copied?.dataValidation;
      return { ...rest, ...(rule && { dataValidation: rule }) };
    }
  }
}

function withValue(cell: Cell | undefined, value: Effective | null): Cell {
  const { userEnteredValue: _, ...rest } = cell ?? {};
  return { ...rest, ...(value && { userEnteredValue: value }) };
}

const blank = (type: PasteType, cell: Cell | undefined): Cell | undefined =>
  type === 'PASTE_NORMAL' || type === 'PASTE_NO_BORDERS' ? undefined : withValue(cell, undefined);

function boxIn(book: Book, range: Schema['GridRange'] | undefined): { sheet: Sheet; box: Box } {
  const sheet = sheetById(book, range?.sheetId);
  return { sheet, box: boxOf(range ?? {}, sheet.grid) };
}

/** A destination may name its corner alone. */
const openEnded = (range: Schema['GridRange']): Schema['GridRange'] => ({
  ...range,
  endRowIndex: range.endRowIndex ?? (range.startRowIndex ?? 0) + 1,
  endColumnIndex: range.endColumnIndex ?? (range.startColumnIndex ?? 0) + 1,
});

function pasteType(type: string | null | undefined): PasteType {
  const found = pasteTypes.find((each) => each === (type ?? 'PASTE_NORMAL'));
  if (!found) throw invalid(`Pasting as ${type} is not supported by this spreadsheet.`);
  return found;
}
