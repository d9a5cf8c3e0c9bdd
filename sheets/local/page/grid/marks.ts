import type { Sheet } from '../sheet.ts';
import type { Box } from './place.ts';

const kinds = ['selected', 'active', 'copied'] as const;
type Kind = (typeof kinds)[number];

/** Draws a frame around a rectangle of cells into a pane, which cuts it off at its edge; or takes it away. */
export function drawMark(marks: HTMLElement, kind: Kind, box: Box | undefined, { rows, columns }: Sheet): void {
  const known = marks.querySelector<HTMLElement>(`.${kind}`);
  if (!box) {
    known?.remove();
    return;
  }
  const mark = known ?? document.createElement('div');
  mark.className = kind;
  mark.style.left = `${columns.start(box.left) - 1}px`;
  mark.style.top = `${rows.start(box.top) - 1}px`;
  mark.style.width = `${columns.start(box.right) - columns.start(box.left) + 1}px`;
  mark.style.height = `${rows.start(box.bottom) - rows.start(box.top) + 1}px`;
  if (!known) marks.append(mark);
}
