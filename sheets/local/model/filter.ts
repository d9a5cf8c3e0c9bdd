import { invalid } from '../errors.ts';
import { formatRange } from './a1.ts';
import type { Schema } from './api.ts';
import { type Book, sheetById } from './book.ts';
import { type Box, boxOf } from './grid.ts';
import { matching } from './metadata.ts';

/** A data filter of a request and a range that it means, in A1. */
export type Filtered = { readonly filter: Schema['DataFilter']; readonly range: string };

/**
 * The ranges that data filters mean: an A1 range or a grid range means itself, a metadata lookup the row, column or
 * sheet of each metadata that matches.
 */
export const rangesOf = (book: Book, filters: readonly Schema['DataFilter'][]): Filtered[] =>
  filters.flatMap((filter) => rangesOfOne(book, filter).map((range) => ({ filter, range })));

function rangesOfOne(book: Book, { a1Range, gridRange, developerMetadataLookup }: Schema['DataFilter']): string[] {
  if (a1Range) return [a1Range];
  if (gridRange) return [named(book, gridRange.sheetId, (size) => boxOf(gridRange, size))];
  if (!developerMetadataLookup) throw invalid('A data filter must have a range or a developer metadata lookup.');
  return matching(book, developerMetadataLookup).flatMap(({ location }) => {
    const { dimensionRange: span, sheetId } = location ?? {};
    if (sheetId != null) return [named(book, sheetId, (size) => boxOf({}, size))];
    if (!span) return [];
    const { startIndex = null, endIndex = null } = span;
    const bounds =
      span.dimension === 'COLUMNS'
        ? { startColumnIndex: startIndex, endColumnIndex: endIndex }
        : { startRowIndex: startIndex, endRowIndex: endIndex };
    return [named(book, span.sheetId, (size) => boxOf(bounds, size))];
  });
}

function named(
  book: Book,
  sheetId: number | null | undefined,
  box: (size: Parameters<typeof boxOf>[1]) => Box,
): string {
  const sheet = sheetById(book, sheetId);
  return formatRange(sheet.title, box(sheet.grid));
}
