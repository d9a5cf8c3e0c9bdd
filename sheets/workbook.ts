/**
 * One league's spreadsheet: pull reads what hosts changed, push writes what differs. A push is one atomic batch, and
 * carries a number that the Sheet takes only once, so that one which arrives twice or late is refused whole.
 */
import { newTab, startTab } from './format.ts';
import type { Meta, Request, SheetsCalls } from './google.ts';
import { copyLayout, requestsFor, type Wanted, type Write, writesFor } from './push.ts';
import { type DerivedTab, derivedTabs, type FactTab, factTabs, type Raw, type TabName, tabNames } from './records.ts';
import { type Attempt, settle, undoMisses } from './settle.ts';
import {
  compareTab,
  type DerivedShadow,
  type FactCells,
  findColumns,
  type Marker,
  type Shadow,
  type SheetChange,
} from './shadow.ts';

export interface Pulled {
  changes: SheetChange[];
  shadow: Shadow;
  held: Held[];
  /** Whatever was sent before is settled: one of the attempts had been taken, or the Sheet began anew. */
  settled: boolean;
  plan: (wanted: Wanted, seen: Shadow) => Write[];
  /** Ready to be noted, then pushed. */
  attempt: (writes: Write[], token: string) => Attempt;
}

/** A tab that isn't there, or lacks headers: what it last said counts. */
export interface Held {
  tab: FactTab;
  headers: string[];
}

export interface WorkbookOptions {
  calls: SheetsCalls;
  /** The spreadsheet's ID. */
  id: string;
  /** An ID for a row that a host added. */
  newId: () => string;
  /** The sentences of the first tab. */
  startHere: readonly string[];
}

export type Workbook = ReturnType<typeof openWorkbook>;

/** Somebody else writes to this Sheet: only one server may. */
export class NotTheWriter extends Error {
  override name = 'NotTheWriter';
}

/** Ours alone, and hidden: number and token of the latest push; below, what stood where it wrote. */
const syncTab = 'cozy_sync';
/** A push adds the named range of its number and drops the one this many before. */
const markersKept = 4;
const markerName = (n: number) => `cozy_push_${n}`;

