import { invalid } from '../errors.ts';
import type { Schema } from '../model/api.ts';
import { type Book, freshId, sheetById } from '../model/book.ts';
import { located, matching } from '../model/metadata.ts';
import { updateMask } from '../wire/known-fields.ts';
import { merge } from '../wire/mask.ts';
import type { Handler } from './change.ts';

type Metadata = Schema['DeveloperMetadata'];

export const createDeveloperMetadata: Handler<'createDeveloperMetadata'> = (book, request, { random }) => {
  const wanted = request.developerMetadata ?? {};
  if (!wanted.metadataKey) throw invalid('Developer metadata must have a key.');
  if (!wanted.visibility) throw invalid('Developer metadata must have a visibility.');
  const { sheetId, dimensionRange } = wanted.location ?? {};
  if (sheetId != null || dimensionRange) sheetById(book, sheetId ?? dimensionRange?.sheetId);
  const taken = (id: number) => book.metadata.some((each) => each.metadataId === id);
  const metadataId = wanted.metadataId ?? freshId(random, taken);
  if (taken(metadataId)) throw invalid(`Developer metadata with ID ${metadataId} already exists.`);
  const developerMetadata = { ...wanted, metadataId, location: located(wanted.location ?? {}) };
  const metadata = [...book.metadata, developerMetadata];
  return { book: { ...book, metadata }, reply: { createDeveloperMetadata: { developerMetadata } } };
};

export const updateDeveloperMetadata: Handler<'updateDeveloperMetadata'> = (book, request) => {
  const mask = updateMask(request.fields, 'DeveloperMetadata');
  const chosen = chosenBy(book, request.dataFilters ?? []);
  const changed = new Map(
    chosen.map((each) => [
      each,
      { ...merge(mask, each, request.developerMetadata ?? {}), metadataId: each.metadataId ?? null },
    ]),
  );
  const metadata = book.metadata.map((each) => changed.get(each) ?? each);
  return {
    book: { ...book, metadata },
    reply: { updateDeveloperMetadata: { developerMetadata: [...changed.values()] } },
  };
};

export const deleteDeveloperMetadata: Handler<'deleteDeveloperMetadata'> = (book, { dataFilter }) => {
  const chosen = chosenBy(book, dataFilter ? [dataFilter] : []);
  const metadata = book.metadata.filter((each) => !chosen.includes(each));
  return {
    book: { ...book, metadata },
    reply: { deleteDeveloperMetadata: { deletedDeveloperMetadata: chosen } },
  };
};

const chosenBy = (book: Book, filters: readonly Schema['DataFilter'][]): Metadata[] =>
  filters.flatMap((filter) => {
    if (!filter.developerMetadataLookup) throw invalid('A developer metadata lookup must be specified.');
    return matching(book, filter.developerMetadataLookup);
  });
