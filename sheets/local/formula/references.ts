import { columnIndex, columnName, quoteTab } from '../model/a1.ts';
import { concerns, type Shift, type Span } from '../model/shift.ts';

/** A reference in a formula: an optional tab, then `A1`, `A1:B2`, `A:A` or `1:1`, each part with or without `$`. */
const REFERENCE =
  /((?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!)?(\$?[A-Za-z]{1,3}\$?\d+(?::\$?[A-Za-z]{0,3}\$?\d*)?|\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}|\$?\d+:\$?\d+)(?![\p{L}\p{N}_(!.])/gu;

/**
 * A formula after rows or columns of one tab were inserted, deleted or moved: its references to that tab follow; one
 * whose cells are all gone becomes #REF!.
 * @param target the title of the tab that changed
 * @param own whether the formula stands on that tab, so that a reference without a tab means it
 */
export function shiftFormula(formula: string, target: string, own: boolean, shift: Shift): string {
  return outsideStrings(formula, (part) =>
    part.replace(REFERENCE, (whole: string, tab: string | undefined, cells: string, at: number) => {
      if (/[\p{L}\p{N}_.$]$/u.test(part.slice(0, at))) return whole;
      if (tab ? tabName(tab).toLowerCase() !== target.toLowerCase() : !own) return whole;
      return `${tab ?? ''}${shiftCells(cells, shift)}`;
    }),
  );
}

/**
 * A formula as it reads when its cell is copied elsewhere: relative references move along, `$` ones stay; one that
 * would leave the grid at the top or left becomes #REF!.
 */
export function moveFormula(formula: string, rows: number, columns: number): string {
  return outsideStrings(formula, (part) =>
    part.replace(REFERENCE, (whole: string, tab: string | undefined, cells: string, at: number) => {
      if (/[\p{L}\p{N}_.$]$/u.test(part.slice(0, at))) return whole;
      const moved = cells.split(':').map((corner) => moveCorner(corner, rows, columns));
      return moved.includes(undefined) ? '#REF!' : `${tab ?? ''}${moved.join(':')}`;
    }),
  );
}

/** A formula after a tab got another name: its references to that tab follow. */
export function renameTab(formula: string, before: string, after: string): string {
  return outsideStrings(formula, (part) =>
    part.replace(REFERENCE, (whole: string, tab: string | undefined, cells: string) =>
      tab && tabName(tab).toLowerCase() === before.toLowerCase() ? `${quoteTab(after)}!${cells}` : whole,
    ),
  );
}

const CORNER = /^(\$?)([A-Za-z]*)(\$?)(\d*)$/;

function moveCorner(corner: string, rows: number, columns: number): string | undefined {
  const [, lockedColumn, letters, lockedRow, digits] = CORNER.exec(corner) ?? [];
  const column = letters && !lockedColumn ? columnIndex(letters) + columns : letters && columnIndex(letters);
  const row = digits && !(lockedRow || (!letters && lockedColumn)) ? Number(digits) + rows : digits && Number(digits);
  if ((typeof column === 'number' && column < 0) || (typeof row === 'number' && row < 1)) return undefined;
  const name = typeof column === 'number' ? columnName(column) : '';
  return `${lockedColumn}${name}${lockedRow}${row}`;
}

function shiftCells(cells: string, shift: Shift): string {
  const [first = '', second] = cells.split(':');
  const a = CORNER.exec(first) ?? [];
  const b = second === undefined ? a : (CORNER.exec(second) ?? []);
  const rows = shift.dimension === 'ROWS';
  const vertical = spanOf(a[4], b[4], Number);
  const horizontal = spanOf(a[2], b[2], (letters) => columnIndex(letters) + 1);
  const span = rows ? vertical : horizontal;
  if (!span || !concerns(shift, (rows ? horizontal : vertical) ?? EVERYTHING)) return cells;
  const next = shift.span(span);
  if (!next) return '#REF!';
  const name = (index: number) => (rows ? String(index + 1) : columnName(index));
  const put = (corner: RegExpExecArray | never[], index: number): string => {
    const [, lockedColumn, letters, lockedRow, digits] = corner;
    if (rows) return `${lockedColumn}${letters}${lockedRow}${digits ? name(index) : ''}`;
    return `${lockedColumn}${letters ? name(index) : ''}${lockedRow}${digits}`;
  };
  const from = put(a, next.start);
  return second === undefined ? from : `${from}:${put(b, next.end - 1)}`;
}

const OPEN = 2 ** 30;
const EVERYTHING: Span = { start: 0, end: OPEN };

/** The rows or columns of a reference, from its two corners; a missing end is open. Undefined: none are named. */
function spanOf(a: string | undefined, b: string | undefined, read: (text: string) => number): Span | undefined {
  if (!a && !b) return undefined;
  const start = a ? read(a) - 1 : 0;
  return { start, end: b ? read(b) : OPEN };
}

const tabName = (written: string): string =>
  written.startsWith("'") ? written.slice(1, -2).replaceAll("''", "'") : written.slice(0, -1);

/** Applies a change to a formula but for what stands in double quotes. */
function outsideStrings(formula: string, change: (part: string) => string): string {
  return formula
    .split(/("(?:[^"]|"")*")/)
    .map((part, i) => (i % 2 === 1 ? part : change(part)))
    .join('');
}
