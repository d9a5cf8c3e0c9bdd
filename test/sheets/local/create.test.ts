import { describe, expect, it } from 'vitest';
import type { Schema } from '../../../sheets/local/model/api.ts';
import { newSheets } from './league.ts';

const create = (requestBody: Schema['Spreadsheet']) => newSheets().spreadsheets.create({ requestBody });

describe('A spreadsheet is made', () => {
  it('with all that is asked for', () => {
    const range = { startRowIndex: 0, endRowIndex: 2, startColumnIndex: 0, endColumnIndex: 2 };
    const made = create({
      properties: { title: 'Night 1', timeZone: 'Europe/Berlin' },
      sheets: [
        {
          properties: {
            sheetId: 5,
            title: 'Results',
            gridProperties: { rowCount: 4, columnCount: 4, frozenRowCount: 1 },
          },
          data: [
            {
              startRow: 1,
              rowData: [{ values: [{ userEnteredValue: { numberValue: 15 }, note: 'First' }] }],
              columnMetadata: [{ pixelSize: 200 }],
            },
          ],
          merges: [{ startRowIndex: 2, endRowIndex: 4, startColumnIndex: 0, endColumnIndex: 1 }],
          protectedRanges: [{ range, warningOnly: true }],
          basicFilter: { range },
          rowGroups: [{ range: { dimension: 'ROWS', startIndex: 1, endIndex: 2 } }],
        },
        { properties: { title: 'Log', hidden: true } },
      ],
      namedRanges: [{ name: 'top', range: { ...range, sheetId: 5 } }],
      developerMetadata: [{ metadataKey: 'round', location: { spreadsheet: true }, visibility: 'DOCUMENT' }],
    });
    expect(made.properties).toMatchObject({ title: 'Night 1', timeZone: 'Europe/Berlin' });
    expect(made.sheets?.[0]).toMatchObject({
      properties: { sheetId: 5, title: 'Results', gridProperties: { rowCount: 4, frozenRowCount: 1 } },
      merges: [{ sheetId: 5, startRowIndex: 2, endRowIndex: 4, startColumnIndex: 0, endColumnIndex: 1 }],
      protectedRanges: [{ range: { ...range, sheetId: 5 }, warningOnly: true }],
      basicFilter: { range: { ...range, sheetId: 5 } },
      rowGroups: [{ range: { sheetId: 5, dimension: 'ROWS', startIndex: 1, endIndex: 2 }, depth: 1 }],
    });
    expect(made.sheets?.[1]?.properties).toMatchObject({ title: 'Log', hidden: true, index: 1 });
    expect(made.namedRanges).toMatchObject([{ name: 'top', range: { ...range, sheetId: 5 } }]);
    expect(made.developerMetadata).toMatchObject([{ metadataKey: 'round' }]);
  });

  it.each([
    ['Slicers', { slicers: [{ slicerId: 1 }] }],
    ['Tables', { tables: [{ name: 'Results' }] }],
  ])('but not with what it cannot have: %s', (what, sheet) => {
    expect(() => create({ sheets: [sheet] })).toThrow(`${what} are not supported by this local spreadsheet.`);
  });
});
