import type { Book, Sheet } from '../model/book.ts';
import { COLUMN_WIDTH, ROW_HEIGHT } from '../model/defaults.ts';
import type { Box } from '../model/grid.ts';
import { boxWithin } from './box.ts';
import { type CellView, cellViews, type RuleView } from './cells.ts';
import type { Look } from './look.ts';
import type { Sight } from './subjects.ts';
import { watchedBy } from './watched.ts';

export type ProtectedView = { readonly box: Box; readonly except: readonly Box[]; readonly description?: string };

/** One tab as its page shows it. */
export type TabView = {
  readonly sheetId: number;
  readonly title: string;
  readonly rowCount: number;
  readonly columnCount: number;
  readonly frozenRows: number;
  readonly frozenColumns: number;
  readonly gridlines: boolean;
  /** Pixels; 0 is hidden. Rows name only those that aren't as high as usual. */
  readonly columnWidths: readonly number[];
  readonly rowHeights: readonly (readonly [row: number, height: number])[];
  readonly merges: readonly Box[];
  /** Where a person is asked before changing anything. */
  readonly guarded: readonly ProtectedView[];
  readonly looks: readonly Look[];
  readonly rules: readonly RuleView[];
  /** The sheets whose changes may show anywhere on this one. */
  readonly watched: readonly number[];
  /** The first row of `cells`; rows and cells after the last that shows anything are left out. */
  readonly from: number;
  readonly cells: readonly (readonly (CellView | 0)[])[];
};

/** @param rows the span [from, to) to show the cells of; without it all */
export function tabView(sheet: Sheet, sight: Sight, rows?: readonly [from: number, to: number]): TabView {
  const { grid } = sheet;
  const [from, to] = rows ?? [0, grid.rowCount];
  const { cells, looks, rules } = cellViews(sheet, sight, from, Math.min(to, grid.rowCount));
  return {
    sheetId: sheet.id,
    title: sheet.title,
    rowCount: grid.rowCount,
    columnCount: grid.columnCount,
    frozenRows: grid.frozenRowCount ?? 0,
    frozenColumns: grid.frozenColumnCount ?? 0,
    gridlines: grid.hideGridlines !== true,
    columnWidths: Array.from({ length: grid.columnCount }, (_, c) => sizeOf(sheet.columnProperties[c], COLUMN_WIDTH)),
    rowHeights: sheet.rowProperties.flatMap((each, r) => {
      const height = sizeOf(each, ROW_HEIGHT);
      return height === ROW_HEIGHT || r >= grid.rowCount ? [] : [[r, height] as const];
    }),
    merges: sheet.merges,
    guarded: guardedOf(sheet, sight.book),
    looks,
    rules,
    watched: watchedBy(sheet, sight.book),
    from,
    cells,
  };
}

/** The ranges that only warn; here everybody is an owner, whom the others don't keep out. */
function guardedOf(sheet: Sheet, book: Book): ProtectedView[] {
  return sheet.protectedRanges.flatMap((each) => {
    const named = book.namedRanges.find((range) => range.namedRangeId === each.namedRangeId);
    const range = each.range ?? named?.range;
    if (!each.warningOnly || !range) return [];
    const description = each.description;
    const except = (each.unprotectedRanges ?? []).map((part) => boxWithin(part, sheet.grid));
    return [{ box: boxWithin(range, sheet.grid), except, ...(description && { description }) }];
  });
}

function sizeOf(
  properties: { pixelSize?: number | null; hiddenByUser?: boolean | null; hiddenByFilter?: boolean | null } | undefined,
  usual: number,
): number {
  return properties?.hiddenByUser || properties?.hiddenByFilter ? 0 : (properties?.pixelSize ?? usual);
}
