/** A few numbers, each with what it counts, on cards of two columns. */
import { drawable, fitting } from './drawn-name.ts';
import { type Heading, heading, headingHeight } from './heading.ts';
import { type Mark, sponsorFoot, sponsorHeight } from './sponsor.ts';
import { ink, margin, picture, width, words } from './svg.ts';

export interface FiguresPicture extends Heading {
  /** The number as it is to be read, and what it counts. */
  figures: readonly { count: string; what: string }[];
  sponsor?: Mark;
}

const columns = 2;
const gap = 16;
const cardWidth = (width - 2 * margin - gap) / columns;
const cardHeight = 132;
const inset = 24;

/** The SVG; the same for the same figures. */
export function figuresPicture({ figures, sponsor, ...head }: FiguresPicture): string {
  const rows = Math.ceil(figures.length / columns);
  const foot = headingHeight + rows * (cardHeight + gap) + 8;
  const cards = figures.map(({ count, what }, index) => {
    const x = margin + (index % columns) * (cardWidth + gap);
    const y = headingHeight + Math.floor(index / columns) * (cardHeight + gap);
    const said = fitting(drawable(what) ?? '', 22, cardWidth - 2 * inset);
    return [
      `<rect x="${x}" y="${y}" width="${cardWidth}" height="${cardHeight}" rx="18" fill="${ink.card}"/>`,
      words(count, x + inset, y + 68, { size: 52, bold: true, colour: ink.sun }),
      words(said, x + inset, y + 106, { size: 22, colour: ink.soft }),
    ].join('');
  });
  return picture(
    foot + (sponsor ? sponsorHeight : 0),
    heading(head),
    ...cards,
    sponsor ? sponsorFoot(sponsor, foot) : '',
  );
}
