import { type Plot, said } from './plot.ts';
import type { StackedSeries } from './stacks.ts';
import { svg, tip } from './svg.ts';

/** How much of a category's width its columns take. */
const FILLED = 0.72;

/** Columns, or bars where they lie: side by side, or one upon the other. */
export function drawBars(plot: Plot, all: readonly StackedSeries[]): SVGElement[] {
  const series = all.filter((each) => each.mark === 'column' || each.mark === 'bar');
  const piled = series.some((each) => each.from.some((from) => from !== 0));
  const beside = piled ? 1 : series.length;
  const width = Math.min(60, (plot.band * FILLED) / Math.max(1, beside));
  return series.map((each, s) => {
    const bars = each.values.flatMap((value, i) => {
      const own = each.own[i];
      if (value === null || own == null) return [];
      const across = plot.middle(i) + ((piled ? 0 : s) - beside / 2) * width;
      const a = plot.at(each.from[i] ?? 0, each.right);
      const b = plot.at(value, each.right);
      const [start, length] = [Math.min(a, b), Math.abs(b - a)];
      const place = plot.lying
        ? { x: start, y: across, width: length, height: width }
        : { x: across, y: start, width, height: length };
      return [svg('rect', { ...place, rx: Math.min(2, width / 4) }, tip(said(plot.labels[i] ?? '', each, own)))];
    });
    return svg('g', { fill: each.color, stroke: '#ffffff', 'stroke-width': 1 }, ...bars);
  });
}
