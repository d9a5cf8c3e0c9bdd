import { moveFormula } from '../formula/references.ts';
import { rewriteCondition } from '../formula/rewrite.ts';
import type { Schema } from '../model/api.ts';

type Source = Pick<Schema['CellData'], 'userEnteredValue' | 'dataValidation'>;

/**
 * What a request puts into every cell of a range. Formulas are written for the first of the cells; in the others their
 * relative references move along (the API's reference of RepeatCellRequest). The range of a list stays: all of them offer
 * the same.
 * @returns the source as it reads so many rows and columns on; the same object where nothing in it moves
 */
export function repeated<T extends Source>(source: T): (rows: number, columns: number) => T {
  const formula = source.userEnteredValue?.formulaValue;
  const rule = source.dataValidation;
  const condition = rule?.condition?.type === 'CUSTOM_FORMULA' ? rule.condition : undefined;
  return (rows, columns) => {
    const move = (text: string) => moveFormula(text, rows, columns);
    const moved = formula && move(formula);
    const asked = condition && rewriteCondition(condition, move);
    if (moved === formula && asked === condition) return source;
    return {
      ...source,
      ...(moved !== formula && { userEnteredValue: { formulaValue: moved } }),
      ...(asked !== condition && { dataValidation: { ...rule, condition: asked } }),
    };
  };
}
