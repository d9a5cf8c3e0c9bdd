import { invalid } from '../errors.ts';
import { updateMask } from '../wire/known-fields.ts';
import { merge } from '../wire/mask.ts';
import type { Handler } from './change.ts';

export const updateSpreadsheetProperties: Handler<'updateSpreadsheetProperties'> = (book, request) => {
  const properties = merge(
    updateMask(request.fields, 'SpreadsheetProperties'),
    book.properties,
    request.properties ?? {},
  );
  if (!properties.title) throw invalid('The spreadsheet title cannot be empty.');
  if (properties.timeZone && !isTimeZone(properties.timeZone)) {
    throw invalid(`Invalid time zone: ${properties.timeZone}`);
  }
  return { book: { ...book, properties } };
};

function isTimeZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
