import { describe, expect, it } from 'vitest';
import type { Schema } from '../../../sheets/local/model/api.ts';
import { BOOK, batch, newSheets, type } from './league.ts';

type Sheets = ReturnType<typeof newSheets>;

const sizes = (sheets: Sheets, which: 'columnMetadata' | 'rowMetadata', count: number) =>
  sheets.spreadsheets
    .get({ spreadsheetId: BOOK, fields: `sheets.data.${which}` })
    .sheets?.[0]?.data?.[0]?.[which]?.slice(0, count)
    .map((each) => each.pixelSize ?? 0);

const resize = (sheets: Sheets, dimension: 'COLUMNS' | 'ROWS', endIndex: number) =>
  batch(sheets, { autoResizeDimensions: { dimensions: { sheetId: 0, dimension, startIndex: 0, endIndex } } });

const height = (pixelSize: number): Schema['Request'] => ({
  updateDimensionProperties: {
    range: { sheetId: 0, dimension: 'ROWS', startIndex: 0, endIndex: 2 },
    properties: { pixelSize, hiddenByUser: true },
    fields: 'pixelSize,hiddenByUser',
  },
});

describe('A column that is to fit', () => {
  it('is as wide as its longest text, however long, and as narrow as its letters', () => {
    const sheets = newSheets();
    type(sheets, 'A1', ['W'.repeat(200), 'i'.repeat(200)], ['short', 'short']);
    resize(sheets, 'COLUMNS', 2);
    const [wide = 0, narrow = 0] = sizes(sheets, 'columnMetadata', 2) ?? [];
    expect(wide).toBeGreaterThan(200 * 12);
    expect(narrow).toBeLessThan(200 * 4);
    expect(narrow).toBeGreaterThan(200 * 2);
  });

  it('goes by what people see, line by line', () => {
    const sheets = newSheets();
    type(sheets, 'A1', ['=REPT("m", 20)', 'm'.repeat(20), `${'m'.repeat(20)}\n${'m'.repeat(10)}`]);
    resize(sheets, 'COLUMNS', 3);
    const [formula, text, lines] = sizes(sheets, 'columnMetadata', 3) ?? [];
    expect([formula, lines]).toEqual([text, text]);
  });

  it('gives large and bold letters their room, and none to accents', () => {
    const sheets = newSheets();
    type(sheets, 'A1', ['resumes of it', 'resumes of it', 'résumés of it']);
    const textFormat = { fontSize: 20, bold: true };
    const range = { sheetId: 0, startRowIndex: 0, endRowIndex: 1, startColumnIndex: 0, endColumnIndex: 1 };
    batch(sheets, { repeatCell: { range, cell: { userEnteredFormat: { textFormat } }, fields: 'userEnteredFormat' } });
    resize(sheets, 'COLUMNS', 3);
    const [large = 0, usual = 0, accented] = sizes(sheets, 'columnMetadata', 3) ?? [];
    expect(large).toBeGreaterThan(1.9 * usual);
    expect(accented).toBe(usual);
  });

  it('stays as it is while nothing is in it', () => {
    const sheets = newSheets();
    resize(sheets, 'COLUMNS', 1);
    expect(sizes(sheets, 'columnMetadata', 1)).toEqual([100]);
  });
});

describe('A row that is to fit', () => {
  it('is as high as usual again, and as hidden as it was', () => {
    const sheets = newSheets();
    batch(sheets, height(80));
    resize(sheets, 'ROWS', 1);
    expect(sizes(sheets, 'rowMetadata', 2)).toEqual([21, 80]);
    const { data } =
      sheets.spreadsheets.get({ spreadsheetId: BOOK, fields: 'sheets.data.rowMetadata' }).sheets?.[0] ?? {};
    expect(data?.[0]?.rowMetadata?.[0]?.hiddenByUser).toBe(true);
  });
});
