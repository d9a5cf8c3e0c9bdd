/**
 * The shadow is what we last saw in the Sheet, or wrote there ourselves, as raw cells. What differs from it was changed
 * by a host. Pure.
 */

import { folded } from './names.ts';
import { type Column, type DerivedTab, type FactTab, type Raw, type TabName, tabs } from './records.ts';

export interface Shadow {
  /** Of the latest push that is known to be in the Sheet. */
  marker: Marker;
  tabs: Partial<Record<FactTab, TabShadow>>;
  derived: Partial<Record<DerivedTab, DerivedShadow>>;
  /** What pushes hit by mistake and isn't mended yet. */
  misses: Miss[];
  /** The fields whose headers each tab has, or had once. */
  headed?: Partial<Record<TabName, string[]>>;
}

/** A row that was written to although it wasn't the one that was meant, or a cell that a host had just changed. */
export interface Miss {
  key: string;
  tab: TabName;
  /** The tab's header and the row as they stood right before. */
  header: readonly Raw[];
  stood: readonly Raw[];
  /** Every cell that was written there, and which of them have to be taken back. */
  wrote: readonly { column: number; value: Raw }[];
  missed: readonly { column: number; value: Raw }[];
  /** Where the row was. */
  near: number;
}

export interface Marker {
  n: number;
  token: string;
}

export interface TabShadow {
  /** The tab itself, whatever it's called now. */
  sheetId: number;
  /** Where each field stands, from 0. A field whose header is missing has none: it is left alone until it's back. */
  columns: Record<string, number>;
  rows: RowShadow[];
}

export interface RowShadow {
  /** Ours. A row that a host added has one before the Sheet does: then cells.id is empty. */
  id: string;
  /** Its place in the Sheet at the latest pull, from 0; -1 while nobody has seen it. Good only for a push right after. */
  at: number;
  cells: Record<string, Raw>;
  /** Fields whose cells hold formulas: they count by their value, and are never written. */
  formulas?: string[];
  /** It vanished with many others: it counts until a host decides. */
  held?: true;
}

export interface DerivedShadow {
  columns: Record<string, number>;
  /** What we last wrote, in the order of the declared columns. */
  rows: Raw[][];
  /** Something else may stand there; only the number of rows is sure. */
  unknown?: true;
  /** A header of ours was typed over. */
  headerLost?: true;
}

export type SheetChange =
  /** `ours` is a change of the same cell that waited to be written: it gives way. */
  | { kind: 'edit'; tab: FactTab; id: string; field: string; from: Raw; to: Raw; ours?: Raw }
  | { kind: 'add'; tab: FactTab; id: string; cells: Record<string, Raw> }
  | { kind: 'gone' | 'back'; tab: FactTab; id: string }
  /** Which of a row's cells hold formulas now. */
  | { kind: 'formulas'; tab: FactTab; id: string; fields: string[] }
  /** So many rows vanished at once that it may be a mistake; or they're there again. */
  | { kind: 'held' | 'released'; tab: FactTab; ids: string[] };

/** The league's facts as the Sheet should show them. */
export interface FactCells {
  /** The row's cells by field, ID included; undefined if there's no such row, deleted ones included. */
  row(tab: FactTab, id: string): { cells: Record<string, Raw>; gone: boolean; held: boolean } | undefined;
}

/** Compares a tab as it's read now with its shadow. What the facts say too is agreement, not an edit. */
export function compareTab(
  tab: FactTab,
  grid: readonly (readonly Raw[])[],
  before: TabShadow | undefined,
  sheetId: number,
  facts: FactCells,
  newId: () => string,
): { changes: SheetChange[]; after: TabShadow; missing: string[]; readable: boolean } {
  const { columns, missing } = findColumns(tab, grid[0] ?? []);
  if (keyFields(tab).some((field) => columns[field] === undefined)) {
    return { changes: [], after: before ?? { sheetId, columns, rows: [] }, missing, readable: false };
  }
  const seen = readRows(grid, columns);
  const matched = matchRows(tab, seen, before?.rows ?? [], newId);
  const changes: SheetChange[] = [];
  const returned: string[] = [];
  const rows = matched.found.map(({ row, shadow, id }): RowShadow => {
    changes.push(...changesOf(tab, id, row.cells, shadow, facts));
    if (facts.row(tab, id)?.held) returned.push(id);
    const formulas = shadow?.formulas ? { formulas: shadow.formulas } : {};
    return { id, at: row.at, cells: { ...shadow?.cells, ...row.cells }, ...formulas };
  });
  if (returned.length > 0) changes.push({ kind: 'released', tab, ids: returned });
  const absent = absentRows(tab, matched.vanished, before, sheetId, facts);
  return {
    changes: [...changes, ...absent.changes],
    after: { sheetId, columns, rows: [...rows, ...absent.kept] },
    missing,
    readable: true,
  };
}

/**
 * More than this at once, or a third of a tab of nine or more, is taken for a mistake until a host says otherwise; and all
 * rows of a smaller one, as well as any that a tab lost which isn't the one that it was.
 */
const manyRows = 20;

function isMany(count: number, of: number, isOther: boolean): boolean {
  if (count === 0) return false;
  return isOther || count > manyRows || (of >= 9 && count * 3 >= of) || (of >= 3 && count === of);
}

