import type { Schema } from './api.ts';

const color = (red: number, green: number, blue: number) => ({ rgbColor: { red, green, blue } });

/** How a cell looks that nobody formatted, as Google's new spreadsheets say it. */
export const DEFAULT_FORMAT: Schema['CellFormat'] = {
  backgroundColorStyle: color(1, 1, 1),
  padding: { top: 2, right: 3, bottom: 2, left: 3 },
  verticalAlignment: 'BOTTOM',
  wrapStrategy: 'OVERFLOW_CELL',
  textFormat: {
    foregroundColorStyle: color(0, 0, 0),
    fontFamily: 'arial,sans,sans-serif',
    fontSize: 10,
    bold: false,
    italic: false,
    strikethrough: false,
    underline: false,
  },
};

const THEME: readonly (readonly [type: string, red: number, green: number, blue: number])[] = [
  ['TEXT', 0, 0, 0],
  ['BACKGROUND', 1, 1, 1],
  ['ACCENT1', 0.25882354, 0.52156866, 0.95686275],
  ['ACCENT2', 0.91764706, 0.2627451, 0.20784314],
  ['ACCENT3', 0.9843137, 0.7372549, 0.015686275],
  ['ACCENT4', 0.20392157, 0.65882355, 0.3254902],
  ['ACCENT5', 1, 0.42745098, 0.003921569],
  ['ACCENT6', 0.27450982, 0.7411765, 0.7764706],
  ['LINK', 0.06666667, 0.33333334, 0.8],
];

/** The properties of a new spreadsheet. */
export const newProperties = (title: string): Schema['SpreadsheetProperties'] => ({
  title,
  locale: 'en_US',
  autoRecalc: 'ON_CHANGE',
  timeZone: 'Etc/GMT',
  defaultFormat: DEFAULT_FORMAT,
  spreadsheetTheme: {
    primaryFontFamily: 'Arial',
    themeColors: THEME.map(([colorType, red, green, blue]) => ({ colorType, color: color(red, green, blue) })),
  },
});

/** Pixels, as Google gives them to rows and columns that nobody resized. */
export const ROW_HEIGHT = 21;
export const COLUMN_WIDTH = 100;
