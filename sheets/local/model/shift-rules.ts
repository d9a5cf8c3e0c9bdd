import { moveFormula, shiftFormula } from '../formula/references.ts';
import { rewriteCondition } from '../formula/rewrite.ts';
import type { Schema } from './api.ts';
import type { Sheet } from './book.ts';
import { concerns, type RangeShift, type Shift } from './shift.ts';

type Range = Schema['GridRange'];

/** The conditional formats of a sheet after a shift on it: ranges and formulas follow; a rule about nothing goes. */
export function shiftRules(sheet: Sheet, range: RangeShift, shift: Shift): Schema['ConditionalFormatRule'][] {
  return sheet.conditionalFormats.flatMap((rule) => {
    const before = rule.ranges ?? [];
    const after = before.flatMap((each) => range(each) ?? []);
    if (after.length === 0) return [];
    const { condition } = rule.booleanRule ?? {};
    if (!condition) return [{ ...rule, ranges: after }];
    const { there, back } = anchorOf(sheet, before, after, shift);
    const moved = (formula: string, by: number): string =>
      shift.dimension === 'ROWS' ? moveFormula(formula, by, 0) : moveFormula(formula, 0, by);
    const shifted = rewriteCondition(condition, (formula) =>
      moved(shiftFormula(moved(formula, there), sheet.title, true, shift), back),
    );
    return [{ ...rule, ranges: after, booleanRule: { ...rule.booleanRule, condition: shifted } }];
  });
}

/**
 * A rule's formulas are written for the first of its cells. That one may go, or move away from the others: so they are
 * written anew for a cell that stays, the one that comes to be the first if any does, and shifted as that cell's own.
 * @returns how far it's to that cell before the shift, and from there to the first one after it
 */
function anchorOf(sheet: Sheet, before: readonly Range[], after: readonly Range[], shift: Shift) {
  const rows = shift.dimension === 'ROWS';
  const startOf = (range: Range): number => (rows ? range.startRowIndex : range.startColumnIndex) ?? 0;
  const first = Math.min(...before.map(startOf));
  const next = Math.min(...after.map(startOf));
  const end = rows ? sheet.grid.rowCount : sheet.grid.columnCount;
  const moves = before.some((range) => concerns(shift, across(range, rows)));
  let anchor: { there: number; back: number } | undefined;
  for (let at = first; at < end && anchor?.back !== 0; at++) {
    const place = moves ? shift.span({ start: at, end: at + 1 })?.start : at;
    if (place !== undefined && (!anchor || place === next)) anchor = { there: at - first, back: next - place };
  }
  return anchor ?? { there: 0, back: 0 };
}

const across = (range: Range, rows: boolean) => ({
  start: (rows ? range.startColumnIndex : range.startRowIndex) ?? 0,
  end: (rows ? range.endColumnIndex : range.endRowIndex) ?? Number.POSITIVE_INFINITY,
});