function absentRows(
  tab: FactTab,
  vanished: readonly RowShadow[],
  before: TabShadow | undefined,
  sheetId: number,
  facts: FactCells,
) {
  const isOther = before !== undefined && before.sheetId !== sheetId;
  const changes: SheetChange[] = [];
  const kept = vanished.filter((row) => facts.row(tab, row.id)?.held);
  // A row that was held and isn't any more was decided on: confirmed as gone, or to be written anew.
  const fresh = vanished.filter((row) => !row.held && facts.row(tab, row.id)?.gone === false);
  if (isMany(fresh.length, before?.rows.length ?? 0, isOther)) {
    changes.push({ kind: 'held', tab, ids: fresh.map(({ id }) => id) });
    kept.push(...fresh);
  } else changes.push(...fresh.map(({ id }): SheetChange => ({ kind: 'gone', tab, id })));
  return { changes, kept: kept.map((row): RowShadow => ({ ...row, at: -1, held: true })) };
}

/** Where each declared column stands in a header row, and the headers that aren't there. */
export function findColumns(tab: FactTab | DerivedTab, header: readonly Raw[]) {
  const at = new Map(header.map((cell, index) => [folded(String(cell)), index] as const).reverse());
  const columns: Record<string, number> = {};
  const missing: string[] = [];
  for (const [field, column] of Object.entries<Column>(tabs[tab].columns)) {
    const index = at.get(folded(column.header));
    if (index === undefined) missing.push(column.header);
    else columns[field] = index;
  }
  return { columns, missing };
}

/** The fields that tell the rows of a tab apart. */
export function keyFields(tab: FactTab): readonly string[] {
  const { key } = tabs[tab];
  return key === 'id' ? ['id'] : key;
}

/** The ID of a row whose key is made of its own cells, or '' if it has none. */
export function naturalKey(tab: FactTab, cells: Readonly<Record<string, Raw>>): string {
  const parts = keyFields(tab).map((field) => folded(String(cells[field] ?? '')));
  return parts.some((part) => part === '') ? '' : parts.join('|');
}

/** Equal but for what a number loses on its way through JSON. */
export function sameRaw(a: Raw | undefined, b: Raw | undefined): boolean {
  if (typeof a === 'number' && typeof b === 'number') return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a));
  return (a ?? '') === (b ?? '');
}

interface SeenRow {
  at: number;
  cells: Record<string, Raw>;
}

function readRows(grid: readonly (readonly Raw[])[], columns: Record<string, number>): SeenRow[] {
  const fields = Object.entries(columns);
  return grid.slice(1).flatMap((row, index) => {
    const cells = Object.fromEntries(fields.map(([field, column]) => [field, row[column] ?? '']));
    return fields.some(([field]) => cells[field] !== '') ? [{ at: index + 1, cells }] : [];
  });
}

interface Found {
  row: SeenRow;
  id: string;
  shadow: RowShadow | undefined;
}

/** Which row of the shadow each row that is seen now is: by ID, else by content; the rest is new. */
function matchRows(tab: FactTab, seen: readonly SeenRow[], shadows: readonly RowShadow[], newId: () => string) {
  const left = new Map(shadows.map((row) => [row.id, row]));
  const byId = Map.groupBy(seen, (row) => idOf(tab, row));
  const found: (Found | SeenRow)[] = seen.map((row) => {
    const id = idOf(tab, row);
    const shadow = left.get(id);
    // A row whose ID the Sheet doesn't have yet is known by its content alone; a copy of an ID is a row of its own.
    if (id === '' || originalOf(byId.get(id) ?? [], shadow) !== row) return row;
    left.delete(id);
    return { row, id, shadow };
  });
  const unnamed = [...left.values()];
  const all = found.flatMap((one): Found[] => {
    if ('row' in one) return [one];
    if (tabs[tab].key !== 'id') return [];
    const index = unnamed.findIndex((shadow) => isSameContent(one, shadow));
    const [shadow] = index >= 0 ? unnamed.splice(index, 1) : [];
    if (shadow) left.delete(shadow.id);
    return [{ row: one, id: shadow?.id ?? newId(), shadow }];
  });
  return { found: all, vanished: [...left.values()] };
}

function idOf(tab: FactTab, { cells }: SeenRow): string {
  return tabs[tab].key === 'id' ? String(cells.id ?? '').trim() : naturalKey(tab, cells);
}

/** Of several rows with one ID the original is the one that still looks as it did, else the upper one. */
function originalOf(rows: readonly SeenRow[], shadow: RowShadow | undefined): SeenRow | undefined {
  return (shadow && rows.length > 1 && rows.find((row) => isSameContent(row, shadow))) || rows[0];
}

/** Every cell but the ID. */
function isSameContent(row: SeenRow, shadow: RowShadow): boolean {
  return Object.keys(row.cells).every((field) => field === 'id' || sameRaw(row.cells[field], shadow.cells[field]));
}

function changesOf(
  tab: FactTab,
  id: string,
  cells: Record<string, Raw>,
  shadow: RowShadow | undefined,
  facts: FactCells,
): SheetChange[] {
  const known = facts.row(tab, id);
  if (!known) return [{ kind: 'add', tab, id, cells: withoutId(cells) }];
  const edits = Object.entries(withoutId(cells)).flatMap(([field, to]): SheetChange[] => {
    const ours = known.cells[field] ?? '';
    // What a row was written without, as its column wasn't there, stands there empty.
    const from = shadow ? (shadow.cells[field] ?? '') : ours;
    if ((shadow && sameRaw(from, to)) || sameRaw(ours, to)) return [];
    return [{ kind: 'edit', tab, id, field, from, to, ...(!sameRaw(ours, from) && { ours }) }];
  });
  return known.gone ? [{ kind: 'back', tab, id }, ...edits] : edits;
}

function withoutId({ id: _, ...cells }: Record<string, Raw>): Record<string, Raw> {
  return cells;
}
