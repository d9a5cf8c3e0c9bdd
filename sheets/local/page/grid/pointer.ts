import type { Sheet } from '../sheet.ts';
import type { Grid } from './grid.ts';
import type { Place } from './place.ts';
import { extendTo, type Selection, selectAll, selectCell, selectColumns, selectRows } from './selection.ts';

type Events = {
  /** A cell was pressed twice. */
  readonly edit: () => void;
  /** A checkbox was pressed. */
  readonly pressed: (place: Place) => void;
  /** A press is about to select: what is being typed is saved first. */
  readonly leaving: () => void;
};

/** A finger that moves further than this scrolls. */
const TAP = 8;
/** How near to its edge a head is gripped to resize it. */
const GRIP = 5;

/** Selecting with mouse or finger: a press selects, a drag and Shift extend; a finger's drag scrolls instead. */
export function listenToPointer(grid: Grid, events: Events): void {
  const { element } = grid;
  /** What a drag extends: cells, whole rows or whole columns. */
  let dragging: ((to: Place) => Selection) | undefined;
  let finger: { x: number; y: number } | undefined;

  const begin = (event: PointerEvent) => {
    const place = grid.placeAt(event.clientX, event.clientY);
    const head = event.target instanceof Element ? event.target.closest<HTMLElement>('.head, .all-cells') : null;
    const started = head ? headSelection(grid, head, event) : cellSelection(grid, place, event);
    dragging = started.extend;
    grid.select(started.selection, head ? undefined : place);
    grid.focus();
    if (!head && !event.shiftKey && element.contains(document.activeElement)) events.pressed(place);
  };

  element.addEventListener('pointerdown', (event) => {
    if (isOverlay(event.target) || atEdge(event)) return;
    if (event.pointerType === 'mouse' && event.button === 2 && isSelected(grid, event)) return;
    if (event.button !== 0 && event.button !== 2) return;
    events.leaving();
    if (event.pointerType !== 'mouse') {
      finger = { x: event.clientX, y: event.clientY };
      return;
    }
    begin(event);
    event.preventDefault();
  });
  addEventListener('pointermove', (event) => {
    if (!dragging || event.pointerType !== 'mouse') return;
    if ((event.buttons & 1) === 0) {
      dragging = undefined;
      return;
    }
    const to = grid.placeAt(event.clientX, event.clientY);
    scrollAtEdges(grid, event);
    grid.select(dragging(to));
  });
  addEventListener('pointerup', (event) => {
    dragging = undefined;
    const start = finger;
    finger = undefined;
    if (start && Math.hypot(event.clientX - start.x, event.clientY - start.y) < TAP) begin(event);
    if (start) dragging = undefined;
  });
  addEventListener('pointercancel', () => {
    finger = undefined;
    dragging = undefined;
  });
  element.addEventListener('dblclick', (event) => {
    if (isOverlay(event.target)) return;
    if (event.target instanceof Element && event.target.closest('.head, .all-cells')) return;
    events.edit();
  });
}

/** Editor, note, chart: what lies over the cells has a life of its own. */
const isOverlay = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('.over-cells') !== null;

/** The edge of a head is for resizing. */
export function atEdge(event: PointerEvent | MouseEvent): { kind: 'column' | 'row'; index: number } | undefined {
  const head = event.target instanceof Element ? event.target.closest<HTMLElement>('.head') : null;
  if (!head) return undefined;
  const { left, right, top, bottom } = head.getBoundingClientRect();
  const kind = head.dataset.column === undefined ? 'row' : 'column';
  const index = Number(head.dataset.column ?? head.dataset.row);
  if (kind === 'column' ? right - event.clientX <= GRIP : bottom - event.clientY <= GRIP) return { kind, index };
  const before = kind === 'column' ? event.clientX - left <= GRIP : event.clientY - top <= GRIP;
  return before && index > 0 ? { kind, index: index - 1 } : undefined;
}

type Started = { selection: Selection; extend: (to: Place) => Selection };

function cellSelection(grid: Grid, place: Place, { shiftKey }: PointerEvent): Started {
  const sheet = grid.sheet();
  const origin = shiftKey ? grid.selection() : selectCell(sheet, place);
  const extend = (to: Place) => extendTo(grid.sheet(), origin, to);
  return { selection: shiftKey ? extend(place) : origin, extend };
}

function headSelection(grid: Grid, head: HTMLElement, { shiftKey }: PointerEvent): Started {
  const sheet = grid.sheet();
  const { active } = grid.selection();
  if (head.dataset.column !== undefined) {
    const column = Number(head.dataset.column);
    const from = shiftKey ? active.column : column;
    return {
      selection: selectColumns(sheet, from, column),
      extend: (to) => selectColumns(grid.sheet(), from, to.column),
    };
  }
  if (head.dataset.row !== undefined) {
    const row = Number(head.dataset.row);
    const from = shiftKey ? active.row : row;
    return { selection: selectRows(sheet, from, row), extend: (to) => selectRows(grid.sheet(), from, to.row) };
  }
  const all = (shown: Sheet) => selectAll(shown, grid.selection());
  return { selection: all(sheet), extend: () => all(grid.sheet()) };
}

/** The menu of what is selected opens for all of it. */
function isSelected(grid: Grid, event: PointerEvent): boolean {
  const { row, column } = grid.placeAt(event.clientX, event.clientY);
  const { top, left, bottom, right } = grid.selection().box;
  const head = event.target instanceof Element ? event.target.closest<HTMLElement>('.head') : null;
  const rowIn = row >= top && row < bottom;
  const columnIn = column >= left && column < right;
  if (head?.dataset.row !== undefined) return rowIn && left === 0 && right === grid.sheet().columns.count;
  if (head?.dataset.column !== undefined) return columnIn && top === 0 && bottom === grid.sheet().rows.count;
  return rowIn && columnIn;
}

/** A drag beyond the edge goes on there. */
function scrollAtEdges(grid: Grid, { clientX, clientY }: PointerEvent): void {
  const { left, right, top, bottom } = grid.element.getBoundingClientRect();
  const beyond = (at: number, low: number, high: number) => (at < low ? -20 : at > high ? 20 : 0);
  grid.scroll({ left: beyond(clientX, left, right - 4), top: beyond(clientY, top, bottom - 4) });
}
