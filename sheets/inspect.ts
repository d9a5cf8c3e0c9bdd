/**
 * A look at a spreadsheet that is to become a league's: whether it may be written to, what it holds, and whether a code
 * stands in one of its cells, which proves that whoever gave its address may write to it.
 */
import { type Meta, type SheetsCalls, SheetsFailure } from './google.ts';
import { folded } from './names.ts';
import { type FactTab, factTabs, type Raw } from './records.ts';
import { quoted } from './set-up.ts';
import { findColumns, keyFields } from './shadow.ts';

export type Inspection =
  | { found: 'fit'; title: string; hasCode: boolean }
  /** It holds neither a league nor nothing: these tabs are in use. */
  | { found: 'somethingElse'; title: string; tabs: string[] }
  /** It isn't shared, or only for looking; it's another kind of file; there's none. */
  | { found: 'notShared' | 'viewOnly' | 'notASpreadsheet' | 'nothing' };

/** A tab in which something stands besides the code, with its first row. */
export interface UsedTab {
  title: string;
  header: readonly Raw[];
}

/** A code may stand anywhere in this part of the first tabs: more than a blank spreadsheet or a league has. */
const tabsLooked = 40;
const rowsLooked = 1_000;
const columnsLooked = 26;

/**
 * The spreadsheet that an address or a bare ID means. `undefined` for what is no address of one, `notASpreadsheet` for
 * that of another kind of Google's files.
 */
export function spreadsheetIn(address: string): { id: string } | 'notASpreadsheet' | undefined {
  const text = address.trim();
  if (/^[\w-]{10,}$/.test(text)) return { id: text };
  const url = URL.parse(text);
  if (!url) return undefined;
  const google = /^\/(?<kind>\w+)(?:\/u\/\d+)?\/d\/(?<id>[\w-]{10,})/.exec(url.pathname)?.groups;
  if (google) return google.kind === 'spreadsheets' && google.id ? { id: google.id } : 'notASpreadsheet';
  // The local spreadsheet's page.
  const id = url.searchParams.get('id') ?? '';
  return /^[\w-]{10,}$/.test(id) ? { id } : undefined;
}

/**
 * Looks, and writes nothing that stays. `probe` is any word that nobody else uses; `inTheWay` answers which of the tabs
 * in use keep it from being used for what it's wanted for: all, unless told otherwise, but in a league's spreadsheet.
 * Rejects with SheetsFailure if Google can't tell now.
 */
export async function inspect(
  calls: SheetsCalls,
  id: string,
  code: string,
  probe: string,
  inTheWay: (used: readonly UsedTab[]) => readonly UsedTab[] = (used) => (used.some(isOurs) ? [] : used),
): Promise<Inspection> {
  try {
    const meta = await calls.meta(id);
    // A tab that is a chart has no cells.
    const tabs = meta.sheets.filter(({ rowCount }) => rowCount > 0).slice(0, tabsLooked);
    const grids = await calls.read(id, tabs.map(rangeLooked));
    const hasCode = grids.some((grid) => grid.some((row) => row.some((cell) => isCode(cell, code))));
    const used = tabs
      .map(({ title }, index) => ({ title, grid: grids[index] ?? [] }))
      .filter(({ grid }) => isUsed(grid, code))
      .map(({ title, grid }) => ({ title, header: grid[0] ?? [] }));
    const others = inTheWay(used).map(({ title }) => title);
    if (others.length > 0) return { found: 'somethingElse', title: meta.title, tabs: others };
    await tryToWrite(calls, id, meta, probe);
    return { found: 'fit', title: meta.title, hasCode };
  } catch (error) {
    const found = error instanceof SheetsFailure ? wrongWith(error) : undefined;
    if (!found) throw error;
    return { found };
  }
}

/** Takes the code out again, wherever it stands by now. */
export async function removeCode(calls: SheetsCalls, id: string, code: string): Promise<void> {
  const find = `^\\s*${code}\\s*$`;
  const request = { find, replacement: '', searchByRegex: true, matchCase: false, allSheets: true };
  await calls.batchUpdate(id, [{ findReplace: request }]);
}

function rangeLooked({ title, rowCount, columnCount }: Meta['sheets'][number]): string {
  const lastColumn = String.fromCharCode(64 + Math.max(1, Math.min(columnCount, columnsLooked)));
  return `${quoted(title)}!A1:${lastColumn}${Math.max(1, Math.min(rowCount, rowsLooked))}`;
}

function isCode(cell: Raw, code: string): boolean {
  return folded(String(cell)) === folded(code);
}

function isUsed(grid: readonly Raw[][], code: string): boolean {
  return grid.some((row) => row.some((cell) => String(cell).trim() !== '' && !isCode(cell, code)));
}

/** A tab of a league is known by its name and by the header of what tells its rows apart. */
function isOurs({ title, header }: UsedTab): boolean {
  const tab = factTabs.find((one) => folded(one) === folded(title));
  return tab !== undefined && hasKey(tab, header);
}

function hasKey(tab: FactTab, header: readonly Raw[]): boolean {
  const { columns } = findColumns(tab, header);
  return keyFields(tab).every((field) => columns[field] !== undefined);
}

/** Adds a name and drops it in one batch: nothing is left of it, and who may only look is refused. */
async function tryToWrite(calls: SheetsCalls, id: string, { sheets }: Meta, probe: string): Promise<void> {
  const name = `cozy_probe_${probe}`;
  const range = { sheetId: sheets[0]?.sheetId ?? 0, startRowIndex: 0, endRowIndex: 1 };
  await calls.batchUpdate(id, [
    { addNamedRange: { namedRange: { namedRangeId: name, name, range } } },
    { deleteNamedRange: { namedRangeId: name } },
  ]);
}

function wrongWith({ status, doing, message }: SheetsFailure) {
  if (status === 404) return 'nothing';
  if (status === 403) return doing === 'writing' ? 'viewOnly' : 'notShared';
  // Google's sentence for a file of Excel's that is kept in Drive.
  return status === 400 && message.includes('not supported for this document') ? 'notASpreadsheet' : undefined;
}
