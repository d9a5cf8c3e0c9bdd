import type { Schema } from '../model/api.ts';
import { type Cell, type Row, type Sheet, withSheet } from '../model/book.ts';
import type { Effective } from '../values/render.ts';
import { boxWithin } from './box.ts';
import { isSimple, movedReader } from './condition-formulas.ts';
import type { Condition } from './conditions.ts';
import { cornerOf } from './corner.ts';
import type { Sight } from './subjects.ts';

/** A formula as it reads from one of the cells that a condition is about. */
type Wanted = { readonly row: number; readonly formula: string };

/**
 * What the formulas of a sheet's conditions come to, each as it reads from every cell that it's about. They stand in no
 * cell: so those that aren't simple are calculated all at once beside the sheet's last column, in a copy that nobody sees.
 */
export function benchOf(sheet: Sheet, sight: Sight): (formula: string) => Effective {
  const places = new Map<string, { row: number; column: number; cell: Cell }>();
  const ends = new Map<number, number>();
  for (const { row, formula } of wantedOn(sheet)) {
    if (places.has(formula)) continue;
    const column = ends.get(row) ?? sheet.grid.columnCount;
    ends.set(row, column + 1);
    places.set(formula, { row, column, cell: { userEnteredValue: { formulaValue: formula } } });
  }
  if (places.size === 0) return () => undefined;

  const rows: (Row | undefined)[] = sheet.rows.slice();
  for (const { row, column, cell } of places.values()) {
    const longer: (Cell | undefined)[] = rows[row]?.slice() ?? [];
    longer[column] = cell;
    rows[row] = Array.from(longer);
  }
  const columnCount = Math.max(...ends.values());
  const copy = { ...sheet, rows: Array.from(rows), grid: { ...sheet.grid, columnCount } };
  const book = { ...withSheet(sight.book, copy), id: `${sight.book.id} ${sheet.id} bench` };
  const evaluation = sight.evaluate(book);
  return (formula) => {
    const place = places.get(formula);
    return place && evaluation(copy, place.row, place.column, place.cell);
  };
}

function* wantedOn(sheet: Sheet): Generator<Wanted> {
  for (const { ranges, booleanRule } of sheet.conditionalFormats) {
    const boxes = (ranges ?? []).map((range) => boxWithin(range, sheet.grid));
    const corner = cornerOf(boxes);
    for (const formula of formulasIn(booleanRule?.condition)) {
      const read = movedReader(formula);
      for (const box of boxes) {
        for (let row = box.top; row < Math.min(box.bottom, sheet.rows.length); row++) {
          for (let column = box.left; column < box.right; column++) {
            yield { row, formula: read(row - corner.row, column - corner.column) };
          }
        }
      }
    }
  }
  for (const [row, cells] of sheet.rows.entries()) {
    for (const cell of cells ?? []) {
      for (const formula of formulasIn(cell?.dataValidation?.condition)) yield { row, formula };
    }
  }
}

function formulasIn(condition: Condition | Schema['DataValidationRule']['condition']): string[] {
  if (!condition || condition.type === 'ONE_OF_RANGE' || condition.type === 'ONE_OF_LIST') return [];
  return (condition.values ?? []).flatMap(({ userEnteredValue }) =>
    userEnteredValue?.startsWith('=') && !isSimple(userEnteredValue) ? [userEnteredValue] : [],
  );
}
