import { linkOf } from './formula/looks.ts';
import type { Schema } from './model/api.ts';
import type { Book, Cell, Row, Sheet } from './model/book.ts';
import { COLUMN_WIDTH, DEFAULT_FORMAT, ROW_HEIGHT } from './model/defaults.ts';
import { type Box, contains, overlaps, rangeOf } from './model/grid.ts';
import { type Place, resolveRange } from './model/resolve.ts';
import { propertiesOf } from './requests/tabs.ts';
import type { Evaluation } from './values/evaluate.ts';
import { type Effective, formattedValue } from './values/render.ts';
import { type Mask, parseMask, project, wants } from './wire/mask.ts';
import { present } from './wire/present.ts';

export type ResourceOptions = {
  /** Ranges in A1; without any, every sheet whole. */
  readonly ranges: readonly string[];
  /** Cells too? A field mask decides instead, where there is one. */
  readonly includeGridData: boolean;
  readonly fields?: string | undefined;
  readonly url?: string | undefined;
};

/** A book as `spreadsheets.get` answers it: only what the mask asks for is put together. */
export function spreadsheetResource(
  book: Book,
  evaluation: Evaluation,
  options: ResourceOptions,
): Schema['Spreadsheet'] {
  const mask: Mask = options.fields ? parseMask(options.fields) : '*';
  const withData = options.fields ? wants(mask, 'sheets', 'data') : options.includeGridData;
  const places = options.ranges.map((range) => resolveRange(book, range));
  const sheets = book.sheets.filter((sheet) => places.length === 0 || places.some((place) => place.sheet === sheet));
  const { spreadsheetTheme, defaultFormat, ...properties } = book.properties;
  const resource: Schema['Spreadsheet'] = {
    spreadsheetId: book.id,
    properties: {
      ...properties,
      ...(defaultFormat && { defaultFormat }),
      ...(spreadsheetTheme && { spreadsheetTheme }),
    },
    sheets: sheets.map((sheet) =>
      sheetResource(book, sheet, withData ? gridData(sheet, places, evaluation) : undefined, boxesIn(sheet, places)),
    ),
    ...(book.namedRanges.length > 0 && { namedRanges: [...book.namedRanges] }),
    ...(options.url && { spreadsheetUrl: options.url }),
    ...metadataAt(book, (location) => location?.spreadsheet === true),
  };
  return presented('Spreadsheet', resource, mask) as Schema['Spreadsheet'];
}

/** An answer as it leaves the house: what the mask asks for, in Google's shape. */
export const presented = (name: string, message: object, mask: Mask = '*'): unknown =>
  project(mask, present(name, message));

function sheetResource(
  book: Book,
  sheet: Sheet,
  data: Schema['GridData'][] | undefined,
  boxes: readonly Box[] | undefined,
): Schema['Sheet'] {
  const listed = <T>(key: keyof Schema['Sheet'], list: readonly T[]) => (list.length > 0 ? { [key]: list } : {});
  const shows = (box: Box) => !boxes || boxes.some((each) => overlaps(each, box));
  return {
    properties: propertiesOf(sheet, book.sheets.indexOf(sheet)),
    ...(data && { data }),
    ...listed(
      'merges',
      sheet.merges.filter(shows).map((box) => rangeOf(sheet.id, box)),
    ),
    ...listed('conditionalFormats', sheet.conditionalFormats),
    ...listed('filterViews', sheet.filterViews),
    ...listed('protectedRanges', sheet.protectedRanges),
    ...(sheet.basicFilter && { basicFilter: sheet.basicFilter }),
    ...listed('charts', sheet.charts),
    ...listed('bandedRanges', sheet.bandedRanges),
    ...listed('rowGroups', sheet.rowGroups),
    ...listed('columnGroups', sheet.columnGroups),
    ...metadataAt(book, (location) => location?.sheetId === sheet.id),
  };
}

