import type { Sheet } from '../sheet.ts';
import { openColumnHeads, openRowHeads } from './heads.ts';
import { drawMark } from './marks.ts';
import { div, openPane, type Pane } from './pane.ts';
import { around, type Box, boxAt, boxName, type Place, placeName } from './place.ts';
import { type Selection, selectCell } from './selection.ts';

/** Where something lies that is laid over the cells, in pixels of a pane that scrolls with them. */
export type Spot = { readonly host: HTMLElement; left: number; top: number; width: number; height: number };

export type Grid = {
  readonly element: HTMLElement;
  readonly sheet: () => Sheet;
  /** Shows a sheet, or another version of it; where it's scrolled to stays. */
  readonly show: (sheet: Sheet) => void;
  readonly selection: () => Selection;
  /** @param follow scrolls to the cell at which the selection ends */
  readonly select: (selection: Selection, follow?: Place) => void;
  /** The cell under a point of the screen; beyond the edges the nearest that is in view. */
  readonly placeAt: (x: number, y: number) => Place;
  readonly spot: (box: Box) => Spot;
  /** Cells with a dashed line around them; none without. */
  readonly markCopied: (box: Box | undefined) => void;
  /** How many rows fit on the screen. */
  readonly pageRows: () => number;
  readonly scroll: (to: { left?: number; top?: number }) => void;
  readonly focus: () => void;
};

export const HEAD_WIDTH = 46;
export const HEAD_HEIGHT = 24;
/** Rows and columns that are drawn beyond what is in view. */
const AHEAD = 4;
/** Frozen columns or rows that would leave less than this of the screen for the others scroll like them. */
const LEAST_FREE = 120;

/**
 * A grid of cells as large as the sheet, of which what is in view is drawn. It's four panes, of which three stay in
 * place while the sheet scrolls: frozen rows, frozen columns, and where they meet.
 * @param selected is told of each selection
 */
