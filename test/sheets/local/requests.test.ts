import { describe, expect, it } from 'vitest';
import type { Schema } from '../../../sheets/local/model/api.ts';
import { BOOK, batch, look, newSheets, read, type } from './league.ts';

const get = (sheets: ReturnType<typeof newSheets>, fields: string, ranges: string[] = []) =>
  sheets.spreadsheets.get({ spreadsheetId: BOOK, fields, ranges });

describe('Tabs', () => {
  it('are added where asked, with a made-up id or a chosen one, and answered as made', () => {
    const sheets = newSheets();
    const { replies } = batch(
      sheets,
      {
        addSheet: {
          properties: { title: 'Results', sheetId: 7, index: 0, gridProperties: { rowCount: 5, columnCount: 3 } },
        },
      },
      { addSheet: {} },
    );
    expect(replies?.[0]?.addSheet?.properties).toEqual({
      sheetId: 7,
      title: 'Results',
      index: 0,
      sheetType: 'GRID',
      gridProperties: { rowCount: 5, columnCount: 3 },
    });
    expect(get(sheets, 'sheets.properties.title').sheets?.map((sheet) => sheet.properties?.title)).toEqual([
      'Results',
      'Sheet1',
      'Sheet3',
    ]);
    expect(() => batch(sheets, { addSheet: { properties: { sheetId: 7 } } })).toThrow('ID 7 already exists');
  });

  it('are moved, hidden, coloured, and lose what lies beyond a smaller grid', () => {
    const sheets = newSheets();
    type(sheets, 'A1', ['a', 'b'], ['c', 'd']);
    batch(
      sheets,
      { addSheet: { properties: { title: 'Second', sheetId: 2 } } },
      {
        updateSheetProperties: {
          properties: {
            sheetId: 0,
            index: 2,
            hidden: true,
            tabColor: { red: 0.5 },
            gridProperties: { rowCount: 1, columnCount: 1 },
          },
          fields: 'index,hidden,tabColor,gridProperties(rowCount,columnCount)',
        },
      },
    );
    expect(
      get(sheets, 'sheets.properties(title,index,hidden,tabColor,tabColorStyle)').sheets?.map((s) => s.properties),
    ).toEqual([
      { title: 'Second', index: 0 },
      {
        title: 'Sheet1',
        index: 1,
        hidden: true,
        tabColor: { red: 0.49803922 },
        tabColorStyle: { rgbColor: { red: 0.49803922 } },
      },
    ]);
    batch(sheets, { appendDimension: { sheetId: 0, dimension: 'COLUMNS', length: 1 } });
    expect(read(sheets, 'Sheet1')).toEqual([['a']]);
    const hide: Schema['Request'] = {
      updateSheetProperties: { properties: { sheetId: 2, hidden: true }, fields: 'hidden' },
    };
    expect(() => batch(sheets, hide)).toThrow("You can't hide all the sheets in a document.");
  });

  it('are duplicated with everything in them, pointing at themselves', () => {
    const sheets = newSheets();
    type(sheets, 'A1', ['a']);
    const range = { sheetId: 0, startRowIndex: 0, endRowIndex: 1 };
    batch(sheets, { addProtectedRange: { protectedRange: { range, protectedRangeId: 5, warningOnly: true } } });
    batch(sheets, { duplicateSheet: { sourceSheetId: 0, newSheetId: 9, insertSheetIndex: 1 } });
    const copy = get(sheets, 'sheets').sheets?.[1];
    expect(copy?.properties?.title).toBe('Copy of Sheet1');
    expect(copy?.protectedRanges?.[0]?.range).toMatchObject({ sheetId: 9, startRowIndex: 0 });
    expect(copy?.protectedRanges?.[0]?.protectedRangeId).not.toBe(5);
    type(sheets, "'Copy of Sheet1'!A1", ['changed']);
    expect(read(sheets, 'Sheet1!A1')).toEqual([['a']]);
  });
});

