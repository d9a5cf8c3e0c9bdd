/** Conditions of colours and of what cells accept, and charts, follow the rows and columns that they speak of. */
import { describe, expect, it } from 'vitest';
import type { Schema } from '../../../sheets/local/model/api.ts';
import { BOOK, batch, newSheets, read, type } from './league.ts';

type Sheets = ReturnType<typeof newSheets>;

/** A tab where the rows 2 to 10 of column A are coloured by a formula, which reads as from A2. */
function coloured(formula: string, range: Schema['GridRange'] = { startRowIndex: 1, endRowIndex: 10 }): Sheets {
  const sheets = newSheets();
  const condition = { type: 'CUSTOM_FORMULA', values: [{ userEnteredValue: formula }] };
  const format = { backgroundColorStyle: { rgbColor: { red: 1 } } };
  const ranges = [{ sheetId: 0, startColumnIndex: 0, endColumnIndex: 1, ...range }];
  batch(sheets, { addConditionalFormatRule: { index: 0, rule: { ranges, booleanRule: { condition, format } } } });
  return sheets;
}

/** Each rule as its first range's rows and its formula. */
const rules = (sheets: Sheets) =>
  sheets.spreadsheets
    .get({ spreadsheetId: BOOK, fields: 'sheets.conditionalFormats' })
    .sheets?.[0]?.conditionalFormats?.map(({ ranges, booleanRule }) => [
      ranges?.[0]?.startRowIndex,
      ranges?.[0]?.endRowIndex,
      booleanRule?.condition?.values?.[0]?.userEnteredValue,
    ]);

const span = (dimension: 'ROWS' | 'COLUMNS', startIndex: number, endIndex: number) => ({
  sheetId: 0,
  dimension,
  startIndex,
  endIndex,
});

describe('The formula of a colour', () => {
  it('follows rows and columns that come in before what it reads', () => {
    const sheets = coloured('=AND($B2>$D$1, "B2"<>$B2)');
    batch(
      sheets,
      { insertDimension: { range: span('ROWS', 0, 2) } },
      { insertDimension: { range: span('COLUMNS', 1, 2) } },
    );
    expect(rules(sheets)).toEqual([[3, 12, '=AND($C4>$E$3, "B2"<>$C4)']]);
  });

  it('stays when rows come in between', () => {
    const sheets = coloured('=$B2>0');
    batch(sheets, { insertDimension: { range: span('ROWS', 4, 6) } });
    expect(rules(sheets)).toEqual([[1, 12, '=$B2>0']]);
  });

  it('is written for the next cell when the first one goes', () => {
    const sheets = coloured('=AND($B2>0, B2<>$D$2)');
    batch(sheets, { deleteDimension: { range: span('ROWS', 1, 3) } });
    expect(rules(sheets)).toEqual([[1, 8, '=AND($B2>0, B2<>#REF!)']]);
  });

  it('is written for the next cell when the first one moves away', () => {
    const sheets = coloured('=$B2>$B$5');
    batch(sheets, { moveDimension: { source: span('ROWS', 1, 2), destinationIndex: 8 } });
    expect(rules(sheets)).toEqual([[1, 10, '=$B2>$B$4']]);
  });

  it('that is about a whole column reads from its first row, also when rows come in above it', () => {
    const sheets = coloured('=$B1>$D$1', { endRowIndex: null });
    batch(sheets, { insertDimension: { range: span('ROWS', 0, 2) } });
    expect(rules(sheets)?.[0]?.[2]).toBe('=$B1>$D$3');
  });

  it('goes with the last of its cells', () => {
    const sheets = coloured('=$B2>0', { startRowIndex: 1, endRowIndex: 2 });
    batch(sheets, { deleteDimension: { range: span('ROWS', 1, 2) } });
    expect(rules(sheets)).toBeUndefined();
  });

  it('follows cells that are pushed down in some columns only', () => {
    const sheets = coloured('=A2>$D$2');
    const range = { sheetId: 0, startRowIndex: 0, endRowIndex: 1, startColumnIndex: 0, endColumnIndex: 1 };
    batch(sheets, { insertRange: { range, shiftDimension: 'ROWS' } });
    expect(rules(sheets)).toEqual([[2, 11, '=A3>$D$2']]);
  });
});

