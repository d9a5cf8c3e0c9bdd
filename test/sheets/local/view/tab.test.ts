import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { LocalSheets } from '../../../../sheets/local/engine.ts';
import type { Schema } from '../../../../sheets/local/model/api.ts';
import type { CellView } from '../../../../sheets/local/view/cells.ts';
import type { TabView } from '../../../../sheets/local/view/tab.ts';
import { BOOK, batch, newSheets, read, type } from '../league.ts';

let sheets: LocalSheets;
beforeEach(() => {
  sheets = newSheets();
});

const tab = (sheetId = 0, rows?: readonly [number, number]): TabView =>
  sheets.page.tab({ spreadsheetId: BOOK, sheetId, ...(rows && { rows }) });
const at = (view: TabView, row: number, column: number): CellView => view.cells[row - view.from]?.[column] || {};
const lookAt = (row: number, column: number) => {
  const view = tab();
  return view.looks[at(view, row, column).look ?? -1] ?? {};
};
const fillsOf = (column: number, rows: number) => Array.from({ length: rows }, (_, row) => lookAt(row, column).fill);
const color = (red: number, green: number, blue: number) => ({ rgbColor: { red, green, blue } });
const RED = color(1, 0, 0);
const column = (index: number, sheetId = 0) => ({ sheetId, startColumnIndex: index, endColumnIndex: index + 1 });

type Condition = NonNullable<NonNullable<Schema['ConditionalFormatRule']['booleanRule']>['condition']>;
/** Colours column A red where a condition holds. */
const paint = (kind: string, ...values: string[]) => {
  const condition: Condition = { type: kind, values: values.map((userEnteredValue) => ({ userEnteredValue })) };
  batch(sheets, {
    addConditionalFormatRule: {
      rule: { ranges: [column(0)], booleanRule: { condition, format: { backgroundColorStyle: RED } } },
    },
  });
};
/** What is red of the values that column A holds. */
const painted = (values: readonly unknown[]) => values.filter((_, row) => lookAt(row, 0).fill === '#ff0000');

