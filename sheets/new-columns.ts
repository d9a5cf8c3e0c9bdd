/**
 * Columns that an earlier version of ours didn't know: a workbook that it made gets them once. A header that was there
 * before and isn't any more was deleted by a host: whether it comes back is theirs to say. Pure.
 */
import type { Request } from './google.ts';
import { addedColumns } from './look/tab.ts';
import { type DerivedTab, type FactTab, type Raw, type TabName, tabAt, tabNames } from './records.ts';
import { findColumns, keyFields, type Shadow } from './shadow.ts';

/** Where a tab is, and how wide. */
type Places = ReadonlyMap<string, { sheetId: number; columnCount: number }>;

/** Row 1 of each tab that is there, as it's read. */
export type Headers = ReadonlyMap<TabName, readonly Raw[]>;

/**
 * They are inserted behind the last header, so that nothing is written over and the charts beside move along. A tab
 * whose rows nobody can tell apart, or that has no header of ours, is left alone.
 */
export function missingColumns(places: Places, headers: Headers, seen: Shadow | undefined): Request[] {
  return [...headers].flatMap(([tab, header]) => {
    const place = places.get(tab);
    const fields = place && !tabAt(tab).wide ? newFields(tab, header, seen) : [];
    if (!place || fields.length === 0) return [];
    const columns = fields.flatMap((field) => tabAt(tab).columns[field] ?? []);
    return [...room(place, header.length, columns.length), ...addedColumns(tab, columns, place.sheetId, header.length)];
  });
}

/** The fields whose headers a tab has, or had once. */
function headedFields(tab: TabName, shadow: Shadow | undefined): readonly string[] {
  const known = shadow?.headed?.[tab];
  if (known || !shadow) return known ?? [];
  // A shadow of an earlier version doesn't say so itself.
  const own = shadow.tabs[tab as FactTab];
  const cells = own?.rows.flatMap((row) => Object.keys(row.cells)) ?? [];
  return [...Object.keys(own?.columns ?? shadow.derived[tab as DerivedTab]?.columns ?? {}), ...cells];
}

/** What the next look at the Sheet has to know of the headers that were there. */
export function headedNow(
  before: Shadow | undefined,
  now: Pick<Shadow, 'tabs' | 'derived'>,
): NonNullable<Shadow['headed']> {
  const tabs = tabNames.filter((tab) => !tabAt(tab).wide);
  const headed = tabs.map((tab) => {
    const columns = now.tabs[tab as FactTab]?.columns ?? now.derived[tab as DerivedTab]?.columns ?? {};
    const known = new Set([...headedFields(tab, before), ...Object.keys(columns)]);
    return [tab, Object.keys(tabAt(tab).columns).filter((field) => known.has(field))] as const;
  });
  return Object.fromEntries(headed);
}

function newFields(tab: TabName, header: readonly Raw[], seen: Shadow | undefined): string[] {
  const { columns } = findColumns(tab as FactTab | DerivedTab, header);
  const keys = tabAt(tab).holds === 'facts' ? keyFields(tab as FactTab) : [];
  if (Object.keys(columns).length === 0 || keys.some((field) => columns[field] === undefined)) return [];
  const had = new Set(headedFields(tab, seen));
  return Object.keys(tabAt(tab).columns).filter((field) => columns[field] === undefined && !had.has(field));
}

function room(
  { sheetId, columnCount }: { sheetId: number; columnCount: number },
  at: number,
  count: number,
): Request[] {
  if (at >= columnCount) return [{ appendDimension: { sheetId, dimension: 'COLUMNS', length: count } }];
  const range = { sheetId, dimension: 'COLUMNS', startIndex: at, endIndex: at + count };
  return [{ insertDimension: { range, inheritFromBefore: false } }];
}
