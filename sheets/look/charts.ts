/**
 * The workbook's charts. They read their tabs to the end, so they grow with the season by themselves, and are made with
 * the tab that they read: whatever a host changes about them stays.
 */
import type { Request } from '../google.ts';
import { type TabName, tabAt } from '../records.ts';
import { series } from './palette.ts';

/** Columns of Standings, from 0, as they are declared. */
const [racer, points, wins] = [1, 2, 3];
/** Right of the last of its columns, with a little room. */
const besides = Object.keys(tabAt('Standings').columns).length;
const offsetXPixels = 20;
/** A chart is as wide as six columns that nobody has made wider. */
const chartColumns = 6;
/** Lines that can still be told apart. */
const topTen = 10;

/** The charts of those of the two tabs that are new; all stand beside the standings, from column `at` on. */
export function charts(made: readonly TabName[], standings: number, progress: number, at = besides): Request[] {
  const beside = (rowIndex: number, columnIndex: number) => ({ sheetId: standings, rowIndex, columnIndex });
  const bars = (at: number) => column(standings, at);
  return [
    ...(made.includes('Standings')
      ? [
          chart('Standings', 'BAR', bars(racer), [bars(points)], beside(1, at)),
          chart('Wins', 'COLUMN', bars(racer), [bars(wins)], beside(1, at + chartColumns)),
        ]
      : []),
    ...(made.includes('Progress')
      ? [chart('Points by race', 'LINE', column(progress, 0), lines(progress), beside(21, at))]
      : []),
  ];
}

/** The leaders' columns come first. */
function lines(progress: number): Source[] {
  return Array.from({ length: topTen }, (_, index) => column(progress, index + 1));
}

type Source = ReturnType<typeof column>;

function chart(
  title: string,
  chartType: 'BAR' | 'COLUMN' | 'LINE',
  domain: Source,
  values: readonly Source[],
  anchorCell: object,
): Request {
  const basicChart = {
    chartType,
    headerCount: 1,
    legendPosition: values.length > 1 ? 'RIGHT_LEGEND' : 'NO_LEGEND',
    domains: [{ domain }],
    series: values.map((from, index) => ({
      series: from,
      // A bar's length is read along the bottom.
      targetAxis: chartType === 'BAR' ? 'BOTTOM_AXIS' : 'LEFT_AXIS',
      colorStyle: { rgbColor: series[index] ?? {} },
    })),
  };
  const position = { overlayPosition: { anchorCell, offsetXPixels, widthPixels: 600, heightPixels: 380 } };
  return { addChart: { chart: { spec: { title, basicChart }, position } } };
}

function column(sheetId: number, at: number) {
  return { sourceRange: { sources: [{ sheetId, startRowIndex: 0, startColumnIndex: at, endColumnIndex: at + 1 }] } };
}
