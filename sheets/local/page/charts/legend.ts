import type { Legend } from '../../view/chart.ts';
import { cutTo, textWidth } from '../text-size.ts';
import { type Area, svg } from './svg.ts';

export type Entry = { readonly name: string; readonly color: string; readonly line: boolean };

const SIZE = 12;
const LINE = 20;
const SIGN = 22;

/** Draws a legend at its side of an area. @returns it and what is left of the area */
export function drawLegend(entries: readonly Entry[], side: Legend, area: Area): { parts: SVGElement[]; rest: Area } {
  const named = entries.filter((entry) => entry.name !== '');
  if (side === 'none' || named.length === 0) return { parts: [], rest: area };
  return side === 'left' || side === 'right' ? beside(named, side, area) : acrossFrom(named, side, area);
}

function beside(entries: readonly Entry[], side: 'left' | 'right', area: Area) {
  const most = (area.right - area.left) * 0.32;
  const widest = Math.max(...entries.map((entry) => textWidth(entry.name, SIZE)));
  const width = Math.min(most, widest + SIGN + 6);
  const left = side === 'right' ? area.right - width : area.left;
  const fit = Math.max(1, Math.floor((area.bottom - area.top) / LINE));
  const parts = shortened(entries, fit).map((entry, i) => draw(entry, left, area.top + i * LINE, width - SIGN));
  const rest = side === 'right' ? { ...area, right: left - 12 } : { ...area, left: area.left + width + 12 };
  return { parts, rest };
}

function acrossFrom(entries: readonly Entry[], side: 'top' | 'bottom', area: Area) {
  const width = area.right - area.left;
  const rows: { entry: Entry; x: number }[][] = [[]];
  let x = 0;
  for (const entry of entries) {
    const own = Math.min(width, textWidth(entry.name, SIZE) + SIGN + 16);
    if (x > 0 && x + own > width) {
      rows.push([]);
      x = 0;
    }
    rows.at(-1)?.push({ entry, x });
    x += own;
  }
  const height = rows.length * LINE;
  const top = side === 'top' ? area.top : area.bottom - height;
  const parts = rows.flatMap((row, i) =>
    row.map((each) => draw(each.entry, area.left + each.x, top + i * LINE, width - SIGN)),
  );
  const rest = side === 'top' ? { ...area, top: area.top + height + 8 } : { ...area, bottom: top - 8 };
  return { parts, rest };
}

/** Where there isn't room for all, the last says how many more there are. */
function shortened(entries: readonly Entry[], fit: number): readonly Entry[] {
  if (entries.length <= fit) return entries;
  const more = { name: `and ${entries.length - fit + 1} more`, color: 'none', line: false };
  return [...entries.slice(0, fit - 1), more];
}

function draw({ name, color, line }: Entry, x: number, y: number, room: number): SVGElement {
  const middle = y + LINE / 2;
  const sign = line
    ? svg('line', { x1: x, x2: x + 16, y1: middle, y2: middle, stroke: color, 'stroke-width': 3 })
    : svg('rect', { x: x + 2, y: middle - 6, width: 12, height: 12, rx: 2, fill: color });
  const text = svg('text', { x: x + SIGN, y: middle + 4, 'font-size': SIZE }, cutTo(name, SIZE, room));
  return svg('g', {}, sign, text);
}
