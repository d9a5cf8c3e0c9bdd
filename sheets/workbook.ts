/**
 * One league's spreadsheet: pull reads what hosts changed, push writes what differs. A push is one atomic batch, and
 * carries a number that the Sheet takes only once, so that one which arrives twice or late is refused whole.
 */
import { derivedShadow } from './derived-shadow.ts';
import { formulaChanges, withoutEdited } from './formulas.ts';
import type { SheetsCalls } from './google.ts';
import { markerCells, markerName, markersKept, syncTab } from './marker.ts';
import { undoMisses } from './misses.ts';
import { headedNow } from './new-columns.ts';
import { leavesOut, type Wanted, type Write, writesFor } from './push.ts';
import { type DerivedTab, derivedTabs, type FactTab, factTabs, type Raw, type TabName } from './records.ts';
import { copyLayout, requestsFor } from './requests.ts';
import { quoted, setUp, type TabPlaces } from './set-up.ts';
import { type Attempt, settle, settleByLikeness } from './settle.ts';
import { compareTab, type FactCells, findColumns, type Marker, type Shadow, type SheetChange } from './shadow.ts';

export interface Pulled {
  changes: SheetChange[];
  shadow: Shadow;
  held: Held[];
  /** Whatever was sent before is settled: one of the attempts had been taken, or the Sheet began anew. */
  settled: boolean;
  /** Looks for formulas in cells whose values are as they were; asked for before such cells are written. */
  formulas: () => Promise<SheetChange[]>;
  plan: (wanted: Wanted, seen: Shadow) => Write[];
  /** Facts differ that no plan can write now: their tab or column isn't there, or their row vanished. */
  leavesOut: (wanted: Wanted, seen: Shadow) => boolean;
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

/** While a tab of facts is missing, it's asked for at every so manieth look: once a minute, when looks are frequent. */
const looksWithoutTab = 12;

/** The functions reject with SheetsFailure. */
export function openWorkbook({ calls, id, newId, startHere }: WorkbookOptions) {
  /** What the latest pull read, as text, and what came of it. */
  let latest: { text: string; pulled: Pulled; formulas: () => Pulled['formulas'] } | undefined;
  /** The tabs were looked up anew: then those of ours are read whole, as they may be new, or older than we know. */
  let fresh = true;
  let places: TabPlaces = new Map();
  let looks = 0;

  return {
    /**
     * Reads the Sheet and compares it with its shadow; the first time there's none. `attempts` are the pushes that were
     * sent since: whichever of them the Sheet took is settled first. If it took somebody else's, this one becomes the
     * writer where `takeOver` says so, and what the other wrote is read as edits; else it rejects with NotTheWriter.
     */
    async pull(
      shadow: Shadow | undefined,
      attempts: readonly Attempt[],
      facts: FactCells,
      takeOver = false,
    ): Promise<Pulled> {
      let known = isToBeFound(takeOver) ? await find(shadow) : shadow;
      try {
        return await read(known, attempts, facts, takeOver);
      } catch (error) {
        if (!isRefused(error)) throw error;
        // A tab was renamed or deleted since: look at what is there now.
        known = await find(shadow);
        return read(known, attempts, facts, takeOver);
      }
    },

    /** Sends a push. Rejects when it's refused, and when nobody knows whether it was taken: the next pull tells. */
    async push({ n, token, writes }: Attempt): Promise<void> {
      const sync = places.get(syncTab)?.sheetId;
      if (sync === undefined) throw new Error('a push comes after a pull, which finds or makes the hidden tab');
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

  /** A tab that was deleted may be back: whoever doesn't ask for it isn't told. Asking costs two reads more. */
  function isToBeFound(takeOver: boolean): boolean {
    if (places.size === 0 || takeOver) return true;
    if (factTabs.every((tab) => places.has(tab))) return false;
    looks += 1;
    return looks % looksWithoutTab === 0;
  }

  async function find(seen: Shadow | undefined, renumber = false): Promise<Shadow | undefined> {
    const found = await setUp({ calls, id, startHere, seen, renumber });
    places = found.places;
    fresh = true;
    return found.shadow;
  }

  async function read(
    known: Shadow | undefined,
    attempts: readonly Attempt[],
    facts: FactCells,
    takeOver: boolean,
  ): Promise<Pulled> {
    const present = factTabs.filter((tab) => places.has(tab));
    const seen = new Map<TabName, Raw[][]>();
    // Of our own tabs only the headers can be news, unless a push has to be settled.
    const whole = (tab: DerivedTab) => fresh || attempts.length > 0 || !known?.derived[tab];
    const cells = await calls.read(id, [
      attempts.length > 0 ? quoted(syncTab) : `${quoted(syncTab)}!A1:B1`,
      ...present.map((tab) => titleOf(tab)),
      ...derivedTabs.map((tab) => titleOf(tab) + (whole(tab) ? '' : '!1:1')),
    ]);
    // Most looks find nothing new: then there's nothing to compare either.
    const text = JSON.stringify(cells);
    if (attempts.length === 0 && latest?.text === text && latest.pulled.shadow === known)
      return { ...latest.pulled, formulas: latest.formulas() };
    const [sync = [], ...tabsRead] = cells;
    for (const [index, tab] of [...present, ...derivedTabs].entries()) seen.set(tab, tabsRead[index] ?? []);
    for (const [tab, rows] of seen)
      widen(
        tab,
        rows.reduce((widest, row) => Math.max(widest, row.length), 0),
      );
    // What an earlier push hit by mistake is read as if it hadn't been.
    const grids = new Map([...seen].map(([tab, rows]) => [tab, rows.map((row) => [...row])]));
    const marker = { n: Number(sync[0]?.[0] ?? 0), token: String(sync[0]?.[1] ?? '') };
    if (known && !(marker.n >= known.marker.n)) {
      // The hidden tab was emptied, or the spreadsheet put back to an earlier version: numbers begin anew above all known.
      await find(known, true);
      return read(known, attempts, facts, takeOver);
    }
    const { shadow, settled } = settleMarker(known, attempts, marker, sync, grids, takeOver);
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
    const { racer = -1 } = findColumns('Racers', grids.get('Racers')?.[0] ?? []).columns;
    const names = new Set((grids.get('Racers') ?? []).slice(1).map((row) => String(row[racer] ?? '')));
    for (const tab of derivedTabs) {
      const seenNow = { grid: grids.get(tab) ?? [], whole: fresh, names };
      next.derived[tab] = derivedShadow(tab, seenNow, shadow?.derived[tab]);
    }
    next.headed = headedNow(shadow, next);
    const look = () =>
      once(async () => {
        const typed = await calls.read(id, present.map(titleOf), 'formulas');
        return formulaChanges(new Map(present.map((tab, index) => [tab, typed[index] ?? []])), grids, next, facts);
      });
    const formulas = look();
    if (changes.length > 0) changes.push(...withoutEdited(await formulas(), changes));

    const writable = new Map([...seen].filter(([tab]) => !unreadable.has(tab)));
    const pulled: Pulled = {
      changes,
      shadow: next,
      held,
      settled,
      formulas,
      plan: (wanted, shadow) => writesFor(wanted, shadow, writable, repairs),
      leavesOut: (wanted, shadow) => leavesOut(wanted, shadow, writable),
      attempt: (writes, token) => {
        const touched = [...new Set(writes.map((write) => write.tab))];
        const headers = Object.fromEntries(touched.map((tab) => [tab, seen.get(tab)?.[0] ?? []]));
        return { n: marker.n + 1, token, writes, headers };
      },
    };
    latest = { text, pulled: { ...pulled, changes: [], settled: false }, formulas: look };
    fresh = false;
    return pulled;
  }

  /** Which push the Sheet took last, and what of it landed. */
  function settleMarker(
    shadow: Shadow | undefined,
    attempts: readonly Attempt[],
    marker: Marker,
    sync: readonly Raw[][],
    grids: ReadonlyMap<TabName, Raw[][]>,
    takeOver: boolean,
  ): { shadow: Shadow | undefined; settled: boolean } {
    if (!shadow) return { shadow, settled: true };
    if (isSame(shadow.marker, marker)) return { shadow, settled: false };
    const taken = attempts.find((attempt) => isSame(attempt, marker));
    if (taken) return { shadow: settle(taken, shadow, sync), settled: true };
    // Somebody tampered with the hidden tab or its names, and they were made anew: a higher number and no token.
    const alike = () => ({ shadow: settleByLikeness(attempts, shadow, grids), settled: true });
    if (marker.token === '' && marker.n >= shadow.marker.n) return alike();
    // No attempt of ours can be taken any more: its number is, or the name that it drops is gone.
    if (takeOver) return alike();
    throw new NotTheWriter(`push ${marker.n} in the Sheet isn't ours`);
  }

  /** A host may have added columns since the sizes were asked for. */
  function widen(tab: TabName, columns: number): void {
    const place = places.get(tab);
    if (place) place.columnCount = Math.max(place.columnCount, columns);
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
      if (!place || write.kind !== 'derived') continue;
      place.rowCount = Math.max(place.rowCount, write.height + write.top);
      widen(write.tab, Math.max(...write.columns) + 1);
    }
  }
}

function isRefused(error: unknown): boolean {
  return error instanceof Error && 'status' in error && error.status === 400;
}

function isSame(a: Marker, b: Marker): boolean {
  return a.n === b.n && a.token === b.token;
}

/** Runs it the first time; afterwards there's nothing new. */
function once(run: () => Promise<SheetChange[]>): () => Promise<SheetChange[]> {
  let asked = false;
  return async () => {
    if (asked) return [];
    const found = await run();
    asked = true;
    return found;
  };
}
