import { formatRange } from '../model/a1.ts';
import type { Schema } from '../model/api.ts';
import { type Book, type Sheet, sheetById, withSheet } from '../model/book.ts';
import { cellAt } from '../model/cells.ts';
import type { Box } from '../model/grid.ts';
import type { Context } from '../requests/change.ts';
import { applyRequests } from '../requests/table.ts';
import { writeBox } from '../values/write.ts';
import { parseMessage } from '../wire/parse.ts';
import { type ChartView, chartView } from './chart.ts';
import { hexOf, rgbOf } from './color.ts';
import { createHistory, type Refusal, takenBack } from './history.ts';
import { askingOn, listOf, type Sight, subjectOf } from './subjects.ts';
import { type TabView, tabView } from './tab.ts';
import { demandOf, isValid } from './validity.ts';

/** A tab in the bar below the grid. */
export type TabName = {
  readonly sheetId: number;
  readonly title: string;
  /** Its place among all tabs, those that nobody sees too. */
  readonly index: number;
  readonly color?: string;
};

/** A spreadsheet's name and the tabs that a person sees, in their order. */
export type BookView = { readonly title: string; readonly tabs: readonly TabName[] };

/** Texts as a person types them, from a cell on to the right and down; the tab grows to hold them. */
export type Entry = {
  readonly sheetId: number;
  readonly row: number;
  readonly column: number;
  readonly values: readonly (readonly string[])[];
};

/**
 * What came of something that a person did: the step to take back, none where nothing changed; or why it wasn't done,
 * as a cell's own rule insists on something else or others have since changed the same.
 */
export type Done = { readonly step?: number } | { readonly refused: string };

type ById = { readonly spreadsheetId: string };

/** What a page asks of its spreadsheet: everything as a person sees it, and what they do, which can be taken back. */
export type PageCalls = {
  book(params: ById): BookView;
  /** @param params.rows the span [from, to) whose cells are wanted; all without it */
  tab(params: ById & { sheetId: number; rows?: readonly [number, number] }): TabView;
  charts(params: ById & { sheetId: number }): ChartView[];
  /** What a cell's list offers. */
  choices(params: ById & { sheetId: number; row: number; column: number }): readonly string[];
  /**
   * Does all of it, or none: requests of the API first, then what was typed.
   * @throws SheetsError what the API refuses
   */
  perform(params: ById & { requests?: unknown; entry?: Entry | undefined }): Done;
  /** The step of what this does takes it back in turn. */
  takeBack(params: ById & { step: number }): Done;
};

type Access = {
  readonly find: (spreadsheetId: string) => Book;
  readonly commit: (book: Book) => void;
  readonly context: Context;
  readonly sightOf: (book: Book) => Sight;
};

export function pageCalls({ find, commit, context, sightOf }: Access): PageCalls {
  const history = createHistory();
  const done = (before: Book, after: Book | Refusal): Done => {
    if ('refused' in after) return after;
    if (after === before) return {};
    commit(after);
    return { step: history.note({ before, after }) };
  };

  return {
    book({ spreadsheetId }) {
      const book = find(spreadsheetId);
      const tabs = book.sheets.filter((sheet) => !sheet.properties.hidden);
      return { title: book.properties.title ?? '', tabs: tabs.map((sheet) => tabName(sheet, book)) };
    },

    tab({ spreadsheetId, sheetId, rows }) {
      const sight = sightOf(find(spreadsheetId));
      return tabView(sheetById(sight.book, sheetId), sight, rows);
    },

    charts({ spreadsheetId, sheetId }) {
      const sight = sightOf(find(spreadsheetId));
      return sheetById(sight.book, sheetId).charts.map((chart) => chartView(chart, sight));
    },

    choices({ spreadsheetId, sheetId, row, column }) {
      const sight = sightOf(find(spreadsheetId));
      const sheet = sheetById(sight.book, sheetId);
      const { type, values = [] } = cellAt(sheet, row, column)?.dataValidation?.condition ?? {};
      const said = values.map((value) => value.userEnteredValue ?? '');
      if (type === 'ONE_OF_LIST') return said;
      return type === 'ONE_OF_RANGE' ? listOf(said[0] ?? '', sheet, sight) : [];
    },

    perform({ spreadsheetId, requests = [], entry }) {
      const before = find(spreadsheetId);
      const asked = parseMessage<Schema['BatchUpdateRequest']>('BatchUpdateSpreadsheetRequest', { requests });
      const requested = applyRequests(before, asked.requests ?? [], context).book;
      return done(before, entry ? entered(requested, entry, sightOf) : requested);
    },

    takeBack({ spreadsheetId, step }) {
      const current = find(spreadsheetId);
      const known = history.find(spreadsheetId, step);
      return known ? done(current, takenBack(current, known)) : { refused: 'That is too long ago to be taken back.' };
    },
  };
}

function entered(book: Book, { sheetId, row, column, values }: Entry, sightOf: (book: Book) => Sight): Book | Refusal {
  const width = Math.max(1, ...values.map((each) => each.length));
  const box = { top: row, left: column, bottom: row + values.length, right: column + width };
  const grown = grownTo(book, sheetById(book, sheetId), box);
  const year = sightOf(book).year;
  const written = writeBox(
    grown,
    { sheet: sheetById(grown, sheetId), box, single: false },
    values.map((texts) => [...texts]),
    'USER_ENTERED',
    year,
  );
  return refusalIn(sheetById(written.book, sheetId), box, sightOf(written.book)) ?? written.book;
}

/** The first cell whose rule insists on something else. */
function refusalIn(sheet: Sheet, box: Box, sight: Sight): Refusal | undefined {
  const asking = askingOn(sheet, sight, [box.top, box.bottom]);
  for (let r = box.top; r < box.bottom; r++) {
    for (let c = box.left; c < box.right; c++) {
      const cell = cellAt(sheet, r, c);
      const rule = cell?.dataValidation;
      if (!rule?.strict) continue;
      const subject = subjectOf(sheet, r, c, cell, sight);
      if (isValid(rule, subject, asking(r, c, { row: r, column: c }))) continue;
      const place = formatRange(sheet.title, { top: r, left: c, bottom: r + 1, right: c + 1 });
      return { refused: `${place}: “${subject.text}” is not allowed there. ${demandOf(rule)}` };
    }
  }
  return undefined;
}

function grownTo(book: Book, sheet: Sheet, box: { bottom: number; right: number }): Book {
  const { rowCount, columnCount } = sheet.grid;
  if (box.bottom <= rowCount && box.right <= columnCount) return book;
  const grid = {
    ...sheet.grid,
    rowCount: Math.max(rowCount, box.bottom),
    columnCount: Math.max(columnCount, box.right),
  };
  return withSheet(book, { ...sheet, grid });
}

function tabName(sheet: Sheet, book: Book): TabName {
  const rgb = rgbOf(sheet.properties.tabColorStyle, book);
  return {
    sheetId: sheet.id,
    title: sheet.title,
    index: book.sheets.indexOf(sheet),
    ...(rgb && { color: hexOf(rgb) }),
  };
}
