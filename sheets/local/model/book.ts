import { invalid } from '../errors.ts';
import type { Schema } from './api.ts';
import type { Box, Size } from './grid.ts';

/** What a cell itself stores, in the API's own terms; effective and formatted values follow from it. */
export type Cell = Pick<
  Schema['CellData'],
  'userEnteredValue' | 'userEnteredFormat' | 'note' | 'dataValidation' | 'textFormatRuns'
> & {
  /** What a formula elsewhere shows here, while a book is read; it's never stored. */
  readonly spread?: Schema['ExtendedValue'];
};

/** The cells of a row up to the last one that holds anything. */
export type Row = readonly (Cell | undefined)[];

/**
 * One tab. Everything here is immutable: a change makes a new sheet that shares all the rows it didn't touch, which
 * makes a batch atomic for free and tells the store what to write.
 */
export type Sheet = {
  readonly id: number;
  readonly title: string;
  /** What is neither id, title, index nor grid: hidden, tab colour, direction. */
  readonly properties: Schema['SheetProperties'];
  readonly grid: Size & Omit<Schema['GridProperties'], 'rowCount' | 'columnCount'>;
  readonly rows: readonly (Row | undefined)[];
  readonly rowProperties: readonly (Schema['DimensionProperties'] | undefined)[];
  readonly columnProperties: readonly (Schema['DimensionProperties'] | undefined)[];
  readonly merges: readonly Box[];
  readonly protectedRanges: readonly Schema['ProtectedRange'][];
  readonly conditionalFormats: readonly Schema['ConditionalFormatRule'][];
  readonly bandedRanges: readonly Schema['BandedRange'][];
  readonly filterViews: readonly Schema['FilterView'][];
  readonly charts: readonly Schema['EmbeddedChart'][];
  readonly rowGroups: readonly Schema['DimensionGroup'][];
  readonly columnGroups: readonly Schema['DimensionGroup'][];
  readonly basicFilter?: Schema['BasicFilter'];
};

/**
 * What a spreadsheet's owner lets programs do that come by the API: everything, only look, or nothing. A file of
 * Excel's that is merely kept here can't be used by any.
 */
export const accesses = ['edit', 'view', 'none', 'excel'] as const;
export type Access = (typeof accesses)[number];

/** Whom a spreadsheet is shared with, as Drive has it; `anyone` is whoever has the link. */
export const permissionTypes = ['user', 'group', 'domain', 'anyone'] as const;
export const permissionRoles = ['owner', 'writer', 'commenter', 'reader'] as const;
export type Permission = {
  readonly id: string;
  readonly type: (typeof permissionTypes)[number];
  readonly role: (typeof permissionRoles)[number];
  readonly emailAddress?: string;
  readonly domain?: string;
};

/** A spreadsheet. */
export type Book = {
  readonly id: string;
  readonly properties: Schema['SpreadsheetProperties'];
  readonly sheets: readonly Sheet[];
  readonly namedRanges: readonly Schema['NamedRange'][];
  readonly metadata: readonly Schema['DeveloperMetadata'][];
  /** Without it they may edit. The API itself never shows it. */
  readonly access?: Access;
  readonly permissions?: readonly Permission[];
};

/** The size that Google gives a new tab. */
const NEW_GRID: Size = { rowCount: 1000, columnCount: 26 };

export function newSheet(id: number, title: string, grid: Partial<Sheet['grid']> = {}): Sheet {
  return {
    id,
    title,
    properties: { sheetType: 'GRID' },
    grid: { ...NEW_GRID, ...grid },
    rows: [],
    rowProperties: [],
    columnProperties: [],
    merges: [],
    protectedRanges: [],
    conditionalFormats: [],
    bandedRanges: [],
    filterViews: [],
    charts: [],
    rowGroups: [],
    columnGroups: [],
  };
}

/** The tab with this id. @throws SheetsError in Google's words when there's none */
export function sheetById(book: Book, id: number | null | undefined, kind: 'grid' | 'sheet' = 'grid'): Sheet {
  const sheet = book.sheets.find((each) => each.id === (id ?? 0));
  if (!sheet) throw invalid(`No ${kind} with id: ${id ?? 0}`);
  return sheet;
}

/** The tab with this title, letter case aside. */
export const sheetByTitle = (book: Book, title: string): Sheet | undefined =>
  book.sheets.find((each) => each.title === title) ??
  book.sheets.find((each) => each.title.toLowerCase() === title.toLowerCase());

/** The book with one of its sheets in a new version. */
export const withSheet = (book: Book, sheet: Sheet): Book => ({
  ...book,
  sheets: book.sheets.map((each) => (each.id === sheet.id ? sheet : each)),
});

/** A number that isn't taken yet, as Google makes them up for sheets, ranges and charts: up to 31 bits. */
export function freshId(random: () => number, taken: (id: number) => boolean): number {
  const most = 2 ** 31 - 2;
  let id = 1 + Math.floor(random() * most);
  // The next one that is free: chance that repeats itself, as a test's may, would never come to an end.
  while (taken(id)) id = (id % most) + 1;
  return id;
}