/** The functions reject with SheetsFailure. */
export function openWorkbook({ calls, id, newId, startHere }: WorkbookOptions) {
  /** What the latest pull read, as text, and what came of it. */
  let latest: { text: string; pulled: Pulled } | undefined;
  let places = new Map<string, { sheetId: number; rowCount: number; columnCount: number; title: string }>();

  return {
    /**
     * Reads the Sheet and compares it with its shadow; the first time there's none. `attempts` are the pushes that were
     * sent since: whichever of them the Sheet took is settled first. Rejects with NotTheWriter if it took another's.
     */
    async pull(shadow: Shadow | undefined, attempts: readonly Attempt[], facts: FactCells): Promise<Pulled> {
      let known = places.size === 0 ? await setUp(shadow) : shadow;
      try {
        return await read(known, attempts, facts);
      } catch (error) {
        if (!isRefused(error)) throw error;
        // A tab was renamed or deleted since: look at what is there now.
        known = await setUp(shadow);
        return read(known, attempts, facts);
      }
    },

    /** Sends a push. Rejects when it's refused, and when nobody knows whether it was taken: the next pull tells. */
    async push({ n, token, writes }: Attempt): Promise<void> {
      const sync = places.get(syncTab)?.sheetId ?? 0;
      const range = { sheetId: sync, startRowIndex: 0, endRowIndex: 1, startColumnIndex: 0, endColumnIndex: 1 };
      await calls.batchUpdate(id, [
        { addNamedRange: { namedRange: { namedRangeId: markerName(n), name: markerName(n), range } } },
        { deleteNamedRange: { namedRangeId: markerName(n - markersKept) } },
        markerCells(sync, n, token),
        ...requestsFor(writes, places, syncTab),
      ]);
      // What a batch adds to the hidden tab is looked up before the next one.
      if (writes.length > 0) growKnown(writes);
    },

    /** Looks at the spreadsheet anew before the next pull. */
    forget(): void {
      places = new Map();
    },
  };

  async function read(known: Shadow | undefined, attempts: readonly Attempt[], facts: FactCells): Promise<Pulled> {
    const present = factTabs.filter((tab) => places.has(tab));
    const seen = new Map<TabName, Raw[][]>();
    // Of our own tabs only the headers can be news, unless a push has to be settled.
    const whole = (tab: DerivedTab) => attempts.length > 0 || !known?.derived[tab];
    const cells = await calls.read(id, [
      attempts.length > 0 ? quoted(syncTab) : `${quoted(syncTab)}!A1:B1`,
      ...present.map((tab) => titleOf(tab)),
      ...derivedTabs.map((tab) => titleOf(tab) + (whole(tab) ? '' : '!1:1')),
    ]);
    // Most looks find nothing new: then there's nothing to compare either.
    const text = JSON.stringify(cells);
    if (attempts.length === 0 && latest?.text === text && latest.pulled.shadow === known) return latest.pulled;
    const [sync = [], ...tabsRead] = cells;
    for (const [index, tab] of [...present, ...derivedTabs].entries()) seen.set(tab, tabsRead[index] ?? []);
    // What an earlier push hit by mistake is read as if it hadn't been.
    const grids = new Map([...seen].map(([tab, rows]) => [tab, rows.map((row) => [...row])]));
    const marker = { n: Number(sync[0]?.[0] ?? 0), token: String(sync[0]?.[1] ?? '') };
    if (known && !(marker.n >= known.marker.n)) {
      // The hidden tab was emptied, or the spreadsheet put back to an earlier version: numbers begin anew above all known.
      await setUp(known, true);
      return read(known, attempts, facts);
    }
    const { shadow, settled } = settleMarker(known, attempts, marker, sync);
    const { repairs, left: misses } = undoMisses(shadow?.misses ?? [], grids);

    const next: Shadow = { marker, tabs: { ...shadow?.tabs }, derived: {}, misses };
    const changes: SheetChange[] = [];
    const unreadable = new Set<TabName>();
    const held: Held[] = factTabs.filter((tab) => !places.has(tab)).map((tab) => ({ tab, headers: [] }));
    for (const tab of present) {
      const sheetId = places.get(tab)?.sheetId ?? 0;
      const compared = compareTab(tab, grids.get(tab) ?? [], shadow?.tabs[tab], sheetId, facts, newId);
      changes.push(...compared.changes);
      next.tabs[tab] = compared.after;
      if (compared.missing.length > 0) held.push({ tab, headers: compared.missing });
      if (!compared.readable) unreadable.add(tab);
    }
    for (const tab of derivedTabs) next.derived[tab] = derivedShadow(tab, grids.get(tab) ?? [], shadow?.derived[tab]);
    if (changes.length > 0) changes.push(...(await formulaChanges(present, grids, next)));

    const writable = new Map([...seen].filter(([tab]) => !unreadable.has(tab)));
    const pulled: Pulled = {
      changes,
      shadow: next,
      held,
      settled,
      plan: (wanted, shadow) => writesFor(wanted, shadow, writable, repairs),
      attempt: (writes, token) => {
        const touched = [...new Set(writes.map((write) => write.tab))];
        const headers = Object.fromEntries(touched.map((tab) => [tab, seen.get(tab)?.[0] ?? []]));
        return { n: marker.n + 1, token, writes, headers };
      },
    };
    latest = { text, pulled: { ...pulled, changes: [], settled: false } };
    return pulled;
  }

  /** Which push the Sheet took last, and what of it landed. */
  function settleMarker(
    shadow: Shadow | undefined,
    attempts: readonly Attempt[],
    marker: Marker,
    sync: readonly Raw[][],
  ): { shadow: Shadow | undefined; settled: boolean } {
    if (!shadow) return { shadow, settled: true };
    if (isSame(shadow.marker, marker)) return { shadow, settled: false };
    const taken = attempts.find((attempt) => isSame(attempt, marker));
    if (taken) return { shadow: settle(taken, shadow, sync), settled: true };
    // Somebody tampered with the hidden tab or its names, and they were made anew: a higher number and no token.
    if (marker.token === '' && marker.n >= shadow.marker.n) return { shadow, settled: true };
    throw new NotTheWriter(`push ${marker.n} in the Sheet isn't ours`);
  }

  /** Values don't tell whether they are typed or computed: where something changed, the formulas are read too. */
  async function formulaChanges(
    present: readonly FactTab[],
    grids: ReadonlyMap<TabName, Raw[][]>,
    next: Shadow,
  ): Promise<SheetChange[]> {
    const typed = await calls.read(id, present.map(titleOf), 'formulas');
    return present.flatMap((tab, index) => {
      const columns = Object.entries(next.tabs[tab]?.columns ?? {});
      return (next.tabs[tab]?.rows ?? []).flatMap((row): SheetChange[] => {
        const values = grids.get(tab)?.[row.at] ?? [];
        const texts = typed[index]?.[row.at] ?? [];
        const fields = columns.filter(([, column]) => isFormula(texts[column], values[column])).map(([field]) => field);
        if (row.at < 0 || fields.join() === (row.formulas ?? []).join()) return [];
        row.formulas = fields;
        return [{ kind: 'formulas', tab, id: row.id, fields }];
      });
    });
  }

  function titleOf(tab: TabName): string {
    return quoted(places.get(tab)?.title ?? tab);
  }

  /** A push may have added rows and columns to a tab. */
  function growKnown(writes: readonly Write[]): void {
    const { end } = copyLayout(writes);
    const widest = Math.max(0, ...writes.map(({ tab }) => places.get(tab)?.columnCount ?? 0));
    const sync = places.get(syncTab);
    if (sync) {
      sync.rowCount = Math.max(sync.rowCount, end);
      sync.columnCount = Math.max(sync.columnCount, widest);
    }
    for (const write of writes) {
      const place = places.get(write.tab);
      if (place && write.kind === 'derived') place.rowCount = Math.max(place.rowCount, write.height + 1);
    }
  }

  /**
   * Finds the tabs, makes what's missing, and sees to it that the markers are as the next push expects them. Answers the
   * shadow to compare with: none where nothing of ours is left, as in a spreadsheet that was replaced by a blank one.
   */
  async function setUp(seen: Shadow | undefined, renumber = false): Promise<Shadow | undefined> {
    const meta = await calls.meta(id);
    const shadow = isBlank(meta, seen) ? undefined : seen;
    const unused = 1 + Math.max(0, ...meta.sheets.map((sheet) => sheet.sheetId));
    const sync = meta.sheets.find((sheet) => sheet.title === syncTab)?.sheetId;
    const requests = [
      ...missingTabs(meta, shadow, unused + 1),
      ...(sync === undefined ? newSyncTab(unused) : []),
      ...missingMarkers(meta, sync ?? unused, seen?.marker.n ?? 0, renumber),
      ...(await firstTab(meta)),
    ];
    if (requests.length > 0) await calls.batchUpdate(id, requests);
    places = placesIn(requests.length > 0 ? await calls.meta(id) : meta, shadow);
    return shadow;
  }

  /** A spreadsheet that holds one empty tab is new: that tab becomes the first of ours. */
  async function firstTab(meta: Meta): Promise<Request[]> {
    const [only, ...others] = meta.sheets;
    if (!only || others.length > 0) return [];
    const [cells] = await calls.read(id, [quoted(only.title)]);
    if (cells && cells.length > 0) return [];
    const rename = { properties: { sheetId: only.sheetId, title: startHere[0] ?? 'Start here' }, fields: 'title' };
    return [{ updateSheetProperties: rename }, ...startTab(startHere, only.sheetId)];
  }
}