describe('A conditional format colours', () => {
  const cases: [kind: string, operands: string[], values: unknown[], colored: unknown[]][] = [
    ['NUMBER_GREATER', ['2'], [1, 2, 3, 'three', ''], [3]],
    ['NUMBER_GREATER_THAN_EQ', ['2'], [1, 2, 3], [2, 3]],
    ['NUMBER_LESS', ['2'], [1, 2, ''], [1]],
    ['NUMBER_LESS_THAN_EQ', ['2'], [1, 2, 3], [1, 2]],
    ['NUMBER_EQ', ['2'], [1, 2, '2nd'], [2]],
    ['NUMBER_NOT_EQ', ['2'], [1, 2], [1]],
    ['NUMBER_BETWEEN', ['3', '1'], [0, 1, 2, 3, 4], [1, 2, 3]],
    ['NUMBER_NOT_BETWEEN', ['1', '3'], [0, 1, 4, 'x'], [0, 4]],
    ['TEXT_CONTAINS', ['DNF'], ['dnf', 'a DNF.', 'DN'], ['dnf', 'a DNF.']],
    ['TEXT_NOT_CONTAINS', ['a'], ['b', 'ab'], ['b']],
    ['TEXT_STARTS_WITH', ['no'], ['Now', 'so no'], ['Now']],
    ['TEXT_ENDS_WITH', ['o'], ['Go', 'of'], ['Go']],
    ['TEXT_EQ', ['open'], ['Open', 'opened'], ['Open']],
    ['DATE_EQ', ['2026-11-20'], ['2026-11-20 20:15', '2026-11-21'], ['2026-11-20 20:15']],
    ['DATE_BEFORE', ['2026-11-20'], ['2026-11-19 23:59', '2026-11-20'], ['2026-11-19 23:59']],
    ['DATE_AFTER', ['2026-11-20'], ['2026-11-20 23:59', '2026-11-21'], ['2026-11-21']],
    ['BLANK', [], ['x', '', 'y'], ['']],
    ['NOT_BLANK', [], ['x', '', 'y'], ['x', 'y']],
  ];
  it.each(cases)('where %s %j', (kind, operands, values, colored) => {
    type(sheets, 'A1', ...values.map((value) => [value]));
    paint(kind, ...operands);
    expect(painted(values)).toEqual(colored);
  });

  it('what lies before, on or after a day as today is', () => {
    const days = ['2026-11-22', '2026-11-23', '2026-11-24'];
    type(sheets, 'A1', ...days.map((day) => [day]));
    const condition = { type: 'DATE_BEFORE', values: [{ relativeDate: 'TODAY' }] };
    batch(sheets, {
      addConditionalFormatRule: {
        rule: { ranges: [column(0)], booleanRule: { condition, format: { backgroundColorStyle: RED } } },
      },
    });
    expect(painted(days)).toEqual(['2026-11-22']);
  });

  it('by a formula, seen from each cell', () => {
    type(sheets, 'A1', ['Kim', true], ['Sam', false], ['Zoe', true]);
    paint('CUSTOM_FORMULA', '=$B1');
    expect(painted(['Kim', 'Sam', 'Zoe'])).toEqual(['Kim', 'Zoe']);
  });

  it('by a formula that calculates, on cells with formulas of their own', () => {
    type(sheets, 'A1', ['=B1*1', 4], ['=B2*1', 5], ['=B3*1', 6]);
    paint('CUSTOM_FORMULA', '=AND(ISEVEN($B1), SUM(B$1:B1) > 4)');
    expect(painted([4, 5, 6])).toEqual([6]);
  });

  it('by what another cell holds', () => {
    type(sheets, 'A1', [1, 2], [2], [3]);
    paint('NUMBER_GREATER_THAN_EQ', '=$B$1');
    expect(painted([1, 2, 3])).toEqual([2, 3]);
  });

  it('by the first rule that holds alone', () => {
    type(sheets, 'A1', [1]);
    const rule = (type: string, format: Schema['CellFormat']) => ({
      rule: { ranges: [column(0)], booleanRule: { condition: { type }, format } },
    });
    batch(
      sheets,
      { addConditionalFormatRule: { ...rule('NOT_BLANK', { textFormat: { bold: true } }), index: 0 } },
      { addConditionalFormatRule: { ...rule('NOT_BLANK', { backgroundColorStyle: RED }), index: 1 } },
    );
    expect(lookAt(0, 0)).toEqual({ bold: true });
  });

  it('numbers along a scale', () => {
    type(sheets, 'A1', [0], [5], [10], ['x'], [20]);
    const gradientRule = {
      minpoint: { type: 'MIN', colorStyle: color(1, 1, 1) },
      midpoint: { type: 'NUMBER', value: '10', colorStyle: RED },
      maxpoint: { type: 'MAX', colorStyle: color(0, 0, 0) },
    };
    batch(sheets, { addConditionalFormatRule: { rule: { ranges: [column(0)], gradientRule } } });
    expect(fillsOf(0, 5)).toEqual(['#ffffff', '#ff8080', '#ff0000', undefined, '#000000']);
  });
});

describe('A banded range', () => {
  it('alternates below its header, and a format of a cell’s own goes over it', () => {
    const rowProperties = {
      headerColorStyle: color(0, 0, 1),
      firstBandColorStyle: color(1, 1, 1),
      secondBandColorStyle: RED,
    };
    batch(
      sheets,
      { addBanding: { bandedRange: { range: { ...column(0), startRowIndex: 1, endRowIndex: 6 }, rowProperties } } },
      {
        repeatCell: {
          range: { ...column(0), startRowIndex: 3, endRowIndex: 4 },
          cell: { userEnteredFormat: { backgroundColorStyle: color(0, 1, 0) } },
          fields: 'userEnteredFormat',
        },
      },
    );
    expect(fillsOf(0, 7)).toEqual([undefined, '#0000ff', '#ffffff', '#00ff00', '#ffffff', '#ff0000', undefined]);
  });
});

