/** The format that a cell has in effect: its own, on top of bands, below the colours that follow from conditions. */
import { describe, expect, it } from 'vitest';
import type { Schema } from '../../../sheets/local/model/api.ts';
import { BOOK, batch, newSheets, type } from './league.ts';

const white = { red: 1, green: 1, blue: 1 };
const grey = { red: 0.8, green: 0.8, blue: 0.8 };
const red = { red: 1 };
const style = (rgbColor: object) => ({ rgbColor });
const area = (endRowIndex: number, endColumnIndex: number) => ({
  sheetId: 0,
  startRowIndex: 0,
  endRowIndex,
  startColumnIndex: 0,
  endColumnIndex,
});

const bands = (endRowIndex: number, endColumnIndex: number): Schema['Request'] => ({
  addBanding: {
    bandedRange: {
      range: area(endRowIndex, endColumnIndex),
      rowProperties: { firstBandColorStyle: style(grey), secondBandColorStyle: style(white) },
    },
  },
});
const above = (number: string, format: Schema['CellFormat']): Schema['Request'] => ({
  addConditionalFormatRule: {
    index: 0,
    rule: {
      ranges: [area(3, 1)],
      booleanRule: { condition: { type: 'NUMBER_GREATER', values: [{ userEnteredValue: number }] }, format },
    },
  },
});

function cells(sheets: ReturnType<typeof newSheets>, fields?: string) {
  const params = { spreadsheetId: BOOK, ranges: ['A1:C4'] };
  const { sheets: tabs } = sheets.spreadsheets.get(
    fields === undefined ? { ...params, includeGridData: true } : { ...params, fields },
  );
  return tabs?.[0]?.data?.[0]?.rowData?.map((row) => row.values ?? []) ?? [];
}
/** The colours of cells, row by row. */
const colours = (sheets: ReturnType<typeof newSheets>) =>
  cells(sheets).map((row) => row.map((cell) => cell.effectiveFormat?.backgroundColor));

describe('The format in effect', () => {
  it('has the colours of bands, in empty cells as well', () => {
    const sheets = newSheets();
    type(sheets, 'A1', ['Ana']);
    batch(sheets, bands(3, 2));
    const shade = { red: 0.8, green: 0.8, blue: 0.8 };
    expect(colours(sheets)).toEqual([
      [shade, shade],
      [white, white],
      [shade, shade],
    ]);
    expect(cells(sheets)[0]?.[0]?.userEnteredFormat).toBeUndefined();
  });

  it('has a cell’s own colour before its band’s, and a condition’s before both', () => {
    const sheets = newSheets();
    type(sheets, 'A1', [1], [2], [3]);
    const own = { userEnteredFormat: { backgroundColor: { blue: 1 }, textFormat: { italic: true } } };
    batch(
      sheets,
      bands(3, 1),
      { repeatCell: { range: area(2, 1), cell: own, fields: 'userEnteredFormat' } },
      above('1', { backgroundColorStyle: style(red), textFormat: { bold: true } }),
    );
    expect(colours(sheets)).toEqual([[{ blue: 1 }], [{ red: 1 }], [{ red: 1 }]]);
    expect(cells(sheets)[1]?.[0]?.effectiveFormat?.textFormat).toMatchObject({
      italic: true,
      bold: true,
      fontSize: 10,
    });
    expect(cells(sheets)[1]?.[0]?.userEnteredFormat?.backgroundColor).toEqual({ blue: 1 });
  });

  it('has the colour of a scale at a number’s place on it, and none for text', () => {
    const sheets = newSheets();
    type(sheets, 'A1', [0], [10], ['Ana']);
    const point = (color: object, kind: string) => ({ colorStyle: style(color), type: kind });
    const gradientRule = { minpoint: point(white, 'MIN'), maxpoint: point(red, 'MAX') };
    batch(sheets, { addConditionalFormatRule: { index: 0, rule: { ranges: [area(3, 1)], gradientRule } } });
    expect(colours(sheets)).toEqual([[white], [red], [white]]);
    type(sheets, 'A3', [5]);
    expect(colours(sheets)[2]?.[0]).toEqual({ red: 1, green: 0.5019608, blue: 0.5019608 });
  });

  it('follows a formula as it reads at each cell', () => {
    const sheets = newSheets();
    type(sheets, 'A1', [1, 2], [3, 2], [5, 9]);
    const condition = { type: 'CUSTOM_FORMULA', values: [{ userEnteredValue: '=SUM($A1:$A1)>$B1' }] };
    const booleanRule = { condition, format: { textFormat: { strikethrough: true } } };
    batch(sheets, { addConditionalFormatRule: { index: 0, rule: { ranges: [area(3, 2)], booleanRule } } });
    const struck = cells(sheets).map((row) => row.map((cell) => cell.effectiveFormat?.textFormat?.strikethrough));
    expect(struck).toEqual([
      [false, false],
      [true, true],
      [false, false],
    ]);
  });

  it('is worked out only for those who ask for it', () => {
    const sheets = newSheets();
    type(sheets, 'A1', ['Ana']);
    batch(sheets, bands(3, 2));
    expect(cells(sheets, 'sheets.data.rowData.values.formattedValue')).toEqual([[{ formattedValue: 'Ana' }]]);
    const asked = cells(sheets, 'sheets.data.rowData.values.effectiveFormat.backgroundColor');
    expect(asked).toHaveLength(3);
  });
});
