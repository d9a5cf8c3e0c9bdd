import type { Schema } from '../model/api.ts';
import type { Book } from '../model/book.ts';
import type { Evaluate } from '../values/evaluate.ts';

/** What a request needs besides the book. */
export type Context = {
  /** Between 0 and 1; ids that nobody chose are made from it. */
  readonly random: () => number;
  /** Sorting and searching go by what formulas come to. */
  readonly evaluate: Evaluate;
  /** The current one, for dates that are typed without. */
  readonly year: () => number;
};

/** What a request makes of a book, and its reply where it has one. */
export type Change = { readonly book: Book; readonly reply?: Schema['Response'] };

export type Kind = Exclude<keyof Schema['Request'], never>;

/** One kind of request of `spreadsheets.batchUpdate`: pure, a refusal is thrown as a SheetsError. */
export type Handler<K extends Kind> = (
  book: Book,
  request: NonNullable<Schema['Request'][K]>,
  context: Context,
) => Change;
