import type { Drawing, SeriesView } from '../../view/chart.ts';
import type { Area } from './svg.ts';

export type AxesDrawing = Extract<Drawing, { kind: 'axes' }>;

/** Where categories and numbers lie in a picture. A lying chart has its categories from top to bottom. */
export type Plot = {
  readonly area: Area;
  readonly lying: boolean;
  readonly labels: readonly string[];
  /** The middle of a category, and how wide it is, along its axis. */
  readonly middle: (index: number) => number;
  readonly band: number;
  /** Where a number lies along the other axis. */
  readonly at: (number: number, right: boolean) => number;
};

/** What a part of a chart says when somebody points at it. */
export const said = (label: string, { name }: SeriesView, value: number): string =>
  [label, [name, value.toLocaleString('en')].filter(Boolean).join(': ')].filter(Boolean).join('\n');