describe('A rule of what may be entered', () => {
  const rule = (condition: Condition, strict: boolean) =>
    batch(sheets, { setDataValidation: { range: column(1), rule: { condition, strict, showCustomUi: true } } });
  const enter = (row: number, ...values: string[][]) =>
    sheets.page.perform({ spreadsheetId: BOOK, entry: { sheetId: 0, row, column: 1, values } });
  const racers = { type: 'ONE_OF_RANGE', values: [{ userEnteredValue: '=Racers!$A$2:$A' }] };
  beforeEach(() => {
    batch(sheets, { addSheet: { properties: { sheetId: 1, title: 'Racers' } } });
    type(sheets, 'Racers!A1', ['Racer'], ['Kim'], ['Sam'], [''], ['Kim']);
  });

  it('offers what stands in cells, each once', () => {
    rule(racers, true);
    expect(sheets.page.choices({ spreadsheetId: BOOK, sheetId: 0, row: 3, column: 1 })).toEqual(['Kim', 'Sam']);
    expect(tab().rules).toEqual([{ kind: 'list' }]);
  });

  it('refuses something else where it insists, all of a paste, and says what to do', () => {
    rule(racers, true);
    const refused = 'Sheet1!B2: “Zoe” is not allowed there. Choose from the list, or clear the cell.';
    expect(enter(0, ['Kim'], ['Zoe'])).toEqual({ refused });
    expect(read(sheets, 'B1:B2')).toEqual([]);
    expect(enter(0, ['Kim'], [''])).toEqual({ step: 1 });
  });

  it('only marks it where it doesn’t', () => {
    rule(racers, false);
    expect(enter(0, ['Kim'], ['Zoe'])).toEqual({ step: 1 });
    const view = tab();
    expect([at(view, 0, 1).invalid, at(view, 1, 1).invalid]).toEqual([
      undefined,
      'Choose from the list, or clear the cell.',
    ]);
    expect(view.watched).toEqual([1]);
  });

  it('says its own words, where it has some', () => {
    const range = column(1);
    const condition = { type: 'NUMBER_BETWEEN', values: [{ userEnteredValue: '1' }, { userEnteredValue: '8' }] };
    batch(sheets, {
      setDataValidation: { range, rule: { condition, strict: true, inputMessage: 'Places are 1 to 8.' } },
    });
    expect(enter(2, ['9'])).toEqual({ refused: 'Sheet1!B3: “9” is not allowed there. Places are 1 to 8.' });
  });

  const cases: [kind: string, operands: string[], values: unknown[], accepted: unknown[]][] = [
    ['TEXT_IS_EMAIL', [], ['ana@example.com', 'ana'], ['ana@example.com']],
    ['TEXT_IS_URL', [], ['https://example.com/a', 'example.com', 'no'], ['https://example.com/a', 'example.com']],
    ['DATE_BETWEEN', ['2026-11-01', '2026-11-02'], ['2026-11-02 12:00', '2026-11-03'], ['2026-11-02 12:00']],
    ['ONE_OF_LIST', ['1', 'DNF'], [1, 'DNF', 2], [1, 'DNF']],
  ];
  it.each(cases)('accepts what %s %j says', (kind, operands, values, accepted) => {
    type(sheets, 'B1', ...values.map((value) => [value]));
    rule({ type: kind, values: operands.map((userEnteredValue) => ({ userEnteredValue })) }, false);
    const view = tab();
    expect(values.filter((_, row) => at(view, row, 1).invalid === undefined)).toEqual(accepted);
  });

  it('makes a checkbox', () => {
    rule({ type: 'BOOLEAN', values: [{ userEnteredValue: 'Yes' }, { userEnteredValue: 'No' }] }, true);
    expect(tab().rules).toEqual([{ kind: 'checkbox', checked: 'Yes', unchecked: 'No' }]);
    expect(enter(0, ['Yes'])).toEqual({ step: 1 });
    expect(enter(0, ['Maybe'])).toHaveProperty('refused');
  });
});

