/**
 * Cells from the clipboard, as spreadsheets put them there: tabs between cells, lines between rows; a cell with a tab,
 * a line break or a quote in it stands in double quotes.
 */
export function parseTsv(text: string): string[][] {
  const rows: string[][] = [[]];
  let at = 0;
  while (at <= text.length) {
    const { value, end } = readCell(text, at);
    rows.at(-1)?.push(value);
    if (text[end] === '\t') at = end + 1;
    else if (end < text.length) {
      at = end + (text.startsWith('\r\n', end) ? 2 : 1);
      if (at < text.length) rows.push([]);
      else break;
    } else break;
  }
  return rows;
}

/** Cells for the clipboard; parseTsv reads them back. */
export const formatTsv = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => row.map(quote).join('\t')).join('\n');

/** What a paste writes: one copied cell fills the whole selection, short rows are filled up. */
export function fillSelection(
  values: string[][],
  selection: { top: number; bottom: number; left: number; right: number },
): string[][] {
  const width = Math.max(...values.map((row) => row.length));
  if (values.length > 1 || width > 1) {
    return values.map((row) => [...row, ...new Array<string>(width - row.length).fill('')]);
  }
  const [[only = ''] = []] = values;
  const { top, bottom, left, right } = selection;
  return Array.from({ length: bottom - top }, () => new Array<string>(right - left).fill(only));
}

function readCell(text: string, at: number): { value: string; end: number } {
  if (text[at] === '"') {
    const quoted = /^"((?:[^"]|"")*)"(?=[\t\r\n]|$)/.exec(text.slice(at));
    if (quoted) return { value: (quoted[1] ?? '').replaceAll('""', '"'), end: at + quoted[0].length };
  }
  const rest = text.slice(at).search(/[\t\r\n]/);
  const end = rest < 0 ? text.length : at + rest;
  return { value: text.slice(at, end), end };
}

const quote = (cell: string): string =>
  /[\t\r\n]/.test(cell) || cell.startsWith('"') ? `"${cell.replaceAll('"', '""')}"` : cell;
