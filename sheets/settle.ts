/**
 * After a push: what of it landed where it was meant to. The copies in the hidden tab show the rows as they stood in the
 * moment before they were written. Pure.
 *
 * A write whose row or header wasn't there any more hit something else; one whose cell a host had just changed wrote over
 * their edit. Both are misses: the tabs are read as if they hadn't been, until a later push has mended them.
 */
import { copyLayout, type Put, type Write } from './push.ts';
import type { DerivedTab, Raw, TabName } from './records.ts';
import { type Marker, type Miss, type RowShadow, type Shadow, sameRaw } from './shadow.ts';

/** A push that was sent, or may have been: what it writes, and how to recognise it. */
export interface Attempt extends Marker {
  writes: Write[];
  /** Row 1 of each tab that it touches, as the pull before saw it. */
  headers: Partial<Record<TabName, Raw[]>>;
}

type Grid = Raw[][];

/** The shadow with what landed, and with the misses of what didn't. `copies` are the rows of the hidden tab. */
export function settle(attempt: Attempt, shadow: Shadow, copies: readonly Raw[][]): Shadow {
  const layout = copyLayout(attempt.writes);
  const next = structuredClone(shadow);
  next.marker = { n: attempt.n, token: attempt.token };
  const rows = rowsById(next);

  for (const [index, write] of attempt.writes.entries()) {
    const header = copies[layout.headers.get(write.tab) ?? -1] ?? [];
    const steady = sameRow(header, attempt.headers[write.tab] ?? []);
    const at = layout.rows.get(write) ?? -1;
    const miss = { key: `${attempt.n}-${index}`, tab: write.tab, header };
    switch (write.kind) {
      case 'cells': {
        const stood = copies[at] ?? [];
        const hit = steady && isSameRow(stood, write, idColumn(header));
        const landed = hit ? write.put.filter(({ column }) => sameRaw(stood[column], write.saw[column])) : [];
        if (write.id !== undefined) land(rows.get(write.tab)?.get(write.id), landed);
        if (hit) next.misses = next.misses.filter(({ key }) => !write.mends?.includes(key));
        const missed = write.put.filter((put) => !landed.includes(put));
        if (missed.length > 0) next.misses.push({ ...miss, stood, wrote: write.put, missed, near: write.at });
        break;
      }
      case 'row':
        if (steady) append(next, write.tab, write.id, write.put);
        else next.misses.push({ ...miss, stood: [], wrote: write.put, missed: write.put, near: -1 });
        break;
      case 'derived':
        if (steady) landRows(next, write.tab, write.rows);
        else {
          const known = next.derived[write.tab];
          if (known) known.unknown = true;
          next.misses.push(...foreignMisses(write, miss, attempt.headers[write.tab] ?? [], copies.slice(at)));
        }
        break;
    }
  }
  return next;
}

/**
 * Reads the grids as if nothing had been hit by mistake, and says how to mend the Sheet. A miss that can't be found any
 * more, or whose cells somebody has changed since, is over.
 */
export function undoMisses(
  misses: readonly Miss[],
  grids: ReadonlyMap<TabName, Grid>,
): { repairs: Write[]; left: Miss[] } {
  const repairs: Write[] = [];
  const left = misses.toReversed().filter((miss) => {
    const repair = undo(miss, grids.get(miss.tab) ?? []);
    if (repair) repairs.push(repair);
    return repair !== undefined;
  });
  return { repairs, left: left.reverse() };
}

function rowsById({ tabs }: Shadow): Map<string, Map<string, RowShadow>> {
  return new Map(Object.entries(tabs).map(([tab, { rows }]) => [tab, new Map(rows.map((row) => [row.id, row]))]));
}

function land(row: RowShadow | undefined, landed: readonly Put[]): void {
  for (const { field, value } of landed) {
    if (row && field !== undefined) row.cells[field] = value;
  }
}

function append(shadow: Shadow, tab: keyof Shadow['tabs'], id: string, put: readonly Put[]): void {
  const cells = Object.fromEntries(put.flatMap(({ field, value }) => (field === undefined ? [] : [[field, value]])));
  shadow.tabs[tab]?.rows.push({ id, at: -1, cells });
}

function landRows(shadow: Shadow, tab: DerivedTab, rows: Raw[][]): void {
  const known = shadow.derived[tab];
  if (known) shadow.derived[tab] = { columns: known.columns, rows };
}

/** The same row as before: by its ID; where it has none yet, or only a copy of another's, by all that stands in it. */
function isSameRow(
  stood: readonly Raw[],
  { saw, put }: { saw: readonly Raw[]; put: readonly Put[] },
  id: number,
): boolean {
  const known = id >= 0 && (saw[id] ?? '') !== '' && !put.some(({ column }) => column === id);
  return known ? sameRaw(stood[id], saw[id]) : sameRow(stood, saw);
}

function idColumn(header: readonly Raw[]): number {
  return header.findIndex((cell) => String(cell).trim().toLowerCase() === 'id');
}

function sameRow(a: readonly Raw[], b: readonly Raw[]): boolean {
  return Array.from({ length: Math.max(a.length, b.length) }).every((_, index) => sameRaw(a[index], b[index]));
}

/** Finds the row that was hit, takes the missed cells back in the grid, and says how to take them back in the Sheet. */
function undo({ key, tab, header, stood, wrote, missed, near }: Miss, grid: Grid): Write | undefined {
  const written = new Map(wrote.map(({ column, value }) => [column, value]));
  const width = Math.max(stood.length, ...wrote.map(({ column }) => column + 1));
  const hit = Array.from({ length: width }, (_, column) => written.get(column) ?? stood[column] ?? '');
  const columnNow = columnsNow(header, grid[0] ?? []);
  const looksHit = (row: readonly Raw[] | undefined) =>
    row !== undefined && hit.every((cell, column) => sameRaw(cell, row[columnNow(column)]));
  const at = looksHit(grid[near]) ? near : findRow(grid, looksHit, stood, columnNow, idColumn(header));
  const row = grid[at];
  if (!row) return undefined;
  const saw = [...row];
  // What somebody changed since then is theirs.
  const put = missed.flatMap(({ column, value }): Put[] => {
    const now = columnNow(column);
    return sameRaw(row[now], value) ? [{ column: now, value: stood[column] ?? '' }] : [];
  });
  for (const { column, value } of put) row[column] = value;
  return put.length > 0 ? { kind: 'cells', tab, at, saw, put, mends: [key] } : undefined;
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

/** Of a derived tab only what isn't ours has to come back: our own columns are written anew anyway. */
function foreignMisses(
  write: Extract<Write, { kind: 'derived' }>,
  miss: Pick<Miss, 'key' | 'tab' | 'header'>,
  before: readonly Raw[],
  stood: readonly Raw[][],
): Miss[] {
  const ours = write.columns.filter((column) => column >= 0);
  const isOurs = (header: Raw) => ours.some((column) => sameRaw(before[column], header));
  return Array.from({ length: write.height }).flatMap((_, r): Miss[] => {
    const wrote = write.columns.flatMap((column, index) =>
      column < 0 ? [] : [{ column, value: write.rows[r]?.[index] ?? '' }],
    );
    const missed = wrote.filter(({ column }) => !isOurs(miss.header[column] ?? ''));
    return missed.length > 0
      ? [{ ...miss, key: `${miss.key}-${r}`, stood: stood[r] ?? [], wrote, missed, near: r + 1 }]
      : [];
  });
}
