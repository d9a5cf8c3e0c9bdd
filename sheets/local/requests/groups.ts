import { invalid } from '../errors.ts';
import type { Schema } from '../model/api.ts';
import { type Sheet, sheetById, withSheet } from '../model/book.ts';
import type { Dimension, Span } from '../model/shift.ts';
import type { Handler } from './change.ts';
import { spanOf } from './dimensions.ts';

/** Groups rows or columns: every row within becomes one level deeper. */
export const addDimensionGroup: Handler<'addDimensionGroup'> = (book, request) => {
  const { sheet, dimension, start, end } = spanOf(request.range, (id) => sheetById(book, id));
  const depths = depthsOf(sheet, dimension);
  for (let i = start; i < end; i++) depths[i] = (depths[i] ?? 0) + 1;
  const { next, groups } = regrouped(sheet, dimension, depths);
  return { book: withSheet(book, next), reply: { addDimensionGroup: { dimensionGroups: groups } } };
};

export const deleteDimensionGroup: Handler<'deleteDimensionGroup'> = (book, request) => {
  const { sheet, dimension, start, end } = spanOf(request.range, (id) => sheetById(book, id));
  const depths = depthsOf(sheet, dimension);
  if (depths.slice(start, end).every((depth) => depth === 0)) {
    throw invalid('There is no group to delete in this range.');
  }
  for (let i = start; i < end; i++) depths[i] = Math.max(0, (depths[i] ?? 0) - 1);
  const { next, groups } = regrouped(sheet, dimension, depths);
  const reply = groups.length > 0 ? { dimensionGroups: groups } : {};
  return { book: withSheet(book, next), reply: { deleteDimensionGroup: reply } };
};

export const updateDimensionGroup: Handler<'updateDimensionGroup'> = (book, request) => {
  const wanted = request.dimensionGroup ?? {};
  const { sheet, dimension, start, end } = spanOf(wanted.range, (id) => sheetById(book, id));
  const key = keyOf(dimension);
  const isIt = (group: Schema['DimensionGroup']) =>
    group.range?.startIndex === start && group.range.endIndex === end && group.depth === (wanted.depth ?? 1);
  if (!sheet[key].some(isIt)) throw invalid(`No group with range [${start}, ${end}) and depth ${wanted.depth ?? 1}.`);
  const groups = sheet[key].map((group) => (isIt(group) ? { ...group, collapsed: wanted.collapsed ?? false } : group));
  return { book: withSheet(book, { ...sheet, [key]: groups }) };
};

const keyOf = (dimension: Dimension): 'rowGroups' | 'columnGroups' =>
  dimension === 'ROWS' ? 'rowGroups' : 'columnGroups';

/** How deep each row or column is grouped. */
function depthsOf(sheet: Sheet, dimension: Dimension): number[] {
  const size = dimension === 'ROWS' ? sheet.grid.rowCount : sheet.grid.columnCount;
  const depths = new Array<number>(size).fill(0);
  for (const { range, depth } of sheet[keyOf(dimension)]) {
    for (let i = range?.startIndex ?? 0; i < (range?.endIndex ?? 0); i++)
      depths[i] = Math.max(depths[i] ?? 0, depth ?? 1);
  }
  return depths;
}

/** The groups that make these depths, outer before inner; the sheet shows its controls after the group from then on. */
function regrouped(
  sheet: Sheet,
  dimension: Dimension,
  depths: readonly number[],
): { next: Sheet; groups: Schema['DimensionGroup'][] } {
  const key = keyOf(dimension);
  const groups: Schema['DimensionGroup'][] = [];
  for (let depth = 1; depth <= Math.max(...depths); depth++) {
    for (const { start, end } of runs(depths, depth)) {
      const range = { sheetId: sheet.id, dimension, startIndex: start, endIndex: end };
      const old = sheet[key].find((group) => group.depth === depth && group.range?.startIndex === start);
      groups.push({ range, depth, ...(old?.collapsed && { collapsed: true }) });
    }
  }
  const control = dimension === 'ROWS' ? 'rowGroupControlAfter' : 'columnGroupControlAfter';
  return { next: { ...sheet, grid: { ...sheet.grid, [control]: true }, [key]: groups }, groups };
}

function runs(depths: readonly number[], least: number): Span[] {
  const out: Span[] = [];
  let start = -1;
  for (let i = 0; i <= depths.length; i++) {
    const inside = (depths[i] ?? 0) >= least;
    if (inside && start < 0) start = i;
    if (!inside && start >= 0) {
      out.push({ start, end: i });
      start = -1;
    }
  }
  return out;
}
