import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LocalSheets } from '../../../sheets/local/engine.ts';
import { SheetsError } from '../../../sheets/local/errors.ts';
import type { Schema } from '../../../sheets/local/model/api.ts';
import { BOOK, batch, newSheets } from './league.ts';

/** A row of the model: what stood in it from the beginning, or null for one that came in empty. */
type Model = (string | null)[];
type Operation = {
  readonly request: Schema['Request'];
  readonly outcome: (rows: Model) => Model;
  readonly sorts?: boolean;
};

const START = ['d', 'a', 'c', 'b', 'e', 'g', 'f'];
/** The row that the ranges below hold on to. */
const HELD = 2;

const span = (startIndex: number, endIndex: number) => ({ sheetId: 0, dimension: 'ROWS', startIndex, endIndex });

const insert = fc.record({ at: fc.nat(9), count: fc.integer({ min: 1, max: 3 }) }).map(
  ({ at, count }): Operation => ({
    request: { insertDimension: { range: span(at, at + count) } },
    outcome: (rows) => rows.toSpliced(at, 0, ...new Array<null>(count).fill(null)),
  }),
);
const remove = fc.record({ at: fc.nat(9), count: fc.integer({ min: 1, max: 2 }) }).map(
  ({ at, count }): Operation => ({
    request: { deleteDimension: { range: span(at, at + count) } },
    outcome: (rows) => rows.toSpliced(at, count),
  }),
);
const move = fc.record({ from: fc.nat(9), count: fc.integer({ min: 1, max: 3 }), to: fc.nat(12) }).map(
  ({ from, count, to }): Operation => ({
    request: { moveDimension: { source: span(from, from + count), destinationIndex: to } },
    outcome: (rows) => {
      if (to >= from && to <= from + count) return rows;
      const moved = rows.slice(from, from + count);
      return rows.toSpliced(from, count).toSpliced(to > from ? to - count : to, 0, ...moved);
    },
  }),
);
const sort = fc.constantFrom('ASCENDING', 'DESCENDING').map(
  (sortOrder): Operation => ({
    request: { sortRange: { range: { sheetId: 0 }, sortSpecs: [{ dimensionIndex: 0, sortOrder }] } },
    outcome: (rows) => {
      const filled = rows.filter((row) => row !== null).sort();
      if (sortOrder === 'DESCENDING') filled.reverse();
      return [...filled, ...rows.filter((row) => row === null)];
    },
    sorts: true,
  }),
);

/** A tab whose every row says its name in value, format, note and rule, with ranges of every kind on one row. */
function played(): LocalSheets {
  const sheets = newSheets();
  const rows = START.map((name, i) => ({
    values: [
      {
        userEnteredValue: { stringValue: name },
        userEnteredFormat: { textFormat: { fontSize: 10 + i } },
        note: `note ${name}`,
        dataValidation: { condition: { type: 'TEXT_EQ', values: [{ userEnteredValue: name }] } },
      },
      { userEnteredValue: { numberValue: i } },
      {},
      {},
    ],
  }));
  const range = { sheetId: 0, startRowIndex: HELD, endRowIndex: HELD + 1, startColumnIndex: 0, endColumnIndex: 4 };
  const series = { sourceRange: { sources: [range] } };
  batch(
    sheets,
    {
      updateSheetProperties: {
        properties: { gridProperties: { rowCount: 20, columnCount: 8 } },
        fields: 'gridProperties(rowCount,columnCount)',
      },
    },
    { updateCells: { start: { sheetId: 0 }, rows, fields: '*' } },
    { addNamedRange: { namedRange: { name: 'held', range } } },
    { addProtectedRange: { protectedRange: { range, warningOnly: true } } },
    { mergeCells: { range: { ...range, startColumnIndex: 2 }, mergeType: 'MERGE_ALL' } },
    {
      addConditionalFormatRule: {
        index: 0,
        rule: { ranges: [range], booleanRule: { condition: { type: 'NOT_BLANK' } } },
      },
    },
    { addChart: { chart: { chartId: 1, spec: { basicChart: { chartType: 'LINE', series: [{ series }] } } } } },
  );
  return sheets;
}

describe('Any sequence of inserting, deleting, moving and sorting rows', () => {
  it('keeps values, formats, notes and rules together, and ranges on their row', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(insert, remove, move, sort), { maxLength: 12 }), (operations) => {
        const sheets = played();
        let rows: Model = [...START, ...new Array<null>(20 - START.length).fill(null)];
        let held: number | undefined = HELD;
        for (const { request, outcome, sorts } of operations) {
          if (rows.length < 14) break;
          batch(sheets, request);
          // A marker travels with the row that the ranges hold on to; sorting moves cells, not ranges.
          const before: readonly (string | null)[] = rows;
          if (held !== undefined && !sorts) {
            const at = outcome(before.map((_, i) => String(i))).indexOf(String(held));
            held = at < 0 ? undefined : at;
          }
          rows = outcome(rows);
        }
        expect(trimmed(namesIn(sheets))).toEqual(trimmed(rows));
        expect(rangesIn(sheets)).toEqual(held === undefined ? [] : new Array(5).fill(held));
        return true;
      }),
      { numRuns: 150 },
    );
  });

  it('is refused whole when its last request is, and then nothing has changed', () => {
    const refused: Schema['Request'] = { deleteSheet: { sheetId: 99 } };
    fc.assert(
      fc.property(fc.array(fc.oneof(insert, remove, move, sort), { maxLength: 6 }), (operations) => {
        const sheets = played();
        const [before] = sheets.list();
        expect(() => batch(sheets, ...operations.map(({ request }) => request), refused)).toThrow(SheetsError);
        expect(sheets.list()[0]).toBe(before);
      }),
      { numRuns: 50 },
    );
  });
});

/** Each row's name, checked against all that must have stayed with it. */
function namesIn(sheets: LocalSheets): Model {
  const { sheets: [sheet] = [] } = sheets.spreadsheets.get({
    spreadsheetId: BOOK,
    ranges: 'Sheet1!A:A',
    includeGridData: true,
  });
  return (sheet?.data?.[0]?.rowData ?? []).map((row) => {
    const [cell] = row.values ?? [];
    const name = cell?.userEnteredValue?.stringValue ?? null;
    if (name !== null) {
      expect(cell?.note).toBe(`note ${name}`);
      expect(cell?.userEnteredFormat?.textFormat?.fontSize).toBe(10 + START.indexOf(name));
      expect(cell?.dataValidation?.condition?.values?.[0]?.userEnteredValue).toBe(name);
    }
    return name;
  });
}

/** The first row of each range that held on to a row, one of each kind; empty when all are gone. */
function rangesIn(sheets: LocalSheets): number[] {
  const { namedRanges = [], sheets: [sheet] = [] } = sheets.spreadsheets.get({ spreadsheetId: BOOK });
  const charts = (sheet?.charts ?? []).map(
    (chart) => chart.spec?.basicChart?.series?.[0]?.series?.sourceRange?.sources?.[0],
  );
  const own = [
    ...namedRanges.map((each) => each.range),
    ...(sheet?.protectedRanges ?? []).map((each) => each.range),
    ...(sheet?.merges ?? []),
    ...(sheet?.conditionalFormats ?? []).flatMap((rule) => rule.ranges ?? []),
  ];
  // A chart outlives its data.
  return [...own, ...(own.length > 0 ? charts : [])].map((range) => range?.startRowIndex ?? -1);
}

function trimmed(rows: Model): Model {
  const last = rows.findLastIndex((row) => row !== null);
  return rows.slice(0, last + 1);
}
