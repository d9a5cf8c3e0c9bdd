import type { Actions } from './actions.ts';
import { getColumn, quoted } from './api.ts';
import type { Move } from './editor.ts';
import { doing, say } from './message.ts';
import { cellAt, entryOf } from './model.ts';
import type { Workspace } from './workspace.ts';

/** What a dropdown offers for a cell; undefined where anything may be entered. */
export function choicesFor(
  id: string,
  { shown }: Workspace,
  row: number,
  column: number,
): Promise<string[]> | undefined {
  const { type, values = [] } = cellAt(shown(), row, column)?.dataValidation?.condition ?? {};
  if (type === 'ONE_OF_LIST') return Promise.resolve(values.map((value) => value.userEnteredValue ?? ''));
  const range = values[0]?.userEnteredValue?.replace(/^=/, '').replaceAll('$', '');
  if (type !== 'ONE_OF_RANGE' || !range) return undefined;
  return getColumn(id, range.includes('!') ? range : `${quoted(shown().tab.title)}!${range}`);
}

/** Ends an edit in the grid: the selection moves on, and what changed is saved. */
export function endEdit(
  id: string,
  actions: Actions,
  workspace: Workspace,
  edit: { row: number; column: number; text: string; move: Move },
): void {
  const steps = { down: [1, 0], right: [0, 1], left: [0, -1], stay: [0, 0] } as const;
  const [down, across] = steps[edit.move];
  if (edit.move !== 'stay') {
    const last = workspace.shown().tab.gridProperties.rowCount - 1;
    workspace.grid().select(Math.min(edit.row + down, last), edit.column + across);
    workspace.grid().focus();
  }
  void doing(enter(id, actions, workspace, edit));
}

/** Saves an entry unless it's what the cell holds already, or not on a list that insists. */
export async function enter(
  id: string,
  actions: Actions,
  workspace: Workspace,
  { row, column, text }: { row: number; column: number; text: string },
): Promise<void> {
  const cell = cellAt(workspace.shown(), row, column);
  if (text === entryOf(cell)) return;
  const options = cell?.dataValidation?.strict ? await choicesFor(id, workspace, row, column) : undefined;
  if (options && text !== '' && !options.includes(text)) {
    say(`“${text}” is not on this cell's list. Choose from the list, or clear the cell.`);
    return;
  }
  await actions.enter({ top: row, left: column, bottom: row + 1, right: column + 1 }, [[text]]);
}