describe('What a cell accepts', () => {
  const rule = (type: string, userEnteredValue: string) => ({ condition: { type, values: [{ userEnteredValue }] } });
  const setOn = (sheets: Sheets, endRowIndex: number, of: Schema['DataValidationRule']) =>
    batch(sheets, {
      setDataValidation: {
        range: { sheetId: 0, startRowIndex: 1, endRowIndex, startColumnIndex: 0, endColumnIndex: 1 },
        rule: of,
      },
    });
  const said = (sheets: Sheets) =>
    sheets.spreadsheets
      .get({ spreadsheetId: BOOK, ranges: ['A1:A20'], fields: 'sheets.data.rowData.values.dataValidation' })
      .sheets?.[0]?.data?.[0]?.rowData?.map(
        (row) => row.values?.[0]?.dataValidation?.condition?.values?.[0]?.userEnteredValue,
      );

  it('follows the range of its list', () => {
    const sheets = newSheets();
    setOn(sheets, 2, rule('ONE_OF_RANGE', '=$D$2:$D$5'));
    batch(
      sheets,
      { insertDimension: { range: span('COLUMNS', 2, 3) } },
      { insertDimension: { range: span('ROWS', 3, 4) } },
    );
    expect(said(sheets)).toEqual([undefined, '=$E$2:$E$6']);
  });

  it('follows what its formula reads', () => {
    const sheets = newSheets();
    setOn(sheets, 2, rule('CUSTOM_FORMULA', '=B2<=$D$1'));
    batch(
      sheets,
      { insertDimension: { range: span('ROWS', 0, 1) } },
      { moveDimension: { source: span('COLUMNS', 1, 2), destinationIndex: 6 } },
    );
    expect(said(sheets)).toEqual([undefined, undefined, '=F3<=$C$2']);
  });

  it('asks by a formula that reads alike from each cell, and still does when the first one goes', () => {
    const sheets = newSheets();
    setOn(sheets, 5, rule('CUSTOM_FORMULA', '=$B2<=$D$1'));
    expect(said(sheets)?.slice(1)).toEqual(['=$B2<=$D$1', '=$B3<=$D$1', '=$B4<=$D$1', '=$B5<=$D$1']);
    batch(sheets, { deleteDimension: { range: span('ROWS', 1, 2) } });
    expect(said(sheets)?.slice(1)).toEqual(['=$B2<=$D$1', '=$B3<=$D$1', '=$B4<=$D$1']);
  });
});

it('A formula that fills a range moves along from cell to cell', () => {
  const sheets = newSheets();
  type(sheets, 'A1', [1, 2], [3, 4]);
  const range = { sheetId: 0, startRowIndex: 0, endRowIndex: 2, startColumnIndex: 2, endColumnIndex: 4 };
  const cell = { userEnteredValue: { formulaValue: '=A1+$A$1' } };
  batch(sheets, { repeatCell: { range, cell, fields: 'userEnteredValue' } });
  expect(read(sheets, 'C1:D2')).toEqual([
    [2, 3],
    [4, 5],
  ]);
});

it('A chart stays on its cell, and where that goes, on the one that takes its place', () => {
  const sheets = newSheets();
  const overlayPosition = { anchorCell: { sheetId: 0, rowIndex: 4, columnIndex: 6 }, widthPixels: 300 };
  batch(sheets, { addChart: { chart: { chartId: 1, spec: { title: 'Points' }, position: { overlayPosition } } } });
  const anchor = () =>
    sheets.spreadsheets.get({ spreadsheetId: BOOK, fields: 'sheets.charts.position' }).sheets?.[0]?.charts?.[0]
      ?.position?.overlayPosition?.anchorCell;
  batch(
    sheets,
    { insertDimension: { range: span('ROWS', 0, 2) } },
    { moveDimension: { source: span('COLUMNS', 6, 7), destinationIndex: 1 } },
  );
  expect(anchor()).toEqual({ rowIndex: 6, columnIndex: 1 });
  batch(sheets, { deleteDimension: { range: span('ROWS', 5, 8) } });
  expect(anchor()).toEqual({ rowIndex: 5, columnIndex: 1 });
});
