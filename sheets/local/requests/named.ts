import { invalid } from '../errors.ts';
import { type Book, freshId, sheetById } from '../model/book.ts';
import { boxOf } from '../model/grid.ts';
import { updateMask } from '../wire/known-fields.ts';
import { merge } from '../wire/mask.ts';
import type { Handler } from './change.ts';

export const addNamedRange: Handler<'addNamedRange'> = (book, request, { random }) => {
  const wanted = request.namedRange ?? {};
  const name = nameOf(wanted.name);
  mustBeFree(book, name);
  const namedRangeId =
    wanted.namedRangeId ??
    String(freshId(random, (id) => book.namedRanges.some((each) => each.namedRangeId === `${id}`)));
  if (book.namedRanges.some((each) => each.namedRangeId === namedRangeId)) {
    throw invalid(`Cannot add named range with ID ${namedRangeId}, a named range with that ID already exists.`);
  }
  mustExist(book, wanted.range);
  const namedRange = { namedRangeId, name, range: wanted.range ?? {} };
  return {
    book: { ...book, namedRanges: [...book.namedRanges, namedRange] },
    reply: { addNamedRange: { namedRange } },
  };
};

export const updateNamedRange: Handler<'updateNamedRange'> = (book, request) => {
  const wanted = request.namedRange ?? {};
  const old = book.namedRanges.find((each) => each.namedRangeId === wanted.namedRangeId);
  if (!old) throw unknown(wanted.namedRangeId);
  const next = {
    ...merge(updateMask(request.fields, 'NamedRange'), old, wanted),
    namedRangeId: old.namedRangeId ?? null,
  };
  if (next.name !== old.name) mustBeFree(book, nameOf(next.name));
  mustExist(book, next.range);
  return { book: { ...book, namedRanges: book.namedRanges.map((each) => (each === old ? next : each)) } };
};

export const deleteNamedRange: Handler<'deleteNamedRange'> = (book, { namedRangeId }) => {
  const namedRanges = book.namedRanges.filter((each) => each.namedRangeId !== namedRangeId);
  if (namedRanges.length === book.namedRanges.length) throw unknown(namedRangeId);
  return { book: { ...book, namedRanges } };
};

function nameOf(name: string | null | undefined): string {
  if (!name || name.length > 250 || !/^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) || /^[A-Za-z]{1,3}\d+$/.test(name)) {
    throw invalid(`The name "${name ?? ''}" is not a valid name for a named range.`);
  }
  return name;
}

function mustBeFree(book: Book, name: string): void {
  if (!book.namedRanges.some((each) => each.name?.toLowerCase() === name.toLowerCase())) return;
  throw invalid(`Cannot add named range with name ${name}, a named range with that name already exists.`);
}

function mustExist(book: Book, range: Parameters<typeof boxOf>[0] | undefined): void {
  boxOf(range ?? {}, sheetById(book, range?.sheetId).grid);
}

const unknown = (id: string | null | undefined) => invalid(`No named range with ID: ${id ?? ''}`);
