import { invalid } from '../errors.ts';
import type { Schema } from '../model/api.ts';
import { type Book, type Sheet, sheetById, withSheet } from '../model/book.ts';
import { mapCells } from '../model/cells.ts';
import { boxOf } from '../model/grid.ts';
import { enter } from '../values/write.ts';
import type { Context, Handler } from './change.ts';

/** Text with delimiters goes into cells as if it were pasted: it's read as if somebody typed it. */
export const pasteData: Handler<'pasteData'> = (book, request, context) => {
  const { coordinate = {}, data, delimiter, html, type } = request;
  if (html) throw invalid('Pasting HTML is not supported by this local spreadsheet.');
  if (!delimiter) throw invalid('A delimiter must be specified.');
  if (type && type !== 'PASTE_NORMAL' && type !== 'PASTE_VALUES') {
    throw invalid(`Pasting data as ${type} is not supported by this local spreadsheet.`);
  }
  const rows = splitRows(data ?? '', delimiter);
  return { book: written(book, coordinate, rows, context) };
};

/** Splits each text of one column into the columns beside it. */
export const textToColumns: Handler<'textToColumns'> = (book, request, context) => {
  const { source = {}, delimiterType, delimiter } = request;
  const sheet = sheetById(book, source.sheetId);
  const box = boxOf(source, sheet.grid);
  if (box.right - box.left !== 1) throw invalid('The source must be exactly one column wide.');
  const texts: string[] = [];
  for (let row = box.top; row < Math.min(box.bottom, sheet.rows.length); row++) {
    texts.push(sheet.rows[row]?.[box.left]?.userEnteredValue?.stringValue ?? '');
  }
  const sign = delimiterOf(delimiterType, delimiter, texts);
  return texts.reduce<{ book: Book }>(
    (change, text, i) =>
      text.includes(sign)
        ? {
            book: written(
              change.book,
              { sheetId: sheet.id, rowIndex: box.top + i, columnIndex: box.left },
              [text.split(sign)],
              context,
            ),
          }
        : change,
    { book },
  );
};

const DELIMITERS = { COMMA: ',', SEMICOLON: ';', PERIOD: '.', SPACE: ' ' } as const;

function delimiterOf(type: string | null | undefined, custom: string | null | undefined, texts: readonly string[]) {
  switch (type) {
    case 'COMMA':
    case 'SEMICOLON':
    case 'PERIOD':
    case 'SPACE':
      return DELIMITERS[type];
    case 'CUSTOM':
      if (custom) return custom;
      throw invalid('A custom delimiter must be specified.');
    default:
      return Object.values(DELIMITERS).find((sign) => texts.some((text) => text.includes(sign))) ?? ',';
  }
}

/** Rows of fields; a field in double quotes may hold delimiters, line ends, and its quotes doubled. */
function splitRows(data: string, delimiter: string): string[][] {
  const rows: string[][] = [[]];
  let field = '';
  let quoted = false;
  const end = () => {
    rows.at(-1)?.push(field);
    field = '';
  };
  for (let at = 0; at < data.length; at++) {
    const sign = data[at] ?? '';
    if (sign === '"' && quoted && data[at + 1] === '"') {
      field += '"';
      at += 1;
    } else if (sign === '"' && (quoted || field === '')) quoted = !quoted;
    else if (!quoted && data.startsWith(delimiter, at)) {
      end();
      at += delimiter.length - 1;
    } else if (!quoted && sign === '\n') {
      end();
      rows.push([]);
    } else if (sign !== '\r' || quoted) field += sign;
  }
  end();
  return data.endsWith('\n') ? rows.slice(0, -1) : rows;
}

/** Cells from a corner on; the grid grows where they need room. */
function written(book: Book, corner: Schema['GridCoordinate'], rows: readonly string[][], { year }: Context): Book {
  const sheet = sheetById(book, corner.sheetId);
  const top = corner.rowIndex ?? 0;
  const left = corner.columnIndex ?? 0;
  const box = { top, left, bottom: top + rows.length, right: left + Math.max(1, ...rows.map((row) => row.length)) };
  const grid = {
    ...sheet.grid,
    rowCount: Math.max(sheet.grid.rowCount, box.bottom),
    columnCount: Math.max(sheet.grid.columnCount, box.right),
  };
  const roomy: Sheet = { ...sheet, grid };
  return withSheet(
    book,
    mapCells(roomy, box, (cell, row, column) => {
      const text = rows[row - top]?.[column - left];
      return text === undefined ? cell : enter(cell, text, 'USER_ENTERED', year());
    }),
  );
}
