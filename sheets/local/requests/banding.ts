import { invalid } from '../errors.ts';
import { type Book, freshId, type Sheet, sheetById, withSheet } from '../model/book.ts';
import { boxOf, overlaps, rangeOf } from '../model/grid.ts';
import { updateMask } from '../wire/known-fields.ts';
import { merge } from '../wire/mask.ts';
import type { Handler } from './change.ts';

/** Alternating colours; two bandings never share a cell. */
export const addBanding: Handler<'addBanding'> = (book, request, { random }) => {
  const wanted = request.bandedRange ?? {};
  const sheet = sheetById(book, wanted.range?.sheetId);
  const box = boxOf(wanted.range ?? {}, sheet.grid);
  if (!wanted.rowProperties && !wanted.columnProperties) throw invalid('Banding must have row or column properties.');
  if (sheet.bandedRanges.some((each) => overlaps(boxOf(each.range ?? {}, sheet.grid), box))) {
    throw invalid(
      'You cannot add alternating background colors to a range that already has alternating background colors.',
    );
  }
  const bandedRangeId = wanted.bandedRangeId ?? freshId(random, (id) => Boolean(holder(book, id)));
  if (holder(book, bandedRangeId)) throw invalid(`Banded range with ID ${bandedRangeId} already exists.`);
  const bandedRange = { ...wanted, bandedRangeId, range: rangeOf(sheet.id, box) };
  const next = { ...sheet, bandedRanges: [...sheet.bandedRanges, bandedRange] };
  return { book: withSheet(book, next), reply: { addBanding: { bandedRange } } };
};

export const updateBanding: Handler<'updateBanding'> = (book, request) => {
  const wanted = request.bandedRange ?? {};
  const sheet = holder(book, wanted.bandedRangeId);
  if (!sheet) throw unknown(wanted.bandedRangeId);
  const mask = updateMask(request.fields, 'BandedRange');
  const bandedRanges = sheet.bandedRanges.map((each) =>
    each.bandedRangeId === wanted.bandedRangeId
      ? { ...merge(mask, each, wanted), bandedRangeId: each.bandedRangeId ?? null }
      : each,
  );
  return { book: withSheet(book, { ...sheet, bandedRanges }) };
};

export const deleteBanding: Handler<'deleteBanding'> = (book, { bandedRangeId }) => {
  const sheet = holder(book, bandedRangeId);
  if (!sheet) throw unknown(bandedRangeId);
  const bandedRanges = sheet.bandedRanges.filter((each) => each.bandedRangeId !== bandedRangeId);
  return { book: withSheet(book, { ...sheet, bandedRanges }) };
};

const holder = (book: Book, id: number | null | undefined): Sheet | undefined =>
  book.sheets.find((sheet) => sheet.bandedRanges.some((each) => each.bandedRangeId === id));

const unknown = (id: number | null | undefined) => invalid(`No banded range with id: ${id ?? 0}`);
