import type { Book } from '../model/book.ts';
import type { Evaluate } from '../values/evaluate.ts';
import { findBroken } from './breakdown.ts';
import { openCalculator } from './calculator.ts';
import { addressOf, type Entry, editsFor, entriesOf, formulasIn, type Held, nothingHeld } from './entries.ts';
import { maySpread } from './google-functions.ts';
import { type Results, resultsOf, type Trial } from './results.ts';
import { BOOKS_KEPT, type Edit } from './worker-messages.ts';

export type Formulas = {
  readonly evaluate: Evaluate;
  /** The book with the cells over which results spread; the same book where none do. */
  readonly spread: (book: Book) => Book;
  /** Ends the library's thread. */
  readonly close: () => Promise<void>;
};

/** A book as it was calculated last, to which its next version is compared. */
type Calculated = {
  readonly trial: Trial;
  /** Formulas, as the library would take them, that break it. */
  readonly broken: ReadonlySet<string>;
  readonly minute: number;
  readonly results: Results;
};

/**
 * Calculates formulas, each book when one in it is first read: a book without any costs nothing. Of a later version the
 * library is told only what changed, and nothing where no formula reads it.
 * @param now milliseconds; NOW() and TODAY() go by it, anew with each change and each minute
 * @param random between 0 and 1; RAND() goes by it, anew with each change
 */
export function openFormulas({ now, random }: { now: () => number; random: () => number }): Formulas {
  const calculator = openCalculator();
  const last = new Map<string, Calculated>();
  const known = new WeakMap<Book, Results>();

  const resultsFor = (book: Book): Results => {
    const minute = Math.floor(now() / 60_000);
    const old = known.get(book);
    if (old && (!old.volatile || last.get(book.id)?.minute === minute)) return old;
    const calculated = calculate(book, last.get(book.id), minute);
    keep(book.id, calculated);
    known.set(book, calculated.results);
    return calculated.results;
  };

  const keep = (id: string, calculated: Calculated): void => {
    last.delete(id);
    last.set(id, calculated);
    for (const first of last.keys()) if (last.size > BOOKS_KEPT) last.delete(first);
  };

  const calculate = (book: Book, before: Calculated | undefined, minute: number): Calculated => {
    const kept = before && stillHolds(before.trial.held, book) ? before.trial : undefined;
    const broken = before?.broken ?? new Set<string>();
    const held = kept?.held ?? nothingHeld();
    const entries = entriesOf(book, held, broken);
    const edits = editsFor(book, entries, held);
    const volatile = entries.some(({ translated }) => translated.volatile);
    const done = (trial: Trial, all: ReadonlySet<string> = broken): Calculated => ({
      trial,
      broken: all,
      minute,
      results: resultsOf(book, trial),
    });
    if (kept && edits.length === 0 && !volatile) return done({ ...kept, entries });
    const first = attempt(book, entries, held, edits, kept === undefined);
    const trial = first === 'forgotten' ? attemptAnew(book, broken) : first;
    if (trial) return done(trial);
    const all = textsOf(entries);
    const suspects = all.difference(textsOf(before?.trial.entries ?? []));
    const found = findBroken(suspects, all, (without) => attemptAnew(book, broken.union(without)));
    return done(found.trial, broken.union(found.broken));
  };

  /** Undefined where the library broke down. */
  const attempt = (
    book: Book,
    entries: readonly Entry[],
    held: Held,
    edits: readonly Edit[],
    fresh: boolean,
  ): Trial | 'forgotten' | undefined => {
    const answer = calculator.calculate({
      book: book.id,
      fresh,
      sheets: held.indexes.size,
      edits,
      asked: entries.map(({ index: sheet, row, column, translated: { spreads } }) => ({ sheet, row, column, spreads })),
      timeZone: book.properties.timeZone ?? 'Etc/GMT',
      now: now(),
      seed: random(),
    });
    if (answer.kind !== 'results') return answer.kind === 'forgotten' ? 'forgotten' : undefined;
    const results = new Map(
      entries.flatMap((entry, i) => {
        const result = answer.results[i];
        return result ? [[addressOf(entry), result]] : [];
      }),
    );
    return { held, entries, results };
  };

  const attemptAnew = (book: Book, broken: ReadonlySet<string>): Trial | undefined => {
    const held = nothingHeld();
    const entries = entriesOf(book, held, broken);
    const trial = attempt(book, entries, held, editsFor(book, entries, held), true);
    if (trial === 'forgotten') throw new Error('The formula library was given the whole book and asks for it.');
    return trial;
  };

  return {
    evaluate: (book) => (sheet, row, column, cell) =>
      cell.userEnteredValue?.formulaValue == null
        ? (cell.userEnteredValue ?? cell.spread)
        : resultsFor(book).values.get(`${sheet.id} ${row} ${column}`),
    spread: (book) => (formulasIn(book).some(({ formula }) => maySpread(formula)) ? resultsFor(book).book : book),
    close: calculator.close,
  };
}

const textsOf = (entries: readonly Entry[]): ReadonlySet<string> =>
  new Set(entries.flatMap(({ broken, translated }) => (broken ? [] : [translated.text])));

/** A sheet that's gone can't be taken out of what the library holds. */
const stillHolds = (held: Held, book: Book): boolean =>
  [...held.indexes.keys()].every((id) => book.sheets.some((sheet) => sheet.id === id));
