import { shiftFormula } from '../formula/references.ts';
import { mapFormulas } from '../formula/rewrite.ts';
import type { Schema } from './api.ts';
import type { Book, Sheet } from './book.ts';
import type { Box } from './grid.ts';
import { shiftChart } from './shift-charts.ts';
import { shiftRules } from './shift-rules.ts';

const dimensions = ['ROWS', 'COLUMNS'] as const;
export type Dimension = (typeof dimensions)[number];

/** A span [start, end) of rows or columns. */
export type Span = { readonly start: number; readonly end: number };

/** Where a span goes when rows or columns are inserted, deleted or moved; undefined: it's gone. */
export type Shift = {
  readonly dimension: Dimension;
  readonly span: (span: Span) => Span | undefined;
  /** Of the other dimension only what lies within goes along; without it, whole rows or columns do. */
  readonly across?: Span;
};

/** Does what spans so much of the other dimension go along with a shift? */
export const concerns = ({ across }: Shift, other: Span): boolean =>
  !across || (other.start >= across.start && other.end <= across.end);

/** `count` rows or columns come in before `at`: what starts there or later moves on, what lies around it grows. */
export const insertion = (dimension: Dimension, at: number, count: number): Shift => ({
  dimension,
  span: ({ start, end }) => ({ start: start >= at ? start + count : start, end: end > at ? end + count : end }),
});

/** [from, to) goes: what lies within goes too, what lies around it shrinks. */
export const deletion = (dimension: Dimension, from: number, to: number): Shift => {
  const moved = (edge: number) => (edge <= from ? edge : edge >= to ? edge - (to - from) : from);
  return {
    dimension,
    span: ({ start, end }) => {
      const next = { start: moved(start), end: moved(end) };
      return next.start === next.end && start !== end ? undefined : next;
    },
  };
};

/** [from, to) moves to before what stood at `before`: spans within it go along, others close up and open. */
export const relocation = (dimension: Dimension, from: number, to: number, before: number): Shift => {
  const length = to - from;
  const at = before > from ? before - length : before;
  const closed = deletion(dimension, from, to);
  const opened = insertion(dimension, at, length);
  return {
    dimension,
    span: (span) => {
      if (span.start >= from && span.end <= to) return { start: span.start - from + at, end: span.end - from + at };
      const left = closed.span(span);
      return left && opened.span(left);
    },
  };
};

/** Everything in a book that points at rows or columns of one sheet follows a shift; the cells themselves don't. */
export function shiftReferences(book: Book, sheetId: number, shift: Shift): Book {
  const title = book.sheets.find((sheet) => sheet.id === sheetId)?.title ?? '';
  const range = (each: Schema['GridRange']) => shiftRange(each, sheetId, shift);
  return {
    ...book,
    namedRanges: withRanges(book.namedRanges, range),
    metadata: book.metadata.flatMap((each) => shiftMetadata(each, sheetId, shift)),
    sheets: book.sheets.map((sheet) => {
      const own = sheet.id === sheetId;
      const next = {
        ...sheet,
        rows: mapFormulas(sheet.rows, (formula) => shiftFormula(formula, title, own, shift)),
        charts: sheet.charts.map((chart) => shiftChart(chart, sheetId, shift)),
      };
      return own ? shiftOwn(next, range, shift) : next;
    }),
  };
}

/** Metadata of a row or column goes with it. */
function shiftMetadata(
  each: Schema['DeveloperMetadata'],
  sheetId: number,
  shift: Shift,
): Schema['DeveloperMetadata'][] {
  const range = each.location?.dimensionRange;
  if (!range || shift.across || (range.sheetId ?? 0) !== sheetId || range.dimension !== shift.dimension) return [each];
  const next = shift.span({ start: range.startIndex ?? 0, end: range.endIndex ?? 0 });
  if (!next) return [];
  const dimensionRange = { ...range, startIndex: next.start, endIndex: next.end };
  return [{ ...each, location: { ...each.location, dimensionRange } }];
}

/** A GridRange after a shift; open bounds stay open. Undefined when nothing of it is left. */
export function shiftRange(range: Schema['GridRange'], sheetId: number, shift: Shift): Schema['GridRange'] | undefined {
  if ((range.sheetId ?? 0) !== sheetId) return range;
  const rows = shift.dimension === 'ROWS';
  const from = rows ? range.startRowIndex : range.startColumnIndex;
  const to = rows ? range.endRowIndex : range.endColumnIndex;
  if (from == null && to == null) return range;
  const OPEN = 2 ** 31;
  const [otherFrom, otherTo] = rows
    ? [range.startColumnIndex, range.endColumnIndex]
    : [range.startRowIndex, range.endRowIndex];
  if (!concerns(shift, { start: otherFrom ?? 0, end: otherTo ?? OPEN })) return range;
  const next = shift.span({ start: from ?? 0, end: to ?? OPEN });
  if (!next) return undefined;
  const start = from == null ? {} : { [rows ? 'startRowIndex' : 'startColumnIndex']: next.start };
  const end = to == null ? {} : { [rows ? 'endRowIndex' : 'endColumnIndex']: next.end };
  return { ...range, ...start, ...end };
}

function shiftBox(box: Box, shift: Shift): Box | undefined {
  const rows = shift.dimension === 'ROWS';
  const vertical = { start: box.top, end: box.bottom };
  const horizontal = { start: box.left, end: box.right };
  if (!concerns(shift, rows ? horizontal : vertical)) return box;
  const next = shift.span(rows ? vertical : horizontal);
  if (!next) return undefined;
  return rows ? { ...box, top: next.start, bottom: next.end } : { ...box, left: next.start, right: next.end };
}

export type RangeShift = (range: Schema['GridRange']) => Schema['GridRange'] | undefined;

function shiftOwn(sheet: Sheet, range: RangeShift, shift: Shift): Sheet {
  const groups = shift.dimension === 'ROWS' ? 'rowGroups' : 'columnGroups';
  const { basicFilter, ...rest } = sheet;
  const [filter] = basicFilter ? withRanges([basicFilter], range) : [];
  return {
    ...rest,
    ...(filter && { basicFilter: filter }),
    merges: sheet.merges.flatMap((box) => shiftBox(box, shift) ?? []),
    protectedRanges: withRanges(sheet.protectedRanges, range).map((each) =>
      each.unprotectedRanges
        ? { ...each, unprotectedRanges: each.unprotectedRanges.flatMap((part) => range(part) ?? []) }
        : each,
    ),
    bandedRanges: withRanges(sheet.bandedRanges, range),
    filterViews: withRanges(sheet.filterViews, range),
    conditionalFormats: shiftRules(sheet, range, shift),
    [groups]: sheet[groups].flatMap((group) => {
      if (shift.across) return [group];
      const next = shift.span({ start: group.range?.startIndex ?? 0, end: group.range?.endIndex ?? 0 });
      return next ? [{ ...group, range: { ...group.range, startIndex: next.start, endIndex: next.end } }] : [];
    }),
  };
}

function withRanges<T extends { range?: Schema['GridRange'] }>(list: readonly T[], shift: RangeShift): T[] {
  return list.flatMap((each) => {
    if (!each.range) return [each];
    const range = shift(each.range);
    return range ? [{ ...each, range }] : [];
  });
}
