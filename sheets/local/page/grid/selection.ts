import type { Sheet } from '../sheet.ts';
import { type Axis, visibleFrom } from './axis.ts';
import { around, type Box, boxAt, contains, overlaps, type Place } from './place.ts';

/** The cell that is worked on, and the rectangle that it's selected with. */
export type Selection = { readonly active: Place; readonly box: Box };

export type Direction = 'up' | 'down' | 'left' | 'right';

const STEPS: Readonly<Record<Direction, { readonly down: -1 | 0 | 1; readonly across: -1 | 0 | 1 }>> = {
  up: { down: -1, across: 0 },
  down: { down: 1, across: 0 },
  left: { down: 0, across: -1 },
  right: { down: 0, across: 1 },
};

/** One cell alone, or all that it's merged with; what isn't there is brought back onto the sheet. */
export function selectCell(sheet: Sheet, { row, column }: Place): Selection {
  const place = {
    row: Math.min(Math.max(row, 0), sheet.rows.count - 1),
    column: Math.min(Math.max(column, 0), sheet.columns.count - 1),
  };
  const box = sheet.merge(place);
  return { active: { row: box.top, column: box.left }, box };
}

/** From the active cell to another one; merged cells are selected whole or not at all. */
export function extendTo(sheet: Sheet, { active }: Selection, to: Place): Selection {
  return { active, box: wholeMerges(sheet, around(sheet.merge(active), boxAt(to))) };
}

export const selectRows = (sheet: Sheet, from: number, to: number): Selection => ({
  active: { row: from, column: visibleFrom(sheet.columns, 0, 1) },
  box: { top: Math.min(from, to), bottom: Math.max(from, to) + 1, left: 0, right: sheet.columns.count },
});

export const selectColumns = (sheet: Sheet, from: number, to: number): Selection => ({
  active: { row: visibleFrom(sheet.rows, 0, 1), column: from },
  box: { top: 0, bottom: sheet.rows.count, left: Math.min(from, to), right: Math.max(from, to) + 1 },
});

export const selectAll = (sheet: Sheet, { active }: Selection): Selection => ({
  active,
  box: { top: 0, left: 0, bottom: sheet.rows.count, right: sheet.columns.count },
});

/** The selection after an arrow key. @param far to the edge of what is filled, as with Ctrl */
export function moved(sheet: Sheet, { active }: Selection, direction: Direction, far: boolean): Selection {
  return selectCell(sheet, stepped(sheet, sheet.merge(active), active, direction, far));
}

/** The same with Shift: the side of the rectangle that isn't the active cell's moves. */
export function extended(sheet: Sheet, selection: Selection, direction: Direction, far: boolean): Selection {
  const corner = farCorner(sheet, selection);
  const own = sheet.merge(selection.active);
  const to = stepped(sheet, boxAt(corner), corner, direction, far);
  return { active: selection.active, box: wholeMerges(sheet, around(own, boxAt(to))) };
}

/** The corner of the rectangle across from the active cell. */
export function farCorner(sheet: Sheet, { active, box }: Selection): Place {
  const own = sheet.merge(active);
  return {
    row: own.top === box.top ? box.bottom - 1 : box.top,
    column: own.left === box.left ? box.right - 1 : box.left,
  };
}

export const isWholeRows = (sheet: Sheet, { left, right }: Box): boolean => left === 0 && right === sheet.columns.count;
export const isWholeColumns = (sheet: Sheet, { top, bottom }: Box): boolean => top === 0 && bottom === sheet.rows.count;

/** What a whole column, row or sheet really holds: never more than the rows and columns in use. */
export function inUse(sheet: Sheet, box: Box): Box {
  const { rows, columns } = sheet.used();
  return {
    ...box,
    bottom: isWholeColumns(sheet, box) ? Math.max(box.top + 1, Math.min(box.bottom, rows)) : box.bottom,
    right: isWholeRows(sheet, box) ? Math.max(box.left + 1, Math.min(box.right, columns)) : box.right,
  };
}

function stepped(sheet: Sheet, own: Box, from: Place, direction: Direction, far: boolean): Place {
  const { down, across } = STEPS[direction];
  if (far) return edgeFrom(sheet, from, direction);
  const row = down === 0 ? from.row : seen(sheet.rows, down > 0 ? own.bottom : own.top - 1, down, from.row);
  const column =
    across === 0 ? from.column : seen(sheet.columns, across > 0 ? own.right : own.left - 1, across, from.column);
  return { row, column };
}

/** The next one that isn't hidden; at the edge it stays where it was. */
function seen(axis: Axis, index: number, step: -1 | 1, stay: number): number {
  for (let i = index; i >= 0 && i < axis.count; i += step) if (axis.size(i) > 0) return i;
  return stay;
}

/** From a filled cell to the last filled one of its run; from there, or from an empty one, to the next filled one. */
function edgeFrom(sheet: Sheet, from: Place, direction: Direction): Place {
  const { down, across } = STEPS[direction];
  const next = ({ row, column }: Place): Place => ({ row: row + down, column: column + across });
  const isThere = ({ row, column }: Place): boolean =>
    row >= 0 && column >= 0 && row < sheet.rows.count && column < sheet.columns.count;
  const isFilled = (place: Place): boolean => isThere(place) && sheet.cell(place)?.text !== undefined;
  let at = next(from);
  if (!isThere(at)) return from;
  const inRun = isFilled(from) && isFilled(at);
  while (isThere(next(at)) && (inRun ? isFilled(next(at)) : !isFilled(at))) at = next(at);
  return at;
}

function wholeMerges(sheet: Sheet, box: Box): Box {
  const cut = sheet.merges.find((merge) => overlaps(merge, box) && !contains(box, merge));
  return cut ? wholeMerges(sheet, around(box, cut)) : box;
}
