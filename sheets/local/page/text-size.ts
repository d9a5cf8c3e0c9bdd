import type { Look } from '../view/look.ts';

/** Space at the left and right of a cell's text, and above and below it. */
const PADDING = { across: 7, down: 4 };
const FAMILY = '"Open Sans", "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif';
export const POINT = 4 / 3;

let pen: CanvasRenderingContext2D | null | undefined;

/** How wide a text is, in pixels. @param size of its letters in pixels */
export function textWidth(text: string, size: number, bold = false): number {
  pen ??= document.createElement('canvas').getContext('2d');
  if (!pen) return text.length * size * 0.55;
  pen.font = `${bold ? 600 : 400} ${size}px ${FAMILY}`;
  return pen.measureText(text).width;
}

/** A text cut off where it's wider than there's room. */
export function cutTo(text: string, size: number, room: number): string {
  if (textWidth(text, size) <= room) return text;
  let length = text.length;
  while (length > 1 && textWidth(`${text.slice(0, length)}…`, size) > room) length -= 1;
  return `${text.slice(0, length)}…`;
}

/** How high a cell has to be for its text, in pixels. @param width of its column */
export function textHeight(text: string, look: Look | undefined, width: number): number {
  const size = (look?.size ?? 10) * POINT;
  const room = Math.max(10, width - PADDING.across);
  const paragraphs = text.split('\n');
  const lines =
    look?.wrap === 'wrap'
      ? paragraphs.reduce((sum, each) => sum + linesOf(each, size, look.bold === true, room), 0)
      : paragraphs.length;
  return Math.ceil(lines * size * 1.25) + PADDING.down;
}

/** As the browser breaks it: whole words, and letters of words that are wider than a line. */
function linesOf(text: string, size: number, bold: boolean, room: number): number {
  const space = textWidth(' ', size, bold);
  let lines = 1;
  let used = 0;
  for (const word of text.split(/\s+/)) {
    const width = textWidth(word, size, bold);
    if (used > 0 && used + space + width > room) {
      lines += 1;
      used = 0;
    }
    if (width > room) lines += Math.ceil(width / room) - 1;
    used += (used > 0 ? space : 0) + (width > room ? width % room : width);
  }
  return lines;
}
