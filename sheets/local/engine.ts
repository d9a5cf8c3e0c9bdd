import { invalid, notFound } from './errors.ts';
import { type FilteredCalls, filteredCalls } from './filtered.ts';
import { openFormulas } from './formula/formulas.ts';
import type { Schema } from './model/api.ts';
import { type Access, type Book, type Permission, sheetById } from './model/book.ts';
import { newBook } from './new-book.ts';
import { applyRequests } from './requests/table.ts';
import { copyTitle, propertiesOf, withFreshIds } from './requests/tabs.ts';
import { presented, spreadsheetResource } from './resource.ts';
import type { Store } from './store/sqlite.ts';
import { type ValuesCalls, valuesCalls } from './values/calls.ts';
import type { Evaluate } from './values/evaluate.ts';
import { type PageCalls, pageCalls } from './view/calls.ts';
import { openSight } from './view/sight.ts';
import { answerMask } from './wire/known-fields.ts';
import { parseMessage } from './wire/parse.ts';

export type LocalSheetsOptions = {
  /** Milliseconds; a date typed without a year means this year's. */
  readonly now: () => number;
  /** Between 0 and 1; ids that nobody chose are made from it. */
  readonly random: () => number;
  /** Where books are kept; without one they live in memory. */
  readonly store?: Store;
  /** What formulas come to, instead of what the formula library makes of them. */
  readonly evaluate?: Evaluate;
  /** The page on which a person finds a spreadsheet. */
  readonly urlOf?: (spreadsheetId: string) => string;
};

type Fields = { readonly fields?: string | undefined };
type ById = Fields & { readonly spreadsheetId: string };

type CopyBody = { destinationSpreadsheetId?: string };

export type SpreadsheetCalls = {
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
   * there; dates are serial numbers. They're a person's, who may do everything: see `asAccount` for a program's.
   */
  readonly spreadsheets: SpreadsheetCalls;
  /** What the page of a spreadsheet asks for, and what a person does there. */
  readonly page: PageCalls;
  /** Makes a spreadsheet under an id of our choice, with one empty tab, unless it exists. */
  ensureSpreadsheet(id: string, title: string): void;
  /** Deletes a spreadsheet for good. @throws SheetsError 404 when there's none */
  removeSpreadsheet(id: string): void;
  /** What programs may do with it. @throws SheetsError 404 when there's none */
  accessOf(id: string): Access;
  setAccess(id: string, access: Access): void;
  /** Whom it's shared with, its owner aside. @throws SheetsError 404 when there's none */
  permissionsOf(id: string): readonly Permission[];
  setPermissions(id: string, permissions: readonly Permission[]): void;
  /** Every spreadsheet, oldest first. */
  list(): readonly Book[];
  /** Is told of every change after it's stored. @returns the end of it */
  onChange(listener: (change: BookChange) => void): () => void;
  /** Ends what calculates formulas, where there ever was one; a program may end without it. */
  close(): Promise<void>;
};

/** A spreadsheet service in this process: the semantics of Google Sheets v4 without a network. */
export function createLocalSheets(options: LocalSheetsOptions): LocalSheets {
  const { now, random, store, urlOf } = options;
  const formulas = openFormulas({ now, random });
  const { evaluate, spread } = options.evaluate ? { evaluate: options.evaluate, spread: unchanged } : formulas;
  const books = new Map<string, Book>(store?.load().map((book) => [book.id, book]));
  const listeners = new Set<(change: BookChange) => void>();
  const year = () => new Date(now()).getUTCFullYear();
  const context = { random, evaluate, year };
  const sightOf = openSight({ evaluate, spread, now });

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
    spreadsheetResource(sightOf(book), {
      ranges: [params.ranges ?? []].flat(),
      includeGridData: params.includeGridData ?? false,
      fields: params.fields,
      url: urlOf?.(book.id),
    });

  const values = valuesCalls({ find, commit, evaluate, spread, year });
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
      const mask = fields && answerMask(fields, 'BatchUpdateSpreadsheetResponse');
      const body = parseMessage<Schema['BatchUpdateRequest']>('BatchUpdateSpreadsheetRequest', requestBody);
      if (!body.requests?.length) throw invalid('Must specify at least one request.');
      const { book: after, replies } = applyRequests(book, body.requests, context);
      const ranges = body.responseRanges ?? [];
      const includeGridData = body.responseIncludeGridData ?? false;
      const updatedSpreadsheet = body.includeSpreadsheetInResponse && resource(after, { ranges, includeGridData });
      const response = { spreadsheetId, replies: presentedReplies(replies) };
      commit(after);
      const answer = { ...response, ...(updatedSpreadsheet && { updatedSpreadsheet }) };
      return mask ? (presented('BatchUpdateSpreadsheetResponse', answer, mask) as typeof answer) : answer;
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
    page: pageCalls({ find, commit, context, sightOf }),
    ensureSpreadsheet(id, title) {
      if (!books.has(id)) commit(newBook(id, { properties: { title } }, context));
    },
    removeSpreadsheet(id) {
      const before = find(id);
      store?.remove(id);
      books.delete(id);
      for (const listener of listeners) listener({ before, after: undefined });
    },
    accessOf: (id) => find(id).access ?? 'edit',
    setAccess(id, access) {
      commit({ ...find(id), access });
    },
    permissionsOf: (id) => find(id).permissions ?? [],
    setPermissions(id, permissions) {
      commit({ ...find(id), permissions });
    },
    list: () => [...books.values()],
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: formulas.close,
  };
}

const unchanged = (book: Book): Book => book;

const presentedReplies = (replies: readonly Schema['Response'][]): Schema['Response'][] =>
  replies.map((reply) => presented('Response', reply) as Schema['Response']);

/** 44 letters and digits, as Google's ids. */
function freshBookId(random: () => number): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-';
  return `1${Array.from({ length: 43 }, () => letters[Math.floor(random() * letters.length)]).join('')}`;
}
