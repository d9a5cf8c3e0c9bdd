/**
 * A spreadsheet that is ours alone: tables for people to look at, written whole whenever something in them differs.
 * Nothing is read back from it, so whatever somebody types there harms nothing and goes with the next writing.
 */
import type { Meta, Request, RowData, SheetsCalls } from './google.ts';
import type { UsedTab } from './inspect.ts';
import { charts } from './look/charts.ts';
import { headerLook, newTab, startTab } from './look/tab.ts';
import { folded } from './names.ts';
import type { Raw } from './records.ts';
import { cellData, grow } from './requests.ts';
import { quoted } from './set-up.ts';

/** A cell: a value, or a formula of ours. Text of people's never becomes a formula. */
export type PublicCell = Raw | { formula: string };

export interface PublicBook {
  /** The sentences of the first tab. */
  startHere: readonly string[];
  /** Rows of cells, the header first. */
  tables: Record<'Standings' | 'Progress' | 'Past standings', readonly (readonly PublicCell[])[]>;
  /** A tab with pictures in its first column. */
  report: { title: string; rows: readonly (readonly PublicCell[])[] };
}

const tables = ['Standings', 'Progress', 'Past standings'] as const;
/** Room for a logo, and a row without one: pixels. */
const [pictureWidth, pictureHeight, plainHeight] = [160, 60, 21];
/** The longest of the report's headers, in bold: pixels. */
const reportWidth = 150;

/**
 * Makes what isn't there and writes all of it, in one batch. Answers the spreadsheet's address on the web, if it has one.
 * Rejects with SheetsFailure.
 */
export async function writePublicBook(calls: SheetsCalls, id: string, book: PublicBook): Promise<{ url?: string }> {
  const meta = await calls.meta(id);
  const made = await missing(calls, id, meta, book);
  if (made.length > 0) await calls.batchUpdate(id, made);
  const now = made.length > 0 ? await calls.meta(id) : meta;
  const rowsOf = { ...book.tables, [book.report.title]: book.report.rows };
  const requests = Object.entries(rowsOf).flatMap(([title, rows]) => {
    const tab = sheetOf(now, title);
    return tab ? written(tab, rows) : [];
  });
  const report = sheetOf(now, book.report.title);
  await calls.batchUpdate(id, [...requests, ...(report ? heights(report, book.report.rows) : [])]);
  return meta.url === undefined ? {} : { url: meta.url };
}

/** Those of a spreadsheet's tabs that such a book doesn't have: ours are known by their names and their first cells. */
export function strangersTo(book: PublicBook, used: readonly UsedTab[]): UsedTab[] {
  const { startHere, tables: rowsOf, report } = book;
  const firstCells = new Map<string, PublicCell | undefined>([
    [folded(startHere[0] ?? ''), startHere[0]],
    ...tables.map((title) => [folded(title), rowsOf[title][0]?.[0]] as const),
    [folded(report.title), report.rows[0]?.[0]],
  ]);
  return used.filter(({ title, header }) => {
    const first = firstCells.get(folded(title));
    return first === undefined || header[0] !== first;
  });
}

async function missing(calls: SheetsCalls, id: string, meta: Meta, book: PublicBook): Promise<Request[]> {
  const { startHere, report } = book;
  const [only] = meta.sheets;
  const isNew = meta.sheets.length === 1 && only !== undefined && (await isEmpty(calls, id, only.title));
  const unused = 1 + Math.max(0, ...meta.sheets.map(({ sheetId }) => sheetId));
  const wanted = [...tables, report.title].filter((title) => !sheetOf(meta, title));
  const idOf = (title: string) => sheetOf(meta, title)?.sheetId ?? unused + wanted.indexOf(title);
  const first = isNew ? [renamed(only.sheetId, startHere[0] ?? ''), ...startTab(startHere, only.sheetId)] : [];
  const newTables = tables.filter((title) => wanted.includes(title));
  const width = book.tables.Standings[0]?.length ?? 0;
  return [
    ...first,
    ...newTables.flatMap((title) =>
      newTab(title, idOf(title), Math.min(meta.sheets.length, 1) + wanted.indexOf(title)),
    ),
    ...(wanted.includes(report.title)
      ? reportTab(report, idOf(report.title), meta.sheets.length + newTables.length)
      : []),
    ...charts(newTables, idOf('Standings'), idOf('Progress'), width),
  ];
}

async function isEmpty(calls: SheetsCalls, id: string, title: string): Promise<boolean> {
  const [cells] = await calls.read(id, [quoted(title)]);
  return (cells ?? []).length === 0;
}

function renamed(sheetId: number, title: string): Request {
  return { updateSheetProperties: { properties: { sheetId, title }, fields: 'title' } };
}

function reportTab({ title, rows }: PublicBook['report'], sheetId: number, index: number): Request[] {
  const gridProperties = { rowCount: 200, columnCount: 26, frozenRowCount: 1 };
  return [
    { addSheet: { properties: { sheetId, title, index, gridProperties } } },
    headerLook(sheetId),
    sized(sheetId, 'COLUMNS', [0, 1], pictureWidth),
    sized(sheetId, 'COLUMNS', [1, Math.max(2, rows[0]?.length ?? 0)], reportWidth),
  ];
}

/** Only rows with a picture are tall. */
function heights({ sheetId, rowCount }: Sheet, rows: PublicBook['report']['rows']): Request[] {
  const pictures = rows.flatMap(([first], index) => (typeof first === 'object' ? index : []));
  return [
    sized(sheetId, 'ROWS', [1, Math.max(rowCount, rows.length, 2)], plainHeight),
    ...pictures.map((index) => sized(sheetId, 'ROWS', [index, index + 1], pictureHeight)),
  ];
}

function sized(
  sheetId: number,
  dimension: 'ROWS' | 'COLUMNS',
  [startIndex, endIndex]: readonly [number, number],
  pixelSize: number,
): Request {
  const range = { sheetId, dimension, startIndex, endIndex };
  return { updateDimensionProperties: { range, properties: { pixelSize }, fields: 'pixelSize' } };
}

type Sheet = Meta['sheets'][number];

function sheetOf({ sheets }: Meta, title: string): Sheet | undefined {
  return sheets.find((sheet) => sheet.title.toLowerCase() === title.toLowerCase());
}

/** The whole tab: what stood beyond these rows and columns goes. */
function written({ sheetId, rowCount, columnCount }: Sheet, rows: readonly (readonly PublicCell[])[]): Request[] {
  const widest = Math.max(...rows.map(({ length }) => length));
  const [height, width] = [Math.max(rowCount, rows.length), Math.max(columnCount, widest)];
  const range = { sheetId, startRowIndex: 0, endRowIndex: height, startColumnIndex: 0, endColumnIndex: width };
  return [
    ...grow(sheetId, 'ROWS', rows.length - rowCount),
    ...grow(sheetId, 'COLUMNS', widest - columnCount),
    { updateCells: { range, rows: rows.map(rowData), fields: 'userEnteredValue' } },
  ];
}

function rowData(cells: readonly PublicCell[]): RowData {
  return {
    values: cells.map((cell) =>
      typeof cell === 'object' ? { userEnteredValue: { formulaValue: cell.formula } } : cellData(cell),
    ),
  };
}
