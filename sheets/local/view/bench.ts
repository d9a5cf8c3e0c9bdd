import type { Schema } from '../model/api.ts';
import { type Book, type Cell, type Row, type Sheet, withSheet } from '../model/book.ts';
import type { Box } from '../model/grid.ts';
import type { Effective } from '../values/render.ts';
import { boxWithin } from './box.ts';
import { isSimple, movedReader } from './condition-formulas.ts';
import type { Condition } from './conditions.ts';
import { cornerOf } from './corner.ts';
import type { Sight } from './subjects.ts';

/** A formula as it reads from one of the cells that a condition is about. */
type Wanted = { readonly row: number; readonly formula: string };

/** Rows [from, to). */
export type Span = readonly [from: number, to: number];

/** What the formulas of a sheet's conditions come to, by their text. */
type Bench = (formula: string) => Effective;

/** The last bench of each sheet, as long as nothing changes in its book. */
export type Benches = Map<string, { readonly book: Book; readonly rows: Span; readonly bench: Bench }>;

/**
 * What the formulas of a sheet's conditions come to, each as it reads from every cell of a span that it's about. They
 * stand in no cell: so those that aren't simple are calculated all at once beside the sheet's last column, in a copy that
 * nobody sees.
 */
export function benchFor(sheet: Sheet, sight: Sight, rows: Span): Bench {
  const { book, benches } = sight;
  const key = `${book.id} ${sheet.id}`;
  const last = benches.get(key);
  if (last?.book === book && last.rows[0] <= rows[0] && last.rows[1] >= rows[1]) return last.bench;
  const bench = benchOf(sheet, sight, rows);
  benches.delete(key);
  benches.set(key, { book, rows, bench });
  for (const first of benches.keys()) if (benches.size > BENCHES_KEPT) benches.delete(first);
  return bench;
}

/** The tabs of facts that somebody may have open at a time. */
const BENCHES_KEPT = 4;

function benchOf(sheet: Sheet, sight: Sight, span: Span): Bench {
  const places = new Map<string, { row: number; column: number; cell: Cell }>();
  const ends = new Map<number, number>();
  for (const { row, formula } of wantedOn(sheet, span)) {
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

function* wantedOn(sheet: Sheet, span: Span): Generator<Wanted> {
  for (const { ranges, booleanRule } of sheet.conditionalFormats) {
    const boxes = (ranges ?? []).map((range) => boxWithin(range, sheet.grid));
    const corner = cornerOf(boxes);
    for (const formula of formulasIn(booleanRule?.condition)) {
      const read = movedReader(formula);
      for (const box of boxes) {
        for (const row of rowsOf(box, span, sheet)) {
          for (let column = box.left; column < box.right; column++) {
            yield { row, formula: read({ row, column }, corner) };
          }
        }
      }
    }
  }
  const readers = new Map<string, ReturnType<typeof movedReader>>();
  const [from, to] = span;
  for (let row = from; row < Math.min(to, sheet.rows.length); row++) {
    for (const [column, cell] of (sheet.rows[row] ?? []).entries()) {
      for (const formula of formulasIn(cell?.dataValidation?.condition)) {
        const read = readers.get(formula) ?? movedReader(formula);
        readers.set(formula, read);
        yield { row, formula: read({ row, column }, { row, column }) };
      }
    }
  }
}

/** The first one always: a formula that reads alike in every row stands there, whatever is asked about. */
function* rowsOf({ top, bottom }: Box, [from, to]: Span, { rows }: Sheet): Generator<number> {
  const end = Math.min(bottom, rows.length);
  if (top < end) yield top;
  for (let row = Math.max(top + 1, from); row < Math.min(to, end); row++) yield row;
}

function formulasIn(condition: Condition | Schema['DataValidationRule']['condition']): string[] {
  if (!condition || condition.type === 'ONE_OF_RANGE' || condition.type === 'ONE_OF_LIST') return [];
  return (condition.values ?? []).flatMap(({ userEnteredValue }) =>
    userEnteredValue?.startsWith('=') && !isSimple(userEnteredValue) ? [userEnteredValue] : [],
  );
}
