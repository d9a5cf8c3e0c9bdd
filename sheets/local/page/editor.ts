import type { Editor } from 'tabulator-tables';
import { openChoices } from './choices.ts';

/** Where the selection goes once an edit is done. */
export type Move = 'down' | 'right' | 'left' | 'stay';

export type Editing = {
  /** The entry to begin with, and whether it replaces what stood there. */
  readonly initial: () => { text: string; replace: boolean };
  /** What a dropdown offers for this cell; undefined for free text. */
  readonly choices: (row: number, column: number) => Promise<string[]> | undefined;
  readonly done: (row: number, column: number, text: string, move: Move) => void;
};

/** The text field that opens in a cell: Enter, Tab and leaving it save, Escape doesn't. */
export const cellEditor =
  (editing: Editing): Editor =>
  (cell, onRendered, _success, cancel) => {
    const { text, replace } = editing.initial();
    const input = document.createElement('input');
    input.className = 'cell-editor';
    input.setAttribute('aria-label', `Edit ${cell.getElement().dataset.a1 ?? 'cell'}`);
    input.value = text;
    const row = cell.getRow().getData().row;
    const column = Number(cell.getField()?.slice(1));
    let closeChoices = () => {};
    let ended = false;

    const end = (save: boolean, move: Move) => {
      if (ended) return;
      ended = true;
      closeChoices();
      // The text is written by the API's answer, not by Tabulator: it may look different from what was typed.
      cancel();
      if (save) editing.done(row, column, input.value, move);
    };
    void editing.choices(row, column)?.then((options) => {
      if (!ended) closeChoices = openChoices(input, options, () => end(true, 'down'));
    });
    onRendered(() => {
      input.focus();
      if (!replace) input.setSelectionRange(text.length, text.length);
    });
    input.addEventListener('blur', () => end(true, 'stay'));
    input.addEventListener('keydown', (event) => {
      if (event.isComposing) return;
      if (event.key === 'Enter') end(true, 'down');
      else if (event.key === 'Tab') end(true, event.shiftKey ? 'left' : 'right');
      else if (event.key === 'Escape') end(false, 'stay');
      else return event.stopPropagation();
      event.preventDefault();
      event.stopPropagation();
    });
    return input;
  };
