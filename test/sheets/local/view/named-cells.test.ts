import { beforeEach, describe, expect, it } from 'vitest';
import type { LocalSheets } from '../../../../sheets/local/engine.ts';
import { colourRules } from '../../../../sheets/look/colours.ts';
import { tabs } from '../../../../sheets/records.ts';
import { BOOK, batch, newSheets, type } from '../league.ts';

const RESULTS = 1;
let sheets: LocalSheets;
beforeEach(() => {
  sheets = newSheets();
  const added = [
    { sheetId: RESULTS, title: 'Results' },
    { sheetId: 2, title: 'Problems' },
  ];
  batch(sheets, ...added.map((properties) => ({ addSheet: { properties } })));
  type(sheets, 'Results!A1', ['Racer', 'Finish'], ['Kim', 'a'], ['Sam', 'b'], ['Zoe', 'c'], ['Ana', '']);
  type(sheets, 'Problems!A1', ['Where', 'What']);
});

/** Colours the cells of Results where a formula holds; the formula is written for A2. */
const paint = (formula: string) => {
  const range = { sheetId: RESULTS, startRowIndex: 1, startColumnIndex: 0, endColumnIndex: 2 };
  const condition = { type: 'CUSTOM_FORMULA', values: [{ userEnteredValue: formula }] };
  const format = { backgroundColorStyle: { rgbColor: { red: 1, green: 0, blue: 0 } } };
  batch(sheets, { addConditionalFormatRule: { rule: { ranges: [range], booleanRule: { condition, format } } } });
};
/** The cells of Results that are coloured, of all rows or of the span [from, to). */
const painted = (rows?: readonly [number, number]): string[] => {
  const view = sheets.page.tab({ spreadsheetId: BOOK, sheetId: RESULTS, ...(rows && { rows }) });
  return view.cells.flatMap((cells, r) =>
    cells.flatMap((cell, c) =>
      cell && view.looks[cell.look ?? -1]?.fill ? [`${'ABCDEFGH'[c]}${view.from + r + 1}`] : [],
    ),
  );
};

describe('The rule of every tab of facts', () => {
  beforeEach(() => {
    batch(sheets, ...colourRules('Results', Object.values(tabs.Results.columns), RESULTS).slice(0, 1));
  });

  it('colours the cell that Problems names and no other, for as long as it names it', () => {
    expect(painted()).toEqual([]);
    type(sheets, 'Problems!A2', ['Results!A3', 'Nobody is called “Sam”.'], ['Racers!A4', 'Somebody else’s.']);
    expect(painted()).toEqual(['A3']);
    type(sheets, 'Problems!A2', ['', '']);
    expect(painted()).toEqual([]);
  });

  it('finds it wherever it stands on Problems, and in whatever letter case', () => {
    type(sheets, 'Problems!A900', ['results!a5', 'No finish.']);
    expect(painted()).toEqual(['A5']);
  });
});

describe('A list that names cells', () => {
  const rule = '=COUNTIF(INDIRECT("Problems!A2:A"),"Results!"&ADDRESS(ROW(),COLUMN(),4))>0';
  it.each([
    ['looked up', rule],
    ['calculated', rule.replace('COUNTIF', '1*COUNTIF')],
  ])('is understood in the same way when it is %s', (_, formula) => {
    const names = [
      'Results!A5',
      'results!b2',
      ' Results!A2',
      'Results!$A$3',
      'Results!B*',
      '="Results!"&"B4"',
      'A4',
      7,
    ];
    type(sheets, 'Problems!A2', ...names.map((name) => [name]));
    paint(formula);
    expect(painted()).toEqual(['B2', 'B4', 'A5']);
  });

  it('names nothing once its tab is gone', () => {
    type(sheets, 'Problems!A2', ['Results!A5']);
    paint(rule);
    batch(sheets, { deleteSheet: { sheetId: 2 } });
    expect(painted()).toEqual([]);
  });

  it('names cells of 10,000 rows without a calculation for each', () => {
    const values = Array.from({ length: 10_000 }, (_, row) => [`Racer ${row}`, String(row)]);
    sheets.page.perform({ spreadsheetId: BOOK, entry: { sheetId: RESULTS, row: 1, column: 0, values } });
    type(sheets, 'Problems!A2', ['Results!B9876']);
    paint(rule);
    expect(painted()).toEqual(['B9876']);
  });
});

describe('A formula that asks for its place', () => {
  it.each([
    ['=AND(ROW()=3, COLUMN()=2)', ['B3']],
    ['=AND(row( )>3, Column()=1)', ['A4', 'A5']],
    ['=AND(ISTEXT(A2), ROW()=ROW(A2), COLUMN()=COLUMN(A2), ROW()=4)', ['A4', 'B4']],
    ['=AND(INDEX($A:$A, ROW())="Sam")', ['A3', 'B3']],
    ['="ROW()"&COLUMN()&ROW()="ROW()23"', ['B3']],
    ['=COUNTIF(INDIRECT("Problems!B:B"), ADDRESS(ROW(), COLUMN()))>0', ['A4']],
  ])('means the cell that is judged: %s', (formula, cells) => {
    type(sheets, 'Problems!B9', ['$A$4']);
    paint(formula);
    expect(painted()).toEqual(cells);
  });

  it('answers the same for a span of the rows, again and again', () => {
    paint('=ISEVEN(ROW()+COLUMN())');
    expect(painted([2, 4])).toEqual(['A3', 'B4']);
    expect(painted([1, 3])).toEqual(['B2', 'A3']);
    expect(painted()).toEqual(['B2', 'A3', 'B4', 'A5']);
  });

  it('colours empty rows by themselves as it does among all rows', () => {
    paint('=AND(COLUMN()=2, LEN($A$2)=3)');
    expect(painted([500, 502])).toEqual(['B501', 'B502']);
    expect(painted()).toHaveLength(999);
  });

  it('judges what may be entered, too', () => {
    const range = { sheetId: RESULTS, startRowIndex: 1, startColumnIndex: 1, endColumnIndex: 2 };
    const condition = { type: 'CUSTOM_FORMULA', values: [{ userEnteredValue: '=ROW()>3' }] };
    batch(sheets, { setDataValidation: { range, rule: { condition, strict: true } } });
    const enter = (row: number) =>
      sheets.page.perform({ spreadsheetId: BOOK, entry: { sheetId: RESULTS, row, column: 1, values: [['d']] } });
    expect(enter(2)).toHaveProperty('refused');
    expect(enter(3)).toHaveProperty('step');
  });
});
