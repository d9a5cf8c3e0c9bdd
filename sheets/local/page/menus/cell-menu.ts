import type { Actions } from '../actions.ts';
import type { Request } from '../api.ts';
import { askText } from '../ask.ts';
import type { Clipboard } from '../clipboard.ts';
import type { Grid } from '../grid/grid.ts';
import { type Box, columnName } from '../grid/place.ts';
import { isWholeColumns, isWholeRows } from '../grid/selection.ts';
import { doing, say } from '../message.ts';
import { type Dimension, freeze, hide, insert, move, remove, type Span, setNote } from '../requests.ts';
import type { MenuItem } from './menu.ts';
import { sortRows } from './sorting.ts';

/** What can be done with the cells, rows and columns that are selected. */
export function cellMenu(grid: Grid, actions: Actions, clipboard: Clipboard): MenuItem[] {
  const sheet = grid.sheet();
  const { box } = grid.selection();
  const rows = isWholeRows(sheet, box);
  const columns = isWholeColumns(sheet, box);
  const both = rows === columns;
  return [
    // The event that a copy needs comes by the browser's own command.
    { text: 'Cut', keys: 'Ctrl+X', run: () => byCommand(grid, 'cut') },
    { text: 'Copy', keys: 'Ctrl+C', run: () => byCommand(grid, 'copy') },
    { text: 'Paste', keys: 'Ctrl+V', run: () => void clipboard.paste(false) },
    { text: 'Paste text only', keys: 'Ctrl+Shift+V', run: () => void clipboard.paste(true) },
    undefined,
    ...(rows || both ? lineItems(grid, actions, 'ROWS') : []),
    undefined,
    ...(columns || both ? lineItems(grid, actions, 'COLUMNS') : []),
    undefined,
    { text: 'Sort A–Z by this column', run: () => sortRows(grid, actions, 'ASCENDING') },
    { text: 'Sort Z–A by this column', run: () => sortRows(grid, actions, 'DESCENDING') },
    undefined,
    noteItem(grid, actions),
  ];
}

const WORDS = {
  ROWS: { one: 'row', many: 'rows', before: 'above', after: 'below', back: 'up', on: 'down' },
  COLUMNS: { one: 'column', many: 'columns', before: 'left', after: 'right', back: 'left', on: 'right' },
} as const;

function lineItems(grid: Grid, actions: Actions, dimension: Dimension): MenuItem[] {
  const { view } = grid.sheet();
  const span = spanOf(grid, dimension);
  const count = span.end - span.start;
  const words = WORDS[dimension];
  const some = count === 1 ? words.one : `${count} ${words.many}`;
  const size = dimension === 'ROWS' ? view.rowCount : view.columnCount;
  const frozen = dimension === 'ROWS' ? view.frozenRows : view.frozenColumns;
  const names = nameOf(span);
  const run = (...requests: Request[]) => void doing(actions.perform({ requests }));
  const after = { ...span, start: span.end, end: span.end + count };
  return [
    { text: `Insert ${some} ${words.before}`, run: () => run(insert(span, 'after')) },
    { text: `Insert ${some} ${words.after}`, run: () => run(insert(after, 'before')) },
    {
      text: `Delete ${names}`,
      run: () => void doing(actions.perform({ requests: [remove(span)] }, wholeOf(grid, span))),
    },
    { text: `Move ${names} ${words.back}`, disabled: span.start === 0, run: () => run(move(span, span.start - 1)) },
    { text: `Move ${names} ${words.on}`, disabled: span.end >= size, run: () => run(move(span, span.end + 1)) },
    { text: `Hide ${names}`, disabled: count >= size, run: () => run(hide(span, true)) },
    ...(hasHidden(grid, span)
      ? [{ text: `Show hidden ${words.many}`, run: () => run(hide(around(span), false)) }]
      : []),
    frozen > 0
      ? { text: `Unfreeze ${words.many}`, run: () => run(freeze(span.sheetId, dimension, 0)) }
      : { text: `Freeze up to ${nameOf({ ...span, start: span.end - 1 })}`, run: () => freezeTo(span, size) },
  ];

  function freezeTo({ sheetId, end }: Span, all: number): void {
    if (end >= all) say(`At least one ${words.one} has to stay free.`);
    else run(freeze(sheetId, dimension, end));
  }
}

function noteItem(grid: Grid, actions: Actions): MenuItem {
  const { active } = grid.selection();
  const note = grid.sheet().cell(active)?.note;
  const edit = async () => {
    const text = await askText('Note', note ?? '', 'Save');
    grid.focus();
    if (text !== undefined && text !== (note ?? '')) {
      await actions.perform({ requests: [setNote(grid.sheet().view.sheetId, active, text)] });
    }
  };
  return { text: note ? 'Edit note…' : 'Add a note…', run: () => void doing(edit()) };
}

function byCommand(grid: Grid, name: 'cut' | 'copy'): void {
  grid.focus();
  if (!document.execCommand(name))
    say(`Your browser didn’t let that be done. Press Ctrl+${name === 'cut' ? 'X' : 'C'} instead.`);
}

/** The selected rows or columns. */
function spanOf(grid: Grid, dimension: Dimension): Span {
  const { box } = grid.selection();
  const [start, end] = dimension === 'ROWS' ? [box.top, box.bottom] : [box.left, box.right];
  return { sheetId: grid.sheet().view.sheetId, dimension, start, end };
}

/** `row 3`, `rows 3–5`, `column B`. */
function nameOf({ dimension, start, end }: Span): string {
  const name = (index: number) => (dimension === 'ROWS' ? String(index + 1) : columnName(index));
  const { one, many } = WORDS[dimension];
  return end - start === 1 ? `${one} ${name(start)}` : `${many} ${name(start)}–${name(end - 1)}`;
}

function wholeOf(grid: Grid, { dimension, start, end }: Span): Box {
  const { rowCount, columnCount } = grid.sheet().view;
  return dimension === 'ROWS'
    ? { top: start, bottom: end, left: 0, right: columnCount }
    : { top: 0, bottom: rowCount, left: start, right: end };
}

/** Hidden ones among or right beside those that are selected. */
function hasHidden(grid: Grid, span: Span): boolean {
  const { rows, columns } = grid.sheet();
  const axis = span.dimension === 'ROWS' ? rows : columns;
  const { start, end } = around(span);
  for (let i = start; i < Math.min(end, axis.count); i++) if (axis.size(i) === 0) return true;
  return false;
}

const around = (span: Span): Span => ({ ...span, start: Math.max(0, span.start - 1), end: span.end + 1 });
