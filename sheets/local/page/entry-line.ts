import type { Place } from './grid/place.ts';

/** The line above the grid with the entry of the active cell, to be read or edited there. */
export type EntryLine = {
  /** Shows the entry of a cell, unless somebody is typing here. */
  readonly show: (place: Place, entry: string) => void;
  /** Shows what is being typed into the cell itself. */
  readonly follow: (text: string) => void;
};

type Events = {
  readonly save: (place: Place, text: string, move: 'down' | 'stay') => void;
  readonly leave: () => void;
};

/** Enter saves and goes down, leaving it saves, Escape doesn't; with Alt, Enter begins another line. */
export function openEntryLine(field: HTMLTextAreaElement, { save, leave }: Events): EntryLine {
  let shown: { place: Place; entry: string } = { place: { row: 0, column: 0 }, entry: '' };
  /** The cell that was active when typing began: it may be left by a press on another one. */
  let edited: Place | undefined;

  const finish = (move: 'down' | 'stay') => {
    const place = edited;
    edited = undefined;
    if (place) save(place, field.value, move);
  };
  field.addEventListener('focus', () => {
    edited = shown.place;
  });
  field.addEventListener('blur', () => {
    finish('stay');
    field.value = shown.entry;
  });
  field.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    if (event.key === 'Enter' && event.altKey)
      field.setRangeText('\n', field.selectionStart, field.selectionEnd, 'end');
    else if (event.key === 'Enter') {
      finish('down');
      leave();
    } else if (event.key === 'Escape') {
      edited = undefined;
      leave();
    } else return;
    event.preventDefault();
  });
  return {
    show(place, entry) {
      shown = { place, entry };
      if (document.activeElement !== field) field.value = entry;
    },
    follow(text) {
      field.value = text;
    },
  };
}
