import type { ChartView } from '../../view/chart.ts';
import type { Grid } from '../grid/grid.ts';
import { boxAt } from '../grid/place.ts';
import { drawChart } from './chart.ts';

/** Lays charts over the cells, each at its place; one that didn't change stays as it is. */
export function openChartLayer(grid: Grid): { show: (charts: readonly ChartView[]) => void; place: () => void } {
  const drawn = new Map<number, { said: string; chart: ChartView; element: HTMLElement }>();

  const put = ({ chart, element }: { chart: ChartView; element: HTMLElement }) => {
    const { row, column, x, y, width, height } = chart.place;
    const spot = grid.spot(boxAt({ row, column }));
    if (element.parentElement !== spot.host) spot.host.append(element);
    element.style.left = `${spot.left + x}px`;
    element.style.top = `${spot.top + y}px`;
    element.style.width = `${width}px`;
    element.style.height = `${height}px`;
  };

  return {
    show(charts) {
      for (const [id, { element }] of drawn) {
        if (charts.some((chart) => chart.chartId === id)) continue;
        element.remove();
        drawn.delete(id);
      }
      for (const chart of charts) {
        const said = JSON.stringify(chart);
        const known = drawn.get(chart.chartId);
        if (known?.said === said) continue;
        known?.element.remove();
        const made = { said, chart, element: drawChart(chart) };
        drawn.set(chart.chartId, made);
        put(made);
      }
    },
    place() {
      for (const each of drawn.values()) put(each);
    },
  };
}
