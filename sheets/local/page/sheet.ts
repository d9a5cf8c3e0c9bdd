import type { CellView, RuleView } from '../view/cells.ts';
import type { Look } from '../view/look.ts';
import type { TabView } from '../view/tab.ts';
import { type Axis, axisOf } from './grid/axis.ts';
import { type Box, boxAt, contains, type Place } from './grid/place.ts';
import { textHeight } from './text-size.ts';

/** A cell with its look and its rule at hand. */
export type ShownCell = Omit<CellView, 'look' | 'rule'> & { readonly look?: Look; readonly rule?: RuleView };

/** The tab that is shown, with its cells as last read. */
export type Sheet = {
  readonly view: TabView;
  readonly rows: Axis;
  readonly columns: Axis;
  readonly cell: (place: Place) => ShownCell | undefined;
  /** The merged cells that a cell is part of; without them the cell alone. */
  readonly merge: (place: Place) => Box;
  readonly merges: readonly Box[];
  /** How many rows and columns hold anything. */
  readonly used: () => { rows: number; columns: number };
  /** The sheet with rows that were read anew. */
  readonly withRows: (from: number, to: number, view: TabView) => Sheet;
};

type Rows = readonly (readonly (ShownCell | undefined)[] | undefined)[];

export const ROW_HEIGHT = 21;

export const sheetOf = (view: TabView): Sheet => sheetWith(view, cellsOf(view));

function sheetWith(view: TabView, cells: Rows): Sheet {
  const heights = new Map(view.rowHeights);
  const columns = axisOf(view.columnCount, (c) => view.columnWidths[c] ?? 0);
  const height = (r: number): number => heights.get(r) ?? heightOf(cells[r], columns);
  const merges = new Map<number, Box[]>();
  for (const box of view.merges) {
    for (let r = box.top; r < box.bottom; r++) merges.set(r, [...(merges.get(r) ?? []), box]);
  }
  return {
    view,
    columns,
    rows: axisOf(view.rowCount, height),
    cell: ({ row, column }) => cells[row]?.[column],
    merges: view.merges,
    merge(place) {
      const own = boxAt(place);
      return merges.get(place.row)?.find((box) => contains(box, own)) ?? own;
    },
    used: () => ({
      rows: cells.findLastIndex((row) => row?.some(holdsText)) + 1,
      columns: cells.reduce((most, row) => Math.max(most, (row?.findLastIndex(holdsText) ?? -1) + 1), 0),
    }),
    withRows(from, to, next) {
      const changed = cellsOf(next);
      const length = Math.max(cells.length, changed.length);
      const merged = Array.from({ length }, (_, r) => (r >= from && r < to ? changed[r] : cells[r]));
      return sheetWith({ ...view, watched: next.watched }, merged);
    },
  };
}

const holdsText = (cell: ShownCell | undefined): boolean => cell?.text !== undefined;

/** Rows of cells, each at its own row. */
function cellsOf({ from, cells, looks, rules }: TabView): Rows {
  const rows: (readonly (ShownCell | undefined)[] | undefined)[] = new Array(from + cells.length).fill(undefined);
  cells.forEach((row, i) => {
    rows[from + i] = row.map((cell) => {
      if (cell === 0) return undefined;
      const { look, rule, ...rest } = cell;
      const ownLook = look === undefined ? undefined : looks[look];
      const ownRule = rule === undefined ? undefined : rules[rule];
      return { ...rest, ...(ownLook && { look: ownLook }), ...(ownRule && { rule: ownRule }) };
    });
  });
  return rows;
}

/** A row that nobody resized is as high as its highest text. */
function heightOf(row: readonly (ShownCell | undefined)[] | undefined, columns: Axis): number {
  let height = ROW_HEIGHT;
  row?.forEach((cell, c) => {
    if (!cell?.text || !(cell.look?.wrap === 'wrap' || cell.look?.size !== undefined || cell.text.includes('\n')))
      return;
    height = Math.max(height, textHeight(cell.text, cell.look, columns.size(c)));
  });
  return height;
}
