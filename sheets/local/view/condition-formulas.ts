import { moveFormula } from '../formula/references.ts';
import { type Sheet, sheetByTitle } from '../model/book.ts';
import { cellAt } from '../model/cells.ts';
import type { Effective } from '../values/render.ts';
import { benchFor, type Span } from './bench.ts';
import { compares, comparisonOf, type Operand, type Reference, referenceOf } from './comparison.ts';
import type { Corner } from './corner.ts';
import { listedIn, listingOf } from './listing.ts';
import { type CellPlace, readingAt } from './own-place.ts';
import { listOf, type Sight, subjectOf } from './subjects.ts';

/** What a condition's formula comes to at a cell, given the corner that it's written for. */
export type ConditionFormulas = (formula: string, place: CellPlace, corner: Corner) => Effective;

/**
 * The simple formulas of conditions are followed here; the others are calculated, for all cells of a span at once.
 * @param rows the span that is going to be asked about
 */
export function formulasOn(sheet: Sheet, sight: Sight, rows: Span): ConditionFormulas {
  const readers = new Map<string, (place: CellPlace, corner: Corner) => Effective>();
  let bench: ReturnType<typeof benchFor> | undefined;

  const follow = ({ tab, row, column, rowFixed, columnFixed }: Reference, rows: number, columns: number): Effective => {
    const there = tab === undefined ? sheet : sheetByTitle(sight.book, tab);
    const [r, c] = [rowFixed ? row : row + rows, columnFixed ? column : column + columns];
    return there && subjectOf(there, r, c, cellAt(there, r, c), sight).value;
  };
  const given = (operand: Operand, rows: number, columns: number): Effective =>
    'value' in operand ? operand.value : follow(operand.reference, rows, columns);

  const readerOf = (formula: string): ((place: CellPlace, corner: Corner) => Effective) => {
    const reference = referenceOf(formula);
    if (reference) return (place, corner) => follow(reference, place.row - corner.row, place.column - corner.column);
    const comparison = comparisonOf(formula);
    if (comparison) {
      const { left, operator, right } = comparison;
      return (place, corner) => {
        const [rows, columns] = [place.row - corner.row, place.column - corner.column];
        return { boolValue: compares(given(left, rows, columns), operator, given(right, rows, columns)) };
      };
    }
    const listing = listingOf(formula);
    if (listing) {
      const isListed = listedIn(listOf(listing.range, sheet, sight), listing);
      return (place) => ({ boolValue: isListed(place) });
    }
    const read = movedReader(formula);
    return (place, corner) => {
      bench ??= benchFor(sheet, sight, rows);
      return bench(read(place, corner));
    };
  };

  return (formula, place, corner) => {
    const reader = readers.get(formula) ?? readerOf(formula);
    readers.set(formula, reader);
    return reader(place, corner);
  };
}

/** How a formula reads at a cell; one whose rows or columns are all fixed reads alike along them. */
export function movedReader(formula: string): (place: CellPlace, corner: Corner) => string {
  const rowsMatter = moveFormula(formula, 1, 0) !== formula;
  const columnsMatter = moveFormula(formula, 0, 1) !== formula;
  const known = new Map<string, (place: CellPlace) => string>();
  return (place, corner) => {
    const rows = rowsMatter ? place.row - corner.row : 0;
    const columns = columnsMatter ? place.column - corner.column : 0;
    const key = `${rows} ${columns}`;
    const moved = known.get(key) ?? readingAt(moveFormula(formula, rows, columns));
    known.set(key, moved);
    return moved(place);
  };
}

/** Is it understood without the library that calculates? */
export const isSimple = (formula: string): boolean =>
  referenceOf(formula) !== undefined || comparisonOf(formula) !== undefined || listingOf(formula) !== undefined;
