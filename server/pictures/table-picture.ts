/** The standings as a picture: readable on a phone, in a dark channel. */
import { drawable, fitting, widthIn } from './drawn-name.ts';
import { type Heading, heading, headingHeight } from './heading.ts';
import { type Mark, sponsorFoot, sponsorHeight } from './sponsor.ts';
import { ink, margin, medal, picture, width, words } from './svg.ts';

export interface TableLine {
  rank: number;
  name: string;
  /** As they are to be read, such as `62`. */
  points: string;
  /** What the night added, such as `+15`. */
  added?: string;
  /** Ranks gained; below zero for lost ones. */
  moved?: number;
}

export interface TablePicture extends Heading {
  lines: readonly TableLine[];
  /** "and 5 more", of those beyond the last line that fits. */
  more: (lines: number) => string;
  sponsor?: Mark;
}

/** So many fit before it gets too small on a phone. */
export const mostLines = 12;
const lineHeight = 62;
const gap = 6;
const nameAt = margin + 92;
const pointsAt = width - margin - 22;
/** Wide enough for most tables; where numbers are longer, a column is as wide as they are, and what stands beside them. */
const pointsRoom = 128;
const addedRoom = 112;
const between = 16;
const movementRoom = 44;
const sizes = { name: 30, points: 34, added: 26 };

/** The SVG; the same for the same table. */
export function tablePicture({ lines, more, sponsor, ...head }: TablePicture): string {
  const shown = lines.slice(0, mostLines);
  const rest = lines.length - shown.length;
  const columns = columnsOf(shown);
  const rows = shown.map((line, index) => row(line, headingHeight + index * (lineHeight + gap), columns));
  const end = headingHeight + shown.length * (lineHeight + gap);
  const restHeight = rest > 0 ? 46 : 0;
  const foot = end + restHeight + 18;
  return picture(
    foot + (sponsor ? sponsorHeight : 0),
    heading(head),
    ...rows,
    rest > 0 ? words(more(rest), width / 2, end + 34, { size: 24, colour: ink.soft, anchor: 'middle' }) : '',
    sponsor ? sponsorFoot(sponsor, foot) : '',
  );
}

/** Where columns end on their right, and where the movement stands. */
interface Columns {
  added: number;
  moved: number;
}

/** The same for all lines, as wide as the longest needs. */
function columnsOf(lines: readonly TableLine[]): Columns {
  const widest = (texts: readonly string[], size: number) => Math.max(...texts.map((text) => widthIn(text, size)), 0);
  const points = widest(
    lines.map((line) => line.points),
    sizes.points,
  );
  const gains = widest(
    lines.map(({ added = '' }) => added),
    sizes.added,
  );
  const added = pointsAt - Math.max(pointsRoom, points + between);
  return { added, moved: added - Math.max(addedRoom, gains + movementRoom) };
}

function row({ rank, name, points, added, moved = 0 }: TableLine, y: number, columns: Columns): string {
  const middle = y + lineHeight / 2;
  const stands = middle + 11;
  const place =
    rank <= 3
      ? medal(rank, margin + 42, middle, 22)
      : words(String(rank), margin + 42, stands, { size: 28, bold: true, colour: ink.soft, anchor: 'middle' });
  const unmoved = added === undefined ? pointsAt - widthIn(points, sizes.points) : columns.moved + 22;
  const edge = moved === 0 ? unmoved : columns.moved - 24;
  const shownName = fitting(drawable(name) ?? '…', sizes.name, edge - nameAt - 16);
  return [
    `<rect x="${margin}" y="${y}" width="${width - 2 * margin}" height="${lineHeight}" rx="14" fill="${ink.card}"/>`,
    place,
    words(shownName, nameAt, stands, { size: sizes.name, bold: true }),
    moved === 0 ? '' : movement(moved, columns.moved, middle),
    added === undefined
      ? ''
      : words(added, columns.added, stands, { size: sizes.added, colour: ink.sun, anchor: 'end' }),
    words(points, pointsAt, stands, { size: sizes.points, bold: true, anchor: 'end' }),
  ].join('');
}

/** A triangle up or down, and by how many ranks. */
function movement(moved: number, x: number, y: number): string {
  const colour = moved > 0 ? ink.leaf : ink.berry;
  const shape = moved > 0 ? `M${x - 20} ${y + 8}l10 -17 10 17z` : `M${x - 20} ${y - 8}l10 17 10 -17z`;
  const by = words(String(Math.abs(moved)), x + 6, y + 9, { size: 24, colour });
  return `<path d="${shape}" fill="${colour}"/>${by}`;
}
