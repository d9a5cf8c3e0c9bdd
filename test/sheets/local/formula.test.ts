import { array, assert, constantFrom, integer, oneof, property, record, string } from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { LocalSheets } from '../../../sheets/local/engine.ts';
import { moveFormula, shiftFormula } from '../../../sheets/local/formula/references.ts';
import { tokensOf } from '../../../sheets/local/formula/tokens.ts';
import { deletion, insertion, relocation } from '../../../sheets/local/model/shift.ts';
import { BOOK, batch, look, newSheets, read, type } from './league.ts';

const own = (formula: string, shift: ReturnType<typeof insertion>) => shiftFormula(formula, 'Results', true, shift);

describe('References in formulas follow the rows', () => {
  it.each([
    ['=A1+A5', '=A1+A7'],
    ['=SUM(B2:B9)', '=SUM(B2:B11)'],
    ['=SUMIF(Results!B2:B, "A5", $C$5)', '=SUMIF(Results!B2:B, "A5", $C$7)'],
    ["='Results'!A4&Races!A4", "='Results'!A6&Races!A4"],
    ['=LOG10(A5)', '=LOG10(A7)'],
    ['=A:A', '=A:A'],
    ['=4:6', '=6:8'],
  ])('%s, two rows inserted before row 4, is %s', (before, after) => {
    expect(own(before, insertion('ROWS', 3, 2))).toBe(after);
  });

  it('and columns, and become #REF! when all that they meant is gone', () => {
    expect(own('=A1+C$1', insertion('COLUMNS', 1, 1))).toBe('=A1+D$1');
    expect(own('=A5+SUM(A4:A9)+A1', deletion('ROWS', 4, 6))).toBe('=#REF!+SUM(A4:A7)+A1');
    expect(own('=A2', relocation('ROWS', 1, 2, 6))).toBe('=A6');
  });

  it('of other tabs, when the formula stands elsewhere', () => {
    const elsewhere = (formula: string) => shiftFormula(formula, 'Results', false, insertion('ROWS', 0, 1));
    expect(elsewhere('=A1+Results!A1')).toBe('=A1+Results!A2');
  });

  it('and of a copied cell move along, unless they are locked', () => {
    expect(moveFormula('=A1+$A1+A$1+$A$1', 2, 1)).toBe('=B3+$A3+B$1+$A$1');
    expect(moveFormula('=A1', -1, 0)).toBe('=#REF!');
  });
});

