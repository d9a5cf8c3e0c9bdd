/**
 * The requests that do what a push writes. Pure.
 *
 * Row numbers are old as soon as a host sorts. So before a push writes to rows that exist, it copies them and their
 * header, in the same batch, to our hidden tab: whoever reads the copies afterwards knows where the writes landed.
 */
import type { Request, RowData } from './google.ts';
import type { Put, Write } from './push.ts';
import type { Raw, TabName } from './records.ts';

/** Where in the hidden tab a push leaves its copies: row numbers from 0, below the marker's row. */
export function copyLayout(writes: readonly Write[]): {
  headers: Map<TabName, number>;
  rows: Map<Write, number>;
  end: number;
} {
  const headers = new Map<TabName, number>();
  const rows = new Map<Write, number>();
  let next = 1;
  for (const write of writes) {
    if (!headers.has(write.tab)) headers.set(write.tab, next++);
  }
  for (const write of writes) {
    rows.set(write, next);
    next += write.kind === 'cells' ? 1 : write.kind === 'derived' ? write.height : 0;
  }
  return { headers, rows, end: next };
}

/** The tabs as they are: IDs and sizes. */
export type Places = ReadonlyMap<string, { sheetId: number; rowCount: number; columnCount: number }>;

export function requestsFor(writes: readonly Write[], places: Places, syncTab: string): Request[] {
  return [...copyRequests(writes, places, syncTab), ...writes.flatMap((write) => writeRequests(write, places))];
}

const fields = 'userEnteredValue';

function copyRequests(writes: readonly Write[], places: Places, syncTab: string): Request[] {
  const sync = places.get(syncTab);
  if (!sync) return [];
  const { headers, rows, end } = copyLayout(writes);
  const copies: Copy[] = [...headers].map(([tab, to]) => ({ tab, from: 0, to, height: 1 }));
  for (const write of writes) {
    const to = rows.get(write) ?? end;
    if (write.kind === 'cells') copies.push({ tab: write.tab, from: write.at, to, height: 1 });
    if (write.kind === 'derived') {
      // Rows beyond the tab's end hold nothing that could be copied.
      const height = Math.min(write.height, (places.get(write.tab)?.rowCount ?? 1) - write.top);
      if (height > 0) copies.push({ tab: write.tab, from: write.top, to, height });
    }
  }
  const widest = Math.max(0, ...[...headers.keys()].map((tab) => places.get(tab)?.columnCount ?? 0));
  return [
    ...grow(sync.sheetId, 'ROWS', end - sync.rowCount),
    ...grow(sync.sheetId, 'COLUMNS', widest - sync.columnCount),
    { updateCells: { range: { sheetId: sync.sheetId, startRowIndex: 1 }, fields } },
    // Neighbouring rows are copied at once.
    ...joined(copies).map((copy) => copyRequest(copy, places, sync.sheetId)),
  ];
}

interface Copy {
  tab: TabName;
  from: number;
  to: number;
  height: number;
}

function joined(copies: readonly Copy[]): Copy[] {
  const out: Copy[] = [];
  for (const copy of copies) {
    const last = out.at(-1);
    const follows =
      last?.tab === copy.tab && last.from + last.height === copy.from && last.to + last.height === copy.to;
    if (last && follows) last.height += copy.height;
    else out.push({ ...copy });
  }
  return out;
}

function copyRequest({ tab, from, to, height }: Copy, places: Places, sync: number): Request {
  const { sheetId = 0, columnCount = 1 } = places.get(tab) ?? {};
  const columns = { startColumnIndex: 0, endColumnIndex: columnCount };
  return {
    copyPaste: {
      source: { sheetId, startRowIndex: from, endRowIndex: from + height, ...columns },
      destination: { sheetId: sync, startRowIndex: to, endRowIndex: to + height, ...columns },
      pasteType: 'PASTE_VALUES',
    },
  };
}

/** So many rows or columns more at the end; nothing for none. */
export function grow(sheetId: number, dimension: 'ROWS' | 'COLUMNS', length: number): Request[] {
  return length > 0 ? [{ appendDimension: { sheetId, dimension, length } }] : [];
}

function writeRequests(write: Write, places: Places): Request[] {
  const place = places.get(write.tab);
  if (!place) return [];
  const { sheetId, rowCount, columnCount } = place;
  switch (write.kind) {
    case 'cells':
      return cellRequests(write.put, sheetId, write.at);
    case 'row':
      return [{ appendCells: { sheetId, rows: [rowData(write.put)], fields } }];
    case 'derived': {
      const lines = Array.from({ length: write.height }, (_, index) => write.rows[index]);
      const ours = write.columns.flatMap((column, index) => (column < 0 ? [] : [{ column, index }]));
      return [
        ...grow(sheetId, 'ROWS', write.height + write.top - rowCount),
        ...grow(sheetId, 'COLUMNS', Math.max(...write.columns) + 1 - columnCount),
        ...runs(ours).map((run) => ({
          updateCells: {
            start: { sheetId, rowIndex: write.top, columnIndex: run[0]?.column ?? 0 },
            rows: lines.map((line) => ({ values: run.map(({ index }) => cellData(line?.[index] ?? '')) })),
            fields,
          },
        })),
      ];
    }
  }
}

/** One request for each run of neighbouring columns: what stands between them isn't ours. */
function cellRequests(put: readonly Put[], sheetId: number, rowIndex: number): Request[] {
  return runs(put).map((run) => ({
    updateCells: {
      start: { sheetId, rowIndex, columnIndex: run[0]?.column ?? 0 },
      rows: [{ values: run.map(({ value }) => cellData(value)) }],
      fields,
    },
  }));
}

/** In the order of their columns, cut where one is missing. */
function runs<T extends { column: number }>(cells: readonly T[]): T[][] {
  const out: T[][] = [];
  for (const cell of cells.toSorted((a, b) => a.column - b.column)) {
    const run = out.at(-1);
    if (run && run.at(-1)?.column === cell.column - 1) run.push(cell);
    else out.push([cell]);
  }
  return out;
}

function rowData(put: readonly Put[]): RowData {
  const byColumn = new Map(put.map(({ column, value }) => [column, value]));
  const width = Math.max(...byColumn.keys()) + 1;
  return { values: Array.from({ length: width }, (_, column) => cellData(byColumn.get(column) ?? '')) };
}

/** Text goes in as text, whatever it looks like: a name that begins with '=' must not become a formula. */
export function cellData(raw: Raw): {
  userEnteredValue?: { stringValue?: string; numberValue?: number; boolValue?: boolean };
} {
  if (raw === '') return {};
  if (typeof raw === 'number') return { userEnteredValue: { numberValue: raw } };
  if (typeof raw === 'boolean') return { userEnteredValue: { boolValue: raw } };
  return { userEnteredValue: { stringValue: raw } };
}
