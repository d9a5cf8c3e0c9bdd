/** What pushes hit by mistake, taken back: in what we read at once, and in the Sheet by a later push. Pure. */
import type { Write } from './push.ts';
import type { Raw, TabName } from './records.ts';
import { type Miss, sameRaw } from './shadow.ts';

type Grid = Raw[][];

/**
 * Reads the grids as if nothing had been hit by mistake, and says how to mend the Sheet: a repair for each row that was
 * hit, however often. A miss that can't be found any more, or whose cells somebody has changed since, is over.
 */
export function undoMisses(
  misses: readonly Miss[],
  grids: ReadonlyMap<TabName, Grid>,
): { repairs: Write[]; left: Miss[] } {
  const hit = new Map<string, { tab: TabName; at: number; saw: Raw[]; mends: string[] }>();
  const left = misses.toReversed().filter((miss) => {
    const grid = grids.get(miss.tab) ?? [];
    const found = find(miss, grid);
    const saw = [...(grid[found.at] ?? [])];
    if (!undo(miss, found, grid)) return false;
    const key = `${miss.tab}|${found.at}`;
    const row = hit.get(key) ?? { tab: miss.tab, at: found.at, saw, mends: [] };
    hit.set(key, row);
    row.mends.push(miss.key);
    return true;
  });
  const repairs = [...hit.values()].map(({ tab, at, saw, mends }): Write => {
    const now = grids.get(tab)?.[at] ?? [];
    const put = now.flatMap((value, column) => (sameRaw(value, saw[column]) ? [] : [{ column, value }]));
    return { kind: 'cells', tab, at, saw, put, mends };
  });
  return { repairs, left: left.reverse() };
}

export function idColumn(header: readonly Raw[]): number {
  return header.findIndex((cell) => String(cell).trim().toLowerCase() === 'id');
}

export function sameRow(a: readonly Raw[], b: readonly Raw[]): boolean {
  return Array.from({ length: Math.max(a.length, b.length) }).every((_, index) => sameRaw(a[index], b[index]));
}

/** Finds the row that was hit: it still looks as it did then, or bears its ID. */
function find({ header, stood, wrote, near }: Miss, grid: Grid): Found {
  const written = new Map(wrote.map(({ column, value }) => [column, value]));
  const width = Math.max(stood.length, ...wrote.map(({ column }) => column + 1));
  const hit = Array.from({ length: width }, (_, column) => written.get(column) ?? stood[column] ?? '');
  const columnNow = columnsNow(header, grid[0] ?? []);
  const looksHit = (row: readonly Raw[] | undefined) =>
    row !== undefined && hit.every((cell, column) => sameRaw(cell, row[columnNow(column)]));
  const at = looksHit(grid[near]) ? near : findRow(grid, looksHit, stood, columnNow, idColumn(header));
  return { at, columnNow };
}

/** False if there's nothing to take back: what somebody changed since then is theirs. */
function undo({ stood, missed }: Miss, { at, columnNow }: Found, grid: Grid): boolean {
  const row = grid[at];
  if (!row) return false;
  const ours = missed.filter(({ column, value }) => sameRaw(row[columnNow(column)], value));
  for (const { column } of ours) row[columnNow(column)] = stood[column] ?? '';
  return ours.length > 0;
}

interface Found {
  /** The row's number, or -1. */
  at: number;
  /** Where a column of then stands now. */
  columnNow: (column: number) => number;
}

function findRow(
  grid: Grid,
  looksHit: (row: readonly Raw[]) => boolean,
  stood: readonly Raw[],
  columnNow: (column: number) => number,
  id: number,
): number {
  const whole = grid.findIndex((row, index) => index > 0 && looksHit(row));
  const own = stood[id] ?? '';
  return whole >= 0 || own === ''
    ? whole
    : grid.findIndex((row, index) => index > 0 && sameRaw(row[columnNow(id)], own));
}

/** Where a column of then stands now: by its header, as long as that is there once. */
function columnsNow(then: readonly Raw[], now: readonly Raw[]): (column: number) => number {
  if (sameRow(then, now)) return (column) => column;
  return (column) => {
    const header = then[column] ?? '';
    const found = header === '' ? -1 : now.findIndex((cell) => sameRaw(cell, header));
    return found >= 0 ? found : column;
  };
}