describe('A tab as its page shows it', () => {
  it('holds texts, entries where they differ, kinds and notes', () => {
    type(sheets, 'A1', ['Race 1', 1234.5, '2026-11-20', true, '=B1*2', "'007"]);
    batch(sheets, {
      repeatCell: {
        range: { sheetId: 0, startRowIndex: 0, endRowIndex: 1, startColumnIndex: 1, endColumnIndex: 2 },
        cell: { note: 'Two laps' },
        fields: 'note',
      },
    });
    expect(tab().cells).toEqual([
      [
        { text: 'Race 1' },
        { text: '1234.5', kind: 'number', note: 'Two laps' },
        { text: '2026-11-20', kind: 'number' },
        { text: 'TRUE', kind: 'boolean' },
        { text: '2469', entry: '=B1*2', kind: 'number' },
        { text: '007', entry: "'007" },
      ],
    ]);
  });

  it('can be read in part', () => {
    type(sheets, 'A1', ['a'], ['b'], ['c'], ['d']);
    const { from, cells } = tab(0, [1, 3]);
    expect({ from, cells }).toEqual({ from: 1, cells: [[{ text: 'b' }], [{ text: 'c' }]] });
  });

  it('says sizes, merges, and where a person is warned', () => {
    const properties = { pixelSize: 60, hiddenByUser: false };
    const columns = { sheetId: 0, dimension: 'COLUMNS', startIndex: 1, endIndex: 2 };
    batch(
      sheets,
      {
        updateSheetProperties: {
          properties: { sheetId: 0, gridProperties: { rowCount: 5, columnCount: 3, frozenRowCount: 1 } },
          fields: 'gridProperties(rowCount,columnCount,frozenRowCount)',
        },
      },
      { updateDimensionProperties: { range: columns, properties: { hiddenByUser: true }, fields: 'hiddenByUser' } },
      {
        updateDimensionProperties: {
          range: { sheetId: 0, dimension: 'ROWS', startIndex: 2, endIndex: 3 },
          properties,
          fields: 'pixelSize',
        },
      },
      {
        mergeCells: {
          range: { sheetId: 0, startRowIndex: 0, endRowIndex: 2, startColumnIndex: 0, endColumnIndex: 2 },
          mergeType: 'MERGE_ALL',
        },
      },
      {
        addProtectedRange: {
          protectedRange: { range: { sheetId: 0, startRowIndex: 4 }, warningOnly: true, description: 'Ours' },
        },
      },
      { addProtectedRange: { protectedRange: { range: { sheetId: 0, endRowIndex: 1 } } } },
    );
    expect(tab()).toMatchObject({
      rowCount: 5,
      columnCount: 3,
      frozenRows: 1,
      columnWidths: [100, 0, 100],
      rowHeights: [[2, 60]],
      merges: [{ top: 0, left: 0, bottom: 2, right: 2 }],
      guarded: [{ box: { top: 4, left: 0, bottom: 5, right: 3 }, except: [], description: 'Ours' }],
    });
  });

  it('gives for every cell the entry that makes it again', () => {
    const texts = fc.oneof(
      fc.string(),
      fc.constantFrom(
        '=1+1',
        "'x",
        '1e3',
        '10%',
        '$5',
        '2026-11-20',
        '11/20',
        '20:15',
        'true',
        '-3',
        '.5',
        ' 7 ',
        '1,000',
      ),
      fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 }).map(String),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const own = newSheets();
        own.page.perform({ spreadsheetId: BOOK, entry: { sheetId: 0, row: 0, column: 0, values: [[text]] } });
        const stored = () => own.list()[0]?.sheets[0]?.rows[0]?.[0]?.userEnteredValue;
        const before = stored();
        const shown = own.page.tab({ spreadsheetId: BOOK, sheetId: 0 }).cells[0]?.[0] || {};
        own.page.perform({
          spreadsheetId: BOOK,
          entry: { sheetId: 0, row: 0, column: 0, values: [[shown.entry ?? shown.text ?? '']] },
        });
        expect(stored()).toEqual(before);
      }),
      { numRuns: 300, examples: [["'"]] },
    );
  });
});
