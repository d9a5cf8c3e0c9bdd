import { describe, expect, it } from 'vitest';
import { parseEntry } from '../../../sheets/local/values/entered.ts';
import { formatNumber } from '../../../sheets/local/values/format.ts';
import { BOOK, batch, look, newSheets, read, type } from './league.ts';

describe('What somebody types', () => {
  it.each([
    ['42', { numberValue: 42 }, undefined],
    ['0042', { numberValue: 42 }, undefined],
    ['-1.5', { numberValue: -1.5 }, undefined],
    ['2,000,000.01', { numberValue: 2000000.01 }, '#,##0.00'],
    ['5%', { numberValue: 0.05 }, '0%'],
    ['$1,234.50', { numberValue: 1234.5 }, '"$"#,##0.00'],
    ['-$3', { numberValue: -3 }, '"$"#,##0'],
    ['1e3', { numberValue: 1000 }, '0.00E+00'],
    ['true', { boolValue: true }, undefined],
    ['2020-01-01', { numberValue: 43831 }, 'yyyy-mm-dd'],
    ['1/2/1999', { numberValue: 36162 }, 'M/d/yyyy'],
    ['2026-11-20 20:15', { numberValue: 46346.84375 }, 'yyyy-mm-dd h:mm'],
    ['8:30 pm', { numberValue: 0.8541666666666666 }, 'h:mm am/pm'],
    ['Nov 5', { numberValue: 46331 }, 'mmm d'],
    ['=1+1', { formulaValue: '=1+1' }, undefined],
    ["'=1+1", { stringValue: '=1+1' }, undefined],
    ["'7", { stringValue: '7' }, undefined],
    ['3_1_0', { stringValue: '3_1_0' }, undefined],
    ['2020-13-01', { stringValue: '2020-13-01' }, undefined],
    ['1,23', { stringValue: '1,23' }, undefined],
    ['1=', { stringValue: '1=' }, undefined],
    ['=', { stringValue: '=' }, undefined],
    ['DNF', { stringValue: 'DNF' }, undefined],
  ])('%s becomes %j', (text, value, pattern) => {
    const entry = parseEntry(text, 2026);
    expect(entry.value).toEqual(value);
    expect(entry.numberFormat?.pattern).toBe(pattern);
  });
});

describe('What somebody sees', () => {
  it.each([
    [0.0009765625, undefined, '0.0009765625'],
    [1 / 3, undefined, '0.3333333333'],
    [0.1 + 0.2, undefined, '0.3'],
    [123456789012345, undefined, '123456789012345'],
    [1e21, undefined, '1E+21'],
    [-0.00000012, undefined, '-0.00000012'],
    [1234.5, '#,##0.00', '1,234.50'],
    [0.256, '0.0%', '25.6%'],
    [7, '00', '07'],
    [-5, '"$"#,##0.00', '-$5.00'],
    [-5, '0;(0)', '(5)'],
    [12345, '0.00E+00', '1.23E+04'],
    [46346.84375, 'yyyy-mm-dd hh:mm', '2026-11-20 20:15'],
    [46346.84375, 'd mmm yyyy, h:mm am/pm', '20 Nov 2026, 8:15 PM'],
    [46346, 'ddd', 'Fri'],
    [1.5, '[h]:mm', '36:00'],
  ])('%d under %s is %s', (number, pattern, text) => {
    const type = pattern && /[ymdh]/.test(pattern) ? 'DATE_TIME' : 'NUMBER';
    expect(formatNumber(number, pattern ? { type, pattern } : undefined)).toBe(text);
  });
});

