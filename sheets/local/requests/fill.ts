import { invalid } from '../errors.ts';
import { moveFormula } from '../formula/references.ts';
import type { Schema } from '../model/api.ts';
import { type Book, type Cell, type Sheet, sheetById, withSheet } from '../model/book.ts';
import { cellAt, hasValue, mapCells } from '../model/cells.ts';
import { type Box, boxOf } from '../model/grid.ts';
import type { Dimension } from '../model/shift.ts';
import { isDateFormat } from '../values/format.ts';
import type { Handler } from './change.ts';

/** Cells that are to be continued, and over which. */
type Filling = { readonly sheet: Sheet; readonly source: Box; readonly target: Box; readonly dimension: Dimension };

/** Continues what cells begin: numbers and dates in their steps, `Race 1` by counting on, formulas moved along. */
export const autoFill: Handler<'autoFill'> = (book, request) => {
  const { sheet, source, target, dimension } = request.sourceAndDestination
    ? besides(book, request.sourceAndDestination)
    : withinRange(book, request.range ?? {});
  const down = dimension === 'ROWS';
  const alone = request.useAlternateSeries ?? false;
  const next = mapCells(sheet, target, (_, row, column) => {
    const line = down
      ? lineOf(sheet, source.top, source.bottom, (at) => [at, column])
      : lineOf(sheet, source.left, source.right, (at) => [row, at]);
    const step = down ? row - source.top : column - source.left;
    return continued(line, step, alone, down);
  });
  return { book: withSheet(book, next) };
};

function besides(book: Book, { source = {}, dimension, fillLength }: Schema['SourceAndDestination']): Filling {
  const sheet = sheetById(book, source.sheetId);
  const box = boxOf(source, sheet.grid);
  if (dimension !== 'ROWS' && dimension !== 'COLUMNS') throw invalid('A dimension must be specified: ROWS or COLUMNS.');
  const length = fillLength ?? 0;
  const { top, left, bottom, right } = box;
  const target =
    dimension === 'ROWS'
      ? { ...box, top: length < 0 ? top + length : bottom, bottom: length < 0 ? top : bottom + length }
      : { ...box, left: length < 0 ? left + length : right, right: length < 0 ? left : right + length };
  if (
    target.top < 0 ||
    target.left < 0 ||
    target.bottom > sheet.grid.rowCount ||
    target.right > sheet.grid.columnCount
  ) {
    throw invalid('The cells to fill lie beyond the grid.');
  }
  return { sheet, source: box, target, dimension };
}

/** The filled rows at a range's top are continued down to its end; a range filled to its end, along its rows. */
function withinRange(book: Book, range: Schema['GridRange']): Filling {
  const sheet = sheetById(book, range.sheetId);
  const box = boxOf(range, sheet.grid);
  const filled = (row: number, column: number) => hasValue(cellAt(sheet, row, column));
  let bottom = box.top;
  while (bottom < box.bottom && filled(bottom, box.left)) bottom += 1;
  let right = box.left;
  while (right < box.right && filled(box.top, right)) right += 1;
  if (bottom === box.top) throw invalid('The range has nothing at its start that could be continued.');
  return bottom < box.bottom
    ? { sheet, source: { ...box, bottom }, target: { ...box, top: bottom }, dimension: 'ROWS' }
    : { sheet, source: { ...box, right }, target: { ...box, left: right }, dimension: 'COLUMNS' };
}

function lineOf(
  sheet: Sheet,
  from: number,
  to: number,
  place: (at: number) => readonly [row: number, column: number],
): (Cell | undefined)[] {
  return Array.from({ length: to - from }, (_, i) => cellAt(sheet, ...place(from + i)));
}

/** The cell at a step of a line that begins with some cells; steps before it are negative. */
function continued(line: readonly (Cell | undefined)[], step: number, alone: boolean, down: boolean): Cell | undefined {
  const period = line.length;
  const model = line[((step % period) + period) % period];
  const formula = model?.userEnteredValue?.formulaValue;
  if (!model || formula === undefined) return model && { ...model, ...valueAt(line, model, step, alone) };
  const away = step - line.indexOf(model);
  return { ...model, userEnteredValue: { formulaValue: moveFormula(formula ?? '', down ? away : 0, down ? 0 : away) } };
}

function valueAt(
  line: readonly (Cell | undefined)[],
  model: Cell,
  step: number,
  alone: boolean,
): Pick<Cell, 'userEnteredValue'> {
  const numbers = line.map((cell) => cell?.userEnteredValue?.numberValue ?? Number.NaN);
  const counted = line.map((cell) => /^(.*?)(\d+)$/s.exec(cell?.userEnteredValue?.stringValue ?? ''));
  const [text] = counted;
  if (numbers.every(Number.isFinite)) {
    const counts = line.length > 1 || alone || isDateFormat(model.userEnteredFormat?.numberFormat);
    return { userEnteredValue: { numberValue: counts ? trend(numbers, step) : (numbers[0] ?? 0) } };
  }
  if (text && counted.every((each) => each?.[1] === text[1])) {
    const number = trend(
      counted.map((each) => Number(each?.[2])),
      step,
    );
    return { userEnteredValue: { stringValue: `${text[1]}${Math.max(0, Math.round(number))}` } };
  }
  return model.userEnteredValue ? { userEnteredValue: model.userEnteredValue } : {};
}

/** The value at a step of the straight line through some numbers (least squares); one alone goes up by one. */
function trend(numbers: readonly number[], step: number): number {
  const count = numbers.length;
  const [first = 0, second] = numbers;
  if (second === undefined) return first + step;
  const slope = second - first;
  if (numbers.every((number, i) => Math.abs(first + slope * i - number) < 1e-9)) return first + slope * step;
  const middle = (count - 1) / 2;
  const mean = numbers.reduce((sum, number) => sum + number, 0) / count;
  const covariance = numbers.reduce((sum, number, i) => sum + (i - middle) * (number - mean), 0);
  const variance = numbers.reduce((sum, _, i) => sum + (i - middle) ** 2, 0);
  return mean + (covariance / variance) * (step - middle);
}
