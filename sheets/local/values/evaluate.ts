import type { Book, Cell, Sheet } from '../model/book.ts';
import type { Effective } from './render.ts';

/** What each cell of one book comes to. */
export type Evaluation = (sheet: Sheet, row: number, column: number, cell: Cell) => Effective;

/** Makes the evaluation of a book. Formula libraries plug in here; the book is immutable, so results may be kept. */
export type Evaluate = (book: Book) => Evaluation;
