import type { Book } from '../model/book.ts';
import type { Evaluate } from '../values/evaluate.ts';
import { momentOf, serialOf } from '../values/serial.ts';
import type { Benches } from './bench.ts';
import type { Sight } from './subjects.ts';

type Eyes = {
  readonly evaluate: Evaluate;
  /** The book with the cells that formulas fill beside their own. */
  readonly spread: (book: Book) => Book;
  /** Milliseconds. */
  readonly now: () => number;
};

/** Books as somebody looks at them now. What conditions were found to come to is kept from one look to the next. */
export function openSight({ evaluate, spread, now }: Eyes): (book: Book) => Sight {
  const benches: Benches = new Map();
  return (book) => {
    const today = serialOfDay(now());
    return { book: spread(book), evaluation: evaluate(book), evaluate, benches, today, year: momentOf(today).year };
  };
}

function serialOfDay(now: number): number {
  const date = new Date(now);
  return serialOf({ year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }) ?? 0;
}
