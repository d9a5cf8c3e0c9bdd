import { invalid, notFound } from './errors.ts';
import { type FilteredCalls, filteredCalls } from './filtered.ts';
import type { Schema } from './model/api.ts';
import { type Book, newSheet, sheetById } from './model/book.ts';
import { newProperties } from './model/defaults.ts';
import { applyRequests } from './requests/table.ts';
import { copyTitle, propertiesOf, withFreshIds } from './requests/tabs.ts';
import { presented, spreadsheetResource } from './resource.ts';
import type { Store } from './store/sqlite.ts';
import { type ValuesCalls, valuesCalls } from './values/calls.ts';
import { type Evaluate, evaluateNothing } from './values/evaluate.ts';
import { parseMask } from './wire/mask.ts';
import { parseMessage } from './wire/parse.ts';

export type LocalSheetsOptions = {
  /** Milliseconds; a date typed without a year means this year's. */
  readonly now: () => number;
  /** Between 0 and 1; ids that nobody chose are made from it. */
  readonly random: () => number;
  /** Where books are kept; without one they live in memory. */
  readonly store?: Store;
  /** What formulas come to; without it every formula is an unknown name. */
  readonly evaluate?: Evaluate;
  /** The page on which a person finds a spreadsheet. */
  readonly urlOf?: (spreadsheetId: string) => string;
};

type Fields = { readonly fields?: string | undefined };
type ById = Fields & { readonly spreadsheetId: string };

type CopyBody = { destinationSpreadsheetId?: string };

type SpreadsheetCalls = {
  create(params: Fields & { requestBody?: Schema['Spreadsheet'] }): Schema['Spreadsheet'];
  get(params: ById & { ranges?: string | string[]; includeGridData?: boolean }): Schema['Spreadsheet'];
  batchUpdate(params: ById & { requestBody?: Schema['BatchUpdateRequest'] }): Schema['BatchUpdateResponse'];
  /** Copies one sheet into another spreadsheet of this machine. */
  copySheetTo(params: ById & { sheetId: number; requestBody?: CopyBody }): Schema['SheetProperties'];
  values: ValuesCalls;
  /** What chooses cells by data filters, and developer metadata. */
  filtered: FilteredCalls;
};

/** A spreadsheet changed: before is undefined for a new one, after for a deleted one. */
export type BookChange = { readonly before: Book | undefined; readonly after: Book | undefined };

export type LocalSheets = {
  /**
   * The calls of the Google Sheets API, named as in Google's client; they take its parameters and return the body of
   * the answer at once, or throw a SheetsError. A write is stored before it returns. Sheets and rows are counted as
   * there; dates are serial numbers.
   */
  readonly spreadsheets: SpreadsheetCalls;
  /** Makes a spreadsheet under an id of our choice, with one empty tab, unless it exists. */
  ensureSpreadsheet(id: string, title: string): void;
  /** Deletes a spreadsheet for good. @throws SheetsError 404 when there's none */
  removeSpreadsheet(id: string): void;
  /** Every spreadsheet, oldest first. */
  list(): readonly Book[];
  /** Is told of every change after it's stored. @returns the end of it */
  onChange(listener: (change: BookChange) => void): () => void;
};

