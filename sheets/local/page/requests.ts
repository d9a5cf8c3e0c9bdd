import type { Request } from './api.ts';
import { type Box, boxAt, type Place } from './grid/place.ts';

/** What a person does to cells, rows, columns and tabs, as requests of the API. */

export const dimensions = ['ROWS', 'COLUMNS'] as const;
export type Dimension = (typeof dimensions)[number];
/** Rows or columns [start, end) of a tab. */
export type Span = {
  readonly sheetId: number;
  readonly dimension: Dimension;
  readonly start: number;
  readonly end: number;
};

export const rangeOf = (sheetId: number, box: Box) => ({
  sheetId,
  startRowIndex: box.top,
  endRowIndex: box.bottom,
  startColumnIndex: box.left,
  endColumnIndex: box.right,
});

const rangeOfSpan = ({ sheetId, dimension, start, end }: Span) => ({
  sheetId,
  dimension,
  startIndex: start,
  endIndex: end,
});

export const clearValues = (sheetId: number, box: Box): Request => ({
  updateCells: { range: rangeOf(sheetId, box), fields: 'userEnteredValue' },
});

export const copyTo = (sheetId: number, source: Box, to: Box): Request => ({
  copyPaste: { source: rangeOf(sheetId, source), destination: rangeOf(sheetId, to), pasteType: 'PASTE_NORMAL' },
});

/** Copies between tabs of the same spreadsheet. */
export const copyBetween = (from: { sheetId: number; box: Box }, to: { sheetId: number; box: Box }): Request => ({
  copyPaste: {
    source: rangeOf(from.sheetId, from.box),
    destination: rangeOf(to.sheetId, to.box),
    pasteType: 'PASTE_NORMAL',
  },
});

export const cutTo = (from: { sheetId: number; box: Box }, sheetId: number, { row, column }: Place): Request => ({
  cutPaste: {
    source: rangeOf(from.sheetId, from.box),
    destination: { sheetId, rowIndex: row, columnIndex: column },
    pasteType: 'PASTE_NORMAL',
  },
});

/** @param like whether the new ones look as what stands before them; else as what they push on */
export const insert = (span: Span, like: 'before' | 'after'): Request => ({
  insertDimension: { range: rangeOfSpan(span), inheritFromBefore: like === 'before' && span.start > 0 },
});

export const remove = (span: Span): Request => ({ deleteDimension: { range: rangeOfSpan(span) } });

/** @param before the place that they move to, counted as they stand now */
export const move = (span: Span, before: number): Request => ({
  moveDimension: { source: rangeOfSpan(span), destinationIndex: before },
});

export const append = (sheetId: number, dimension: Dimension, length: number): Request => ({
  appendDimension: { sheetId, dimension, length },
});

/** As many more rows and columns as a rectangle needs beyond a tab's size. */
export function room(sheetId: number, size: { rowCount: number; columnCount: number }, box: Box): Request[] {
  const rows = box.bottom - size.rowCount;
  const columns = box.right - size.columnCount;
  return [
    ...(rows > 0 ? [append(sheetId, 'ROWS', rows)] : []),
    ...(columns > 0 ? [append(sheetId, 'COLUMNS', columns)] : []),
  ];
}

export const resize = (span: Span, pixelSize: number): Request => ({
  updateDimensionProperties: { range: rangeOfSpan(span), properties: { pixelSize }, fields: 'pixelSize' },
});

export const hide = (span: Span, hiddenByUser: boolean): Request => ({
  updateDimensionProperties: { range: rangeOfSpan(span), properties: { hiddenByUser }, fields: 'hiddenByUser' },
});

export const fitWidth = (span: Span): Request => ({ autoResizeDimensions: { dimensions: rangeOfSpan(span) } });

export const sort = (sheetId: number, box: Box, column: number, sortOrder: 'ASCENDING' | 'DESCENDING'): Request => ({
  sortRange: { range: rangeOf(sheetId, box), sortSpecs: [{ dimensionIndex: column, sortOrder }] },
});

export const freeze = (sheetId: number, dimension: Dimension, count: number): Request => {
  const key = dimension === 'ROWS' ? 'frozenRowCount' : 'frozenColumnCount';
  return {
    updateSheetProperties: {
      properties: { sheetId, gridProperties: { [key]: count } },
      fields: `gridProperties.${key}`,
    },
  };
};

export const merge = (sheetId: number, box: Box): Request => ({
  mergeCells: { range: rangeOf(sheetId, box), mergeType: 'MERGE_ALL' },
});

export const unmerge = (sheetId: number, box: Box): Request => ({ unmergeCells: { range: rangeOf(sheetId, box) } });

export const setNote = (sheetId: number, place: Place, note: string): Request => ({
  repeatCell: { range: rangeOf(sheetId, boxAt(place)), cell: { note }, fields: 'note' },
});

/** @param fields the parts of the format that are set; what `format` leaves out of them is taken away */
export const format = (sheetId: number, box: Box, userEnteredFormat: object, fields: string): Request => ({
  repeatCell: {
    range: rangeOf(sheetId, box),
    cell: { userEnteredFormat },
    fields: fields
      .split(',')
      .map((field) => (field ? `userEnteredFormat.${field}` : 'userEnteredFormat'))
      .join(','),
  },
});

export const renameBook = (title: string): Request => ({
  updateSpreadsheetProperties: { properties: { title }, fields: 'title' },
});

export const addTab = (index: number): Request => ({ addSheet: { properties: { index } } });
export const deleteTab = (sheetId: number): Request => ({ deleteSheet: { sheetId } });
export const duplicateTab = (sourceSheetId: number, insertSheetIndex: number): Request => ({
  duplicateSheet: { sourceSheetId, insertSheetIndex },
});
export const renameTab = (sheetId: number, title: string): Request => ({
  updateSheetProperties: { properties: { sheetId, title }, fields: 'title' },
});
/** @param index the place that it moves to, counted as the tabs stand now */
export const moveTab = (sheetId: number, index: number): Request => ({
  updateSheetProperties: { properties: { sheetId, index }, fields: 'index' },
});