describe('A formula', () => {
  let sheets: LocalSheets;

  beforeAll(() => {
    sheets = newSheets();
    const range = { sheetId: 7, startColumnIndex: 0, endColumnIndex: 1, endRowIndex: 3 };
    batch(
      sheets,
      { addSheet: { properties: { sheetId: 7, title: "Robin's tab!" } } },
      { addNamedRange: { namedRange: { name: 'fees', range } } },
    );
    type(sheets, "'Robin''s tab!'!A1", [1], [2], [3]);
    type(sheets, 'A1', ['Racer', 'Points', '11/20/2026', '$5.00', '50%', 'wet', true]);
    type(sheets, 'A2', ['Ana', 15], ['Robin', 12], ['Ana', 10]);
  });
  afterAll(() => sheets.close());

  /** What a formula comes to in P5, as a person sees it. */
  const shown = (formula: string): unknown => {
    type(sheets, 'P5', [formula]);
    return look(sheets, 'P5')[0]?.[0];
  };

  it.each([
    ['=SUMIF(A2:A,"Ana",B2:B)', '25'],
    ['=SUM(2:3)', '27'],
    ["=SUM('Robin''s tab!'!A:A)", '6'],
    ['=SUM(FEES)', '6'],
    ['=COUNTIF(A:A;"Ana")', '2'],
    ['=VLOOKUP("Robin",A2:B4,2,FALSE)', '12'],
    ['=IF(B2>B3,"first","second")&"!"', 'first!'],
    [`=INDIRECT("A2")&INDIRECT("'Robin''s tab!'!A2")`, 'Ana2'],
    ['=SUMPRODUCT(--(B2:B4>10))', '2'],
    ['=IFERROR(1/0)', undefined],
    ['=JOIN("-",A2:A4)', 'Ana-Robin-Ana'],
    ['=COUNTUNIQUE(A2:A4)', '2'],
    ['=REGEXMATCH(A1,"^Ra")', 'TRUE'],
    ['=ADD(B2,DIVIDE(B4,4))', '17.5'],
    ['=SUM(SPLIT("1,2",","))', '3'],
    ['=-2^2', '4'],
    ['=not(G1)', 'FALSE'],
    ['=HYPERLINK("https://example.com","here")', 'here'],
    ['=A9', undefined],
    ['=A9&"x"', 'x'],
  ])('%s is %s', (formula, text) => {
    expect(shown(formula)).toBe(text);
  });

  it.each([
    ['=1/0', '#DIV/0!'],
    ['=Nowhere!A1', '#REF!'],
    ['=A2000', '#REF!'],
    ['=P5+1', '#REF!'],
    ['=VLOOKUP("Zoë",A2:B4,2,FALSE)', '#N/A'],
    ['=A2+1', '#VALUE!'],
    ['=SQRT(-1)', '#NUM!'],
    ['=points', '#NAME?'],
    ['=SUM(', '#ERROR!'],
    ['=A2:A4', '#VALUE!'],
    ['=IMPORTXML("http://localhost/","//a")', '#NAME?'],
    ['=QUERY(A1:B4,"select A")', '#NAME?'],
    ['=GOOGLEFINANCE("GOOG")', '#NAME?'],
    ['=SPARKLINE(B2:B4)', '#NAME?'],
    ['=FORMULATEXT(B2)', '#NAME?'],
  ])('%s is the error %s, and nothing else suffers', (formula, text) => {
    expect(shown(formula)).toBe(text);
    expect(shown('=SUM(B2:B4)')).toBe('37');
  });

  it.each([
    ['=C1+1', '11/21/2026', 46347],
    ['=MAX(C1:C9)', '11/20/2026', 46346],
    ['=EDATE(C1,1)', '12/20/2026', 46376],
    ['=C1-C1', '0', 0],
    ['=YEAR(C1)', '2026', 2026],
    ['=IF(C1>0,D1,1)', '$5.00', 5],
    ['=IF(C1>0,7,1)', '7', 7],
    ['=D1*2', '$10.00', 10],
    ['=E1', '50%', 0.5],
    ['=12.5%', '12.50%', 0.125],
    ['=TODAY()', '11/23/2026', 46349],
    ['=NOW()', '11/23/2026 0:00:00', 46349],
    ['=TIME(18,30,0)', '6:30:00 PM', 18.5 / 24],
    ['=1/3', '0.3333333333', 1 / 3],
    ['=0.1+0.2', '0.3', 0.1 + 0.2],
  ])('%s looks like %s and is %d', (formula, text, number) => {
    expect([shown(formula), read(sheets, 'P5')[0]?.[0]]).toEqual([text, number]);
  });

  it('keeps the format that somebody gave its cell', () => {
    const cell = { userEnteredFormat: { numberFormat: { type: 'NUMBER', pattern: '0.00' } } };
    const range = { sheetId: 0, startRowIndex: 4, endRowIndex: 5, startColumnIndex: 16, endColumnIndex: 17 };
    batch(sheets, { repeatCell: { range, cell, fields: 'userEnteredFormat' } });
    type(sheets, 'Q5', ['=C1']);
    expect(look(sheets, 'Q5')).toEqual([['46346.00']]);
  });

  it('is told beside its value, its error and its link', () => {
    type(sheets, 'R5', ['=HYPERLINK("https://example.com","here")', '=1/0']);
    const { sheets: tabs } = sheets.spreadsheets.get({
      spreadsheetId: BOOK,
      ranges: ['R5:S5'],
      fields: 'sheets.data.rowData.values(userEnteredValue,effectiveValue,formattedValue,hyperlink)',
    });
    expect(tabs?.[0]?.data?.[0]?.rowData?.[0]?.values).toEqual([
      {
        userEnteredValue: { formulaValue: '=HYPERLINK("https://example.com","here")' },
        effectiveValue: { stringValue: 'here' },
        formattedValue: 'here',
        hyperlink: 'https://example.com',
      },
      {
        userEnteredValue: { formulaValue: '=1/0' },
        effectiveValue: { errorValue: { type: 'DIVIDE_BY_ZERO', message: 'Division by zero.' } },
        formattedValue: '#DIV/0!',
      },
    ]);
  });

  it('follows what it reads wherever that goes, and a tab to its new name and its end', () => {
    expect(shown("='Robin''s tab!'!A1*10+B2")).toBe('25');
    type(sheets, "'Robin''s tab!'!A1", [4]);
    expect(look(sheets, 'P5')).toEqual([['55']]);
    batch(
      sheets,
      { updateSheetProperties: { properties: { sheetId: 7, title: 'Fees' }, fields: 'title' } },
      { insertDimension: { range: { sheetId: 7, dimension: 'ROWS', startIndex: 0, endIndex: 2 } } },
    );
    const { values } = sheets.spreadsheets.values.get({
      spreadsheetId: BOOK,
      range: 'P5',
      valueRenderOption: 'FORMULA',
    });
    expect([values, look(sheets, 'P5')]).toEqual([[['=Fees!A3*10+B2']], [['55']]]);
    batch(sheets, { deleteSheet: { sheetId: 7 } });
    expect(look(sheets, 'P5')).toEqual([['#REF!']]);
  });
});

