import type { Box } from './grid.ts';

/** An A1 range as it is written: any bound may be open. The tab is unquoted. */
export type A1 = {
  readonly tab?: string;
  readonly top?: number;
  readonly left?: number;
  /** First row and column after the range; undefined means up to the grid's edge. */
  readonly bottom?: number;
  readonly right?: number;
};

/** `A`, `Z`, `AA`…: the letters of a column counted from 0. */
export function columnName(index: number): string {
  let name = '';
  for (let n = index; n >= 0; n = Math.floor(n / 26) - 1) name = String.fromCharCode(65 + (n % 26)) + name;
  return name;
}

/** The column, counted from 0, that letters in either case name. */
export const columnIndex = (letters: string): number =>
  [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

/**
 * Reads the part of a range after the tab's name: `B2`, `A1:C3`, `A:A`, `2:5`, `A5:A`. Corners may come in any order.
 * @returns undefined when it isn't one
 */
export function parseCells(text: string): A1 | undefined {
  const match = /^\$?([A-Za-z]{1,3})?\$?([1-9]\d{0,7})?(?::\$?([A-Za-z]{1,3})?\$?([1-9]\d{0,7})?)?$/.exec(text);
  if (!match || text === '' || text === ':') return undefined;
  const [, column1, row1, column2, row2] = match;
  if (!text.includes(':')) {
    if (!column1 || !row1) return undefined;
    const top = Number(row1) - 1;
    const left = columnIndex(column1);
    return { top, left, bottom: top + 1, right: left + 1 };
  }
  if ((!column1 && !row1) || (!column2 && !row2)) return undefined;
  const rows = bounds(row1 && Number(row1) - 1, row2 && Number(row2) - 1);
  const columns = bounds(column1 && columnIndex(column1), column2 && columnIndex(column2));
  return {
    ...(rows.start !== undefined && { top: rows.start }),
    ...(rows.end !== undefined && { bottom: rows.end }),
    ...(columns.start !== undefined && { left: columns.start }),
    ...(columns.end !== undefined && { right: columns.end }),
  };
}

/** Splits `'It''s'!A1` into tab and cells; no exclamation mark leaves the whole text as `rest`. */
export function splitTab(text: string): { tab?: string; rest: string } {
  const quoted = /^'((?:[^']|'')*)'(?:!(.*))?$/s.exec(text);
  if (quoted) return { tab: (quoted[1] ?? '').replaceAll("''", "'"), rest: quoted[2] ?? '' };
  const bang = text.lastIndexOf('!');
  return bang < 0 ? { rest: text } : { tab: text.slice(0, bang), rest: text.slice(bang + 1) };
}

/** `Sheet1!A1:C3` as Google writes it: the tab quoted where needed, a single cell without a colon. */
export function formatRange(tab: string, box: Box): string {
  const first = `${columnName(box.left)}${box.top + 1}`;
  const last = `${columnName(box.right - 1)}${box.bottom}`;
  return `${quoteTab(tab)}!${first === last ? first : `${first}:${last}`}`;
}

/** A tab's name as it stands before `!`: bare only when it is a plain word that can't be read as a cell. */
export const quoteTab = (tab: string): string =>
  /^[A-Za-z_][A-Za-z0-9_]*$/.test(tab) && !/^[A-Za-z]{1,3}\d+$/.test(tab) && !/^r\d*c\d*$/i.test(tab)
    ? tab
    : `'${tab.replaceAll("'", "''")}'`;

type Bound = number | '' | undefined;

function bounds(a: Bound, b: Bound): { start?: number; end?: number } {
  const from = typeof a === 'number' ? a : undefined;
  const to = typeof b === 'number' ? b : undefined;
  if (from !== undefined && to !== undefined) return { start: Math.min(from, to), end: Math.max(from, to) + 1 };
  if (from !== undefined) return { start: from };
  return to === undefined ? {} : { start: 0, end: to + 1 };
}
