import { cutTo, textWidth } from '../text-size.ts';
import { drawBars } from './bars.ts';
import { drawLines } from './lines.ts';
import type { AxesDrawing, Plot } from './plot.ts';
import { type Scale, scaleFor } from './scale.ts';
import { stackedSeries } from './stacks.ts';
import { type Area, svg } from './svg.ts';

const SIZE = 11;
const TITLE = 18;
const LINE_COLOR = '#e0e3e8';
const TEXT_COLOR = '#5f6670';

/** Draws series along two axes into an area. */
export function drawAxes(drawing: AxesDrawing, area: Area): SVGElement[] {
  const { labels, axisTitles } = drawing;
  const series = stackedSeries(drawing);
  const lying = drawing.series.some((each) => each.mark === 'bar');
  const numbers = (right: boolean) =>
    series
      .filter((each) => each.right === right)
      .flatMap((each) => [...each.values, ...each.from])
      .filter((value) => value !== null);
  const length = lying ? area.right - area.left : area.bottom - area.top;
  const steps = Math.max(2, Math.floor(length / (lying ? 70 : 40)));
  const main = scaleFor(numbers(false), steps);
  const second = numbers(true).length > 0 ? scaleFor(numbers(true), steps) : undefined;

  const inner = lying ? areaLying(drawing, area, axisTitles) : areaStanding(drawing, area, main, second);
  const band = (lying ? inner.bottom - inner.top : inner.right - inner.left) / Math.max(1, labels.length);
  const along = (share: number) =>
    lying ? inner.left + share * (inner.right - inner.left) : inner.bottom - share * (inner.bottom - inner.top);
  const plot: Plot = {
    area: inner,
    lying,
    labels,
    band,
    middle: (index) => (lying ? inner.top : inner.left) + (index + 0.5) * band,
    at: (number, right) => along((right && second ? second : main).at(number)),
  };
  return [
    ...gridOf(plot, main, false),
    ...(second ? gridOf(plot, second, true) : []),
    ...(lying ? labelsLying(plot, area) : labelsStanding(plot)),
    ...drawBars(plot, series),
    ...drawLines(plot, series, drawing),
    ...titlesOf(axisTitles, inner, area),
  ];
}

function areaStanding({ labels, axisTitles }: AxesDrawing, area: Area, main: Scale, second: Scale | undefined): Area {
  const wide = (scale: Scale) => Math.max(...scale.ticks.map((tick) => textWidth(scale.text(tick), SIZE))) + 10;
  const left = area.left + wide(main) + (axisTitles.left ? TITLE : 0);
  const right = area.right - (second ? wide(second) : 8) - (second && axisTitles.right ? TITLE : 0);
  const band = (right - left) / Math.max(1, labels.length);
  const turned = isTurned(labels, band);
  const longest = Math.max(0, ...labels.map((label) => textWidth(label, SIZE)));
  const below = turned ? Math.min(90, longest) * 0.7 + 16 : 22;
  return { left, right, top: area.top + 6, bottom: area.bottom - below - (axisTitles.bottom ? TITLE : 0) };
}

function areaLying({ labels }: AxesDrawing, area: Area, titles: AxesDrawing['axisTitles']): Area {
  const longest = Math.max(0, ...labels.map((label) => textWidth(label, SIZE)));
  const left = area.left + Math.min(longest + 10, (area.right - area.left) * 0.35) + (titles.left ? TITLE : 0);
  return { left, right: area.right - 14, top: area.top + 2, bottom: area.bottom - 22 - (titles.bottom ? TITLE : 0) };
}

function gridOf({ area, lying, at }: Plot, scale: Scale, right: boolean): SVGElement[] {
  return scale.ticks.flatMap((tick) => {
    const place = at(tick, right);
    const stroke = tick === 0 && !right ? '#9aa1ab' : LINE_COLOR;
    const ends = lying
      ? { x1: place, x2: place, y1: area.top, y2: area.bottom }
      : { x1: area.left, x2: area.right, y1: place, y2: place };
    const label = lying
      ? { x: place, y: area.bottom + 15, 'text-anchor': 'middle' }
      : right
        ? { x: area.right + 6, y: place + 4 }
        : { x: area.left - 6, y: place + 4, 'text-anchor': 'end' };
    const text = svg('text', { ...label, 'font-size': SIZE, fill: TEXT_COLOR }, scale.text(tick));
    return right ? [text] : [svg('line', { ...ends, stroke }), text];
  });
}

const isTurned = (labels: readonly string[], band: number): boolean =>
  band >= 12 && labels.some((label) => textWidth(label, SIZE) > band - 4);

/** Turned where they are too wide, and every second or third of them where they are too many. */
function labelsStanding({ labels, area, band, middle }: Plot): SVGElement[] {
  const turned = isTurned(labels, band);
  const room = turned ? 14 : Math.max(0, ...labels.map((label) => textWidth(label, SIZE))) + 8;
  const every = Math.max(1, Math.ceil(room / band));
  return labels.flatMap((label, i) => {
    if (i % every !== 0) return [];
    const [x, y] = [middle(i), area.bottom + 14];
    const place = turned
      ? { x, y, 'text-anchor': 'end', transform: `rotate(-42 ${x} ${y - 4})` }
      : { x, y: y + 2, 'text-anchor': 'middle' };
    return [svg('text', { ...place, 'font-size': SIZE, fill: TEXT_COLOR }, cutTo(label, SIZE, turned ? 90 : 200))];
  });
}

function labelsLying({ labels, area, band, middle }: Plot, whole: Area): SVGElement[] {
  const every = Math.max(1, Math.ceil(14 / band));
  return labels.flatMap((label, i) => {
    if (i % every !== 0) return [];
    const place = { x: area.left - 6, y: middle(i) + 4, 'text-anchor': 'end' };
    return [
      svg('text', { ...place, 'font-size': SIZE, fill: TEXT_COLOR }, cutTo(label, SIZE, area.left - whole.left - 8)),
    ];
  });
}

function titlesOf(titles: AxesDrawing['axisTitles'], inner: Area, area: Area): SVGElement[] {
  const middle = (inner.top + inner.bottom) / 2;
  const upright = (x: number) => ({ x, y: middle, transform: `rotate(-90 ${x} ${middle})` });
  const text = (said: string, place: Record<string, string | number>) =>
    said ? [svg('text', { ...place, 'text-anchor': 'middle', 'font-size': 12, fill: TEXT_COLOR }, said)] : [];
  return [
    ...text(titles.bottom, { x: (inner.left + inner.right) / 2, y: area.bottom - 4 }),
    ...text(titles.left, upright(area.left + 10)),
    ...text(titles.right, upright(area.right - 4)),
  ];
}
