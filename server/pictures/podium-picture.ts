/** The first three of a season on their podium. */
import { drawable, fitting, widthIn } from './drawn-name.ts';
import { type Heading, heading, headingHeight } from './heading.ts';
import { type Mark, sponsorFoot, sponsorHeight } from './sponsor.ts';
import { ink, medal, medals, picture, width, words } from './svg.ts';

export interface PodiumStep {
  /** 1 to 3; several may share one. */
  rank: number;
  name: string;
  /** As in `120 pts`. */
  points: string;
}

export interface PodiumPicture extends Heading {
  /** Up to three, the best first. */
  steps: readonly PodiumStep[];
  sponsor?: Mark;
}

const stepWidth = 226;
const stepGap = 14;
const nameSize = 28;
const nameHeight = 34;
const baseAt = headingHeight + 424;
/** By rank: who shares a rank stands as high. */
const heights = [230, 180, 140];

/** The SVG; the same for the same podium. The best stands in the middle, the second left of it. */
export function podiumPicture({ steps, sponsor, ...head }: PodiumPicture): string {
  const [first, second, third] = steps;
  const order = [second, first, third].filter((step) => step !== undefined);
  const start = (width - order.length * stepWidth - (order.length - 1) * stepGap) / 2;
  const foot = baseAt + 24;
  return picture(
    foot + (sponsor ? sponsorHeight : 0),
    heading(head),
    ...order.map((step, index) => drawStep(step, start + index * (stepWidth + stepGap))),
    sponsor ? sponsorFoot(sponsor, foot) : '',
  );
}

function drawStep({ rank, name, points }: PodiumStep, x: number): string {
  const height = heights[rank - 1] ?? 140;
  const top = baseAt - height;
  const middle = x + stepWidth / 2;
  const metal = medals[rank - 1] ?? ink.line;
  const lines = inLines(drawable(name) ?? '…');
  return [
    `<path d="M${x} ${baseAt}V${top + 18}a18 18 0 0 1 18 -18h${stepWidth - 36}a18 18 0 0 1 18 18V${baseAt}z" fill="${ink.card}"/>`,
    `<rect x="${x + 18}" y="${top}" width="${stepWidth - 36}" height="6" fill="${metal}"/>`,
    rank === 1 ? cup(middle, top - 144 - lines.length * nameHeight) : '',
    medal(rank, middle, top + 58, 28),
    ...lines.map((line, index) =>
      words(line, middle, top - 20 - (lines.length - 1 - index) * nameHeight, {
        size: nameSize,
        bold: true,
        anchor: 'middle',
      }),
    ),
    words(points, middle, baseAt - 24, { size: 26, colour: ink.soft, anchor: 'middle' }),
  ].join('');
}

/** A long name goes on in a second line, from a space if it has one. */
function inLines(name: string): string[] {
  if (widthIn(name, nameSize) <= stepWidth) return [name];
  const spaces = [...name.matchAll(/ /g)].map(({ index }) => index);
  const at = spaces.findLast((space) => widthIn(name.slice(0, space), nameSize) <= stepWidth);
  const lines = at === undefined ? [name] : [name.slice(0, at), name.slice(at + 1)];
  return lines.map((line) => fitting(line, nameSize, stepWidth));
}

/** A trophy, 96 wide; `y` is its upper edge. */
function cup(x: number, y: number): string {
  const [gold] = medals;
  return `<g transform="translate(${x - 48} ${y})" fill="none" stroke="${gold}" stroke-width="8"><path d="M22 14H6c0 26 8 36 22 40M74 14h16c0 26 -8 36 -22 40"/><path d="M20 4h56c0 44 -8 64 -28 68c-20 -4 -28 -24 -28 -68z" fill="${gold}" stroke="none"/><path d="M48 70v26" stroke-width="10"/><path d="M24 104h48" stroke-width="14" stroke-linecap="round"/></g>`;
}