describe('Cells', () => {
  it('are updated by mask: the value alone, or everything', () => {
    const sheets = newSheets();
    const at = { sheetId: 0, rowIndex: 0, columnIndex: 0 };
    const put = (cell: Schema['CellData'], fields: string) =>
      batch(sheets, { updateCells: { start: at, rows: [{ values: [cell] }], fields } });
    put(
      { userEnteredValue: { boolValue: false }, note: 'kept', userEnteredFormat: { textFormat: { bold: true } } },
      '*',
    );
    put({ userEnteredValue: { numberValue: 0 } }, 'userEnteredValue');
    const [cell] =
      get(sheets, 'sheets.data.rowData.values(userEnteredValue,note,userEnteredFormat)', ['A1']).sheets?.[0]?.data?.[0]
        ?.rowData?.[0]?.values ?? [];
    expect(cell).toEqual({
      userEnteredValue: { numberValue: 0 },
      note: 'kept',
      userEnteredFormat: { textFormat: { bold: true } },
    });
    put({}, '*');
    expect(get(sheets, 'sheets.data.rowData', ['A1'])).toEqual({ sheets: [{ data: [{}] }] });
  });

  it('never write beyond the range or the grid', () => {
    const sheets = newSheets();
    const values = [{ userEnteredValue: { numberValue: 1 } }, { userEnteredValue: { numberValue: 2 } }];
    const range = { sheetId: 0, startRowIndex: 0, endRowIndex: 1, startColumnIndex: 0, endColumnIndex: 1 };
    const write = { rows: [{ values }], fields: 'userEnteredValue' };
    expect(() => batch(sheets, { updateCells: { ...write, range } })).toThrow('Attempting to write column: 1');
    expect(() => batch(sheets, { updateCells: { ...write, start: { sheetId: 0, rowIndex: 1000 } } })).toThrow(
      'beyond the last',
    );
  });

  it('are copied to other tabs, with their look or their values alone', () => {
    const sheets = newSheets();
    batch(sheets, { addSheet: { properties: { sheetId: 2, title: 'Hidden' } } });
    type(sheets, 'Sheet1!A1', ['5%', '=A1']);
    const source = { sheetId: 0, startRowIndex: 0, endRowIndex: 1, startColumnIndex: 0, endColumnIndex: 2 };
    const to = (startRowIndex: number) => ({ sheetId: 2, startRowIndex, startColumnIndex: 0 });
    batch(
      sheets,
      { copyPaste: { source, destination: to(0), pasteType: 'PASTE_NORMAL' } },
      { copyPaste: { source, destination: to(4), pasteType: 'PASTE_VALUES' } },
    );
    expect(look(sheets, 'Hidden!A1')).toEqual([['5%']]);
    expect(look(sheets, 'Hidden!A5')).toEqual([['0.05']]);
    const formula = sheets.spreadsheets.values.get({
      spreadsheetId: BOOK,
      range: 'Hidden!B1',
      valueRenderOption: 'FORMULA',
    });
    expect(formula.values).toEqual([['=A1']]);
  });

  it('that are cut leave nothing behind', () => {
    const sheets = newSheets();
    type(sheets, 'A1', ['a', 'b']);
    const source = { sheetId: 0, startRowIndex: 0, endRowIndex: 1, startColumnIndex: 0, endColumnIndex: 2 };
    batch(sheets, { cutPaste: { source, destination: { sheetId: 0, rowIndex: 2, columnIndex: 1 } } });
    expect(read(sheets, 'Sheet1')).toEqual([[], [], ['', 'a', 'b']]);
  });

  it('are found and replaced', () => {
    const sheets = newSheets();
    type(sheets, 'A1', ['Robin', 'robin hood', 12], ['Sam']);
    const { replies } = batch(sheets, { findReplace: { find: 'robin', replacement: 'Kim', allSheets: true } });
    expect(replies).toEqual([
      { findReplace: { valuesChanged: 2, rowsChanged: 1, sheetsChanged: 1, occurrencesChanged: 2 } },
    ]);
    expect(read(sheets, 'Sheet1')).toEqual([['Kim', 'Kim hood', 12], ['Sam']]);
  });
});

describe('Sorting', () => {
  it('puts numbers before text before booleans, empty cells last, either way', () => {
    const sheets = newSheets();
    type(sheets, 'A1', ['b'], [true], [10], [], ['A'], [9]);
    const sort = (sortOrder: string) =>
      batch(sheets, { sortRange: { range: { sheetId: 0 }, sortSpecs: [{ dimensionIndex: 0, sortOrder }] } });
    sort('ASCENDING');
    expect(read(sheets, 'Sheet1').flat()).toEqual([9, 10, 'A', 'b', true]);
    sort('DESCENDING');
    expect(read(sheets, 'Sheet1').flat()).toEqual([true, 'b', 'A', 10, 9]);
  });
});

