import { type CellComponent, type RangeComponent, type RowValues, TabulatorFull } from 'tabulator-tables';
import { cellEditor, type Editing } from './editor.ts';
import { type Box, boxName, cellAt, columnName, parsePlace, type Shown, styleOf, visibleSize } from './model.ts';

export type Grid = {
  /** The selected rectangle; a cell of a frozen row is selected alone. */
  readonly selection: () => Box;
  readonly select: (row: number, column: number) => void;
  /** Opens the text field in the first selected cell. */
  readonly edit: () => void;
  readonly editing: () => boolean;
  /** Ends when nobody is editing a cell. */
  readonly idle: () => Promise<void>;
  /** Shows rows [from, to) anew. @returns false when the grid's size no longer fits and it has to be built again */
  readonly refresh: (from: number, to: number) => Promise<boolean>;
  /** Where it's scrolled to, after scrolling there. */
  readonly scroll: (to?: Scroll) => Scroll;
  readonly focus: () => void;
  readonly destroy: () => void;
};

type Scroll = { left: number; top: number };

export type GridEvents = Editing & {
  readonly selected: (box: Box) => void;
  readonly resized: (column: number, width: number) => void;
};

const ROW_HEIGHT = 26;
const FROZEN_CELL = '.tabulator-frozen-rows-holder [data-a1]';

/** Lays a tab out as a grid: Tabulator draws what is in view, selects by mouse and keys, and resizes columns. */
export async function openGrid(element: HTMLElement, shown: Shown, events: GridEvents): Promise<Grid> {
  const { rowCount, columnCount } = visibleSize(shown);
  const frozen = shown.tab.gridProperties.frozenRowCount ?? 0;
  const editor = cellEditor(events);
  let selected: Box = { top: frozen, left: 0, bottom: frozen + 1, right: 1 };
  const rowValues = (row: number): RowValues => {
    const values: RowValues = { row };
    for (let c = 0; c < columnCount; c++) values[`c${c}`] = cellAt(shown, row, c)?.formattedValue ?? '';
    return values;
  };
  const table = new TabulatorFull(element, {
    index: 'row',
    data: Array.from({ length: rowCount }, (_, row) => rowValues(row)),
    columns: Array.from({ length: columnCount }, (_, c) => ({
      title: columnName(c),
      field: `c${c}`,
      width: shown.widths[c] || 100,
      editor,
      formatter: (cell: CellComponent) => dressed(cell, shown),
    })),
    columnDefaults: { headerSort: false, resizable: 'header' },
    rowHeader: {
      title: '',
      width: 46,
      frozen: true,
      resizable: false,
      headerSort: false,
      hozAlign: 'center',
      cssClass: 'row-number',
      formatter: (cell) => String(cell.getRow().getData().row + 1),
    },
    height: '100%',
    rowHeight: ROW_HEIGHT,
    ...(frozen > 0 && { frozenRows: frozen }),
    selectableRange: 1,
    selectableRangeColumns: true,
    selectableRangeRows: true,
    selectableRangeAutoFocus: false,
    editTriggerEvent: 'dblclick',
  });
  await new Promise<void>((resolve) => table.on('tableBuilt', resolve));

  const show = (box: Box) => {
    selected = box;
    for (const cell of element.querySelectorAll('.frozen-selected')) cell.classList.remove('frozen-selected');
    element.classList.toggle('header-selected', box.top < frozen);
    events.selected(box);
  };
  const follow = (range: RangeComponent) => {
    const box = boxOf(range);
    if (box) show(box);
  };
  table.on('rangeChanged', follow);
  // Tabulator keeps frozen rows out of its ranges: their cells are selected here, before it hears of the click.
  const onMouseDown = (event: Event) => {
    const cell = event.target instanceof Element ? event.target.closest<HTMLElement>(FROZEN_CELL) : null;
    const place = cell?.dataset.a1 && parsePlace(cell.dataset.a1);
    if (!cell || !place || cell.classList.contains('tabulator-editing')) return;
    event.stopPropagation();
    show({ ...place, bottom: place.top + 1, right: place.left + 1 });
    cell.classList.add('frozen-selected');
  };
  element.addEventListener('mousedown', onMouseDown, { capture: true });
  table.on('columnResized', (column) => {
    const index = Number(column.getField()?.slice(1));
    if (!Number.isNaN(index)) events.resized(index, Math.round(column.getWidth()));
  });

  const editing = () => element.querySelector('.cell-editor') !== null;
  const editedRow = (): number | undefined => {
    const cell = element.querySelector('.cell-editor')?.closest<HTMLElement>('[data-a1]');
    return cell?.dataset.a1 === undefined ? undefined : parsePlace(cell.dataset.a1)?.top;
  };
  const idle = async (): Promise<void> => {
    while (editing()) await new Promise((resolve) => element.addEventListener('focusout', resolve, { once: true }));
  };
  /** Drawing a row ends the edit in it: where somebody is typing, the row waits for them. */
  const redraw = async (rows: readonly number[]): Promise<void> => {
    const free = rows.filter((row) => row !== editedRow());
    if (free.length > 0) await table.updateData(free.map(rowValues));
    for (const row of rows) {
      const found = table.getRow(row);
      if (row === editedRow()) void idle().then(() => redraw([row]));
      // Where only a colour changed, Tabulator sees no difference.
      else if (found) found.reformat();
    }
  };
  const cellIn = (row: number, column: number): CellComponent | undefined => {
    const found = table.getRow(Math.min(row, rowCount - 1));
    return found ? found.getCell(`c${Math.min(column, columnCount - 1)}`) || undefined : undefined;
  };
  return {
    selection: () => selected,
    select(row, column) {
      const cell = cellIn(Math.max(frozen, row), Math.max(0, column));
      if (!cell) return;
      table.getRanges()[0]?.setBounds(cell, cell);
      void cell.getRow().scrollTo('nearest', false);
    },
    edit: () => cellIn(selected.top, selected.left)?.edit(true),
    editing,
    idle,
    async refresh(from, to) {
      const size = visibleSize(shown);
      if (size.rowCount !== rowCount || size.columnCount !== columnCount) return false;
      await redraw(Array.from({ length: Math.min(to, rowCount) - from }, (_, i) => from + i));
      return true;
    },
    scroll(to) {
      const holder = element.querySelector('.tabulator-tableholder');
      if (to) holder?.scrollTo(to);
      return { left: holder?.scrollLeft ?? 0, top: holder?.scrollTop ?? 0 };
    },
    focus: () => element.querySelector<HTMLElement>('.tabulator-tableholder')?.focus({ preventScroll: true }),
    destroy() {
      element.removeEventListener('mousedown', onMouseDown, { capture: true });
      table.destroy();
    },
  };
}

