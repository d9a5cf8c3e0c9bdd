import type { Actions } from './actions.ts';
import { type Edits, step } from './editing.ts';
import type { Grid } from './grid/grid.ts';
import { type Direction, extendTo, inUse, selectAll, selectCell, selectColumns, selectRows } from './grid/selection.ts';
import { doing } from './message.ts';
import { clearValues, copyTo } from './requests.ts';

const ARROWS: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};

type Events = {
  /** Bold or italic, for all that is selected. */
  readonly style: (which: 'bold' | 'italic') => void;
  /** Opens the menu of the selected cells. */
  readonly menu: () => void;
  /** Escape: what is marked as copied isn't any more. */
  readonly escape: () => void;
  /** The paste that comes next is to be of the texts alone. */
  readonly plainPaste: () => void;
};

/**
 * The keys of a grid: arrows move, typing, F2 and Enter edit, Delete clears, Tab goes right. Tab leaves the grid after
 * Escape, as else nobody without a mouse ever could.
 */
export function onGridKey(grid: Grid, actions: Actions, edits: Edits, events: Events): (event: KeyboardEvent) => void {
  let leaving = false;

  const command = (key: string, shift: boolean): boolean => {
    switch (key.toLowerCase()) {
      case 'z':
        void doing(shift ? actions.redo() : actions.undo());
        return true;
      case 'y':
        void doing(actions.redo());
        return true;
      case 'a':
        grid.select(selectAll(grid.sheet(), grid.selection()));
        return true;
      case 'b':
        events.style('bold');
        return true;
      case 'i':
        events.style('italic');
        return true;
      case 'd':
        fillFromEdge(grid, actions, 'down');
        return true;
      case 'r':
        fillFromEdge(grid, actions, 'right');
        return true;
      case 'v':
        // The browser goes on and pastes.
        if (shift) events.plainPaste();
        return false;
      case ' ': {
        const { left, right } = grid.selection().box;
        grid.select(selectColumns(grid.sheet(), left, right - 1));
        return true;
      }
      default:
        return jump(grid, key, shift, true);
    }
  };

  const plain = (event: KeyboardEvent): boolean => {
    const { key, shiftKey } = event;
    if (key === 'Tab') step(grid, shiftKey ? 'left' : 'right', false, false);
    else if (key === 'Delete' || key === 'Backspace') clear(grid, actions);
    else if ((key === 'F10' && shiftKey) || key === 'ContextMenu') events.menu();
    else if (key === ' ' && shiftKey) {
      const { top, bottom } = grid.selection().box;
      grid.select(selectRows(grid.sheet(), top, bottom - 1));
    } else if (key === ' ' && edits.tick()) return true;
    else if (key === 'F2') edits.editor.open();
    else if (key === 'Enter') {
      if (!edits.tick()) edits.editor.open();
    } else if (key.length === 1 && !event.altKey) edits.editor.open(key);
    else return jump(grid, key, shiftKey, false);
    return true;
  };

  return (event) => {
    if (event.target !== grid.element || event.isComposing) return;
    if (event.key === 'Escape') {
      leaving = true;
      events.escape();
      return;
    }
    if (event.key === 'Tab' && leaving) return;
    if (event.key !== 'Shift') leaving = false;
    const direction = ARROWS[event.key];
    const isCommand = event.ctrlKey || event.metaKey;
    if (direction && !event.altKey) step(grid, direction, event.shiftKey, isCommand);
    else if (!(isCommand ? command(event.key, event.shiftKey) : plain(event))) return;
    event.preventDefault();
    event.stopPropagation();
  };
}

/** Home, End and the page keys. @param far with Ctrl: of the whole sheet */
function jump(grid: Grid, key: string, extend: boolean, far: boolean): boolean {
  const sheet = grid.sheet();
  const selection = grid.selection();
  const { row, column } = selection.active;
  const used = sheet.used();
  const to = {
    Home: { row: far ? 0 : row, column: 0 },
    End: { row: far ? Math.max(0, used.rows - 1) : row, column: Math.max(0, used.columns - 1) },
    PageUp: { row: row - grid.pageRows(), column },
    PageDown: { row: row + grid.pageRows(), column },
  }[key];
  if (!to) return false;
  const cell = selectCell(sheet, to);
  // A frozen cell is always in view: what begins beside it is to be so too.
  if (key === 'Home') grid.scroll({ left: -sheet.columns.length, top: far ? -sheet.rows.length : 0 });
  grid.select(extend ? extendTo(sheet, selection, cell.active) : cell, cell.active);
  return true;
}

export function clear(grid: Grid, actions: Actions): void {
  const box = inUse(grid.sheet(), grid.selection().box);
  void doing(actions.perform({ requests: [clearValues(grid.sheet().view.sheetId, box)] }, box));
}

/** Ctrl+D and Ctrl+R: the first row or column of what is selected, over the rest of it; formulas follow. */
function fillFromEdge(grid: Grid, actions: Actions, direction: 'down' | 'right'): void {
  const box = inUse(grid.sheet(), grid.selection().box);
  const { sheetId } = grid.sheet().view;
  const down = direction === 'down';
  const source = down ? { ...box, bottom: box.top + 1 } : { ...box, right: box.left + 1 };
  const target = down ? { ...box, top: box.top + 1 } : { ...box, left: box.left + 1 };
  if (target.top >= target.bottom || target.left >= target.right) return;
  void doing(actions.perform({ requests: [copyTo(sheetId, source, target)] }, target));
}
