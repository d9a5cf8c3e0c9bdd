import type { Box } from '../model/grid.ts';

/** The cell that a condition's formulas are written for. */
export type Corner = { readonly row: number; readonly column: number };

/** For all rectangles of a rule it's the corner of the one around them. */
export const cornerOf = (boxes: readonly Box[]): Corner => ({
  row: Math.min(...boxes.map((box) => box.top)),
  column: Math.min(...boxes.map((box) => box.left)),
});
