import type { ShownCell, ShownTab } from './shown.ts';

/** In points. */
const MARGIN = 36;
const ROW = 16;
const TEXT = 9;
const POINTS_A_PIXEL = 0.75;
const EDGE = 2.5;

/**
 * What is drawn on the pages of a tab, in PDF's language. Letters that the fonts of every reader don't have (all but
 * those of western Europe) show as a question mark.
 */
export function drawing(tab: ShownTab, page: { readonly width: number; readonly height: number }): string[] {
  const wide = tab.widths.reduce((sum, width) => sum + width, 0) * POINTS_A_PIXEL;
  const scale = Math.min(1, (page.width - 2 * MARGIN) / Math.max(1, wide));
  const perPage = Math.max(1, Math.floor((page.height - 2 * MARGIN) / (ROW * scale)) - 2);
  const pages = Math.max(1, Math.ceil(tab.rows.length / perPage));
  return Array.from({ length: pages }, (_, i) => {
    const number = pages > 1 ? `  ${i + 1} / ${pages}` : '';
    const title = textAt(`${tab.title}${number}`, 0, -12, { bold: true, ink: '000000' });
    const rows = tab.rows.slice(i * perPage, (i + 1) * perPage).map((row, r) => rowAt(row, tab.widths, -24 - ROW * r));
    return `${scale} 0 0 ${scale} ${MARGIN} ${page.height - MARGIN} cm\n${title}${rows.join('')}`;
  });
}

function rowAt(row: readonly ShownCell[], widths: readonly number[], top: number): string {
  let left = 0;
  return row
    .map((cell, column) => {
      const width = (widths[column] ?? 0) * POINTS_A_PIXEL;
      const at = left;
      left += width;
      return width > 0 ? cellAt(cell, at, top, width) : '';
    })
    .join('');
}

function cellAt({ text, value, look }: ShownCell, left: number, top: number, width: number): string {
  const box = `${fixed(left)} ${fixed(top - ROW)} ${fixed(width)} ${ROW} re`;
  const fill = look.fill ? `${colour(look.fill)} rg ${box} f ` : '';
  const frame = `0.85 G 0.5 w ${box} S\n`;
  const line = text.replaceAll(/\s+/g, ' ');
  if (line === '') return `${fill}${frame}`;
  const side = look.align ?? (typeof value === 'number' ? 'right' : 'left');
  const room = width - 2 * EDGE - widthOf(line);
  const shift = side === 'left' || room < 0 ? 0 : side === 'right' ? room : room / 2;
  const inked = { ink: look.ink ?? '000000', bold: look.bold === true };
  // What is too long is cut off at the cell's edge.
  return `${fill}${frame}q ${box} W n ${textAt(line, left + EDGE + shift, top - 11.5, inked)}Q\n`;
}

const textAt = (text: string, x: number, y: number, { bold, ink }: { bold: boolean; ink: string }): string =>
  `${colour(ink)} rg BT /F${bold ? 2 : 1} ${TEXT} Tf ${fixed(x)} ${fixed(y)} Td (${literal(text)}) Tj ET\n`;

/** Roughly, and near enough for figures: those are all as wide as each other. */
function widthOf(text: string): number {
  const narrow = text.replaceAll(/[^.,:;'|ijl ]/g, '').length;
  return TEXT * (0.556 * (text.length - narrow) + 0.278 * narrow);
}

const colour = (hex: string): string =>
  [0, 2, 4].map((at) => fixed(Number.parseInt(hex.slice(at, at + 2), 16) / 255)).join(' ');

const fixed = (number: number): string => String(Number(number.toFixed(3)));

/** The signs that WinAnsiEncoding has between 0x80 and 0x9f, where Latin-1 has none. */
const BETWEEN = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

function literal(text: string): string {
  return Array.from(text, (sign) => {
    const place = sign === ' ' ? -1 : BETWEEN.indexOf(sign);
    const code = place < 0 ? sign.charCodeAt(0) : 0x80 + place;
    const known = sign.length === 1 && code <= 0xff && code >= 0x20 && (place >= 0 || code < 0x7f || code > 0x9f);
    return known ? String.fromCharCode(code).replace(/[\\()]/, '\\$&') : '?';
  }).join('');
}
