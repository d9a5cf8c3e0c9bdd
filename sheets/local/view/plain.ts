import type { Book, Cell } from '../model/book.ts';
import { entryOf } from './entry.ts';
import { type Look, lookOf } from './look.ts';

/** What a cell shows by itself, whatever the cells around it hold. */
export type Plain = { readonly entry: string; readonly look: Look };

/**
 * What cells show by themselves. Cells never change, and whoever looks at a tab asks for the same ones again and again:
 * each is worked out once for a book's theme and a year.
 */
export function plainOf(cell: Cell, book: Book, year: number): Plain {
  const theme = book.properties.spreadsheetTheme ?? NO_THEME;
  const own = known.get(theme) ?? new Map<number, WeakMap<Cell, Plain>>();
  known.set(theme, own);
  const cells = own.get(year) ?? new WeakMap<Cell, Plain>();
  own.set(year, cells);
  const old = cells.get(cell);
  if (old) return old;
  const look = cell.userEnteredFormat ? lookOf(cell.userEnteredFormat, book) : NO_LOOK;
  const made = { entry: entryOf(cell, year), look };
  cells.set(cell, made);
  return made;
}

export const NO_LOOK: Look = {};
const NO_THEME = {};
const known = new WeakMap<object, Map<number, WeakMap<Cell, Plain>>>();
