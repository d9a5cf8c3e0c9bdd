import { beforeEach, describe, expect, it } from 'vitest';
import type { LocalSheets } from '../../../../sheets/local/engine.ts';
import type { Schema } from '../../../../sheets/local/model/api.ts';
import type { ChartView } from '../../../../sheets/local/view/chart.ts';
import { BOOK, batch, newSheets, type } from '../league.ts';

let sheets: LocalSheets;
beforeEach(() => {
  sheets = newSheets();
  type(sheets, 'A1', ['Race', 'Kim', 'Sam'], ['Race 1', 15, 12], ['Race 2', 30, 'DNF'], ['Race 3', 45, 24]);
});

/** A column of the sheet from its header to the end, however long it grows. */
const source = (column: number, bounds: Schema['GridRange'] = {}) => ({
  sourceRange: {
    sources: [{ sheetId: 0, startRowIndex: 0, startColumnIndex: column, endColumnIndex: column + 1, ...bounds }],
  },
});
const chart = (
  spec: NonNullable<Schema['EmbeddedChart']['spec']>,
  position?: Schema['EmbeddedChart']['position'],
): ChartView => {
  batch(sheets, { addChart: { chart: { chartId: 7, spec, ...(position && { position }) } } });
  return drawn();
};
const drawn = (): ChartView => {
  const [only] = sheets.page.charts({ spreadsheetId: BOOK, sheetId: 0 });
  if (!only) throw new Error('The sheet has no chart.');
  return only;
};
type Basic = NonNullable<NonNullable<Schema['EmbeddedChart']['spec']>['basicChart']>;
const points = (basic: Basic = {}) => ({
  title: 'Points by race',
  basicChart: {
    chartType: 'LINE',
    headerCount: 1,
    domains: [{ domain: source(0) }],
    series: [{ series: source(1) }, { series: source(2) }],
    ...basic,
  },
});

describe('A chart', () => {
  it('has its title, labels, and series by the names in their headers; what isn’t a number is a gap', () => {
    expect(chart(points())).toMatchObject({
      chartId: 7,
      title: 'Points by race',
      drawing: {
        kind: 'axes',
        legend: 'right',
        labels: ['Race 1', 'Race 2', 'Race 3'],
        series: [
          { name: 'Kim', mark: 'line', color: '#4285f4', values: [15, 30, 45] },
          { name: 'Sam', mark: 'line', color: '#ea4335', values: [12, null, 24] },
        ],
      },
    });
  });

  it('grows with its sheet', () => {
    chart(points());
    type(sheets, 'A5', ['Race 4', 60, 36]);
    expect(drawn().drawing).toMatchObject({ labels: ['Race 1', 'Race 2', 'Race 3', 'Race 4'] });
  });

  it('keeps to its rows where it names their end, and follows them', () => {
    const bounds = { endRowIndex: 3 };
    chart(points({ domains: [{ domain: source(0, bounds) }], series: [{ series: source(1, bounds) }] }));
    batch(sheets, { insertDimension: { range: { sheetId: 0, dimension: 'ROWS', startIndex: 1, endIndex: 3 } } });
    expect(drawn().drawing).toMatchObject({ labels: ['Race 1', 'Race 2'], series: [{ values: [15, 30] }] });
  });

  it('shows what formulas come to', () => {
    type(sheets, 'B2', ['=5*5']);
    expect(chart(points()).drawing).toMatchObject({ series: [{ values: [25, 30, 45] }, {}] });
  });

  it('leaves out what is hidden', () => {
    const range = { sheetId: 0, dimension: 'ROWS', startIndex: 2, endIndex: 3 };
    batch(sheets, { updateDimensionProperties: { range, properties: { hiddenByUser: true }, fields: 'hiddenByUser' } });
    expect(chart(points()).drawing).toMatchObject({ labels: ['Race 1', 'Race 3'] });
  });

  it('guesses its header where it isn’t told', () => {
    const { headerCount: _, ...unsaid } = points().basicChart;
    expect(chart({ basicChart: unsaid }).drawing).toMatchObject({ series: [{ name: 'Kim' }, { name: 'Sam' }] });
  });

  it('may be of columns and lines with an axis each, in colours of their own', () => {
    const green = { rgbColor: { red: 0, green: 0.5, blue: 0 } };
    const series = [
      { series: source(1), type: 'COLUMN', colorStyle: green },
      { series: source(2), type: 'LINE', targetAxis: 'RIGHT_AXIS', colorStyle: { themeColor: 'ACCENT3' } },
    ];
    expect(chart(points({ chartType: 'COMBO', series })).drawing).toMatchObject({
      series: [
        { mark: 'column', color: '#007f00', right: false },
        { mark: 'line', color: '#fbbc04', right: true },
      ],
    });
  });

  it('may be a pie; what isn’t there or isn’t above zero has no slice', () => {
    type(sheets, 'C4', [0]);
    const pieChart = { domain: source(0), series: source(2), pieHole: 0.5, legendPosition: 'BOTTOM_LEGEND' };
    expect(chart({ pieChart }).drawing).toEqual({
      kind: 'pie',
      legend: 'bottom',
      hole: 0.5,
      slices: [{ label: 'Race 1', value: 12, color: '#4285f4' }],
    });
  });

  it('lies where it was put', () => {
    const overlayPosition = { anchorCell: { rowIndex: 4, columnIndex: 1 }, offsetXPixels: 7, widthPixels: 500 };
    const { place } = chart(points(), { overlayPosition });
    expect(place).toEqual({ row: 4, column: 1, x: 7, y: 0, width: 500, height: 371 });
  });

  it('without numbers, of another kind, or about a tab that is gone still is one', () => {
    batch(sheets, { addSheet: { properties: { sheetId: 9, title: 'Gone' } } });
    expect(chart(points({ series: [{ series: source(1, { sheetId: 9 }) }] })).drawing).toMatchObject({
      series: [{ name: '', values: [null, null, null] }],
    });
    batch(sheets, { deleteSheet: { sheetId: 9 } });
    expect(drawn().drawing).toMatchObject({ series: [{ values: [null, null, null] }] });
    batch(sheets, { updateChartSpec: { chartId: 7, spec: { histogramChart: {} } } });
    expect(drawn().drawing).toEqual({ kind: 'other', name: 'histogram' });
  });
});