describe('A result of many cells', () => {
  let sheets: LocalSheets;

  beforeAll(() => {
    sheets = newSheets();
    type(sheets, 'A1', ['Ana', 15, 'red'], ['Robin', 12, 'blue'], ['Zoë', 9, 'red']);
  });
  afterAll(() => sheets.close());

  it.each([
    [
      '=FILTER(A1:B3,B1:B3>10)',
      [
        ['Ana', '15'],
        ['Robin', '12'],
      ],
    ],
    [
      '=SORT(A1:B3,2,TRUE)',
      [
        ['Zoë', '9'],
        ['Robin', '12'],
        ['Ana', '15'],
      ],
    ],
    ['=UNIQUE(C1:C3)', [['red'], ['blue']]],
    ['=ARRAYFORMULA(IF(B1:B3>10,B1:B3*2,"–"))', [['30'], ['24'], ['–']]],
    ['=TRANSPOSE(A1:A3)', [['Ana', 'Robin', 'Zoë']]],
    ['={A1:A2;"and";A3}', [['Ana'], ['Robin'], ['and'], ['Zoë']]],
    [
      '={1,2;3,4}',
      [
        ['1', '2'],
        ['3', '4'],
      ],
    ],
    [
      '=SEQUENCE(2,2)',
      [
        ['1', '2'],
        ['3', '4'],
      ],
    ],
    ['=SPLIT("a,2",",")', [['a', '2']]],
    ['=FLATTEN(A1:A2)', [['Ana'], ['Robin']]],
    ['=FILTER(A1:A3,B1:B3>99)', [['#N/A']]],
  ])('%s spreads', (formula, spread) => {
    type(sheets, 'E2', [formula]);
    expect(look(sheets, 'E2:H9')).toEqual(spread);
  });

  it('gives way to what stands in its way, and comes back', () => {
    type(sheets, 'J1', ['=SORT(A1:A3)']);
    type(sheets, 'J3', ['here first']);
    expect(look(sheets, 'J1:J3')).toEqual([['#REF!'], [], ['here first']]);
    type(sheets, 'J3', ['']);
    expect(look(sheets, 'J1:J3')).toEqual([['Ana'], ['Robin'], ['Zoë']]);
  });
});

it('A formula that breaks the library is an error, and all others go on', () => {
  const sheets = newSheets();
  onTestFinished(sheets.close);
  type(sheets, 'A1', ['=1+1', `=${'('.repeat(20_000)}1${')'.repeat(20_000)}`, '=A1+1', '=B1+1']);
  expect(look(sheets, 'A1:D1')).toEqual([['2', '#ERROR!', '3', '#VALUE!']]);
  type(sheets, 'A1', [5]);
  expect(look(sheets, 'A1:D1')).toEqual([['5', '#ERROR!', '6', '#VALUE!']]);
});

it('For any column of numbers, and after any change, formulas say what arithmetic says', () => {
  const sheets = newSheets();
  onTestFinished(sheets.close);
  type(sheets, 'C1', ['=SUM(A1:A)', '=SUMIF(A:A,">0")', '=COUNTIF(A1:A20,"<0")', '=AVERAGE(A1:A)', '=MAX(A:A)']);
  const number = integer({ min: -1000, max: 1000 });
  const change = record({ row: integer({ min: 0, max: 11 }), number });
  const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);
  const byHand = (numbers: readonly number[]): unknown[] => [
    sum(numbers),
    sum(numbers.filter((each) => each > 0)),
    numbers.filter((each) => each < 0).length,
    expect.closeTo(sum(numbers) / numbers.length, 9),
    Math.max(...numbers),
  ];
  assert(
    property(array(number, { minLength: 1, maxLength: 12 }), array(change, { maxLength: 3 }), (numbers, changes) => {
      const cells: (number | '')[] = Array.from({ length: 12 }, (_, i) => numbers[i] ?? '');
      for (const next of [undefined, ...changes]) {
        if (next) cells[next.row] = next.number;
        type(sheets, 'A1', ...cells.map((cell) => [cell]));
        expect(read(sheets, 'C1:G1')[0]).toEqual(byHand(cells.filter((cell) => cell !== '')));
      }
    }),
    { numRuns: 40 },
  );
});

it('The pieces of any formula are that formula', () => {
  const piece = oneof(
    constantFrom('SUM(', "'It''s'!A1:B", '$A$1', '"a ""b"', '<>', '2:5', 'A:A', '1.5E+3', '#REF!', '{', ';', ' ', 'é'),
    string({ maxLength: 5 }),
  );
  assert(
    property(array(piece), (pieces) => {
      const formula = `=${pieces.join('')}`;
      expect(
        `=${tokensOf(formula)
          .map(({ text }) => text)
          .join('')}`,
      ).toBe(formula);
    }),
  );
});
