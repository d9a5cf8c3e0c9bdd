import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { Book } from '../model/book.ts';
import { single } from '../model/single.ts';

export type ColorStyle = sheets_v4.Schema$ColorStyle;

/** A colour as parts from 0 to 255. */
export type Rgb = readonly [red: number, green: number, blue: number];

/** What a colour means in a book, whose theme may name it; undefined where it says none. */
export function rgbOf(style: ColorStyle | null | undefined, book: Book): Rgb | undefined {
  if (!style) return undefined;
  const themed = style.themeColor
    ? book.properties.spreadsheetTheme?.themeColors?.find((each) => each.colorType === style.themeColor)?.color
    : style;
  if (!themed?.rgbColor) return undefined;
  const { red, green, blue } = themed.rgbColor;
  return [byte(red), byte(green), byte(blue)];
}

/** `#0b6e4f`. */
export const hexOf = (rgb: Rgb): string => `#${rgb.map((part) => part.toString(16).padStart(2, '0')).join('')}`;

/** The colour as the API says it, its parts from 0 to 1 in single precision. */
export const styleOf = ([red, green, blue]: Rgb): ColorStyle => ({
  rgbColor: { red: share(red), green: share(green), blue: share(blue) },
});

/** The colour between two, at a share from 0 to 1 of the way. */
export const between = (from: Rgb, to: Rgb, share: number): Rgb => [
  mixed(from[0], to[0], share),
  mixed(from[1], to[1], share),
  mixed(from[2], to[2], share),
];

const mixed = (from: number, to: number, share: number): number => Math.round(from + (to - from) * share);
const share = (part: number): number => single(part / 255);
const byte = (part: number | null | undefined): number => Math.round((part ?? 0) * 255);
