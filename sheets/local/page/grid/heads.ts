import type { Sheet } from '../sheet.ts';
import { div } from './pane.ts';
import { type Box, columnName } from './place.ts';

/** The letters above the columns, or the numbers beside the rows, of the frozen part or of the other. */
export type Heads = {
  readonly element: HTMLElement;
  readonly show: (sheet: Sheet, from: number, to: number, selected: Box) => void;
};

export const openColumnHeads = (name: string): Heads =>
  openHeads(`column-heads ${name}`, (element, sheet, column, selected) => {
    element.textContent = columnName(column);
    element.dataset.column = String(column);
    element.style.left = `${sheet.columns.start(column)}px`;
    element.style.width = `${sheet.columns.size(column)}px`;
    mark(element, selected.left <= column && column < selected.right, hiddenBefore(sheet.columns, column));
  });

export const openRowHeads = (name: string): Heads =>
  openHeads(`row-heads ${name}`, (element, sheet, row, selected) => {
    element.textContent = String(row + 1);
    element.dataset.row = String(row);
    element.style.top = `${sheet.rows.start(row)}px`;
    element.style.height = `${sheet.rows.size(row)}px`;
    mark(element, selected.top <= row && row < selected.bottom, hiddenBefore(sheet.rows, row));
  });

type Draw = (element: HTMLElement, sheet: Sheet, index: number, selected: Box) => void;

function openHeads(className: string, draw: Draw): Heads {
  const element = div(className);
  // Every cell says its own place.
  element.setAttribute('aria-hidden', 'true');
  const drawn = new Map<number, HTMLElement>();
  return {
    element,
    show(sheet, from, to, selected) {
      for (const [index, head] of drawn) {
        if (index >= from && index < to) continue;
        head.remove();
        drawn.delete(index);
      }
      for (let index = from; index < to; index++) {
        const known = drawn.get(index);
        const head = known ?? div('head');
        draw(head, sheet, index, selected);
        if (known) continue;
        drawn.set(index, head);
        element.append(head);
      }
    },
  };
}

function mark(element: HTMLElement, selected: boolean, afterHidden: boolean): void {
  element.className = `head${selected ? ' selected' : ''}${afterHidden ? ' after-hidden' : ''}`;
}

const hiddenBefore = (axis: Sheet['rows'], index: number): boolean => index > 0 && axis.size(index - 1) === 0;
