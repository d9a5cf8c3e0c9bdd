/**
 * After a push: what of it landed where it was meant to. The copies in the hidden tab show the rows as they stood in the
 * moment before they were written. Pure.
 *
 * A write whose row or header wasn't there any more hit something else; one whose cell a host had just changed wrote over
 * their edit. Both are misses: the tabs are read as if they hadn't been, until a later push has mended them.
 */
import { idColumn, sameRow } from './misses.ts';
import type { Put, Write } from './push.ts';
import { type FactTab, type Raw, type TabName, tabAt } from './records.ts';
import { copyLayout } from './requests.ts';
import { findColumns, type Marker, type Miss, type RowShadow, type Shadow, sameRaw } from './shadow.ts';

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
        if (steady) landRows(next, write);
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
 * The marker that would tell which attempt the Sheet took is gone: what stands there as one of them would have written it
 * is agreement, not a host's edit.
 */
export function settleByLikeness(
  attempts: readonly Attempt[],
  shadow: Shadow,
  grids: ReadonlyMap<TabName, Grid>,
): Shadow {
  const next = structuredClone(shadow);
  const rows = rowsById(next);
  for (const { tab, id, kind, put } of attempts.flatMap((attempt) => attempt.writes.filter(isOfFact))) {
    const [header = [], ...lines] = grids.get(tab) ?? [];
    const { columns } = findColumns(tab, header);
    const line = lines.find((cells) => (cells[columns.id ?? -1] ?? '') === id);
    if (!line) continue;
    const known = rows.get(tab)?.get(id);
    const alike = put.filter(({ field = '', value }) => sameRaw(line[columns[field] ?? -1], value));
    if (known) land(known, alike);
    else if (kind === 'row') append(next, tab, id, put);
  }
  return next;
}

function isOfFact(write: Write): write is Extract<Write, { kind: 'cells' | 'row' }> & { id: string; tab: FactTab } {
  return write.kind !== 'derived' && write.id !== undefined;
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

function landRows(shadow: Shadow, { tab, rows, columns, top }: Extract<Write, { kind: 'derived' }>): void {
  const known = shadow.derived[tab];
  if (!known) return;
  if (!tabAt(tab).wide) {
    shadow.derived[tab] = { columns: known.columns, rows: top === 0 ? rows.slice(1) : rows };
    return;
  }
  // What was emptied is nobody's any more.
  const used = columns.slice(0, rows[0]?.length ?? 0);
  shadow.derived[tab] = { columns: Object.fromEntries(used.map((column, index) => [String(index), column])), rows };
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
      ? [{ ...miss, key: `${miss.key}-${r}`, stood: stood[r] ?? [], wrote, missed, near: r + write.top }]
      : [];
  });
}
