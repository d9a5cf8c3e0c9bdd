import { invalid } from '../errors.ts';
import { moveFormula } from '../formula/references.ts';
import { type Cell, type Sheet, sheetById, withSheet } from '../model/book.ts';
import { cellAt, mapCells } from '../model/cells.ts';
import { type Box, boxOf } from '../model/grid.ts';
import type { Effective } from '../values/render.ts';
import type { Handler } from './change.ts';

/** Sorts the rows of a rectangle: numbers, then text, then booleans, then errors; empty cells last either way. */
export const sortRange: Handler<'sortRange'> = (book, request, { evaluate }) => {
  const sheet = sheetById(book, request.range?.sheetId);
  const box = boxOf(request.range ?? {}, sheet.grid);
  const specs = (request.sortSpecs ?? []).map((spec) => ({
    column: spec.dimensionIndex ?? 0,
    direction: spec.sortOrder === 'DESCENDING' ? -1 : 1,
  }));
  if (request.sortSpecs?.some((spec) => spec.foregroundColorStyle || spec.backgroundColorStyle)) {
    throw invalid('Sorting by colour is not supported by this local spreadsheet.');
  }
  if (request.sortSpecs?.some((spec) => spec.dataSourceColumnReference)) {
    throw invalid('Data sources are not supported by this local spreadsheet.');
  }
  if (specs.length === 0) throw invalid('At least one sort spec must be specified.');
  if (specs.some(({ column }) => column < box.left || column >= box.right)) {
    throw invalid('The sort column index must be within the range.');
  }
  const evaluation = evaluate(book);
  const keyOf = (row: number, column: number): Effective => {
    const cell = cellAt(sheet, row, column);
    return cell && evaluation(sheet, row, column, cell);
  };
  const height = Math.max(0, Math.min(box.bottom, sheet.rows.length) - box.top);
  const order = Array.from({ length: height }, (_, i) => ({
    from: box.top + i,
    keys: specs.map(({ column }) => keyOf(box.top + i, column)),
  }));
  order.sort((a, b) => {
    for (const [i, spec] of specs.entries()) {
      const difference = compare(a.keys[i], b.keys[i], spec.direction);
      if (difference !== 0) return difference;
    }
    return a.from - b.from;
  });
  return {
    book: withSheet(
      book,
      rearranged(
        sheet,
        box,
        order.map(({ from }) => from),
      ),
    ),
  };
};

/** The sheet with the rows of a rectangle in another order; relative references in formulas move along. */
export function rearranged(sheet: Sheet, box: Box, order: readonly number[]): Sheet {
  const within = { ...box, bottom: box.top + order.length };
  return mapCells(sheet, within, (_, r, c) => {
    const from = order[r - box.top] ?? r;
    const cell = cellAt(sheet, from, c);
    return cell && moved(cell, r - from);
  });
}

function moved(cell: Cell, rows: number): Cell {
  const formula = cell.userEnteredValue?.formulaValue;
  if (formula == null || rows === 0) return cell;
  return { ...cell, userEnteredValue: { formulaValue: moveFormula(formula, rows, 0) } };
}

function compare(a: Effective, b: Effective, direction: number): number {
  if (!a || !b) return a ? -1 : b ? 1 : 0;
  const kinds = kindOf(a) - kindOf(b);
  if (kinds !== 0) return kinds * direction;
  if (a.numberValue != null && b.numberValue != null) return (a.numberValue - b.numberValue) * direction;
  if (a.boolValue != null && b.boolValue != null) return (Number(a.boolValue) - Number(b.boolValue)) * direction;
  return collator.compare(a.stringValue ?? '', b.stringValue ?? '') * direction;
}

const collator = new Intl.Collator('en', { sensitivity: 'base' });

function kindOf(value: NonNullable<Effective>): number {
  if (value.numberValue != null) return 0;
  if (value.stringValue != null) return 1;
  return value.boolValue != null ? 2 : 3;
}