/** The cell's text and look. Text is only ever set as text. */
function dressed(cell: CellComponent, shown: Shown): Node {
  const { row, column } = placeOf(cell);
  const data = cellAt(shown, row, column);
  const element = cell.getElement();
  element.dataset.a1 = boxName({ top: row, left: column, bottom: row + 1, right: column + 1 });
  element.setAttribute('aria-label', `${element.dataset.a1} ${data?.formattedValue ?? ''}`.trim());
  Object.assign(element.style, styleOf(data));
  element.classList.toggle('has-choices', /^ONE_OF/.test(data?.dataValidation?.condition?.type ?? ''));
  element.classList.toggle('has-note', data?.note !== undefined);
  element.title = data?.note ?? '';
  return document.createTextNode(data?.formattedValue ?? '');
}

const placeOf = (cell: CellComponent): { row: number; column: number } => ({
  row: cell.getRow().getData().row,
  column: Number(cell.getField()?.slice(1)),
});

function boxOf(range: RangeComponent): Box | undefined {
  const rows = range.getRows().map((row) => row.getData().row);
  const columns = range.getColumns().flatMap((column) => column.getField()?.slice(1) ?? []);
  const indexes = columns.map(Number);
  if (rows.length === 0 || indexes.length === 0) return undefined;
  return {
    top: Math.min(...rows),
    bottom: Math.max(...rows) + 1,
    left: Math.min(...indexes),
    right: Math.max(...indexes) + 1,
  };
}
