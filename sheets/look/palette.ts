/** The workbook's colours: soft ones, on which black text reads well. */
const colour = (hex: string) => ({
  red: Number.parseInt(hex.slice(0, 2), 16) / 255,
  green: Number.parseInt(hex.slice(2, 4), 16) / 255,
  blue: Number.parseInt(hex.slice(4, 6), 16) / 255,
});

/** Warm grey: white on it reads well in Sheets' light and dark modes. */
export const headerColor = colour('3d3354');
export const white = colour('ffffff');

/** People work in the green tabs; the grey ones follow. */
export const tabColors = { facts: colour('6fae78'), derived: colour('b7b0bc'), problems: colour('d9705f') };

export const fills = {
  gold: colour('f8e3a0'),
  silver: colour('e2e5eb'),
  bronze: colour('f0d3b8'),
  green: colour('dcefd9'),
  blue: colour('dbe7f7'),
  amber: colour('fbe8c4'),
  grey: colour('ebe8ed'),
  red: colour('f9d6d1'),
} as const;
export type Fill = keyof typeof fills;

/** Lines and bars, told apart by those who don't see red and green as different (Okabe and Ito's palette). */
export const series = [
  '0072b2',
  'e69f00',
  '009e73',
  'cc79a7',
  '56b4e9',
  'd55e00',
  '7f7f7f',
  'b8a400',
  '5b3f9e',
  '000000',
].map(colour);
