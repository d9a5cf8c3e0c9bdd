import { invalid } from '../errors.ts';
import { renameTab } from '../formula/references.ts';
import { mapFormulas } from '../formula/rewrite.ts';
import type { Schema } from '../model/api.ts';
import { type Book, freshId, newSheet, type Sheet, sheetById, sheetByTitle, withSheet } from '../model/book.ts';
import { trim, trimRows } from '../model/cells.ts';
import { updateMask } from '../wire/known-fields.ts';
import { type Mask, maskOf, merge } from '../wire/mask.ts';
import type { Context, Handler } from './change.ts';

export const addSheet: Handler<'addSheet'> = (book, request, context) => {
  const properties = request.properties ?? {};
  const id = properties.sheetId ?? freshSheetId(book, context);
  if (book.sheets.some((sheet) => sheet.id === id)) {
    throw invalid(`A sheet with the ID ${id} already exists. Please use a different ID.`);
  }
  const title = properties.title ?? freshTitle(book);
  mustBeFree(book, title);
  if (properties.sheetType && properties.sheetType !== 'GRID') {
    throw invalid(`Sheets of type ${properties.sheetType} are not supported by this spreadsheet; only GRID is.`);
  }
  const { rowCount, columnCount, ...grid } = properties.gridProperties ?? {};
  const blank = newSheet(id, title, {
    ...(rowCount != null && { rowCount }),
    ...(columnCount != null && { columnCount }),
    ...grid,
  });
  mustHaveSize(blank);
  const { sheetId: _, title: __, index, gridProperties: ___, ...others } = properties;
  const sheet = { ...blank, properties: { ...blank.properties, ...others } };
  const sheets = book.sheets.toSpliced(index ?? book.sheets.length, 0, sheet);
  return { book: { ...book, sheets }, reply: { addSheet: { properties: propertiesOf(sheet, sheets.indexOf(sheet)) } } };
};

export const deleteSheet: Handler<'deleteSheet'> = (book, request) => {
  const sheet = sheetById(book, request.sheetId, 'sheet');
  const sheets = book.sheets.filter((each) => each !== sheet);
  if (!sheets.some((each) => !each.properties.hidden)) {
    throw invalid("You can't remove all the visible sheets in a document.");
  }
  const namedRanges = book.namedRanges.filter((each) => (each.range?.sheetId ?? 0) !== sheet.id);
  const metadata = book.metadata.filter((each) => {
    const { sheetId, dimensionRange } = each.location ?? {};
    return (sheetId ?? dimensionRange?.sheetId) !== sheet.id;
  });
  return { book: { ...book, sheets, namedRanges, metadata } };
};

export const updateSheetProperties: Handler<'updateSheetProperties'> = (book, request) => {
  const wanted = request.properties ?? {};
  const sheet = sheetById(book, wanted.sheetId, 'sheet');
  const mask = updateMask(request.fields, 'SheetProperties');
  const index = book.sheets.indexOf(sheet);
  const merged = merge(mask, propertiesOf(sheet, index), wanted);
  const { sheetId: _, title, index: __, gridProperties, ...properties } = merged;
  if (!title) throw invalid('The sheet name cannot be empty.');
  if (title !== sheet.title) mustBeFree(book, title, sheet);
  const { rowCount, columnCount, ...grid } = gridProperties ?? {};
  const next = resized({
    ...sheet,
    title,
    properties: { ...properties, sheetType: sheet.properties.sheetType ?? 'GRID' },
    grid: { ...grid, rowCount: rowCount ?? sheet.grid.rowCount, columnCount: columnCount ?? sheet.grid.columnCount },
  });
  mustHaveSize(next);
  const after = titled(withSheet(book, next), sheet.title, title);
  if (after.sheets.every((each) => each.properties.hidden)) {
    throw invalid("You can't hide all the sheets in a document.");
  }
  return {
    book: movesTo(mask, wanted) ? reordered(after, sheetById(after, next.id), index, wanted.index ?? 0) : after,
  };
};

/** Formulas follow a tab to its new name. */
function titled(book: Book, before: string, after: string): Book {
  if (before === after) return book;
  const sheets = book.sheets.map((sheet) => {
    const rows = mapFormulas(sheet.rows, (formula) => renameTab(formula, before, after));
    return rows === sheet.rows ? sheet : { ...sheet, rows };
  });
  return { ...book, sheets };
}

export const duplicateSheet: Handler<'duplicateSheet'> = (book, request, context) => {
  const source = sheetById(book, request.sourceSheetId, 'sheet');
  const id = request.newSheetId ?? freshSheetId(book, context);
  if (book.sheets.some((sheet) => sheet.id === id)) {
    throw invalid(`A sheet with the ID ${id} already exists. Please use a different ID.`);
  }
  const title = request.newSheetName ?? copyTitle(book, source.title);
  mustBeFree(book, title);
  const copy = withFreshIds({ ...source, id, title }, source.id, context);
  const at = request.insertSheetIndex ?? 0;
  const sheets = book.sheets.toSpliced(at, 0, copy);
  return {
    book: { ...book, sheets },
    reply: { duplicateSheet: { properties: propertiesOf(copy, sheets.indexOf(copy)) } },
  };
};

