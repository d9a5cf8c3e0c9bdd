/**
 * What has to be written so that the Sheet says what the facts say, and the requests that do it. Pure.
 *
 * Row numbers are old as soon as a host sorts. So before a push writes to rows that exist, it copies them and their
 * header, in the same batch, to our hidden tab: whoever reads the copies afterwards knows where the writes landed.
 */
import type { Request, RowData } from './google.ts';
import {
  type Column,
  type DerivedTab,
  derivedTabs,
  type FactTab,
  factTabs,
  type Raw,
  type TabName,
  tabAt,
  tabs,
} from './records.ts';
import { type DerivedShadow, type Shadow, sameRaw, type TabShadow } from './shadow.ts';

/** What the Sheet should hold. Rows that were deleted aren't among them: we never write those, nor delete any. */
export interface Wanted {
  facts: Record<FactTab, { id: string; cells: Record<string, Raw> }[]>;
  derived: Record<DerivedTab, Raw[][]>;
}

/** A cell that is written: its column from 0, and for cells of a row of ours the field that it's for. */
export interface Put {
  column: number;
  value: Raw;
  field?: string;
}

export type Write =
  /** Cells of a row as the latest pull saw it: of the row with that ID, or to mend what an earlier push hit by mistake. */
  | { kind: 'cells'; tab: TabName; at: number; saw: readonly Raw[]; put: Put[]; id?: string; mends?: string[] }
  /** A new row, after the last one with data. */
  | { kind: 'row'; tab: FactTab; id: string; put: Put[] }
  /**
   * All rows of our columns from row `top` on, which is 0 where the header is ours too; `height` is as many rows as have
   * to be written or emptied.
   */
  | { kind: 'derived'; tab: DerivedTab; rows: Raw[][]; columns: number[]; height: number; top: 0 | 1 };

/** Row 1 and the rows below of each tab that the latest pull could read; no other is written to. */
export type Grids = ReadonlyMap<TabName, readonly (readonly Raw[])[]>;

export function writesFor(wanted: Wanted, shadow: Shadow, grids: Grids, repairs: readonly Write[]): Write[] {
  const facts = factTabs.flatMap((tab) => rowWrites(tab, wanted.facts[tab], shadow.tabs[tab], grids.get(tab)));
  return [...withRepairs(facts, repairs), ...derivedTabs.flatMap((tab) => derivedWrite(tab, wanted, shadow, grids))];
}

/** Whether facts differ that can't be written now: their tab or column isn't there, or their row vanished. */
export function leavesOut(wanted: Wanted, shadow: Shadow, grids: Grids): boolean {
  return factTabs.some((tab) => {
    const known = shadow.tabs[tab];
    const rows = new Map(known?.rows.map((row) => [row.id, row]));
    const there = known && grids.has(tab);
    return wanted.facts[tab].some(({ id, cells }) => {
      const row = rows.get(id);
      if (!row) return !there;
      const cut = !there || row.at < 0;
      return Object.entries(cells).some(
        ([field, value]) => !sameRaw(value, row.cells[field]) && (cut || known.columns[field] === undefined),
      );
    });
  });
}

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

function rowWrites(
  tab: FactTab,
  rows: Wanted['facts'][FactTab],
  shadow: TabShadow | undefined,
  grid: readonly (readonly Raw[])[] | undefined,
): Write[] {
  if (!shadow || !grid) return [];
  const known = new Map(shadow.rows.map((row) => [row.id, row]));
  return rows.flatMap(({ id, cells }): Write[] => {
    const row = known.get(id);
    const puts = Object.entries(cells).flatMap(([field, value]): Put[] => {
      const column = shadow.columns[field];
      return column === undefined ? [] : [{ column, value, field }];
    });
    if (!row) return [{ kind: 'row', tab, id, put: puts }];
    const put = puts.filter(
      ({ field = '', value }) => !sameRaw(value, row.cells[field]) && !row.formulas?.includes(field),
    );
    // A row that nobody has seen yet has no place to write to: the next pull finds it.
    if (put.length === 0 || row.at < 0) return [];
    return [{ kind: 'cells', tab, at: row.at, saw: grid[row.at] ?? [], put, id }];
  });
}

function derivedWrite(tab: DerivedTab, wanted: Wanted, shadow: Shadow, grids: Grids): Write[] {
  const known = shadow.derived[tab];
  const rows = wanted.derived[tab];
  if (!known || (!known.unknown && sameRows(known.rows, rows))) return [];
  const height = Math.max(rows.length, known.rows.length);
  if (!tabAt(tab).wide) {
    const declared = Object.entries<Column>(tabs[tab].columns);
    const columns = declared.map(([field]) => known.columns[field] ?? -1);
    if (!known.headerLost) return [{ kind: 'derived', tab, rows, columns, height, top: 1 }];
    const header = declared.map(([, column]) => column.header);
    return [{ kind: 'derived', tab, rows: [header, ...rows], columns, height: height + 1, top: 0 }];
  }
  const columns = wideColumns(known, rows[0]?.length ?? 0, grids.get(tab)?.[0] ?? []);
  return [{ kind: 'derived', tab, rows, columns, height, top: 0 }];
}

/** Our own columns, then free ones, from left to right; those that we need no more are among them, to be emptied. */
function wideColumns(known: DerivedShadow, width: number, header: readonly Raw[]): number[] {
  const ours = new Set(Object.values(known.columns));
  const columns: number[] = [];
  for (let column = 0; columns.length < width; column++) {
    if (ours.has(column) || (header[column] ?? '') === '') columns.push(column);
  }
  return [...columns, ...[...ours].filter((column) => !columns.includes(column))];
}

/** What is written anyway needs no repair of its own: it mends with what it writes. */
function withRepairs(writes: readonly Write[], repairs: readonly Write[]): Write[] {
  const out = [...writes];
  for (const repair of repairs) {
    if (repair.kind !== 'cells') continue;
    const same = out.findIndex((write) => write.kind === 'cells' && write.tab === repair.tab && write.at === repair.at);
    const write = out[same];
    if (write?.kind !== 'cells') out.push(repair);
    else {
      const more = repair.put.filter(({ column }) => !write.put.some((own) => own.column === column));
      const mends = [...(write.mends ?? []), ...(repair.mends ?? [])];
      out[same] = { ...write, put: [...write.put, ...more], mends };
    }
  }
  return out;
}

function sameRows(a: readonly Raw[][], b: readonly Raw[][]): boolean {
  return a.length === b.length && a.every((row, r) => row.every((cell, c) => sameRaw(cell, b[r]?.[c])));
}

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

function grow(sheetId: number, dimension: 'ROWS' | 'COLUMNS', length: number): Request[] {
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
function cellData(raw: Raw): {
  userEnteredValue?: { stringValue?: string; numberValue?: number; boolValue?: boolean };
} {
  if (raw === '') return {};
  if (typeof raw === 'number') return { userEnteredValue: { numberValue: raw } };
  if (typeof raw === 'boolean') return { userEnteredValue: { boolValue: raw } };
  return { userEnteredValue: { stringValue: raw } };
}
