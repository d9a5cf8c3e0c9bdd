import type { Actions } from './actions.ts';
import type { Clipboard } from './clipboard.ts';
import type { Grid } from './grid/grid.ts';
import { cellMenu } from './menus/cell-menu.ts';
import { formatMenu } from './menus/format-menu.ts';
import { menuButton } from './menus/menu.ts';
import { sortRows } from './menus/sorting.ts';
import { doing, say } from './message.ts';
import type { Span } from './requests.ts';

/** The buttons above the grid. @returns what shows anew whether there's anything to undo */
export function listenToToolbar(
  at: <T extends HTMLElement>(id: string) => T,
  grid: Grid,
  actions: Actions,
  clipboard: Clipboard,
): { refresh: () => void } {
  const onClick = (name: string, action: () => unknown) =>
    at(name).addEventListener('click', () => {
      grid.focus();
      action();
    });
  const rows = (): Span => {
    const { top, bottom } = grid.selection().box;
    return { sheetId: grid.sheet().view.sheetId, dimension: 'ROWS', start: top, end: bottom };
  };
  onClick('undo', () => void doing(actions.undo()));
  onClick('redo', () => void doing(actions.redo()));
  onClick('insert', () => {
    const start = Math.max(grid.sheet().view.frozenRows, rows().start);
    // Just below the header a row is to look like a row, not like the header.
    const like = start > grid.sheet().view.frozenRows ? 'before' : 'after';
    void doing(actions.insert({ ...rows(), start, end: start + 1 }, like));
  });
  onClick('delete', () => {
    if (rows().start < grid.sheet().view.frozenRows) say('The header row stays. Select rows below it to delete them.');
    else void doing(actions.remove(rows()));
  });
  onClick('ascending', () => sortRows(grid, actions, 'ASCENDING'));
  onClick('descending', () => sortRows(grid, actions, 'DESCENDING'));
  menuButton(
    at('format'),
    () => formatMenu(grid, actions),
    () => grid.focus(),
  );
  menuButton(
    at('more'),
    () => cellMenu(grid, actions, clipboard),
    () => grid.focus(),
  );
  // Until here, pressing them would have done nothing.
  for (const name of ['insert', 'delete', 'ascending', 'descending', 'format', 'more']) {
    at<HTMLButtonElement>(name).disabled = false;
  }
  return {
    refresh() {
      at<HTMLButtonElement>('undo').disabled = !actions.canUndo();
      at<HTMLButtonElement>('redo').disabled = !actions.canRedo();
    },
  };
}
