import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { Schema } from '../model/api.ts';
import type { Book } from '../model/book.ts';
import { type ChartTable, chartTable, type Source } from './chart-table.ts';
import { hexOf, rgbOf } from './color.ts';
import type { Sight } from './subjects.ts';

export const legends = ['top', 'right', 'bottom', 'left', 'none'] as const;
export type Legend = (typeof legends)[number];

const marks = ['column', 'bar', 'line', 'area', 'point'] as const;
export type Mark = (typeof marks)[number];

/** One row of numbers of a chart; null where there's none. */
export type SeriesView = {
  readonly name: string;
  readonly mark: Mark;
  readonly color: string;
  /** It's measured on the right axis. */
  readonly right: boolean;
  readonly values: readonly (number | null)[];
};

/** Where a chart lies: so many pixels from the corner of a cell. */
export type ChartPlace = {
  readonly row: number;
  readonly column: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

/** A chart with its data, as its page draws it. */
export type ChartView = {
  readonly chartId: number;
  readonly title: string;
  readonly subtitle: string;
  readonly altText: string;
  readonly place: ChartPlace;
  readonly drawing: Drawing;
};

type Stacked = 'no' | 'yes' | 'percent';

export type Drawing =
  | {
      readonly kind: 'axes';
      readonly legend: Legend;
      readonly stacked: Stacked;
      readonly smooth: boolean;
      /** Lines go on where a value is missing. */
      readonly bridged: boolean;
      readonly axisTitles: { readonly bottom: string; readonly left: string; readonly right: string };
      readonly labels: readonly string[];
      readonly series: readonly SeriesView[];
    }
  | {
      readonly kind: 'pie';
      readonly legend: Legend;
      /** The share of the radius that is left out. */
      readonly hole: number;
      readonly slices: readonly { readonly label: string; readonly value: number; readonly color: string }[];
    }
  /** A kind that isn't drawn here. */
  | { readonly kind: 'other'; readonly name: string };

/** Google's own size for a chart that names none. */
const USUAL_SIZE = { width: 600, height: 371 };

/** Ten colours that can be told apart, the theme's first six before them. */
const MORE_COLORS = ['#7b1fa2', '#8d6e63', '#c2185b', '#546e7a'];

/** A chart with the data that it's about as they are now; open ranges reach to the end of their sheet. */
export function chartView(chart: Schema['EmbeddedChart'], sight: Sight): ChartView {
  const { title, subtitle, altText } = chart.spec ?? {};
  return {
    chartId: chart.chartId ?? 0,
    title: title ?? '',
    subtitle: subtitle ?? '',
    altText: altText ?? '',
    place: placeOf(chart.position),
    drawing: drawingOf(chart.spec ?? {}, sight),
  };
}

function placeOf(position: Schema['EmbeddedChart']['position']): ChartPlace {
  const { anchorCell, offsetXPixels, offsetYPixels, widthPixels, heightPixels } = position?.overlayPosition ?? {};
  return {
    row: anchorCell?.rowIndex ?? 0,
    column: anchorCell?.columnIndex ?? 0,
    x: offsetXPixels ?? 0,
    y: offsetYPixels ?? 0,
    width: widthPixels || USUAL_SIZE.width,
    height: heightPixels || USUAL_SIZE.height,
  };
}

function drawingOf(spec: sheets_v4.Schema$ChartSpec, sight: Sight): Drawing {
  if (spec.basicChart) return axesOf(spec, spec.basicChart, sight);
  if (spec.pieChart) return pieOf(spec, spec.pieChart, sight);
  const kind = Object.keys(spec).find((key) => key.endsWith('Chart'));
  return { kind: 'other', name: kind?.replace(/Chart$/, '') ?? '' };
}

function axesOf(spec: sheets_v4.Schema$ChartSpec, chart: sheets_v4.Schema$BasicChartSpec, sight: Sight): Drawing {
  const own = chart.series ?? [];
  const table = tableOf(
    spec,
    chart.domains?.[0]?.domain,
    own.map((each) => each.series),
    chart.headerCount,
    sight,
  );
  const colors = palette(sight.book);
  const series = own.map((each, i): SeriesView => {
    const { name, values } = table.series[i] ?? { name: '', values: [] };
    const rgb = rgbOf(each.colorStyle, sight.book);
    return {
      name,
      values,
      mark: markOf(chart.chartType, each.type),
      color: rgb ? hexOf(rgb) : (colors[i % colors.length] ?? '#000000'),
      right: each.targetAxis === 'RIGHT_AXIS',
    };
  });
  const axisTitle = (position: string) => chart.axis?.find((each) => each.position === position)?.title ?? '';
  return {
    kind: 'axes',
    legend: legendOf(chart.legendPosition, series.length > 1 ? 'right' : 'none'),
    stacked: chart.stackedType === 'PERCENT_STACKED' ? 'percent' : chart.stackedType === 'STACKED' ? 'yes' : 'no',
    smooth: chart.lineSmoothing === true,
    bridged: chart.interpolateNulls === true,
    axisTitles: {
      bottom: axisTitle('BOTTOM_AXIS'),
      left: axisTitle('LEFT_AXIS'),
      right: axisTitle('RIGHT_AXIS'),
    },
    labels: chart.domains?.[0]?.reversed ? table.labels.toReversed() : table.labels,
    series: chart.domains?.[0]?.reversed
      ? series.map((each) => ({ ...each, values: each.values.toReversed() }))
      : series,
  };
}

function pieOf(spec: sheets_v4.Schema$ChartSpec, chart: sheets_v4.Schema$PieChartSpec, sight: Sight): Drawing {
  const table = tableOf(spec, chart.domain, [chart.series], undefined, sight);
  const colors = palette(sight.book);
  const slices = (table.series[0]?.values ?? []).flatMap((value, i) =>
    value !== null && value > 0
      ? [{ label: table.labels[i] ?? '', value, color: colors[i % colors.length] ?? '#000000' }]
      : [],
  );
  return { kind: 'pie', legend: legendOf(chart.legendPosition, 'right'), hole: chart.pieHole ?? 0, slices };
}

function tableOf(
  spec: sheets_v4.Schema$ChartSpec,
  domain: sheets_v4.Schema$ChartData | undefined,
  series: readonly (sheets_v4.Schema$ChartData | undefined)[],
  headers: number | null | undefined,
  sight: Sight,
): ChartTable {
  const sourceOf = (data: sheets_v4.Schema$ChartData | undefined): Source => data?.sourceRange?.sources ?? [];
  const hidden = spec.hiddenDimensionStrategy ?? 'SKIP_HIDDEN_ROWS_AND_COLUMNS';
  return chartTable(sourceOf(domain), series.map(sourceOf), { headers: headers ?? undefined, hidden }, sight);
}

function markOf(chart: string | null | undefined, own: string | null | undefined): Mark {
  const type = chart === 'COMBO' ? (own ?? 'COLUMN') : chart;
  if (type === 'BAR') return 'bar';
  if (type === 'LINE') return 'line';
  if (type === 'AREA' || type === 'STEPPED_AREA') return 'area';
  return type === 'SCATTER' ? 'point' : 'column';
}

function legendOf(position: string | null | undefined, usual: Legend): Legend {
  const named = position?.replace('_LEGEND', '').toLowerCase();
  if (named === 'no') return 'none';
  if (named === 'labeled') return 'right';
  return legends.find((legend) => legend === named) ?? usual;
}

function palette(book: Book): string[] {
  const accents = [1, 2, 3, 4, 5, 6].flatMap((n) => {
    const rgb = rgbOf({ themeColor: `ACCENT${n}` }, book);
    return rgb ? [hexOf(rgb)] : [];
  });
  return [...accents, ...MORE_COLORS];
}
