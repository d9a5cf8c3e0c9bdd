/** What a workbook needs before it can be read and written: its tabs, the hidden one among them, and the markers. */

import type { Meta, Request, SheetsCalls } from './google.ts';
import { charts } from './look/charts.ts';
import { newTab, startTab } from './look/tab.ts';
import { markerCells, markerName, markersIn, markersKept, syncTab } from './marker.ts';
import { type Headers, missingColumns } from './new-columns.ts';
import { type FactTab, factTabs, type TabName, tabNames } from './records.ts';
import type { Shadow } from './shadow.ts';

/** The tabs as they are, by the names that we know them by. */
export type TabPlaces = Map<string, { sheetId: number; rowCount: number; columnCount: number; title: string }>;

export interface SetUp {
  calls: SheetsCalls;
  /** The spreadsheet's ID. */
  id: string;
  /** The sentences of the first tab. */
  startHere: readonly string[];
  /** What we last saw of it, if anything. */
  seen: Shadow | undefined;
  /** The markers are to begin anew. */
  renumber: boolean;
}

/**
 * Finds the tabs, makes what's missing, and sees to it that the markers are as the next push expects them. They begin anew
 * with columns that are added, so that a batch which arrives twice adds them once. Answers where the tabs are, and the
 * shadow to compare with: none where nothing of ours is left, as in a spreadsheet that was replaced by a blank one. Rejects
 * with SheetsFailure.
 */
export async function setUp({ calls, id, startHere, seen, renumber }: SetUp) {
  let { meta, agree, headers } = await look(calls, id, seen);
  // A push of ours that arrives between the two reads makes them disagree as well, but not twice.
  if (!agree) ({ meta, agree, headers } = await look(calls, id, seen));
  const shadow = isBlank(meta, seen) ? undefined : seen;
  const unused = 1 + Math.max(0, ...meta.sheets.map((sheet) => sheet.sheetId));
  const sync = meta.sheets.find((sheet) => sheet.title === syncTab)?.sheetId;
  const columns = missingColumns(placesIn(meta, shadow), headers, shadow);
  const anew = renumber || !agree || columns.length > 0;
  const requests = [
    ...columns,
    ...missingTabs(meta, shadow, unused + 1),
    ...(sync === undefined ? newSyncTab(unused) : []),
    ...missingMarkers(meta, sync ?? unused, seen?.marker.n ?? 0, anew),
    ...(await firstTab(calls, id, meta, startHere)),
  ];
  if (requests.length > 0) await calls.batchUpdate(id, requests);
  return { shadow, places: placesIn(requests.length > 0 ? await calls.meta(id) : meta, shadow) };
}

/** A tab's title as it stands in a range. */
export function quoted(title: string): string {
  return `'${title.replaceAll("'", "''")}'`;
}

/** What the spreadsheet holds, its headers, and whether the number in the hidden tab is that of its latest marker. */
async function look(calls: SheetsCalls, id: string, seen: Shadow | undefined) {
  const meta = await calls.meta(id);
  const places = placesIn(meta, seen);
  const there = tabNames.flatMap((tab) => {
    const title = places.get(tab)?.title;
    return title === undefined ? [] : [{ tab, range: `${quoted(title)}!1:1` }];
  });
  const sync = places.has(syncTab) ? [`${quoted(syncTab)}!A1`] : [];
  const ranges = [...there.map(({ range }) => range), ...sync];
  const cells = ranges.length > 0 ? await calls.read(id, ranges) : [];
  const headers: Headers = new Map(there.map(({ tab }, index) => [tab, cells[index]?.[0] ?? []]));
  const number = Number(cells[there.length]?.[0]?.[0] ?? 0);
  return { meta, headers, agree: sync.length === 0 || number === Math.max(0, ...markersIn(meta)) };
}

/** A spreadsheet that holds one empty tab is new: that tab becomes the first of ours. */
async function firstTab(calls: SheetsCalls, id: string, meta: Meta, startHere: readonly string[]): Promise<Request[]> {
  const [only, ...others] = meta.sheets;
  if (!only || others.length > 0) return [];
  const [cells] = await calls.read(id, [quoted(only.title)]);
  if (cells && cells.length > 0) return [];
  const rename = { properties: { sheetId: only.sheetId, title: startHere[0] ?? 'Start here' }, fields: 'title' };
  return [{ updateSheetProperties: rename }, ...startTab(startHere, only.sheetId)];
}

/** A tab of facts that we have seen before was deleted by a host: making an empty one would say that all is gone. */
function missingTabs(meta: Meta, shadow: Shadow | undefined, firstId: number): Request[] {
  const there = placesIn(meta, shadow);
  const missing = tabNames.filter((tab) => !there.has(tab) && !(isFactTab(tab) && shadow?.tabs[tab]));
  const idOf = (tab: TabName) => there.get(tab)?.sheetId ?? firstId + missing.indexOf(tab);
  return [
    ...missing.flatMap((tab, index) =>
      newTab(tab, idOf(tab), 1 + Math.min(tabNames.indexOf(tab), meta.sheets.length + index)),
    ),
    ...charts(missing, idOf('Standings'), idOf('Progress')),
  ];
}

function newSyncTab(sheetId: number): Request[] {
  const properties = { sheetId, title: syncTab, hidden: true, gridProperties: { rowCount: 10, columnCount: 2 } };
  return [{ addSheet: { properties } }];
}

/** Neither our hidden tab nor any tab of facts is there, by ID or by name. */
function isBlank(meta: Meta, shadow: Shadow | undefined): boolean {
  const there = placesIn(meta, shadow);
  return !there.has(syncTab) && !factTabs.some((tab) => there.has(tab));
}

/** The named ranges that the next push expects; where they aren't as they should be, new ones above all that we know. */
function missingMarkers(meta: Meta, sheetId: number, known: number, renumber: boolean): Request[] {
  const taken = markersIn(meta);
  const latest = Math.max(0, ...taken);
  const highest = Math.max(latest, known);
  const expected = Array.from({ length: markersKept }, (_, index) => latest - index);
  if (!renumber && latest > 0 && taken.length === markersKept && expected.every((n) => taken.includes(n))) return [];
  const range = { sheetId, startRowIndex: 0, endRowIndex: 1, startColumnIndex: 0, endColumnIndex: 1 };
  const fresh = Array.from({ length: markersKept }, (_, index) => markerName(highest + 1 + index));
  return [
    ...taken.map((n) => ({ deleteNamedRange: { namedRangeId: meta.namedRanges.get(markerName(n)) ?? markerName(n) } })),
    ...fresh.map((name) => ({ addNamedRange: { namedRange: { namedRangeId: name, name, range } } })),
    markerCells(sheetId, highest + markersKept, ''),
  ];
}

function placesIn(meta: Meta, shadow: Shadow | undefined): TabPlaces {
  const places: TabPlaces = new Map();
  for (const tab of [...tabNames, syncTab]) {
    const known = isFactTab(tab) ? shadow?.tabs[tab]?.sheetId : undefined;
    const sheet =
      meta.sheets.find(({ sheetId }) => sheetId === known) ??
      meta.sheets.find(({ title }) => title.toLowerCase() === tab.toLowerCase());
    if (sheet) places.set(tab, { ...sheet });
  }
  return places;
}

function isFactTab(tab: string): tab is FactTab {
  return (factTabs as readonly string[]).includes(tab);
}
