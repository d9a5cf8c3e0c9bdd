import { moveFormula } from '../formula/references.ts';
import { type Sheet, sheetByTitle } from '../model/book.ts';
import { cellAt } from '../model/cells.ts';
import type { Effective } from '../values/render.ts';
import { benchOf } from './bench.ts';
import { compares, comparisonOf, type Operand, type Reference, referenceOf } from './comparison.ts';
import { type Sight, subjectOf } from './subjects.ts';

/** What a condition's formula comes to, read so many rows and columns from the cell that it's written for. */
export type ConditionFormulas = (formula: string, rows: number, columns: number) => Effective;

/** The simple formulas of conditions are followed here; the others are calculated, all of a sheet at once. */
export function formulasOn(sheet: Sheet, sight: Sight): ConditionFormulas {
  const readers = new Map<string, (rows: number, columns: number) => Effective>();
  let bench: ReturnType<typeof benchOf> | undefined;

  const follow = ({ tab, row, column, rowFixed, columnFixed }: Reference, rows: number, columns: number): Effective => {
    const there = tab === undefined ? sheet : sheetByTitle(sight.book, tab);
    const [r, c] = [rowFixed ? row : row + rows, columnFixed ? column : column + columns];
    return there && subjectOf(there, r, c, cellAt(there, r, c), sight).value;
  };
  const given = (operand: Operand, rows: number, columns: number): Effective =>
    'value' in operand ? operand.value : follow(operand.reference, rows, columns);

  const readerOf = (formula: string): ((rows: number, columns: number) => Effective) => {
    const reference = referenceOf(formula);
    if (reference) return (rows, columns) => follow(reference, rows, columns);
    const comparison = comparisonOf(formula);
    if (comparison) {
      const { left, operator, right } = comparison;
      return (rows, columns) => ({
        boolValue: compares(given(left, rows, columns), operator, given(right, rows, columns)),
      });
    }
    const read = movedReader(formula);
    return (rows, columns) => {
      bench ??= benchOf(sheet, sight);
      return bench(read(rows, columns));
    };
  };

  return (formula, rows, columns) => {
    const reader = readers.get(formula) ?? readerOf(formula);
    readers.set(formula, reader);
    return reader(rows, columns);
  };
}

/** How a formula reads elsewhere; one whose rows or columns are all fixed reads alike along them. */
export function movedReader(formula: string): (rows: number, columns: number) => string {
  const rowsMatter = moveFormula(formula, 1, 0) !== formula;
  const columnsMatter = moveFormula(formula, 0, 1) !== formula;
  const known = new Map<string, string>();
  return (rows, columns) => {
    const key = `${rowsMatter ? rows : 0} ${columnsMatter ? columns : 0}`;
    const moved = known.get(key) ?? moveFormula(formula, rowsMatter ? rows : 0, columnsMatter ? columns : 0);
    known.set(key, moved);
    return moved;
  };
}

/** Is it understood without the library that calculates? */
export const isSimple = (formula: string): boolean =>
  referenceOf(formula) !== undefined || comparisonOf(formula) !== undefined;
