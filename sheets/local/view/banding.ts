import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { Book, Sheet } from '../model/book.ts';
import type { Box } from '../model/grid.ts';
import { boxWithin, isIn } from './box.ts';
import { type ColorStyle, hexOf, rgbOf } from './color.ts';

/** A colour as the API says it, and as it's drawn: `#rrggbb`. */
export type Fill = { readonly style: ColorStyle; readonly hex: string };

/** Alternating colours of one rectangle. */
export type Band = { readonly box: Box; readonly fill: (row: number, column: number) => Fill | undefined };

/** The colour that the bands of a sheet lend a cell. */
export const bandFill = (bands: readonly Band[], row: number, column: number): Fill | undefined =>
  bands.find(({ box }) => isIn(box, row, column))?.fill(row, column);

/** The bands of a sheet: a header, two colours in turn, a footer; by rows, where there are both. */
export function bandsOf(sheet: Sheet, book: Book): Band[] {
  return sheet.bandedRanges.map(({ range, rowProperties, columnProperties }) => {
    const box = boxWithin(range ?? {}, sheet.grid);
    const byRow = colorsOf(rowProperties, box.bottom - box.top, book);
    const byColumn = colorsOf(columnProperties, box.right - box.left, book);
    return { box, fill: (row, column) => byRow(row - box.top) ?? byColumn(column - box.left) };
  });
}

function colorsOf(
  properties: sheets_v4.Schema$BandingProperties | undefined,
  length: number,
  book: Book,
): (index: number) => Fill | undefined {
  if (!properties) return () => undefined;
  const color = (style: ColorStyle | undefined): Fill | undefined => {
    const rgb = rgbOf(style, book);
    return style && rgb && { style, hex: hexOf(rgb) };
  };
  const header = color(properties.headerColorStyle);
  const footer = color(properties.footerColorStyle);
  const bands = [color(properties.firstBandColorStyle), color(properties.secondBandColorStyle)];
  const first = header === undefined ? 0 : 1;
  return (index) => {
    if (header !== undefined && index === 0) return header;
    if (footer !== undefined && index === length - 1) return footer;
    return bands[(index - first) % 2];
  };
}