function gridData(sheet: Sheet, places: readonly Place[], evaluation: Evaluation): Schema['GridData'][] {
  const { rowCount, columnCount } = sheet.grid;
  const own = boxesIn(sheet, places) ?? [{ top: 0, left: 0, bottom: rowCount, right: columnCount }];
  return own.map((box) => ({
    startRow: box.top,
    startColumn: box.left,
    ...rowData(sheet, box, evaluation),
    rowMetadata: sized(sheet.rowProperties, box.top, box.bottom, ROW_HEIGHT),
    columnMetadata: sized(sheet.columnProperties, box.left, box.right, COLUMN_WIDTH),
  }));
}

function rowData(sheet: Sheet, box: Box, evaluation: Evaluation): Pick<Schema['GridData'], 'rowData'> {
  const rows: Schema['RowData'][] = [];
  for (let r = box.top; r < Math.min(box.bottom, sheet.rows.length); r++) {
    const values = cellsOf(sheet, sheet.rows[r], r, box, evaluation);
    rows.push(values.length > 0 ? { values } : {});
  }
  while (rows.length > 0 && !rows[rows.length - 1]?.values) rows.pop();
  return rows.length > 0 ? { rowData: rows } : {};
}

function cellsOf(
  sheet: Sheet,
  row: Row | undefined,
  r: number,
  box: Box,
  evaluation: Evaluation,
): Schema['CellData'][] {
  const out: Schema['CellData'][] = [];
  for (let c = box.left; c < Math.min(box.right, row?.length ?? 0); c++) {
    const cell = row?.[c];
    out.push(cell ? cellData(sheet, cell, r, c, evaluation) : {});
  }
  while (out.length > 0 && Object.keys(out[out.length - 1] ?? {}).length === 0) out.pop();
  return out;
}

function cellData(sheet: Sheet, cell: Cell, r: number, c: number, evaluation: Evaluation): Schema['CellData'] {
  const effectiveValue = evaluation(sheet, r, c, cell);
  const formatted = formattedValue(cell, effectiveValue);
  const { userEnteredFormat, userEnteredValue } = cell;
  const shows = effectiveValue || userEnteredFormat;
  const link = userEnteredValue?.formulaValue && linkOf(userEnteredValue.formulaValue);
  return {
    ...cell,
    ...(link && { hyperlink: link }),
    ...(effectiveValue && { effectiveValue }),
    ...(formatted !== undefined && { formattedValue: formatted }),
    ...(shows && { effectiveFormat: effectiveFormat(userEnteredFormat, effectiveValue) }),
  };
}

const effectiveFormat = (own: Schema['CellFormat'] | undefined, effective: Effective): Schema['CellFormat'] => ({
  ...DEFAULT_FORMAT,
  ...(effective?.inferredFormat && { numberFormat: effective.inferredFormat }),
  ...own,
  textFormat: { ...DEFAULT_FORMAT.textFormat, ...own?.textFormat },
});

function sized(
  list: readonly (Schema['DimensionProperties'] | undefined)[],
  from: number,
  to: number,
  pixelSize: number,
): Schema['DimensionProperties'][] {
  return Array.from({ length: to - from }, (_, i) => ({ pixelSize, ...list[from + i] }));
}

function boxesIn(sheet: Sheet, places: readonly Place[]): Box[] | undefined {
  const own = places.filter((place) => place.sheet === sheet).map((place) => place.box);
  const whole = { top: 0, left: 0, bottom: sheet.grid.rowCount, right: sheet.grid.columnCount };
  return own.length === 0 || own.some((box) => contains(box, whole)) ? undefined : own;
}

function metadataAt(
  book: Book,
  here: (location: Schema['DeveloperMetadataLocation'] | undefined) => boolean,
): { developerMetadata?: Schema['DeveloperMetadata'][] } {
  const developerMetadata = book.metadata.filter((each) => here(each.location));
  return developerMetadata.length > 0 ? { developerMetadata } : {};
}