/** A spreadsheet service in this process: the semantics of Google Sheets v4 without a network. */
export function createLocalSheets(options: LocalSheetsOptions): LocalSheets {
  const { now, random, store, evaluate = evaluateNothing, urlOf } = options;
  const books = new Map<string, Book>(store?.load().map((book) => [book.id, book]));
  const listeners = new Set<(change: BookChange) => void>();
  const context = { random, evaluate };

  const find = (id: string): Book => {
    const book = books.get(id);
    if (!book) throw notFound();
    return book;
  };

  const commit = (after: Book): void => {
    const before = books.get(after.id);
    if (before === after) return;
    store?.save(before, after);
    books.set(after.id, after);
    for (const listener of listeners) listener({ before, after });
  };

  const resource = (book: Book, params: Fields & { ranges?: string | string[]; includeGridData?: boolean }) =>
    spreadsheetResource(book, evaluate(book), {
      ranges: [params.ranges ?? []].flat(),
      includeGridData: params.includeGridData ?? false,
      fields: params.fields,
      url: urlOf?.(book.id),
    });

  const values = valuesCalls({ find, commit, evaluate, year: () => new Date(now()).getUTCFullYear() });
  const spreadsheets: SpreadsheetCalls = {
    create({ requestBody = {}, ...params }) {
      const wanted = parseMessage<Schema['Spreadsheet']>('Spreadsheet', requestBody);
      const book = newBook(freshBookId(random), wanted, context);
      commit(book);
      return resource(book, params);
    },

    get: (params) => resource(find(params.spreadsheetId), params),

    batchUpdate({ spreadsheetId, requestBody = {}, fields }) {
      const book = find(spreadsheetId);
      const body = parseMessage<Schema['BatchUpdateRequest']>('BatchUpdateSpreadsheetRequest', requestBody);
      if (!body.requests?.length) throw invalid('Must specify at least one request.');
      const { book: after, replies } = applyRequests(book, body.requests, context);
      const ranges = body.responseRanges ?? [];
      const includeGridData = body.responseIncludeGridData ?? false;
      const updatedSpreadsheet = body.includeSpreadsheetInResponse && resource(after, { ranges, includeGridData });
      const response = { spreadsheetId, replies: presentedReplies(replies) };
      commit(after);
      const answer = { ...response, ...(updatedSpreadsheet && { updatedSpreadsheet }) };
      return fields
        ? (presented('BatchUpdateSpreadsheetResponse', answer, parseMask(fields)) as typeof answer)
        : answer;
    },

    copySheetTo({ spreadsheetId, sheetId, requestBody = {} }) {
      const source = sheetById(find(spreadsheetId), sheetId, 'sheet');
      const body = parseMessage<CopyBody>('CopySheetToAnotherSpreadsheetRequest', requestBody);
      const into = find(body.destinationSpreadsheetId ?? '');
      const properties = { title: copyTitle(into, source.title) };
      const added = applyRequests(into, [{ addSheet: { properties } }], context);
      const id = added.replies[0]?.addSheet?.properties?.sheetId ?? 0;
      const copy = withFreshIds({ ...source, id, title: properties.title }, source.id, context);
      const sheets = added.book.sheets.map((sheet) => (sheet.id === id ? copy : sheet));
      commit({ ...added.book, sheets });
      return presented('SheetProperties', propertiesOf(copy, sheets.length - 1)) as Schema['SheetProperties'];
    },

    values,
    filtered: filteredCalls(find, values),
  };

  return {
    spreadsheets,
    ensureSpreadsheet(id, title) {
      if (!books.has(id)) commit(newBook(id, { properties: { title } }, context));
    },
    removeSpreadsheet(id) {
      const before = find(id);
      store?.remove(id);
      books.delete(id);
      for (const listener of listeners) listener({ before, after: undefined });
    },
    list: () => [...books.values()],
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function newBook(id: string, wanted: Schema['Spreadsheet'], context: Parameters<typeof applyRequests>[2]): Book {
  const properties = { ...newProperties('Untitled spreadsheet'), ...wanted.properties };
  const blank: Book = { id, properties, sheets: [], namedRanges: [], metadata: [] };
  if (!wanted.sheets?.length) return { ...blank, sheets: [newSheet(0, 'Sheet1')] };
  const requests = wanted.sheets.map((sheet) => ({ addSheet: { properties: sheet.properties ?? {} } }));
  const made = applyRequests(blank, requests, context).book;
  const filled = wanted.sheets.flatMap((sheet, i) =>
    (sheet.data ?? []).map((data) => ({
      updateCells: {
        start: { sheetId: made.sheets[i]?.id ?? 0, rowIndex: data.startRow ?? 0, columnIndex: data.startColumn ?? 0 },
        rows: data.rowData ?? [],
        fields: '*',
      },
    })),
  );
  return applyRequests(made, filled, context).book;
}

const presentedReplies = (replies: readonly Schema['Response'][]): Schema['Response'][] =>
  replies.map((reply) => presented('Response', reply) as Schema['Response']);

/** 44 letters and digits, as Google's ids. */
function freshBookId(random: () => number): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-';
  return `1${Array.from({ length: 43 }, () => letters[Math.floor(random() * letters.length)]).join('')}`;
}
