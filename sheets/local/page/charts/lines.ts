import { type AxesDrawing, type Plot, said } from './plot.ts';
import type { StackedSeries } from './stacks.ts';
import { round, svg, tip } from './svg.ts';

type Point = { readonly x: number; readonly y: number; readonly index: number };

/** Lines, areas and points, one series over the other. */
export function drawLines(plot: Plot, all: readonly StackedSeries[], drawing: AxesDrawing): SVGElement[] {
  return all.flatMap((series) => {
    if (series.mark !== 'line' && series.mark !== 'area' && series.mark !== 'point') return [];
    const runs = runsOf(plot, series, drawing.bridged);
    const lines = series.mark === 'point' ? [] : runs.filter((run) => run.length > 1);
    const points = runs.flat();
    const dotted = series.mark !== 'area' && points.length <= 60;
    return [
      svg(
        'g',
        { fill: 'none', stroke: series.color, 'stroke-width': 2.5, 'stroke-linejoin': 'round' },
        ...(series.mark === 'area' ? lines.map((run) => areaOf(plot, series, run, drawing.smooth)) : []),
        ...lines.map((run) => svg('path', { d: pathOf(run, drawing.smooth) })),
        ...points.map((point) => dotOf(plot, series, point, dotted)),
      ),
    ];
  });
}

/** The points of a line, broken where a value is missing unless the gaps are bridged. */
function runsOf(plot: Plot, series: StackedSeries, bridged: boolean): Point[][] {
  const runs: Point[][] = [[]];
  series.values.forEach((value, index) => {
    if (value !== null) runs.at(-1)?.push({ x: plot.middle(index), y: plot.at(value, series.right), index });
    else if (!bridged && runs.at(-1)?.length) runs.push([]);
  });
  return runs;
}

function areaOf(plot: Plot, series: StackedSeries, run: readonly Point[], smooth: boolean): SVGElement {
  const ground = run.map(({ x, index }) => ({ x, index, y: plot.at(series.from[index] ?? 0, series.right) })).reverse();
  const d = `${pathOf(run, smooth)}L${pathOf(ground, smooth).slice(1)}Z`;
  return svg('path', { d, fill: series.color, 'fill-opacity': 0.3, stroke: 'none' });
}

function dotOf(plot: Plot, series: StackedSeries, { x, y, index }: Point, dotted: boolean): SVGElement {
  const label = said(plot.labels[index] ?? '', series, series.own[index] ?? 0);
  // A wider circle that nobody sees is easier to point at.
  const target = svg('circle', { cx: x, cy: y, r: 7, fill: 'transparent', stroke: 'none' }, tip(label));
  if (!dotted) return target;
  const dot = svg('circle', { cx: x, cy: y, r: 3, fill: series.color, stroke: '#ffffff', 'stroke-width': 1 });
  return svg('g', {}, dot, target);
}

/** Through all points: straight, or in a curve that leaves each point in the direction of its neighbours. */
function pathOf(points: readonly Point[], smooth: boolean): string {
  return points
    .map((point, i) => {
      const before = points[i - 1];
      if (!before) return `M${round(point.x)} ${round(point.y)}`;
      if (!smooth) return `L${round(point.x)} ${round(point.y)}`;
      const a = points[i - 2] ?? before;
      const b = points[i + 1] ?? point;
      const first = [before.x + (point.x - a.x) / 6, before.y + (point.y - a.y) / 6];
      const second = [point.x - (b.x - before.x) / 6, point.y - (b.y - before.y) / 6];
      return `C${[...first, ...second, point.x, point.y].map(round).join(' ')}`;
    })
    .join('');
}
