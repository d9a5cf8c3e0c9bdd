/** What can't be kept is refused in so many words, not forgotten. */
import { describe, expect, it } from 'vitest';
import type { Schema } from '../../../sheets/local/model/api.ts';
import { messageType } from '../../../sheets/local/wire/schema.ts';
import { BOOK, batch, newSheets, read, type } from './league.ts';

const A1 = { sheetId: 0, startRowIndex: 0, endRowIndex: 1, startColumnIndex: 0, endColumnIndex: 1 };
const values = (...texts: string[]) => texts.map((userEnteredValue) => ({ userEnteredValue }));

describe('A kind of request', () => {
  const NOT_HERE = [
    'addDataSource',
    'addSlicer',
    'addTable',
    'cancelDataSourceRefresh',
    'deleteDataSource',
    'deleteTable',
    'refreshDataSource',
    'updateDataSource',
    'updateSlicerSpec',
    'updateTable',
  ];

  it.each(NOT_HERE)('%s is not supported, and the refusal says so by its name', (kind) => {
    expect(() => batch(newSheets(), { [kind]: {} })).toThrow(
      `Invalid requests[0].${kind}: This kind of request is not supported by this local spreadsheet.`,
    );
  });

  it.each([...messageType('Request').keys()].filter((kind) => !NOT_HERE.includes(kind)))('%s is understood', (kind) => {
    try {
      batch(newSheets(), { [kind]: {} });
    } catch (error) {
      expect(error).toMatchObject({ code: 400, message: expect.stringContaining(`Invalid requests[0].${kind}: `) });
      expect(error).not.toMatchObject({ message: expect.stringContaining('not supported') });
    }
  });
});

describe('A cell', () => {
  const write = (cell: Schema['CellData'], fields: string) =>
    batch(newSheets(), { repeatCell: { range: A1, cell, fields } });

  it.each(['pivotTable', 'dataSourceTable', 'chipRuns'])('cannot hold %s', (field) => {
    const cell = { [field]: field === 'chipRuns' ? [{}] : {} };
    expect(() => write(cell, field)).toThrow(`${field} is not supported by this local spreadsheet.`);
    expect(() => write(cell, '*')).toThrow(`${field} is not supported by this local spreadsheet.`);
    expect(() => write({ ...cell, note: 'only this' }, 'note')).not.toThrow();
  });

  it('takes a text of 50,000 characters, and none longer, however it is written', () => {
    const longest = 'x'.repeat(50_000);
    const refusal = 'Your input contains more than the maximum of 50000 characters in a single cell.';
    const sheets = newSheets();
    type(sheets, 'A1', [longest]);
    expect(read(sheets, 'A1')).toEqual([[longest]]);
    expect(() => type(sheets, 'A1', [`${longest}x`])).toThrow(refusal);
    expect(() => write({ userEnteredValue: { stringValue: `${longest}x` } }, 'userEnteredValue')).toThrow(
      `Invalid requests[0].repeatCell: ${refusal}`,
    );
    const find = { find: 'x', replacement: 'xx', allSheets: true };
    expect(() => batch(sheets, { findReplace: find })).toThrow(`Invalid requests[0].findReplace: ${refusal}`);
  });

  it('is not written where a mask names a field that no cell has', () => {
    expect(() => write({ note: 'lost' }, 'notes')).toThrow('Invalid requests[0].repeatCell: Invalid field: notes');
  });
});