/** A tab of facts that we have seen before was deleted by a host: making an empty one would say that all is gone. */
function missingTabs(meta: Meta, shadow: Shadow | undefined, firstId: number): Request[] {
  const there = placesIn(meta, shadow);
  const missing = tabNames.filter((tab) => !there.has(tab) && !(isFactTab(tab) && shadow?.tabs[tab]));
  return missing.flatMap((tab, index) =>
    newTab(tab, firstId + index, 1 + Math.min(tabNames.indexOf(tab), meta.sheets.length + index)),
  );
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
  const taken = [...meta.namedRanges.keys()].flatMap((name) => Number(/^cozy_push_(\d+)$/.exec(name)?.[1] ?? []));
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

function placesIn(meta: Meta, shadow: Shadow | undefined) {
  const places = new Map<string, { sheetId: number; rowCount: number; columnCount: number; title: string }>();
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

/** What we last wrote there. Where that isn't known, or a column moved, all of it is to be written. */
function derivedShadow(
  tab: DerivedTab,
  grid: readonly (readonly Raw[])[],
  known: DerivedShadow | undefined,
): DerivedShadow {
  const { columns } = findColumns(tab, grid[0] ?? []);
  if (!known) return { columns, rows: grid.slice(1).map(() => []), unknown: true };
  const moved = Object.keys({ ...columns, ...known.columns }).some((field) => columns[field] !== known.columns[field]);
  return { columns, rows: known.rows, ...((moved || known.unknown) && { unknown: true }) };
}

function markerCells(sheetId: number, n: number, token: string): Request {
  const values = [{ userEnteredValue: { numberValue: n } }, { userEnteredValue: { stringValue: token } }];
  const start = { sheetId, rowIndex: 0, columnIndex: 0 };
  return { updateCells: { start, rows: [{ values }], fields: 'userEnteredValue' } };
}

function quoted(title: string): string {
  return `'${title.replaceAll("'", "''")}'`;
}

function isRefused(error: unknown): boolean {
  return error instanceof Error && 'status' in error && error.status === 400;
}

function isSame(a: Marker, b: Marker): boolean {
  return a.n === b.n && a.token === b.token;
}

/** What was typed begins with '=' and isn't what it comes to: text that merely begins so is its own value. */
function isFormula(typed: Raw | undefined, value: Raw | undefined): boolean {
  return typeof typed === 'string' && typed.startsWith('=') && typed !== value;
}
