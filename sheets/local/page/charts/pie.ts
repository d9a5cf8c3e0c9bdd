import type { Drawing } from '../../view/chart.ts';
import { type Area, svg, tip } from './svg.ts';

type PieDrawing = Extract<Drawing, { kind: 'pie' }>;

/** A slice that is thinner than this has no room for its percentage. */
const LEAST_LABELED = 0.05;

/** A pie, or a ring where it has a hole; its slices begin at the top and go on clockwise. */
export function drawPie({ slices, hole }: PieDrawing, area: Area): SVGElement[] {
  const radius = Math.max(10, Math.min(area.right - area.left, area.bottom - area.top) / 2 - 6);
  const x = (area.left + area.right) / 2;
  const y = (area.top + area.bottom) / 2;
  const inner = radius * Math.min(0.9, Math.max(0, hole));
  const total = slices.reduce((sum, slice) => sum + slice.value, 0);
  let done = 0;
  return slices.map(({ label, value, color }) => {
    const share = value / total;
    const [from, to] = [done, done + share];
    done = to;
    const middle = at(x, y, (radius + Math.max(inner, radius * 0.25)) / 2, (from + to) / 2);
    const percent = `${(share * 100).toFixed(share < 0.1 ? 1 : 0)}%`;
    const text = { x: middle.x, y: middle.y + 4, 'text-anchor': 'middle', 'font-size': 12, fill: inkOn(color) };
    return svg(
      'g',
      {},
      svg('path', {
        d: sliceOf(x, y, inner, radius, from, to),
        fill: color,
        stroke: '#ffffff',
        'fill-rule': 'evenodd',
      }),
      ...(share >= LEAST_LABELED ? [svg('text', text, percent)] : []),
      tip(`${label}: ${value.toLocaleString('en')} (${percent})`),
    );
  });
}

function sliceOf(x: number, y: number, inner: number, outer: number, from: number, to: number): string {
  if (to - from > 0.9999) {
    const circle = (r: number) => `M${x - r} ${y}A${r} ${r} 0 1 1 ${x + r} ${y}A${r} ${r} 0 1 1 ${x - r} ${y}Z`;
    return circle(outer) + (inner > 0 ? circle(inner) : '');
  }
  const large = to - from > 0.5 ? 1 : 0;
  const [a, b, c, d] = [at(x, y, outer, from), at(x, y, outer, to), at(x, y, inner, to), at(x, y, inner, from)];
  return `M${a.x} ${a.y}A${outer} ${outer} 0 ${large} 1 ${b.x} ${b.y}L${c.x} ${c.y}A${inner} ${inner} 0 ${large} 0 ${d.x} ${d.y}Z`;
}

/** A point on a circle, at a share of the way around from the top. */
const at = (x: number, y: number, radius: number, share: number) => ({
  x: x + radius * Math.sin(share * 2 * Math.PI),
  y: y - radius * Math.cos(share * 2 * Math.PI),
});

/** Black or white, whichever can be read on a colour `#rrggbb`. */
function inkOn(color: string): string {
  const part = (from: number) => Number.parseInt(color.slice(from, from + 2), 16);
  return part(1) * 0.299 + part(3) * 0.587 + part(5) * 0.114 > 150 ? '#1f2328' : '#ffffff';
}
