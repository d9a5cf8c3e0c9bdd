import type { Actions } from './actions.ts';
import { doing } from './message.ts';
import { cellAt } from './model.ts';
import { fillSelection, formatTsv, parseTsv } from './tsv.ts';
import type { Workspace } from './workspace.ts';

/**
 * The keys of a grid: typing, F2 and Enter edit, Delete clears, Ctrl+Z takes back.
 * @param begin opens the editor with a first letter, or with what the cell holds
 */
export const onGridKey =
  (actions: Actions, { grid }: Workspace, begin: (letter?: string) => void) =>
  (event: KeyboardEvent): void => {
    if (grid().editing() || event.isComposing) return;
    const command = event.ctrlKey || event.metaKey;
    if (command && event.key.toLowerCase() === 'z') void doing(actions.undo());
    else if (event.key === 'Delete' || event.key === 'Backspace') void doing(actions.clear(grid().selection()));
    else if (event.key === 'F2' || event.key === 'Enter') begin();
    else if (event.key.length === 1 && !command && !event.altKey) begin(event.key);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

/** Copy, cut and paste of ranges, as text that every spreadsheet understands. */
export const onClipboard =
  (actions: Actions, { grid, shown }: Workspace) =>
  (event: ClipboardEvent): void => {
    if (document.activeElement instanceof HTMLInputElement || !event.clipboardData) return;
    const box = grid().selection();
    event.preventDefault();
    if (event.type === 'paste') {
      const values = parseTsv(event.clipboardData.getData('text/plain'));
      void doing(actions.enter(box, fillSelection(values, box)));
      return;
    }
    const rows = Array.from({ length: box.bottom - box.top }, (_, r) =>
      Array.from(
        { length: box.right - box.left },
        (_, c) => cellAt(shown(), box.top + r, box.left + c)?.formattedValue ?? '',
      ),
    );
    event.clipboardData.setData('text/plain', formatTsv(rows));
    if (event.type === 'cut') void doing(actions.clear(box));
  };