describe('What else a sheet holds', () => {
  it('is kept and given back: conditional formats, banding, charts, filters, groups, borders', () => {
    const sheets = newSheets();
    const range = { sheetId: 0, startRowIndex: 1, endRowIndex: 9, startColumnIndex: 0, endColumnIndex: 3 };
    const booleanRule = {
      condition: { type: 'NOT_BLANK' },
      format: { backgroundColorStyle: { rgbColor: { red: 1 } } },
    };
    const { replies } = batch(
      sheets,
      { addConditionalFormatRule: { rule: { ranges: [range], booleanRule } } },
      { addBanding: { bandedRange: { range, rowProperties: { firstBandColorStyle: { rgbColor: { green: 1 } } } } } },
      { addChart: { chart: { chartId: 3, spec: { title: 'Points', basicChart: { chartType: 'LINE' } } } } },
      { setBasicFilter: { filter: { range } } },
      { addFilterView: { filter: { title: 'Mine', range } } },
      { addDimensionGroup: { range: { sheetId: 0, dimension: 'ROWS', startIndex: 2, endIndex: 4 } } },
      { updateBorders: { range, top: { style: 'SOLID' } } },
    );
    expect(replies?.map((reply) => Object.keys(reply)[0])).toEqual([
      undefined,
      'addBanding',
      'addChart',
      undefined,
      'addFilterView',
      'addDimensionGroup',
      undefined,
    ]);
    const sheet = get(sheets, 'sheets').sheets?.[0];
    expect(sheet).toMatchObject({
      conditionalFormats: [{ booleanRule: { format: { backgroundColor: { red: 1 } } } }],
      bandedRanges: [{ rowProperties: { firstBandColor: { green: 1 } } }],
      charts: [{ chartId: 3, spec: { title: 'Points' } }],
      filterViews: [{ title: 'Mine' }],
      rowGroups: [{ depth: 1 }],
    });
    expect(() => batch(sheets, { deleteConditionalFormatRule: { index: 4 } })).toThrow(
      'No conditional format on sheet: 0 at index: 4',
    );
    batch(
      sheets,
      { deleteConditionalFormatRule: { index: 0 } },
      { deleteEmbeddedObject: { objectId: 3 } },
      { clearBasicFilter: {} },
    );
    const after = get(sheets, 'sheets(conditionalFormats,charts,basicFilter)').sheets?.[0];
    expect(after).toEqual({});
  });

  it('metadata of a row follows it, and finds its cells', () => {
    const sheets = newSheets();
    type(sheets, 'A1', ['a'], ['b'], ['c']);
    const dimensionRange = { sheetId: 0, dimension: 'ROWS', startIndex: 1, endIndex: 2 };
    batch(
      sheets,
      {
        createDeveloperMetadata: {
          developerMetadata: {
            metadataKey: 'race',
            metadataValue: '7',
            visibility: 'DOCUMENT',
            location: { dimensionRange },
          },
        },
      },
      { insertDimension: { range: { sheetId: 0, dimension: 'ROWS', startIndex: 0, endIndex: 2 } } },
    );
    const dataFilters = [{ developerMetadataLookup: { metadataKey: 'race' } }];
    const found = sheets.spreadsheets.filtered.batchGet({ spreadsheetId: BOOK, requestBody: { dataFilters } });
    expect(found.valueRanges).toEqual([
      { valueRange: { range: 'Sheet1!A4:Z4', majorDimension: 'ROWS', values: [['b']] }, dataFilters },
    ]);
    const [match] =
      sheets.spreadsheets.filtered.searchMetadata({ spreadsheetId: BOOK, requestBody: { dataFilters } })
        .matchedDeveloperMetadata ?? [];
    expect(match?.developerMetadata.location).toEqual({
      locationType: 'ROW',
      dimensionRange: { dimension: 'ROWS', startIndex: 3, endIndex: 4 },
    });
  });
});

it('A call neither keeps nor gives away what it was handed', () => {
  const sheets = newSheets();
  const cell: Schema['CellData'] = {
    userEnteredValue: { stringValue: 'mine' },
    userEnteredFormat: { textFormat: { bold: true } },
  };
  batch(sheets, { updateCells: { start: { sheetId: 0 }, rows: [{ values: [cell] }], fields: '*' } });
  if (cell.userEnteredValue) cell.userEnteredValue.stringValue = 'changed';
  const fields = 'sheets.data.rowData.values.userEnteredFormat';
  const format = get(sheets, fields, ['A1']).sheets?.[0]?.data?.[0]?.rowData?.[0]?.values?.[0]?.userEnteredFormat;
  if (format?.textFormat) format.textFormat.bold = false;
  expect(read(sheets, 'A1')).toEqual([['mine']]);
  const again = get(sheets, fields, ['A1']).sheets?.[0]?.data?.[0]?.rowData?.[0]?.values?.[0]?.userEnteredFormat;
  expect(again).toEqual({ textFormat: { bold: true } });
});