describe('A condition', () => {
  const validate = (condition: Schema['DataValidationRule']['condition']) =>
    batch(newSheets(), { setDataValidation: { range: A1, rule: { ...(condition && { condition }) } } });
  const colour = (condition: Schema['DataValidationRule']['condition']) =>
    batch(newSheets(), {
      addConditionalFormatRule: { rule: { ranges: [A1], booleanRule: { ...(condition && { condition }) } }, index: 0 },
    });
  const filter = (condition: Schema['DataValidationRule']['condition']) =>
    batch(newSheets(), {
      setBasicFilter: { filter: { range: A1, criteria: { 0: { ...(condition && { condition }) } } } },
    });

  it.each([
    ['NUMBER_GREATER', [], 'exactly one ConditionValue, but 0 values were supplied.'],
    ['NUMBER_BETWEEN', ['1'], 'exactly two ConditionValues, but 1 values were supplied.'],
    ['ONE_OF_RANGE', ['=A1:A2', '=B1:B2'], 'exactly one ConditionValue, but 2 values were supplied.'],
    ['TEXT_IS_EMAIL', ['ana@example.com'], 'no ConditionValues, but 1 values were supplied.'],
    ['BOOLEAN', ['1', '2', '3'], 'at most 2 ConditionValues, but 3 values were supplied.'],
  ])('%s %j has as many values as it takes', (kind, given, refusal) => {
    expect(() => validate({ type: kind, values: values(...given) })).toThrow(
      `Invalid requests[0].setDataValidation: ConditionType '${kind}' requires ${refusal}`,
    );
  });

  it('stands where it is meant to', () => {
    expect(() => validate({ type: 'NOT_BLANK' })).toThrow(
      "ConditionType 'NOT_BLANK' is not supported in data validation.",
    );
    expect(() => colour({ type: 'ONE_OF_LIST', values: values('DNF') })).toThrow(
      "ConditionType 'ONE_OF_LIST' is not supported in conditional formatting.",
    );
    expect(() => filter({ type: 'DATE_IS_VALID' })).toThrow(
      "ConditionType 'DATE_IS_VALID' is not supported in filters.",
    );
    expect(() => colour({})).toThrow('A condition with a type must be specified for conditional formatting.');
    expect(() => filter({ type: 'NOT_BLANK' })).not.toThrow();
  });

  it('counts too where a rule comes with the cell', () => {
    const cell = { dataValidation: { condition: { type: 'BLANK' } } };
    expect(() => batch(newSheets(), { repeatCell: { range: A1, cell, fields: 'dataValidation' } })).toThrow(
      "ConditionType 'BLANK' is not supported in data validation.",
    );
  });
});

describe('What belongs to tables or data sources', () => {
  const dataSourceColumnReference = { name: 'points' };
  it.each<[string, Schema['Request'], string]>([
    ['a filter of a table', { setBasicFilter: { filter: { tableId: 't' } } }, 'Tables are'],
    [
      'a filter view by the column of a data source',
      { addFilterView: { filter: { range: A1, sortSpecs: [{ dataSourceColumnReference }] } } },
      'Data sources are',
    ],
    [
      'a sort by the column of a data source',
      { sortRange: { range: A1, sortSpecs: [{ dataSourceColumnReference }] } },
      'Data sources are',
    ],
    ['cells for a table', { appendCells: { tableId: 't', rows: [], fields: '*' } }, 'Tables are'],
  ])('%s is refused', (_, request, refusal) => {
    expect(() => batch(newSheets(), request)).toThrow(`${refusal} not supported by this local spreadsheet.`);
  });
});

describe('A call whose fields its answer has not', () => {
  it('is refused before it writes anything', () => {
    const sheets = newSheets();
    const { spreadsheets } = sheets;
    const requestBody = { values: [['Kim']] };
    const write = { spreadsheetId: BOOK, range: 'A1', valueInputOption: 'RAW', requestBody, fields: 'cells' };
    expect(() => spreadsheets.values.update(write)).toThrow('Request contains an invalid argument.');
    expect(() => spreadsheets.values.append(write)).toThrow('Request contains an invalid argument.');
    const requests = [{ updateSheetProperties: { properties: { title: 'Racers' }, fields: 'title' } }];
    expect(() =>
      spreadsheets.batchUpdate({ spreadsheetId: BOOK, requestBody: { requests }, fields: 'answers' }),
    ).toThrow('Request contains an invalid argument.');
    expect(read(sheets, 'Sheet1!A1')).toEqual([]);
  });
});
