import type { Box } from './grid/place.ts';
import type { Sheet } from './sheet.ts';

/**
 * The cells of the table that another spreadsheet put on the clipboard: merged ones stand in their first cell, line
 * breaks within a cell stay. Undefined when there's none.
 */
export function tableIn(html: string): string[][] | undefined {
  // The page's own policy forbids styles that come along, and complains of them.
  const bare = html.replaceAll(/<style.*?<\/style>/gis, '').replaceAll(/\sstyle=("[^"]*"|'[^']*')/gi, '');
  const table = new DOMParser().parseFromString(bare, 'text/html').querySelector('table');
  if (!table) return undefined;
  const rows: string[][] = [];
  [...table.rows].forEach((row, r) => {
    const own = rowAt(rows, r);
    let column = 0;
    for (const cell of row.cells) {
      while (own[column] !== undefined) column += 1;
      for (let down = 0; down < cell.rowSpan; down++) {
        for (let across = 0; across < cell.colSpan; across++) {
          rowAt(rows, r + down)[column + across] = down + across === 0 ? textOf(cell) : '';
        }
      }
    }
  });
  const width = Math.max(0, ...rows.map((row) => row.length));
  return width === 0 ? undefined : rows.map((row) => Array.from({ length: width }, (_, c) => row[c] ?? ''));
}

/** A rectangle as a table, with what makes it look alike elsewhere. */
export function htmlOf(sheet: Sheet, box: Box): string {
  const table = document.createElement('table');
  for (let row = box.top; row < box.bottom; row++) {
    const line = table.insertRow();
    for (let column = box.left; column < box.right; column++) {
      const merge = sheet.merge({ row, column });
      if (merge.top !== row || merge.left !== column) continue;
      const cell = line.insertCell();
      const { text, look } = sheet.cell({ row, column }) ?? {};
      cell.colSpan = merge.right - merge.left;
      cell.rowSpan = merge.bottom - merge.top;
      for (const [i, part] of (text ?? '').split('\n').entries()) cell.append(...(i > 0 ? [br()] : []), part);
      if (look?.bold) cell.style.fontWeight = 'bold';
      if (look?.italic) cell.style.fontStyle = 'italic';
      if (look?.ink) cell.style.color = look.ink;
      if (look?.fill) cell.style.backgroundColor = look.fill;
    }
  }
  return table.outerHTML;
}

function rowAt(rows: string[][], index: number): string[] {
  while (rows.length <= index) rows.push([]);
  return rows[index] ?? [];
}

/** White space is as in any page: a run of it is one space, a `<br>` is a line. */
function textOf(cell: HTMLTableCellElement): string {
  const lines = [''];
  const read = (node: Node) => {
    if (node.nodeName === 'BR') lines.push('');
    else if (node.nodeType === Node.TEXT_NODE) lines.push((lines.pop() ?? '') + (node.textContent ?? ''));
    else for (const child of node.childNodes) read(child);
  };
  read(cell);
  return lines
    .map((line) =>
      line
        .replaceAll(/[ \t\r\n]+/g, ' ')
        .replaceAll('\u00a0', ' ')
        .trim(),
    )
    .join('\n');
}

const br = (): HTMLElement => document.createElement('br');
