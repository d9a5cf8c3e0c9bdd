import type { Book } from '../model/book.ts';
import { badRequest } from './errors.ts';

export const SPREADSHEET = 'application/vnd.google-apps.spreadsheet';

/** A spreadsheet as Drive lists it. */
export const fileOf = ({ id, properties }: Book) => ({
  kind: 'drive#file',
  id,
  name: properties.title ?? '',
  mimeType: SPREADSHEET,
});

/**
 * The spreadsheets that a search means: conditions on name, mimeType and trashed, joined by `and`.
 * @throws DriveError 400 for any other search
 */
export function filesMeant(books: readonly Book[], search: string): readonly Book[] {
  const conditions = search.trim() === '' ? [] : search.split(/\s+and\s+/i).map(conditionOf);
  return books.filter((book) => conditions.every((meets) => meets(book)));
}

function conditionOf(text: string): (book: Book) => boolean {
  const [, field, operator, , quoted = '', bare] =
    /^\s*(name|mimeType|trashed)\s*(=|contains)\s*(?:(['"])((?:\\.|(?!\3).)*)\3|(true|false))\s*$/i.exec(text) ?? [];
  const value = quoted.replaceAll(/\\(.)/g, '$1');
  switch (field?.toLowerCase()) {
    case 'name':
      return ({ properties: { title } }) =>
        operator === '=' ? title === value : Boolean(title?.toLowerCase().includes(value.toLowerCase()));
    case 'mimetype':
      return () => value === SPREADSHEET;
    case 'trashed':
      return () => bare === 'false';
    default:
      throw badRequest(`Invalid value for q: this spreadsheet does not understand "${text.trim()}".`);
  }
}
