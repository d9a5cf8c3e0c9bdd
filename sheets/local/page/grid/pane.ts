import type { Sheet } from '../sheet.ts';
import { drawCell } from './cell.ts';
import { type Box, overlaps, type Place } from './place.ts';

/** One of the four parts of a grid that scroll apart from each other: it draws the cells of a rectangle. */
export type Pane = {
  readonly element: HTMLElement;
  /** What lies over the cells: selection and copied cells, cut off at the pane's edge. */
  readonly marks: HTMLElement;
  /** Draws what is in view; what stays in view is left as it is. @param box empty for a pane without cells */
  readonly show: (sheet: Sheet, box: Box) => void;
};

type DrawnRow = { readonly element: HTMLElement; readonly cells: Map<number, HTMLElement> };

export function openPane(name: string): Pane {
  const element = div(`pane ${name}`);
  const cells = div('pane-cells');
  const marks = div('marks');
  marks.setAttribute('aria-hidden', 'true');
  cells.setAttribute('role', 'presentation');
  element.append(cells, marks);
  const drawn = new Map<number, DrawnRow>();
  let sheet: Sheet | undefined;

  const rowAt = (row: number): DrawnRow => {
    const known = drawn.get(row);
    if (known) return known;
    const made = { element: div('row'), cells: new Map<number, HTMLElement>() };
    made.element.setAttribute('role', 'row');
    made.element.setAttribute('aria-rowindex', String(row + 1));
    drawn.set(row, made);
    cells.append(made.element);
    return made;
  };

  return {
    element,
    marks,
    show(next, box) {
      const renewed = next !== sheet;
      sheet = next;
      const wanted = new Map<number, Set<number>>();
      for (const { row, column } of placesIn(next, box)) {
        wanted.set(row, (wanted.get(row) ?? new Set()).add(column));
      }
      for (const [row, own] of drawn) {
        const columns = wanted.get(row);
        for (const [column, cell] of own.cells) {
          if (columns?.has(column)) continue;
          cell.remove();
          own.cells.delete(column);
        }
        if (columns) continue;
        own.element.remove();
        drawn.delete(row);
      }
      for (const [row, columns] of wanted) {
        const own = rowAt(row);
        own.element.style.top = `${next.rows.start(row)}px`;
        for (const column of columns) {
          const known = own.cells.get(column);
          if (known && !renewed) continue;
          const cell = known ?? document.createElement('div');
          drawCell(cell, next, { row, column });
          if (known) continue;
          own.cells.set(column, cell);
          own.element.append(cell);
        }
      }
    },
  };
}

/** The cells to draw for a rectangle: of merged ones the first, even where it lies outside. */
function* placesIn(sheet: Sheet, box: Box): Generator<Place> {
  for (let row = box.top; row < box.bottom; row++) {
    if (sheet.rows.size(row) === 0) continue;
    for (let column = box.left; column < box.right; column++) {
      if (sheet.columns.size(column) === 0) continue;
      const { top, left, bottom, right } = sheet.merge({ row, column });
      if (bottom - top === 1 && right - left === 1) yield { row, column };
    }
  }
  for (const merge of sheet.merges) if (overlaps(merge, box)) yield { row: merge.top, column: merge.left };
}

export function div(className: string): HTMLElement {
  const element = document.createElement('div');
  element.className = className;
  return element;
}
