import type { ChartView, Drawing } from '../../view/chart.ts';
import { cutTo } from '../text-size.ts';
import { drawAxes } from './axes.ts';
import { drawLegend, type Entry } from './legend.ts';
import { drawPie } from './pie.ts';
import { type Area, svg } from './svg.ts';
import { tableOf } from './table.ts';

const MARGIN = 14;
const TITLE = { size: 16, height: 24 };
const SUBTITLE = { size: 12, height: 18 };

/** A chart as a picture, and as a table for whoever can't see it. */
export function drawChart(chart: ChartView): HTMLElement {
  const { title, subtitle, drawing, place } = chart;
  const figure = document.createElement('figure');
  figure.className = 'chart over-cells';
  figure.setAttribute('aria-label', nameOf(chart));
  const { width, height } = place;
  const picture = svg('svg', { width, height, viewBox: `0 0 ${width} ${height}`, 'aria-hidden': 'true' });
  let top = MARGIN;
  const line = (text: string, { size, height: space }: typeof TITLE, weight: number) => {
    if (!text) return;
    const shown = cutTo(text, size * 1.05, width - 2 * MARGIN);
    picture.append(svg('text', { x: MARGIN, y: top + size, 'font-size': size, 'font-weight': weight }, shown));
    top += space;
  };
  line(title, TITLE, 600);
  line(subtitle, SUBTITLE, 400);
  const area = { left: MARGIN, top: top + 4, right: width - MARGIN, bottom: height - MARGIN };
  picture.append(...contentOf(drawing, area));
  figure.append(picture, tableOf(chart));
  return figure;
}

function contentOf(drawing: Drawing, area: Area): SVGElement[] {
  switch (drawing.kind) {
    case 'axes': {
      if (!drawing.series.some((each) => each.values.some((value) => value !== null))) return [nothing(area)];
      const { parts, rest } = drawLegend(entriesOf(drawing), drawing.legend, area);
      return [...drawAxes(drawing, rest), ...parts];
    }
    case 'pie': {
      if (drawing.slices.length === 0) return [nothing(area)];
      const entries = drawing.slices.map(({ label, color }) => ({ name: label, color, line: false }));
      const { parts, rest } = drawLegend(entries, drawing.legend, area);
      return [...drawPie(drawing, rest), ...parts];
    }
    case 'other':
      return [sentence(area, `A chart of this kind (${drawing.name || 'unknown'}) isn’t drawn here.`)];
  }
}

const entriesOf = ({ series }: Extract<Drawing, { kind: 'axes' }>): Entry[] =>
  series.map(({ name, color, mark }) => ({ name, color, line: mark === 'line' }));

const nothing = (area: Area): SVGElement => sentence(area, 'Nothing to draw yet.');

function sentence({ left, right, top, bottom }: Area, text: string): SVGElement {
  const place = { x: (left + right) / 2, y: (top + bottom) / 2, 'text-anchor': 'middle' };
  return svg('text', { ...place, 'font-size': 13, fill: '#5f6670' }, text);
}

const nameOf = ({ title, altText }: ChartView): string =>
  ['Chart', title && `: ${title}`, altText && `. ${altText}`].filter(Boolean).join('');
