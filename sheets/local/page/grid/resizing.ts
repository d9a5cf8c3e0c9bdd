import type { Grid } from './grid.ts';
import { atEdge } from './pointer.ts';

type Events = {
  readonly resized: (kind: 'column' | 'row', index: number, size: number) => void;
  /** The edge of a column was pressed twice: as wide as its text. */
  readonly fitted: (column: number) => void;
};

const LEAST = 21;

/** Drags the edges of the heads: a line shows where the new edge will be. */
export function listenToResizing(grid: Grid, events: Events): void {
  const { element } = grid;
  let gripped: { kind: 'column' | 'row'; index: number; from: number; size: number } | undefined;
  const line = document.createElement('div');
  line.className = 'resize-line';

  const sizeAt = (event: PointerEvent): number => {
    if (!gripped) return 0;
    const at = gripped.kind === 'column' ? event.clientX : event.clientY;
    return Math.max(LEAST, Math.round(gripped.size + at - gripped.from));
  };

  element.addEventListener('pointermove', (event) => {
    const edge = gripped ?? atEdge(event);
    element.classList.toggle('at-column-edge', edge?.kind === 'column');
    element.classList.toggle('at-row-edge', edge?.kind === 'row');
  });
  element.addEventListener('pointerdown', (event) => {
    const edge = event.button === 0 ? atEdge(event) : undefined;
    if (!edge) return;
    const axis = edge.kind === 'column' ? grid.sheet().columns : grid.sheet().rows;
    const from = edge.kind === 'column' ? event.clientX : event.clientY;
    gripped = { ...edge, from, size: axis.size(edge.index) };
    line.className = `resize-line ${edge.kind}`;
    document.body.append(line);
    show(event);
    event.preventDefault();
  });
  const show = (event: PointerEvent) => {
    if (!gripped) return;
    const bounds = element.getBoundingClientRect();
    const at = gripped.from + sizeAt(event) - gripped.size;
    Object.assign(line.style, {
      left: `${gripped.kind === 'column' ? at : bounds.left}px`,
      top: `${gripped.kind === 'row' ? at : bounds.top}px`,
      width: gripped.kind === 'row' ? `${element.clientWidth}px` : '',
      height: gripped.kind === 'column' ? `${element.clientHeight}px` : '',
    });
  };
  addEventListener('pointermove', show);
  addEventListener('pointerup', (event) => {
    if (!gripped) return;
    const { kind, index, size } = gripped;
    const wanted = sizeAt(event);
    gripped = undefined;
    line.remove();
    if (wanted !== size) events.resized(kind, index, wanted);
  });
  element.addEventListener('dblclick', (event) => {
    const edge = atEdge(event);
    if (edge?.kind === 'column') events.fitted(edge.index);
  });
}
