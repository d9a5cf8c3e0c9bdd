import { formatRange } from '../model/a1.ts';
import type { Book, Cell, Row, Sheet } from '../model/book.ts';
import { trim, trimRows } from '../model/cells.ts';

/** Something that was done to a book. */
export type Step = { readonly before: Book; readonly after: Book };

/** How many steps of a book can be taken back; older ones are forgotten. */
const KEPT = 200;

/** What was done at a page, so that it can be taken back; books share all that they have in common. */
export function createHistory(): {
  /** @returns the number by which it's taken back */
  note: (step: Step) => number;
  /** Undefined when it's forgotten. */
  find: (spreadsheetId: string, step: number) => Step | undefined;
} {
  const steps = new Map<number, Step>();
  let last = 0;
  return {
    note(step) {
      last += 1;
      steps.set(last, step);
      const own = [...steps].filter(([, each]) => each.after.id === step.after.id);
      for (const [number] of own.slice(0, Math.max(0, own.length - KEPT))) steps.delete(number);
      return last;
    },
    find(spreadsheetId, number) {
      const step = steps.get(number);
      return step?.after.id === spreadsheetId ? step : undefined;
    },
  };
}

/** Why something isn't done, in a sentence. */
export type Refusal = { readonly refused: string };

/**
 * A book as if a step hadn't been done, with all that others did since: a merge of three. Where somebody has since
 * changed the same, nothing is taken back.
 */
export function takenBack(current: Book, step: Step): Book | Refusal {
  try {
    return merged(current, step);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return { refused: `${error.what} has been changed since, so that can’t be taken back any more.` };
  }
}

class Conflict extends Error {
  readonly what: string;

  constructor(what: string) {
    super(`${what} has been changed since`);
    this.what = what;
  }
}

function merged(current: Book, { before, after }: Step): Book {
  const sheets = current.sheets.map((sheet) => {
    const was = before.sheets.find((each) => each.id === sheet.id);
    const became = after.sheets.find((each) => each.id === sheet.id);
    return was && became ? sheetBack(sheet, was, became) : sheet;
  });
  return {
    ...current,
    properties: partBack('The name of the spreadsheet', current.properties, before.properties, after.properties),
    namedRanges: partBack('The list of named ranges', current.namedRanges, before.namedRanges, after.namedRanges),
    metadata: partBack('What programs keep here', current.metadata, before.metadata, after.metadata),
    sheets: tabsBack(sheets, before, after),
  };
}

/** Tabs that the step added go, those that it deleted come back, and the order is the old one where it changed it. */
function tabsBack(sheets: readonly Sheet[], before: Book, after: Book): readonly Sheet[] {
  const ids = (book: { sheets: readonly Sheet[] }) => book.sheets.map((sheet) => sheet.id);
  if (isEqual(ids(before), ids(after))) return sheets;
  if (!isEqual(ids({ sheets }), ids(after))) throw new Conflict('The order of the tabs');
  return before.sheets.map((old) => {
    const kept = sheets.find((sheet) => sheet.id === old.id);
    return kept ?? old;
  });
}

function sheetBack(current: Sheet, before: Sheet, after: Sheet): Sheet {
  if (before === after) return current;
  const { rows: _, ...shapeBefore } = before;
  const { rows: __, ...shapeAfter } = after;
  const { rows: ___, ...shape } = current;
  const resized = before.grid.rowCount !== after.grid.rowCount || before.grid.columnCount !== after.grid.columnCount;
  if (resized && !isSameRows(current.rows, after.rows)) throw new Conflict(`The tab “${current.title}”`);
  if (!isEqual(sizeOf(current), sizeOf(after)) && (resized || before.rows !== after.rows)) {
    throw new Conflict(`The tab “${current.title}”`);
  }
  const parts = partsBack(current.title, shape, shapeBefore, shapeAfter);
  const rows = resized ? before.rows : rowsBack(current, before, after);
  return { ...current, ...parts, rows };
}

const isSameRows = (a: Sheet['rows'], b: Sheet['rows']): boolean =>
  a.length === b.length && a.every((row, r) => isEqual(row, b[r]));

const sizeOf = ({ grid }: Sheet): number[] => [grid.rowCount, grid.columnCount];

function partsBack<T extends object>(title: string, current: T, before: T, after: T): T {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]) as Set<keyof T>;
  const out = { ...current };
  for (const key of keys) {
    const back = partBack(`The tab “${title}”`, current[key], before[key], after[key]);
    if (back === undefined) delete out[key];
    else out[key] = back;
  }
  return out;
}

function partBack<T>(what: string, current: T, before: T, after: T): T {
  if (before === after || isEqual(before, after)) return current;
  if (!isEqual(current, after)) throw new Conflict(what);
  return before;
}

function rowsBack(current: Sheet, before: Sheet, after: Sheet): Sheet['rows'] {
  if (before.rows === after.rows) return current.rows;
  const height = Math.max(before.rows.length, after.rows.length, current.rows.length);
  const rows = Array.from({ length: height }, (_, r) => {
    if (before.rows[r] === after.rows[r]) return current.rows[r];
    if (current.rows[r] === after.rows[r]) return before.rows[r];
    return rowBack(current, r, before.rows[r], after.rows[r]);
  });
  return trimRows(rows);
}

function rowBack(current: Sheet, r: number, before: Row | undefined, after: Row | undefined): Row | undefined {
  const row = current.rows[r] ?? [];
  const width = Math.max(row.length, before?.length ?? 0, after?.length ?? 0);
  const cells = Array.from({ length: width }, (_, c): Cell | undefined => {
    if (isEqual(before?.[c], after?.[c])) return row[c];
    if (!isEqual(row[c], after?.[c])) {
      throw new Conflict(formatRange(current.title, { top: r, left: c, bottom: r + 1, right: c + 1 }));
    }
    return before?.[c];
  });
  return trim(cells);
}

const isEqual = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);
