import { invalid } from '../errors.ts';
import { type Book, freshId, type Sheet, sheetById, withSheet } from '../model/book.ts';
import { updateMask } from '../wire/known-fields.ts';
import { merge } from '../wire/mask.ts';
import type { Handler } from './change.ts';

export const addProtectedRange: Handler<'addProtectedRange'> = (book, request, { random }) => {
  const wanted = request.protectedRange ?? {};
  const range = wanted.range ?? book.namedRanges.find((each) => each.namedRangeId === wanted.namedRangeId)?.range;
  if (!range) throw invalid('A range or a named range must be specified for a protected range.');
  const sheet = sheetById(book, range.sheetId);
  const taken = (id: number) =>
    book.sheets.some((each) => each.protectedRanges.some((own) => own.protectedRangeId === id));
  const protectedRangeId = wanted.protectedRangeId ?? freshId(random, taken);
  if (taken(protectedRangeId)) throw invalid(`Protected range with ID ${protectedRangeId} already exists.`);
  // Here everybody is the spreadsheet's owner: whoever asks may edit, and no editors are listed.
  const protectedRange = { protectedRangeId, ...wanted, range, requestingUserCanEdit: true, editors: {} };
  const next = { ...sheet, protectedRanges: [...sheet.protectedRanges, protectedRange] };
  return { book: withSheet(book, next), reply: { addProtectedRange: { protectedRange } } };
};

export const updateProtectedRange: Handler<'updateProtectedRange'> = (book, request) => {
  const wanted = request.protectedRange ?? {};
  const sheet = holder(book, wanted.protectedRangeId);
  const mask = updateMask(request.fields, 'ProtectedRange');
  const protectedRanges = sheet.protectedRanges.map((each) =>
    each.protectedRangeId === wanted.protectedRangeId
      ? { ...merge(mask, each, wanted), protectedRangeId: each.protectedRangeId ?? null, requestingUserCanEdit: true }
      : each,
  );
  return { book: withSheet(book, { ...sheet, protectedRanges }) };
};

export const deleteProtectedRange: Handler<'deleteProtectedRange'> = (book, { protectedRangeId }) => {
  const sheet = holder(book, protectedRangeId);
  const protectedRanges = sheet.protectedRanges.filter((each) => each.protectedRangeId !== protectedRangeId);
  return { book: withSheet(book, { ...sheet, protectedRanges }) };
};

function holder(book: Book, id: number | null | undefined): Sheet {
  const sheet = book.sheets.find((each) => each.protectedRanges.some((own) => own.protectedRangeId === id));
  if (!sheet) throw invalid(`No protected range with ID: ${id ?? ''}`);
  return sheet;
}
