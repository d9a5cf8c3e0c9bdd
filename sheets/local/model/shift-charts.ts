import type { Schema } from './api.ts';
import { type Shift, shiftRange } from './shift.ts';

/** Charts hold their ranges at many depths: every part with row or column bounds is one. They stay on their cell. */
export function shiftChart<T>(part: T, sheetId: number, shift: Shift): T {
  if (Array.isArray(part)) return part.map((each) => shiftChart(each, sheetId, shift)) as T;
  if (part === null || typeof part !== 'object') return part;
  if ('startRowIndex' in part || 'endRowIndex' in part || 'startColumnIndex' in part || 'endColumnIndex' in part) {
    return (shiftRange(part as Schema['GridRange'], sheetId, shift) ?? part) as T;
  }
  const shifted = Object.entries(part).map(([key, value]) => [
    key,
    key === 'anchorCell' ? shiftAnchor(value, sheetId, shift) : shiftChart(value, sheetId, shift),
  ]);
  return Object.fromEntries(shifted) as T;
}

/** The cell that something lies on; where it's deleted, the one that takes its place. */
function shiftAnchor(
  cell: Schema['GridCoordinate'] | null | undefined,
  sheetId: number,
  shift: Shift,
): Schema['GridCoordinate'] | null | undefined {
  if (!cell || shift.across || (cell.sheetId ?? 0) !== sheetId) return cell;
  const key = shift.dimension === 'ROWS' ? 'rowIndex' : 'columnIndex';
  const at = cell[key] ?? 0;
  const next = shift.span({ start: at, end: at + 1 }) ?? shift.span({ start: at, end: at });
  return { ...cell, [key]: next?.start ?? at };
}
