import type { Actions } from './actions.ts';
import { getChoices } from './api.ts';
import { type Editor, type Move, openEditor } from './editor.ts';
import type { EntryLine } from './entry-line.ts';
import { tickedIn } from './grid/cell.ts';
import type { Grid } from './grid/grid.ts';
import type { Place } from './grid/place.ts';
import { type Direction, extended, inUse, moved, selectCell } from './grid/selection.ts';
import { doing, say } from './message.ts';
import type { Sheet } from './sheet.ts';

/** What is typed into cells, in the cell itself or in the line above. */
export type Edits = {
  readonly editor: Editor;
  readonly save: (place: Place, text: string, move: Move) => void;
  /** Ticks or unticks the selected checkboxes. @returns false where the active cell isn't one */
  readonly tick: () => boolean;
};

export function openEdits(id: string, grid: Grid, actions: Actions, line: () => EntryLine): Edits {
  const write = (place: Place, text: string) => {
    if (text !== entryOf(grid.sheet(), place)) void doing(actions.enter(place.row, place.column, [[text]]));
  };
  const fill = (text: string) => {
    const { top, left, bottom, right } = inUse(grid.sheet(), grid.selection().box);
    const rows = Array.from({ length: bottom - top }, () => new Array<string>(right - left).fill(text));
    void doing(actions.enter(top, left, rows));
  };
  const save = (place: Place, text: string, move: Move) => {
    if (move !== 'stay' && move !== 'fill') {
      const from = selectCell(grid.sheet(), place);
      const next = moved(grid.sheet(), from, move, false);
      grid.select(next, next.active);
    }
    if (move !== 'stay') grid.focus();
    if (move === 'fill') fill(text);
    else write(place, text);
  };

  /** What tells the row apart in which somebody began to type. */
  let rowBefore = '';
  const editor = openEditor(grid, {
    entry: (place) => {
      rowBefore = rowAt(grid.sheet(), place);
      return entryOf(grid.sheet(), place);
    },
    choices: (place) =>
      grid.sheet().cell(place)?.rule?.kind === 'list'
        ? getChoices(id, grid.sheet().view.sheetId, place).catch(() => [])
        : undefined,
    typed: (text) => line().follow(text),
    done(place, text, before, move) {
      const now = entryOf(grid.sheet(), place);
      const isOther = now !== before || rowAt(grid.sheet(), place) !== rowBefore;
      if (isOther && text !== now && text !== before && move !== 'stay') {
        say(
          'Somebody else has just changed this cell, or moved its row. Enter saves yours all the same, Escape keeps theirs.',
        );
        return false;
      }
      if (text === before) save(place, now, move);
      else save(place, text, move);
      return true;
    },
  });

  return {
    editor,
    save,
    tick() {
      const sheet = grid.sheet();
      const { active, box } = grid.selection();
      const rule = sheet.cell(active)?.rule;
      const ticked = tickedIn(sheet.cell(active));
      if (rule?.kind !== 'checkbox' || ticked === undefined) return false;
      const { top, left, bottom, right } = inUse(sheet, box);
      const rows = Array.from({ length: bottom - top }, (_, r) =>
        Array.from({ length: right - left }, (_, c) => {
          const own = sheet.cell({ row: top + r, column: left + c });
          if (own?.rule?.kind !== 'checkbox') return entryOf(sheet, { row: top + r, column: left + c });
          return ticked ? own.rule.unchecked : own.rule.checked;
        }),
      );
      void doing(actions.enter(top, left, rows));
      return true;
    },
  };
}

/** Its first two cells but the one that is typed into: others fill the further ones of a row as they go. */
function rowAt(sheet: Sheet, { row, column }: Place): string {
  return [0, 1]
    .filter((one) => one !== column)
    .map((one) => entryOf(sheet, { row, column: one }))
    .join('\n');
}

/** What is typed to make a cell again. */
export const entryOf = (sheet: Sheet, place: Place): string => {
  const cell = sheet.cell(place);
  return cell?.entry ?? cell?.text ?? '';
};

/** Moves the selection by an arrow. */
export function step(grid: Grid, direction: Direction, extend: boolean, far: boolean): void {
  const before = grid.selection();
  const next = extend ? extended(grid.sheet(), before, direction, far) : moved(grid.sheet(), before, direction, far);
  const { active, box } = next;
  const follow = {
    row: box.top < before.box.top || box.top < active.row ? box.top : box.bottom - 1,
    column: box.left < before.box.left || box.left < active.column ? box.left : box.right - 1,
  };
  grid.select(next, extend ? follow : active);
}