export function openGrid(element: HTMLElement, first: Sheet, selected: (selection: Selection) => void): Grid {
  const canvas = div('canvas');
  const body = openPane('body');
  const top = openPane('top');
  const left = openPane('left');
  const corner = openPane('corner');
  const panes = [body, top, left, corner];
  const columnHeads = openColumnHeads('scrolling');
  const frozenColumnHeads = openColumnHeads('frozen');
  const rowHeads = openRowHeads('scrolling');
  const frozenRowHeads = openRowHeads('frozen');
  const heads = [columnHeads, frozenColumnHeads, rowHeads, frozenRowHeads];
  canvas.append(...panes.map((pane) => pane.element), ...heads.map((each) => each.element), div('all-cells'));
  element.prepend(canvas);

  let sheet = first;
  let selection = selectCell(first, { row: 0, column: 0 });
  let copied: Box | undefined;
  let frozen = { rows: 0, columns: 0 };
  let due = false;

  const measure = () => {
    const { frozenRows, frozenColumns } = sheet.view;
    const fits = (size: number, room: number) => room - size >= LEAST_FREE;
    frozen = {
      rows: fits(sheet.rows.start(frozenRows) + HEAD_HEIGHT, element.clientHeight) ? frozenRows : 0,
      columns: fits(sheet.columns.start(frozenColumns) + HEAD_WIDTH, element.clientWidth) ? frozenColumns : 0,
    };
    const pixels = {
      '--width': sheet.columns.length,
      '--height': sheet.rows.length,
      '--frozen-width': sheet.columns.start(frozen.columns),
      '--frozen-height': sheet.rows.start(frozen.rows),
    };
    for (const [name, size] of Object.entries(pixels)) element.style.setProperty(name, `${size}px`);
    element.classList.toggle('has-frozen-rows', frozen.rows > 0);
    element.classList.toggle('has-frozen-columns', frozen.columns > 0);
    element.classList.toggle('no-gridlines', !sheet.view.gridlines);
    element.setAttribute('aria-rowcount', String(sheet.rows.count));
    element.setAttribute('aria-colcount', String(sheet.columns.count));
  };

  /** The rows and columns in view beside the frozen ones, and some beyond. */
  const inView = (): Box => {
    const { rows, columns } = sheet;
    const { scrollTop, scrollLeft, clientHeight, clientWidth } = element;
    return {
      top: Math.max(frozen.rows, rows.at(scrollTop + rows.start(frozen.rows)) - AHEAD),
      bottom: Math.min(rows.count, rows.at(scrollTop + clientHeight - HEAD_HEIGHT) + 1 + AHEAD),
      left: Math.max(frozen.columns, columns.at(scrollLeft + columns.start(frozen.columns)) - 1),
      right: Math.min(columns.count, columns.at(scrollLeft + clientWidth - HEAD_WIDTH) + 2),
    };
  };

  const draw = () => {
    due = false;
    const view = inView();
    body.show(sheet, view);
    top.show(sheet, { ...view, top: 0, bottom: frozen.rows });
    left.show(sheet, { ...view, left: 0, right: frozen.columns });
    corner.show(sheet, { top: 0, bottom: frozen.rows, left: 0, right: frozen.columns });
    columnHeads.show(sheet, view.left, view.right, selection.box);
    frozenColumnHeads.show(sheet, 0, frozen.columns, selection.box);
    rowHeads.show(sheet, view.top, view.bottom, selection.box);
    frozenRowHeads.show(sheet, 0, frozen.rows, selection.box);
    drawMarks();
  };
  const drawMarks = () => {
    const active = sheet.merge(selection.active);
    const alone = boxName(active) === boxName(selection.box);
    for (const { marks } of panes) {
      drawMark(marks, 'selected', alone ? undefined : selection.box, sheet);
      drawMark(marks, 'active', active, sheet);
      drawMark(marks, 'copied', copied, sheet);
    }
    const name = `cell-${placeName(selection.active)}`;
    if (element.getAttribute('aria-activedescendant') !== name) element.setAttribute('aria-activedescendant', name);
  };
  const drawSoon = () => {
    if (due) return;
    due = true;
    requestAnimationFrame(draw);
  };

  const paneOf = ({ row, column }: Place): Pane => {
    if (row < frozen.rows) return column < frozen.columns ? corner : top;
    return column < frozen.columns ? left : body;
  };

  const follow = ({ row, column }: Place) => {
    const box = sheet.merge({ row, column });
    const { rows, columns } = sheet;
    const frozenHeight = rows.start(frozen.rows);
    const frozenWidth = columns.start(frozen.columns);
    if (box.top >= frozen.rows) {
      const highest = rows.start(box.top) - frozenHeight;
      const lowest = rows.start(box.bottom) - (element.clientHeight - HEAD_HEIGHT);
      if (element.scrollTop > highest) element.scrollTop = highest;
      else if (element.scrollTop < lowest) element.scrollTop = Math.min(lowest, highest);
    }
    if (box.left >= frozen.columns) {
      const leftmost = columns.start(box.left) - frozenWidth;
      const rightmost = columns.start(box.right) - (element.clientWidth - HEAD_WIDTH);
      if (element.scrollLeft > leftmost) element.scrollLeft = leftmost;
      else if (element.scrollLeft < rightmost) element.scrollLeft = Math.min(rightmost, leftmost);
    }
  };

  element.addEventListener('scroll', drawSoon, { passive: true });
  new ResizeObserver(() => {
    measure();
    draw();
  }).observe(element);
  measure();
  draw();

  return {
    element,
    sheet: () => sheet,
    show(next) {
      sheet = next;
      const { active, box } = selection;
      const [rows, columns] = [next.rows.count, next.columns.count];
      const inside = box.bottom <= rows && box.right <= columns;
      // Merges may have come or gone meanwhile.
      const kept = { active, box: around(box, next.merge(active)) };
      selection = inside ? kept : selectCell(next, active);
      measure();
      draw();
      selected(selection);
    },
    selection: () => selection,
    select(next, to) {
      selection = next;
      if (to) follow(to);
      draw();
      selected(next);
    },
    placeAt(x, y) {
      const { left: edgeX, top: edgeY } = element.getBoundingClientRect();
      const { rows, columns } = sheet;
      const across = Math.min(Math.max(0, x - edgeX - HEAD_WIDTH), element.clientWidth - HEAD_WIDTH - 1);
      const down = Math.min(Math.max(0, y - edgeY - HEAD_HEIGHT), element.clientHeight - HEAD_HEIGHT - 1);
      return {
        row: rows.at(down < rows.start(frozen.rows) ? down : down + element.scrollTop),
        column: columns.at(across < columns.start(frozen.columns) ? across : across + element.scrollLeft),
      };
    },
    spot(box) {
      const { rows, columns } = sheet;
      return {
        host: paneOf({ row: box.top, column: box.left }).element,
        left: columns.start(box.left),
        top: rows.start(box.top),
        width: columns.start(box.right) - columns.start(box.left),
        height: rows.start(box.bottom) - rows.start(box.top),
      };
    },
    markCopied(box) {
      copied = box;
      drawMarks();
    },
    pageRows() {
      const first = sheet.rows.at(element.scrollTop + sheet.rows.start(frozen.rows));
      return Math.max(1, sheet.rows.at(element.scrollTop + element.clientHeight - HEAD_HEIGHT) - first - 1);
    },
    scroll: ({ left: x = 0, top: y = 0 }) => element.scrollBy(x, y),
    focus: () => element.focus({ preventScroll: true }),
  };
}

/** The cell's own rectangle, or all of a merged one's. */
export const activeBox = (grid: Grid): Box =>
  grid.sheet().merge(grid.selection().active) ?? boxAt(grid.selection().active);
