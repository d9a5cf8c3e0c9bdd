import type { Schema } from '../model/api.ts';
import type { Cell, Row, Sheet } from '../model/book.ts';

/** Rows with every formula rewritten, those of dropdowns and rules too; rows without a change stay the same objects. */
export function mapFormulas(rows: Sheet['rows'], change: (formula: string) => string): Sheet['rows'] {
  let touched = false;
  // The blank cells of a column with a dropdown are one and the same: it's rewritten once.
  const known = new Map<Cell, Cell>();
  const rewriteOnce = (cell: Cell): Cell => {
    const next = known.get(cell) ?? rewriteCell(cell, change);
    known.set(cell, next);
    return next;
  };
  const rewritten = rows.map((row) => {
    if (!row?.some(hasFormula)) return row;
    const next: Row = row.map((cell) => cell && rewriteOnce(cell));
    if (next.every((cell, column) => cell === row[column])) return row;
    touched = true;
    return next;
  });
  return touched ? rewritten : rows;
}

const hasFormula = (cell: Cell | undefined): boolean =>
  cell?.userEnteredValue?.formulaValue != null || cell?.dataValidation?.condition?.values != null;

function rewriteCell(cell: Cell, change: (formula: string) => string): Cell {
  const formula = cell.userEnteredValue?.formulaValue;
  const rewritten = formula == null ? formula : change(formula);
  const { condition } = cell.dataValidation ?? {};
  const asked = condition && rewriteCondition(condition, change);
  if (rewritten === formula && asked === condition) return cell;
  return {
    ...cell,
    ...(rewritten !== formula && rewritten != null && { userEnteredValue: { formulaValue: rewritten } }),
    ...(asked !== condition && asked && { dataValidation: { ...cell.dataValidation, condition: asked } }),
  };
}

type Condition = NonNullable<Schema['DataValidationRule']['condition']>;

/** A condition with its formulas rewritten, the range of a list being one; the same object where nothing changes. */
export function rewriteCondition(condition: Condition, change: (formula: string) => string): Condition {
  const values = condition.values?.map((value) => {
    const text = value.userEnteredValue;
    if (!text?.startsWith('=')) return value;
    const next = change(text);
    return next === text ? value : { ...value, userEnteredValue: next };
  });
  return values?.some((value, i) => value !== condition.values?.[i]) ? { ...condition, values } : condition;
}
