/** What has to be written so that the Sheet says what the facts say. Pure. */
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
