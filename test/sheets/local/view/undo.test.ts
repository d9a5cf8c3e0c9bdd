import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { LocalSheets } from '../../../../sheets/local/engine.ts';
import type { Schema } from '../../../../sheets/local/model/api.ts';
import { BOOK, batch, newSheets, read, type } from '../league.ts';

let sheets: LocalSheets;
beforeEach(() => {
  sheets = newSheets();
  type(sheets, 'A1', ['Race', 'Racer', 'Position'], ['Race 1', 'Kim', 1], ['Race 1', 'Sam', 2], ['Race 1', 'Zoe', 3]);
});

/** Does something as a person at the page. @returns the step by which it's taken back */
const perform = (...requests: Schema['Request'][]): number =>
  stepOf(sheets.page.perform({ spreadsheetId: BOOK, requests }));
const enter = (row: number, column: number, ...values: string[][]): number =>
  stepOf(sheets.page.perform({ spreadsheetId: BOOK, entry: { sheetId: 0, row, column, values } }));
const takeBack = (step: number) => sheets.page.takeBack({ spreadsheetId: BOOK, step });

function stepOf(done: ReturnType<LocalSheets['page']['perform']>): number {
  if (!('step' in done) || done.step === undefined) throw new Error(`Nothing was done: ${JSON.stringify(done)}`);
  return done.step;
}
const rows = (startIndex: number, endIndex: number) => ({ sheetId: 0, dimension: 'ROWS', startIndex, endIndex });
const racers = () => read(sheets, 'B2:B').map(([name]) => name ?? '');
const conflict = (what: string) => ({
  refused: `${what} has been changed since, so that can’t be taken back any more.`,
});

describe('What a person did can be taken back', () => {
  it('and done again', () => {
    const step = enter(1, 1, ['Robin']);
    const back = stepOf(takeBack(step));
    expect(racers()).toEqual(['Kim', 'Sam', 'Zoe']);
    takeBack(back);
    expect(racers()).toEqual(['Robin', 'Sam', 'Zoe']);
  });

  it('without what others did meanwhile elsewhere, be it in the same row', () => {
    const step = enter(1, 1, ['Robin']);
    type(sheets, 'C2', [8]);
    type(sheets, 'A9', ['Race 9']);
    takeBack(step);
    expect(read(sheets, 'B2:C2')).toEqual([['Kim', 8]]);
    expect(read(sheets, 'A9')).toEqual([['Race 9']]);
  });

  it('unless somebody has changed the same cell', () => {
    const step = enter(1, 1, ['Robin']);
    type(sheets, 'B2', ['Mika']);
    expect(takeBack(step)).toEqual(conflict('Sheet1!B2'));
    expect(racers()).toEqual(['Mika', 'Sam', 'Zoe']);
  });

  it('unless its cells have moved', () => {
    const step = enter(1, 1, ['Robin']);
    batch(sheets, { insertDimension: { range: rows(1, 2) } });
    expect(takeBack(step)).toEqual(conflict('The tab “Sheet1”'));
    const other = enter(2, 1, ['Ida']);
    batch(sheets, { moveDimension: { source: rows(2, 3), destinationIndex: 5 } });
    expect(takeBack(other)).toEqual(conflict('Sheet1!B3'));
  });

  it('with all that a deleted row held', () => {
    batch(sheets, {
      mergeCells: {
        range: { sheetId: 0, startRowIndex: 2, endRowIndex: 3, startColumnIndex: 0, endColumnIndex: 2 },
        mergeType: 'MERGE_ALL',
      },
    });
    const before = sheets.list()[0];
    takeBack(perform({ deleteDimension: { range: rows(2, 3) } }));
    expect(sheets.list()[0]).toEqual(before);
  });

  it('step by step: what was typed into a new row, then the row', () => {
    const inserted = perform({ insertDimension: { range: rows(1, 2) } });
    const typed = enter(1, 1, ['Robin']);
    takeBack(typed);
    takeBack(inserted);
    expect(racers()).toEqual(['Kim', 'Sam', 'Zoe']);
  });

  it('tabs as well, while other tabs go on', () => {
    batch(sheets, { addSheet: { properties: { sheetId: 5, title: 'Racers' } } });
    const step = perform({ deleteSheet: { sheetId: 0 } });
    type(sheets, 'Racers!A1', ['Racer']);
    takeBack(step);
    expect(racers()).toEqual(['Kim', 'Sam', 'Zoe']);
    expect(read(sheets, 'Racers!A1')).toEqual([['Racer']]);
  });

  it('but not for ever', () => {
    const first = enter(1, 1, ['Robin']);
    for (let i = 0; i < 200; i++) enter(9, 0, [String(i)]);
    expect(takeBack(first)).toEqual({ refused: 'That is too long ago to be taken back.' });
  });
});

it('Whatever is done, taking all of it back gives what was there before', () => {
  const index = fc.integer({ min: 0, max: 5 });
  const span = index.map((start) => rows(start, start + 1));
  const request = fc.oneof(
    span.map((range) => ({ insertDimension: { range } })),
    span.map((range) => ({ deleteDimension: { range } })),
    fc.tuple(span, index).map(([source, destinationIndex]) => ({ moveDimension: { source, destinationIndex } })),
    index.map((dimensionIndex) => ({
      sortRange: { range: { sheetId: 0 }, sortSpecs: [{ dimensionIndex, sortOrder: 'DESCENDING' }] },
    })),
    index.map((count) => ({
      updateSheetProperties: {
        properties: { sheetId: 0, gridProperties: { frozenRowCount: count } },
        fields: 'gridProperties.frozenRowCount',
      },
    })),
    index.map((n) => ({ addSheet: { properties: { title: `Tab ${n}` } } })),
    index.map((n) => ({ updateSpreadsheetProperties: { properties: { title: `Name ${n}` }, fields: 'title' } })),
  );
  fc.assert(
    fc.property(fc.array(request, { maxLength: 8 }), (requests) => {
      const before = JSON.stringify(sheets.list()[0]);
      const steps = requests.flatMap((each) => {
        try {
          const done = sheets.page.perform({ spreadsheetId: BOOK, requests: [each] });
          return 'step' in done && done.step !== undefined ? [done.step] : [];
        } catch {
          // Two tabs of one name, or more frozen rows than there are: refused, so nothing was done.
          return [];
        }
      });
      for (const step of steps.toReversed()) expect(takeBack(step)).toHaveProperty('step');
      expect(JSON.stringify(sheets.list()[0])).toBe(before);
    }),
    { numRuns: 60 },
  );
});
