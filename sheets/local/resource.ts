import { gridData } from './grid-data.ts';
import type { Schema } from './model/api.ts';
import type { Book, Sheet } from './model/book.ts';
import { type Box, boxOf, contains, overlaps, rangeOf } from './model/grid.ts';
import { type Place, resolveRange } from './model/resolve.ts';
import { propertiesOf } from './requests/tabs.ts';
import type { Sight } from './view/subjects.ts';
import { answerMask } from './wire/known-fields.ts';
import { type Mask, project, wants } from './wire/mask.ts';
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
export function spreadsheetResource(sight: Sight, options: ResourceOptions): Schema['Spreadsheet'] {
  const { book } = sight;
  const mask: Mask = options.fields ? answerMask(options.fields, 'Spreadsheet') : '*';
  const withData = options.fields ? wants(mask, 'sheets', 'data') : options.includeGridData;
  const withFormats = wants(mask, 'sheets', 'data', 'rowData', 'values', 'effectiveFormat');
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
    sheets: sheets.map((sheet) => {
      const boxes = boxesIn(sheet, places);
      const shown = boxes ?? [boxOf({}, sheet.grid)];
      const data = withData ? shown.map((box) => gridData(sheet, box, sight, withFormats)) : undefined;
      return sheetResource(book, sheet, data, boxes);
    }),
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

function boxesIn(sheet: Sheet, places: readonly Place[]): Box[] | undefined {
  const own = places.filter((place) => place.sheet === sheet).map((place) => place.box);
  const whole = boxOf({}, sheet.grid);
  return own.length === 0 || own.some((box) => contains(box, whole)) ? undefined : own;
}

function metadataAt(
  book: Book,
  here: (location: Schema['DeveloperMetadataLocation'] | undefined) => boolean,
): { developerMetadata?: Schema['DeveloperMetadata'][] } {
  const developerMetadata = book.metadata.filter((each) => here(each.location));
  return developerMetadata.length > 0 ? { developerMetadata } : {};
}