/** A sheet's properties as the API shows them. */
export const propertiesOf = (sheet: Sheet, index: number): Schema['SheetProperties'] => ({
  sheetId: sheet.id,
  title: sheet.title,
  index,
  ...sheet.properties,
  gridProperties: sheet.grid,
});

/** `Copy of Results`, `Copy of Results 2`, …: the first that is free. */
export function copyTitle(book: Book, title: string): string {
  const first = `Copy of ${title}`;
  if (!sheetByTitle(book, first)) return first;
  for (let n = 2; ; n++) if (!sheetByTitle(book, `${first} ${n}`)) return `${first} ${n}`;
}

/** A copied sheet: what it holds points at itself, and its ranges and charts have ids of their own. */
export function withFreshIds(sheet: Sheet, sourceId: number, { random }: Context): Sheet {
  const own = <T>(part: T): T => {
    if (Array.isArray(part)) return part.map(own) as T;
    if (part === null || typeof part !== 'object') return part;
    const copied = Object.entries(part).map(([key, value]) => {
      if (key === 'sheetId' && value === sourceId) return [key, sheet.id];
      return [key, madeUpIds.includes(key) ? freshId(random, () => false) : own(value)];
    });
    const out = Object.fromEntries(copied) as Record<string, unknown>;
    // Sheet 0 isn't named in ranges: one that starts or ends somewhere without a sheetId means it.
    const isRange = Object.keys(out).some((key) => /^(start|end)(Row|Column)?Index$/.test(key));
    if (isRange && !('sheetId' in out) && sourceId === 0) out.sheetId = sheet.id;
    return out as T;
  };
  const { rows, merges, ...rest } = sheet;
  const { protectedRanges, conditionalFormats, bandedRanges, filterViews, charts, rowGroups, columnGroups } = rest;
  const pointed = own({
    protectedRanges,
    conditionalFormats,
    bandedRanges,
    filterViews,
    charts,
    rowGroups,
    columnGroups,
  });
  const basicFilter = rest.basicFilter && own(rest.basicFilter);
  return { ...rest, rows, merges, ...pointed, ...(basicFilter && { basicFilter }) };
}

const madeUpIds = ['protectedRangeId', 'bandedRangeId', 'filterViewId', 'chartId'];

const movesTo = (mask: Mask, wanted: Schema['SheetProperties']): boolean =>
  maskOf(mask, 'index') !== undefined && wanted.index != null;

/** The index counts as if the sheet still stood where it was: moving right lands one place earlier. */
function reordered(book: Book, sheet: Sheet, from: number, index: number): Book {
  if (index < 0 || index > book.sheets.length)
    throw invalid(`Index ${index} is out of range for ${book.sheets.length} sheets.`);
  const to = index > from ? index - 1 : index;
  return { ...book, sheets: book.sheets.toSpliced(from, 1).toSpliced(to, 0, sheet) };
}

function resized(sheet: Sheet): Sheet {
  const { rowCount, columnCount } = sheet.grid;
  const kept = sheet.rows
    .slice(0, rowCount)
    .map((row) => (row && row.length > columnCount ? trim(row.slice(0, columnCount)) : row));
  const rows =
    sheet.rows.length > rowCount || kept.some((row, r) => row !== sheet.rows[r]) ? trimRows(kept) : sheet.rows;
  return {
    ...sheet,
    rows,
    rowProperties: sheet.rowProperties.slice(0, rowCount),
    columnProperties: sheet.columnProperties.slice(0, columnCount),
  };
}

function mustHaveSize({ grid }: Sheet): void {
  const { rowCount, columnCount } = grid;
  if (rowCount < 1 || columnCount < 1) throw invalid('A sheet must have at least one row and one column.');
  if (rowCount * columnCount > 10_000_000) {
    throw invalid('This action would increase the number of cells in the workbook above the limit of 10000000 cells.');
  }
  if ((grid.frozenRowCount ?? 0) >= rowCount && rowCount > 1) {
    throw invalid("You can't freeze all visible rows on the sheet.");
  }
  if ((grid.frozenColumnCount ?? 0) >= columnCount && columnCount > 1) {
    throw invalid("You can't freeze all visible columns on the sheet.");
  }
}

function mustBeFree(book: Book, title: string, except?: Sheet): void {
  const other = sheetByTitle(book, title);
  if (!other || other.id === except?.id) return;
  throw invalid(`A sheet with the name "${title}" already exists. Please enter another name.`);
}

const freshSheetId = (book: Book, { random }: Context): number =>
  freshId(random, (id) => book.sheets.some((sheet) => sheet.id === id));

function freshTitle(book: Book): string {
  for (let n = book.sheets.length + 1; ; n++) if (!sheetByTitle(book, `Sheet${n}`)) return `Sheet${n}`;
}
