import type { Book, Cell, Sheet } from '../model/book.ts';
import { cellAt } from '../model/cells.ts';
import { resolveRange } from '../model/resolve.ts';
import type { Evaluate, Evaluation } from '../values/evaluate.ts';
import { formattedValue } from '../values/render.ts';
import type { Benches, Span } from './bench.ts';
import { formulasOn } from './condition-formulas.ts';
import type { Asking, Subject } from './conditions.ts';
import type { Corner } from './corner.ts';

/** A book as somebody looks at it now. */
export type Sight = {
  readonly book: Book;
  readonly evaluation: Evaluation;
  readonly evaluate: Evaluate;
  readonly benches: Benches;
  /** The serial number of today, and its year. */
  readonly today: number;
  readonly year: number;
};

/** What a cell comes to and how that reads. */
export function subjectOf(sheet: Sheet, row: number, column: number, cell: Cell | undefined, sight: Sight): Subject {
  if (!cell?.userEnteredValue && !cell?.spread) return EMPTY;
  if (cell.userEnteredValue?.formulaValue == null && !cell.spread) return constantOf(cell);
  const value = sight.evaluation(sheet, row, column, cell);
  return { value, text: formattedValue(cell, value) ?? '' };
}

/** Cells never change: how a number or a date reads is worked out once. */
function constantOf(cell: Cell): Subject {
  const known = constants.get(cell);
  if (known) return known;
  const subject = { value: cell.userEnteredValue, text: formattedValue(cell, cell.userEnteredValue) ?? '' };
  constants.set(cell, subject);
  return subject;
}

const constants = new WeakMap<Cell, Subject>();

/**
 * What conditions on a sheet may ask for, at any cell of a span of rows.
 * @returns for a cell, given the corner that the condition's formulas are written for
 */
export function askingOn(
  sheet: Sheet,
  sight: Sight,
  rows: Span,
): (row: number, column: number, corner: Corner) => Asking {
  const lists = new Map<string, ReadonlySet<string>>();
  const list = (range: string): ReadonlySet<string> => {
    const known = lists.get(range);
    if (known) return known;
    const read = new Set(listOf(range, sheet, sight));
    lists.set(range, read);
    return read;
  };
  const formulas = formulasOn(sheet, sight, rows);
  return (row, column, corner) => ({
    list,
    today: sight.today,
    year: sight.year,
    formula: (formula) => formulas(formula, { row, column }, corner),
  });
}

/** What a list in cells offers, as people see it, each once; a range that isn't there (any more) offers nothing. */
export function listOf(range: string, sheet: Sheet, sight: Sight): string[] {
  const place = placeOf(range, sheet, sight.book);
  if (!place) return [];
  const { box } = place;
  const found = new Set<string>();
  for (let r = box.top; r < Math.min(box.bottom, place.sheet.rows.length); r++) {
    for (let c = box.left; c < box.right; c++) {
      found.add(subjectOf(place.sheet, r, c, cellAt(place.sheet, r, c), sight).text);
    }
  }
  found.delete('');
  return [...found];
}

/** Where a range leads that a condition names, `=Racers!$A$2:$A` or `=$A$2:$A` on its own sheet. */
export function placeOf(range: string, sheet: Sheet, book: Book): ReturnType<typeof resolveRange> | undefined {
  const bare = range.replace(/^=/, '').replaceAll('$', '').trim();
  const own = `'${sheet.title.replaceAll("'", "''")}'!${bare}`;
  try {
    const isNamed = book.namedRanges.some((each) => each.name?.toLowerCase() === bare.toLowerCase());
    return resolveRange(book, bare.includes('!') || isNamed ? bare : own);
  } catch {
    return undefined;
  }
}

const EMPTY: Subject = { value: undefined, text: '' };
