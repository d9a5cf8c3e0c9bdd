import type { Schema } from './api.ts';
import type { Book } from './book.ts';

type Metadata = Schema['DeveloperMetadata'];
type Lookup = NonNullable<Schema['DataFilter']['developerMetadataLookup']>;

/** The developer metadata that a lookup means: everything that it names must be equal. */
export const matching = (book: Book, lookup: Lookup): Metadata[] =>
  book.metadata.filter(
    (each) =>
      (lookup.metadataId == null || lookup.metadataId === each.metadataId) &&
      (lookup.metadataKey == null || lookup.metadataKey === each.metadataKey) &&
      (lookup.metadataValue == null || lookup.metadataValue === each.metadataValue) &&
      (lookup.visibility == null || lookup.visibility === each.visibility) &&
      (lookup.locationType == null || lookup.locationType === each.location?.locationType) &&
      (lookup.metadataLocation == null || sameLocation(lookup.metadataLocation, each.location ?? {})),
  );

/** A location with what kind it is, as Google fills it in. */
export function located(location: Schema['DeveloperMetadataLocation']): Schema['DeveloperMetadataLocation'] {
  const { spreadsheet, sheetId, dimensionRange } = location;
  if (dimensionRange)
    return { dimensionRange, locationType: dimensionRange.dimension === 'COLUMNS' ? 'COLUMN' : 'ROW' };
  if (sheetId != null) return { sheetId, locationType: 'SHEET' };
  return { spreadsheet: spreadsheet ?? true, locationType: 'SPREADSHEET' };
}

function sameLocation(a: Schema['DeveloperMetadataLocation'], b: Schema['DeveloperMetadataLocation']): boolean {
  const { dimensionRange: one } = a;
  const { dimensionRange: other } = b;
  if (one || other) {
    return (
      (one?.sheetId ?? 0) === (other?.sheetId ?? 0) &&
      one?.dimension === other?.dimension &&
      one?.startIndex === other?.startIndex &&
      one?.endIndex === other?.endIndex
    );
  }
  return a.sheetId === b.sheetId && Boolean(a.spreadsheet) === Boolean(b.spreadsheet);
}
