/** A sponsor at the foot of a picture. */
import { drawable, fitting, widthIn } from './drawn-name.ts';
import { escaped, ink, margin, width, words } from './svg.ts';

export interface Mark {
  /** As in "Presented by". */
  says: string;
  name: string;
  /** A PNG, JPEG or SVG as a data URI, made for dark ground; without one the name stands for it. */
  logo?: string;
}

export const sponsorHeight = 84;
const logoWidth = 220;
const logoHeight = 52;
const size = 26;

/** `y` is its upper edge. */
export function sponsorFoot({ says, name, logo }: Mark, y: number): string {
  const line = `<path d="M${margin} ${y}H${width - margin}" stroke="${ink.line}" stroke-width="2"/>`;
  const middle = y + sponsorHeight / 2 + size * 0.36;
  const start = margin + widthIn(`${says} `, size) + 16;
  const intro = words(says, margin, middle, { size, colour: ink.soft });
  const mark =
    logo === undefined
      ? words(fitting(drawable(name) ?? '', size, width - margin - start), start, middle, { size, bold: true })
      : `<image href="${escaped(logo)}" x="${start}" y="${y + (sponsorHeight - logoHeight) / 2}" width="${logoWidth}" height="${logoHeight}" preserveAspectRatio="xMinYMid meet"/>`;
  return line + intro + mark;
}
