import type { Cell, Color, Format, GridData, Tab } from './api.ts';

/** A rectangle of cells: rows [top, bottom) and columns [left, right), counted from 0. */
export type Box = { top: number; left: number; bottom: number; right: number };

/** The tab that is shown, with its cells as last read. */
export type Shown = { tab: Tab; rows: (readonly Cell[] | undefined)[]; widths: (number | undefined)[] };

/** Empty rows and columns that are offered beyond the data. */
const SPARE_ROWS = 60;
const SPARE_COLUMNS = 3;
const LEAST_COLUMNS = 12;

export function shownTab(tab: Tab, data: GridData): Shown {
  const rows = (data.rowData ?? []).map((row) => row.values);
  const widths = (data.columnMetadata ?? []).map((column) => (column.hiddenByUser ? 0 : column.pixelSize));
  return { tab, rows, widths };
}

/** Puts newly read rows [from, to) in place of the old. */
export function replaceRows(shown: Shown, from: number, to: number, data: GridData): void {
  for (let r = from; r < to; r++) shown.rows[r] = data.rowData?.[r - (data.startRow ?? 0)]?.values;
}

export const cellAt = (shown: Shown, row: number, column: number): Cell | undefined => shown.rows[row]?.[column];

/** How much of the grid is laid out: the data and some room below and beside it. */
export function visibleSize({ tab, rows }: Shown): { rowCount: number; columnCount: number } {
  const { rowCount, columnCount } = tab.gridProperties;
  const width = rows.reduce((most, row) => Math.max(most, row?.length ?? 0), 0);
  return {
    rowCount: Math.min(rowCount, rows.length + SPARE_ROWS),
    columnCount: Math.min(columnCount, Math.max(LEAST_COLUMNS, width + SPARE_COLUMNS)),
  };
}

/** What the formula bar shows: the entry that makes this cell again. */
export function entryOf(cell: Cell | undefined): string {
  const { formulaValue, numberValue, stringValue, boolValue } = cell?.userEnteredValue ?? {};
  if (formulaValue !== undefined) return formulaValue;
  if (boolValue !== undefined) return boolValue ? 'TRUE' : 'FALSE';
  if (numberValue !== undefined) {
    const type = cell?.userEnteredFormat?.numberFormat?.type ?? '';
    return /DATE|TIME|PERCENT/.test(type) ? (cell?.formattedValue ?? '') : String(numberValue);
  }
  // Text that would be read as something else keeps its apostrophe.
  const text = stringValue ?? '';
  return /^(['=]|[-+$]?[\d.,]+%?$|(true|false)$|\d+[-/.:]\d)/i.test(text) ? `'${text}` : text;
}

/** `A`, `Z`, `AA`…: the letters of a column counted from 0. */
export function columnName(index: number): string {
  let name = '';
  for (let n = index; n >= 0; n = Math.floor(n / 26) - 1) name = String.fromCharCode(65 + (n % 26)) + name;
  return name;
}

/** The corner that `B2` names. */
export function parsePlace(a1: string): { top: number; left: number } | undefined {
  const [, letters = '', digits = ''] = /^([A-Z]+)(\d+)$/.exec(a1) ?? [];
  if (!letters) return undefined;
  const left = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { top: Number(digits) - 1, left };
}

/** `B2` or `B2:C5`. */
export function boxName({ top, left, bottom, right }: Box): string {
  const first = `${columnName(left)}${top + 1}`;
  const last = `${columnName(right - 1)}${bottom}`;
  return first === last ? first : `${first}:${last}`;
}

/** A cell's look as CSS. */
export function styleOf(cell: Cell | undefined): Partial<CSSStyleDeclaration> {
  const format: Format = cell?.userEnteredFormat ?? {};
  const text = format.textFormat ?? {};
  const lines = [text.underline && 'underline', text.strikethrough && 'line-through'].filter(Boolean).join(' ');
  return {
    backgroundColor: css(format.backgroundColorStyle),
    color: css(text.foregroundColorStyle),
    fontWeight: text.bold ? '600' : '',
    fontStyle: text.italic ? 'italic' : '',
    textDecoration: lines,
    textAlign: format.horizontalAlignment?.toLowerCase() ?? naturalAlign(cell),
  };
}

/** Numbers to the right, booleans in the middle, as in every spreadsheet. */
function naturalAlign(cell: Cell | undefined): string {
  if (cell?.effectiveValue?.numberValue !== undefined) return 'right';
  return cell?.effectiveValue?.boolValue !== undefined ? 'center' : '';
}

export function css(color: Color | undefined): string {
  if (!color?.rgbColor) return '';
  const { red = 0, green = 0, blue = 0 } = color.rgbColor;
  return `rgb(${[red, green, blue].map((part) => Math.round(part * 255)).join(', ')})`;
}
