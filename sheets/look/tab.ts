/**
 * How a tab looks to people when it is made, in the batch that makes it. It's done once: whatever a host restyles
 * afterwards, be it by taking a dropdown away, stays.
 */
import type { Request } from '../google.ts';
import { type Column, type TabName, tabAt } from '../records.ts';
import { colourRules, columnColours } from './colours.ts';
import { columnLook } from './columns.ts';
import { headerColor, tabColors, white } from './palette.ts';
import { protections } from './protection.ts';

/** A new tab with its header row. Rows beyond `rowCount` are added as they're needed. */
export function newTab(tab: TabName, sheetId: number, index: number, rowCount = 1000): Request[] {
  const { holds, hidden, columns: declared } = tabAt(tab);
  const columns = Object.values<Column>(declared);
  const properties = {
    sheetId,
    title: tab,
    index,
    gridProperties: { rowCount, columnCount: Math.max(26, columns.length), frozenRowCount: 1 },
    tabColorStyle: { rgbColor: tabColors[tab === 'Problems' ? 'problems' : holds] },
    ...(hidden && { hidden }),
  };
  const made = [{ addSheet: { properties } }, header(columns, sheetId)];
  if (hidden) return made;
  return [
    ...made,
    headerLook(sheetId),
    ...columns.flatMap((column, at) => columnLook(column, sheetId, at)),
    ...colourRules(tab, columns, sheetId),
    ...protections(tab, columns, sheetId),
  ];
}

/** Columns that a tab gets later, from column `at` on, which is theirs. */
export function addedColumns(tab: TabName, columns: readonly Column[], sheetId: number, at: number): Request[] {
  const made = header(columns, sheetId, at);
  if (tabAt(tab).hidden) return [made];
  return [
    made,
    headerLook(sheetId, { startColumnIndex: at, endColumnIndex: at + columns.length }),
    ...columns.flatMap((column, index) => [
      ...columnLook(column, sheetId, at + index),
      ...columnColours(tab, column, sheetId, at + index),
    ]),
  ];
}

/** The first tab: sentences, one a row. */
export function startTab(lines: readonly string[], sheetId: number): Request[] {
  const column = { sheetId, startColumnIndex: 0, endColumnIndex: 1 };
  return [
    {
      updateCells: {
        start: { sheetId, rowIndex: 0, columnIndex: 0 },
        rows: lines.map((line) => ({ values: [line === '' ? {} : { userEnteredValue: { stringValue: line } }] })),
        fields: 'userEnteredValue',
      },
    },
    {
      repeatCell: {
        range: { ...column, startRowIndex: 0, endRowIndex: lines.length },
        cell: { userEnteredFormat: { wrapStrategy: 'WRAP' } },
        fields: 'userEnteredFormat.wrapStrategy',
      },
    },
    {
      repeatCell: {
        range: { ...column, startRowIndex: 0, endRowIndex: 1 },
        cell: { userEnteredFormat: { textFormat: { bold: true, fontSize: 16 } } },
        fields: 'userEnteredFormat.textFormat',
      },
    },
    {
      updateDimensionProperties: {
        range: { sheetId, dimension: 'COLUMNS', startIndex: 0, endIndex: 1 },
        properties: { pixelSize: 760 },
        fields: 'pixelSize',
      },
    },
    {
      updateSheetProperties: {
        properties: { sheetId, gridProperties: { hideGridlines: true } },
        fields: 'gridProperties.hideGridlines',
      },
    },
  ];
}

function header(columns: readonly Column[], sheetId: number, at = 0): Request {
  return {
    updateCells: {
      start: { sheetId, rowIndex: 0, columnIndex: at },
      rows: [{ values: columns.map(({ header }) => ({ userEnteredValue: { stringValue: header } })) }],
      fields: 'userEnteredValue',
    },
  };
}

/** The whole row, unless it's said otherwise: columns that a host adds, and those of new racers, look alike. */
export function headerLook(sheetId: number, columns: object = {}): Request {
  return {
    repeatCell: {
      range: { sheetId, startRowIndex: 0, endRowIndex: 1, ...columns },
      cell: {
        userEnteredFormat: {
          textFormat: { bold: true, foregroundColorStyle: { rgbColor: white } },
          backgroundColorStyle: { rgbColor: headerColor },
          verticalAlignment: 'MIDDLE',
        },
      },
      fields: 'userEnteredFormat(textFormat,backgroundColorStyle,verticalAlignment)',
    },
  };
}