describe('The values of cells', () => {
  it('are given as typed, as stored, or as entered', () => {
    const sheets = newSheets();
    type(sheets, 'A1', ['2026-11-20', '5%', true, '=A1', 0]);
    const get = (valueRenderOption: string, dateTimeRenderOption?: string) =>
      sheets.spreadsheets.values.get({ spreadsheetId: BOOK, range: 'A1:E1', valueRenderOption, dateTimeRenderOption })
        .values?.[0];
    expect(get('FORMATTED_VALUE')).toEqual(['2026-11-20', '5%', 'TRUE', '2026-11-20', '0']);
    expect(get('UNFORMATTED_VALUE')).toEqual([46346, 0.05, true, 46346, 0]);
    expect(get('UNFORMATTED_VALUE', 'FORMATTED_STRING')).toEqual(['2026-11-20', 0.05, true, '2026-11-20', 0]);
    expect(get('FORMULA')).toEqual([46346, 0.05, true, '=A1', 0]);
  });

  it('stay text where the API writes them raw, or where the cell is for text', () => {
    const sheets = newSheets();
    const raw = {
      spreadsheetId: BOOK,
      range: 'A1',
      valueInputOption: 'RAW',
      requestBody: { values: [['=1', '1', 'TRUE', '']] },
    };
    sheets.spreadsheets.values.update(raw);
    expect(read(sheets, 'A1:D1')).toEqual([['=1', '1', 'TRUE']]);
    const format = { userEnteredFormat: { numberFormat: { type: 'TEXT' } } };
    batch(sheets, {
      repeatCell: {
        range: { sheetId: 0, startRowIndex: 1, endRowIndex: 2 },
        cell: format,
        fields: 'userEnteredFormat',
      },
    });
    type(sheets, 'A2', ['123456789012345678']);
    expect(read(sheets, 'A2')).toEqual([['123456789012345678']]);
  });

  it('null leaves a cell as it is, an empty text empties it and keeps its look', () => {
    const sheets = newSheets();
    type(sheets, 'A1', ['5%', 'b', 'c']);
    type(sheets, 'A1', [null, '', 'd']);
    expect(look(sheets, 'A1:C1')).toEqual([['5%', '', 'd']]);
    type(sheets, 'A1', ['']);
    type(sheets, 'A1', [0.1]);
    expect(look(sheets, 'A1')).toEqual([['10%']]);
  });

  it('are cleared by range, one or several', () => {
    const sheets = newSheets();
    type(sheets, 'A1', ['a', 'b'], ['c', 'd']);
    const cleared = sheets.spreadsheets.values.clear({ spreadsheetId: BOOK, range: 'B:B' });
    expect(cleared.clearedRange).toBe('Sheet1!B1:B1000');
    expect(read(sheets, 'Sheet1')).toEqual([['a'], ['c']]);
    sheets.spreadsheets.values.batchClear({ spreadsheetId: BOOK, requestBody: { ranges: ['A1', 'A2'] } });
    expect(read(sheets, 'Sheet1')).toEqual([]);
  });

  it('of several ranges are written together or not at all', () => {
    const sheets = newSheets();
    const write = (data: object[]) =>
      sheets.spreadsheets.values.batchUpdate({ spreadsheetId: BOOK, requestBody: { valueInputOption: 'RAW', data } });
    expect(() =>
      write([
        { range: 'A1', values: [['x']] },
        { range: 'Nowhere!A1', values: [['y']] },
      ]),
    ).toThrow('Unable to parse range');
    expect(read(sheets, 'Sheet1')).toEqual([]);
    const answer = write([
      { range: 'A1', values: [['x']] },
      { range: 'B1:B2', majorDimension: 'COLUMNS', values: [['y', 'z']] },
    ]);
    expect(answer).toMatchObject({ totalUpdatedCells: 3, totalUpdatedSheets: 1 });
    expect(read(sheets, 'Sheet1')).toEqual([
      ['x', 'y'],
      ['', 'z'],
    ]);
  });
});

describe('A table to append to', () => {
  /** The example of Google's guide: two tables, A1:C2 and B4:D6. */
  const tables = () => {
    const sheets = newSheets();
    type(
      sheets,
      'A1',
      ['x', 'y', 'z'],
      ['x', 'y', 'z'],
      [],
      [null, 'x', 'y', 'z'],
      [null, 'y', 'z', 'x'],
      [null, 'z', 'x', 'y'],
    );
    return sheets;
  };

  it.each([
    ['Sheet1', 'Sheet1!B7'],
    ['B4', 'Sheet1!B7'],
    ['B2:D4', 'Sheet1!B7'],
    ['A3:G10', 'Sheet1!B7'],
    ['A1', 'Sheet1!A3'],
    ['E4', 'Sheet1!E4'],
    ['A4', 'Sheet1!A4'],
  ])('is looked for in %s and continued at %s', (range, place) => {
    const appended = tables().spreadsheets.values.append({
      spreadsheetId: BOOK,
      range,
      valueInputOption: 'RAW',
      requestBody: { values: [['new']] },
    });
    expect(appended.updates.updatedRange).toBe(place);
  });

  it('is written over or pushed down, as asked', () => {
    const append = (insertDataOption: string) => {
      const sheets = tables();
      const requestBody = { values: [['1'], ['2'], ['3']] };
      sheets.spreadsheets.values.append({
        spreadsheetId: BOOK,
        range: 'A1',
        valueInputOption: 'RAW',
        insertDataOption,
        requestBody,
      });
      return read(sheets, 'A3:B7');
    };
    expect(append('OVERWRITE').slice(0, 3)).toEqual([['1'], ['2', 'x'], ['3', 'y']]);
    expect(append('INSERT_ROWS')).toEqual([['1'], ['2'], ['3'], [], ['', 'x']]);
  });

  it('for appendCells is all that stands in the tab', () => {
    const sheets = tables();
    batch(sheets, {
      appendCells: { sheetId: 0, rows: [{ values: [{ userEnteredValue: { numberValue: 7 } }] }], fields: '*' },
    });
    expect(read(sheets, 'A6:B8')).toEqual([['', 'z'], [7]]);
  });
});
