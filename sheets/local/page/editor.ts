import { type Choices, openChoices } from './choices.ts';
import { activeBox, type Grid } from './grid/grid.ts';
import { type Place, placeName } from './grid/place.ts';

const moves = ['down', 'up', 'right', 'left', 'stay', 'fill'] as const;
/** Where the selection goes once an edit is done; `fill` enters it into all that is selected. */
export type Move = (typeof moves)[number];

/** `Enter` while typing over a cell and arrows while editing one mean different things, as in every spreadsheet. */
type Mode = 'typing' | 'editing';

export type Editor = {
  /** Opens at the active cell. @param letter with which typing began; without it what the cell holds is edited */
  readonly open: (letter?: string) => void;
  readonly isOpen: () => boolean;
  /** Saves what is being typed. */
  readonly finish: (move: Move) => void;
  readonly cancel: () => void;
};

export type Editing = {
  /** The entry of the cell. */
  readonly entry: (place: Place) => string;
  /** What a dropdown offers for it; undefined for free text. */
  readonly choices: (place: Place) => Promise<string[]> | undefined;
  /** @returns false when the text is to be looked at again: the field stays open */
  readonly done: (place: Place, text: string, before: string, move: Move) => boolean;
  /** Is told of what is being typed. */
  readonly typed: (text: string) => void;
};

/** The text field over the cell that is edited: Enter, Tab and leaving it save, Escape doesn't. */
export function openEditor(grid: Grid, editing: Editing): Editor {
  const field = document.createElement('textarea');
  field.className = 'cell-editor over-cells';
  field.rows = 1;
  field.spellcheck = false;
  let at: Place | undefined;
  let before = '';
  let mode: Mode = 'editing';
  let choices: Choices | undefined;

  const close = () => {
    at = undefined;
    choices?.close();
    choices = undefined;
    field.remove();
  };
  const finish = (move: Move) => {
    if (!at) return;
    const [place, text] = [at, field.value];
    // What it ends by says something, which must not end it again.
    at = undefined;
    if (editing.done(place, text, before, move)) close();
    else {
      at = place;
      before = editing.entry(place);
      field.focus();
    }
  };
  const cancel = () => {
    if (!at) return;
    close();
    grid.focus();
  };
  const open = (letter?: string) => {
    const place = grid.selection().active;
    before = editing.entry(place);
    mode = letter === undefined ? 'editing' : 'typing';
    field.value = letter ?? before;
    field.setAttribute('aria-label', `Edit ${placeName(place)}`);
    const spot = grid.spot(activeBox(grid));
    Object.assign(field.style, {
      left: `${spot.left - 1}px`,
      top: `${spot.top - 1}px`,
      minWidth: `${spot.width + 1}px`,
      minHeight: `${spot.height + 1}px`,
    });
    spot.host.append(field);
    at = place;
    field.focus({ preventScroll: true });
    field.setSelectionRange(field.value.length, field.value.length);
    if (letter !== undefined) editing.typed(letter);
    void editing.choices(place)?.then((options) => {
      if (at === place) choices = openChoices(field, options, letter !== undefined, () => finish('down'));
    });
  };

  field.addEventListener('blur', () => finish('stay'));
  field.addEventListener('input', () => editing.typed(field.value));
  field.addEventListener('keydown', (event) => {
    event.stopPropagation();
    if (event.isComposing || choices?.onKey(event)) return;
    const move = moveOf(event, mode);
    if (move) finish(move);
    else if (event.key === 'Escape') cancel();
    else if (event.key === 'F2') mode = mode === 'editing' ? 'typing' : 'editing';
    else if (event.key === 'Enter') field.setRangeText('\n', field.selectionStart, field.selectionEnd, 'end');
    else return;
    event.preventDefault();
  });
  field.addEventListener('pointerdown', () => {
    mode = 'editing';
  });
  return { open, isOpen: () => at !== undefined, finish, cancel };
}

function moveOf({ key, shiftKey, ctrlKey, metaKey, altKey }: KeyboardEvent, mode: Mode): Move | undefined {
  if (key === 'Enter' && altKey) return undefined;
  if (key === 'Enter') return ctrlKey || metaKey ? 'fill' : shiftKey ? 'up' : 'down';
  if (key === 'Tab') return shiftKey ? 'left' : 'right';
  if (mode === 'editing' || shiftKey || ctrlKey || metaKey) return undefined;
  if (key === 'ArrowUp') return 'up';
  if (key === 'ArrowDown') return 'down';
  if (key === 'ArrowLeft') return 'left';
  return key === 'ArrowRight' ? 'right' : undefined;
}
