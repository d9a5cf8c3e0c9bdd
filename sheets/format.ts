/** How a tab looks to people when it is made. What a host restyles afterwards stays. */
import type { Request } from './google.ts';
import { type Column, type TabName, tabs } from './records.ts';

const serialFormat = { numberFormat: { type: 'DATE_TIME', pattern: 'd mmm yyyy hh:mm' } };
const textFormat = { numberFormat: { type: 'TEXT' } };

/** Warm grey behind white: reads well in Sheets' light and dark modes. */
const headerColor = { red: 0.24, green: 0.2, blue: 0.33 };
const white = { red: 1, green: 1, blue: 1 };

/** A new tab with its header row. Rows beyond `rowCount` are added as they're needed. */
export function newTab(tab: TabName, sheetId: number, index: number, rowCount = 1000): Request[] {
  const columns = Object.values<Column>(tabs[tab].columns);
  const properties = {
    sheetId,
    title: tab,
    index,
    gridProperties: { rowCount, columnCount: Math.max(26, columns.length), frozenRowCount: 1 },
  };
  return [
    { addSheet: { properties } },
    {
      updateCells: {
        start: { sheetId, rowIndex: 0, columnIndex: 0 },
        rows: [{ values: columns.map(({ header }) => ({ userEnteredValue: { stringValue: header } })) }],
        fields: 'userEnteredValue',
      },
    },
    {
      repeatCell: {
        range: { sheetId, startRowIndex: 0, endRowIndex: 1, startColumnIndex: 0, endColumnIndex: columns.length },
        cell: {
          userEnteredFormat: { textFormat: { bold: true, foregroundColor: white }, backgroundColor: headerColor },
        },
        fields: 'userEnteredFormat(textFormat,backgroundColor)',
      },
    },
    ...columns.flatMap((column, index) => columnLook(column, sheetId, index)),
  ];
}

/** The first tab: sentences, one a row. */
export function startTab(lines: readonly string[], sheetId: number): Request[] {
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
        range: { sheetId, startRowIndex: 0, endRowIndex: 1, startColumnIndex: 0, endColumnIndex: 1 },
        cell: { userEnteredFormat: { textFormat: { bold: true, fontSize: 16 } } },
        fields: 'userEnteredFormat.textFormat',
      },
    },
    { updateDimensionProperties: width(sheetId, 0, 760) },
  ];
}

function columnLook(column: Column, sheetId: number, index: number): Request[] {
  const range = { sheetId, startRowIndex: 1, startColumnIndex: index, endColumnIndex: index + 1 };
  const requests: Request[] = [{ updateDimensionProperties: width(sheetId, index, widthOf(column)) }];
  const format = column.kind === 'moment' ? serialFormat : column.kind === 'digits' ? textFormat : undefined;
  if (format) {
    requests.push({
      repeatCell: { range, cell: { userEnteredFormat: format }, fields: 'userEnteredFormat.numberFormat' },
    });
  }
  const choices = column.kind === 'oneOf' ? column.of : column.kind === 'yesNo' ? ['Yes', 'No'] : undefined;
  if (choices) {
    const values = choices.map((userEnteredValue) => ({ userEnteredValue }));
    const condition = { type: 'ONE_OF_LIST', values };
    requests.push({ setDataValidation: { range, rule: { condition, showCustomUi: true, strict: false } } });
  }
  return requests;
}

function width(sheetId: number, index: number, pixelSize: number) {
  return {
    range: { sheetId, dimension: 'COLUMNS', startIndex: index, endIndex: index + 1 },
    properties: { pixelSize },
    fields: 'pixelSize',
  };
}

/** Pixels, by what the column usually holds. */
function widthOf({ kind, header }: Column): number {
  if (header.startsWith('What')) return 420;
  if (kind === 'moment') return 150;
  if (kind === 'number' || kind === 'position' || kind === 'scored') return 80;
  if (kind === 'name' || kind === 'reference' || kind === 'digits' || header === 'Where' || header === 'Setting')
    return 170;
  return 120;
}
