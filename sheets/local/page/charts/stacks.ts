import type { SeriesView } from '../../view/chart.ts';
import type { AxesDrawing } from './plot.ts';

/** A series with where each of its values begins: at zero, or upon the series below it. */
export type StackedSeries = SeriesView & {
  readonly from: readonly number[];
  /** What the values are by themselves. */
  readonly own: readonly (number | null)[];
};

/** Series as they are drawn: as they are, one upon the other, or as shares of a hundred. */
export function stackedSeries({ series, stacked, labels }: AxesDrawing): StackedSeries[] {
  const zero = labels.map(() => 0);
  if (stacked === 'no') return series.map((each) => ({ ...each, from: zero, own: each.values }));
  const totals = labels.map((_, i) => series.reduce((sum, each) => sum + Math.abs(each.values[i] ?? 0), 0));
  const above = [...zero];
  const below = [...zero];
  return series.map((each) => {
    if (each.mark === 'line' || each.mark === 'point') return { ...each, from: zero, own: each.values };
    const from: number[] = [];
    const values = labels.map((_, i) => {
      const value = each.values[i] ?? 0;
      const share = stacked === 'percent' ? (100 * value) / (totals[i] || 1) : value;
      const pile = share < 0 ? below : above;
      from[i] = pile[i] ?? 0;
      pile[i] = (pile[i] ?? 0) + share;
      return pile[i] ?? 0;
    });
    return { ...each, from, values, own: each.values };
  });
}
