import { invalid } from './errors.ts';
import type { Schema } from './model/api.ts';
import { type Book, newSheet } from './model/book.ts';
import { newProperties } from './model/defaults.ts';
import type { Context } from './requests/change.ts';
import { applyRequests } from './requests/table.ts';

/**
 * A book as `spreadsheets.create` is asked for it; without sheets, with one empty tab.
 * @throws SheetsError for what a spreadsheet here can't have
 */
export function newBook(id: string, wanted: Schema['Spreadsheet'], context: Context): Book {
  const properties = { ...newProperties('Untitled spreadsheet'), ...wanted.properties };
  const blank: Book = { id, properties, sheets: [], namedRanges: [], metadata: [] };
  const made = wanted.sheets?.length
    ? applyRequests(
        blank,
        wanted.sheets.map((sheet) => ({ addSheet: { properties: sheet.properties ?? {} } })),
        context,
      ).book
    : { ...blank, sheets: [newSheet(0, 'Sheet1')] };
  if (wanted.dataSources?.length) throw invalid('Data sources are not supported by this local spreadsheet.');
  const rest = [
    ...(wanted.sheets ?? []).flatMap((sheet, i) => contentsOf(sheet, made.sheets[i]?.id ?? 0)),
    ...(wanted.namedRanges ?? []).map((namedRange) => ({ addNamedRange: { namedRange } })),
    ...(wanted.developerMetadata ?? []).map(metadataRequest),
  ];
  return rest.length > 0 ? applyRequests(made, rest, context).book : made;
}

/** The requests that fill a new sheet. Its own ranges are on it, whatever it's called. */
function contentsOf(sheet: Schema['Sheet'], sheetId: number): Schema['Request'][] {
  if (sheet.slicers?.length) throw invalid('Slicers are not supported by this local spreadsheet.');
  if (sheet.tables?.length) throw invalid('Tables are not supported by this local spreadsheet.');
  const onIt = <T extends { range?: Schema['GridRange'] }>(part: T): T => ({
    ...part,
    ...(part.range && { range: { ...part.range, sheetId } }),
  });
  const grouped = (group: Schema['DimensionGroup']) => ({
    addDimensionGroup: { range: { ...group.range, sheetId } },
  });
  return [
    ...(sheet.data ?? []).flatMap((data) => dataRequests(data, sheetId)),
    ...(sheet.merges ?? []).map((range) => ({ mergeCells: { range: { ...range, sheetId }, mergeType: 'MERGE_ALL' } })),
    ...(sheet.protectedRanges ?? []).map((protectedRange) => ({
      addProtectedRange: { protectedRange: onIt(protectedRange) },
    })),
    ...(sheet.conditionalFormats ?? []).map((rule, index) => ({
      addConditionalFormatRule: {
        rule: { ...rule, ranges: (rule.ranges ?? []).map((range) => ({ ...range, sheetId })) },
        index,
      },
    })),
    ...(sheet.bandedRanges ?? []).map((bandedRange) => ({ addBanding: { bandedRange: onIt(bandedRange) } })),
    ...(sheet.filterViews ?? []).map((filter) => ({ addFilterView: { filter: onIt(filter) } })),
    ...(sheet.basicFilter ? [{ setBasicFilter: { filter: onIt(sheet.basicFilter) } }] : []),
    ...(sheet.rowGroups ?? []).map(grouped),
    ...(sheet.columnGroups ?? []).map(grouped),
    ...(sheet.charts ?? []).map((chart) => ({ addChart: { chart } })),
    ...(sheet.developerMetadata ?? []).map(metadataRequest),
  ];
}

const metadataRequest = (developerMetadata: Schema['DeveloperMetadata']): Schema['Request'] => ({
  createDeveloperMetadata: { developerMetadata },
});

function dataRequests(data: Schema['GridData'], sheetId: number): Schema['Request'][] {
  const start = { sheetId, rowIndex: data.startRow ?? 0, columnIndex: data.startColumn ?? 0 };
  const sizes = (
    dimension: 'ROWS' | 'COLUMNS',
    from: number,
    list: readonly Schema['DimensionProperties'][] | undefined,
  ): Schema['Request'][] =>
    (list ?? []).map((properties, i) => ({
      updateDimensionProperties: {
        range: { sheetId, dimension, startIndex: from + i, endIndex: from + i + 1 },
        properties,
        fields: '*',
      },
    }));
  return [
    ...(data.rowData ? [{ updateCells: { start, rows: data.rowData, fields: '*' } }] : []),
    ...sizes('ROWS', start.rowIndex, data.rowMetadata),
    ...sizes('COLUMNS', start.columnIndex, data.columnMetadata),
  ];
}
