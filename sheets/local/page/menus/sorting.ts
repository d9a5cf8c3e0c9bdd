import type { Actions } from '../actions.ts';
import type { Grid } from '../grid/grid.ts';
import { doing, say } from '../message.ts';
import { sort } from '../requests.ts';

/** Sorts by the active column: all rows below the frozen ones, or the selected rows where several are. */
export function sortRows(grid: Grid, actions: Actions, order: 'ASCENDING' | 'DESCENDING'): void {
  const sheet = grid.sheet();
  const { view } = sheet;
  const { active, box } = grid.selection();
  const used = sheet.used();
  const top = Math.max(view.frozenRows, 0);
  const all = { top, left: 0, bottom: Math.max(top + 1, used.rows), right: Math.max(used.columns, active.column + 1) };
  const several = box.bottom - box.top > 1 && box.bottom - box.top < view.rowCount;
  const rows = several ? { ...all, top: Math.max(top, box.top), bottom: box.bottom } : all;
  if (rows.bottom - rows.top < 2) say('There is nothing to sort below the header.');
  else void doing(actions.perform({ requests: [sort(view.sheetId, rows, active.column, order)] }, rows));
}
