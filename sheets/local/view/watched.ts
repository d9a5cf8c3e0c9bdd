import type { Book, Sheet } from '../model/book.ts';
import { placeOf } from './subjects.ts';

/**
 * The sheets whose changes may show in cells that didn't change themselves: every one for a sheet with formulas, its
 * own for colours that go by other cells, and those that its lists stand on.
 */
export function watchedBy(sheet: Sheet, book: Book): number[] {
  const all = book.sheets.map((each) => each.id);
  if (sheet.conditionalFormats.some(({ booleanRule }) => hasFormula(booleanRule?.condition?.values))) return all;
  const found = new Set<number>();
  if (sheet.conditionalFormats.some((rule) => rule.gradientRule)) found.add(sheet.id);
  const lists = new Set<string>();
  for (const row of sheet.rows) {
    for (const cell of row ?? []) {
      if (cell?.userEnteredValue?.formulaValue != null) return all;
      const condition = cell?.dataValidation?.condition;
      if (condition?.type === 'ONE_OF_RANGE') lists.add(condition.values?.[0]?.userEnteredValue ?? '');
      else if (hasFormula(condition?.values)) return all;
    }
  }
  for (const list of lists) {
    const place = placeOf(list, sheet, book);
    if (place) found.add(place.sheet.id);
  }
  return [...found];
}

const hasFormula = (values: readonly { userEnteredValue?: string | null }[] | undefined): boolean =>
  values?.some((value) => value.userEnteredValue?.startsWith('=')) ?? false;
