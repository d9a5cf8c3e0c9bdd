/** The head of a picture: the league's flag, what it shows, and of which league. */
import { drawable, fitting } from './drawn-name.ts';
import { flag, ink, margin, width, words } from './svg.ts';

export interface Heading {
  title: string;
  /** The league, and after which race. */
  below: string;
}

export const headingHeight = 120;

export function heading({ title, below }: Heading): string {
  const x = margin + 68;
  const room = width - margin - x;
  return [
    flag(margin, 34),
    words(fitting(drawable(title) ?? '', 38, room), x, 58, { size: 38, bold: true }),
    words(fitting(drawable(below) ?? '', 24, room), x, 92, { size: 24, colour: ink.soft }),
  ].join('');
}
