import type { MessagePort } from 'node:worker_threads';

/** What is entered into a cell of the library, as a person would type it; '' empties it. Rows and columns from 0. */
export type Edit = readonly [sheet: number, row: number, column: number, input: string];

/** A formula's place. `spreads`: its result may be more than one cell. */
export type Asked = {
  readonly sheet: number;
  readonly row: number;
  readonly column: number;
  readonly spreads: boolean;
};

/** One calculation: what changed in a book since the last one, and which cells are to be told. */
export type Calculation = {
  readonly book: string;
  /** Begins the book anew. */
  readonly fresh: boolean;
  /** How many sheets it has; they are called `t0`, `t1`, … */
  readonly sheets: number;
  readonly edits: readonly Edit[];
  readonly asked: readonly Asked[];
  /** As in the spreadsheet's properties. */
  readonly timeZone: string;
  /** Milliseconds: what NOW() says. */
  readonly now: number;
  /** Between 0 and 1: what RAND() begins with. */
  readonly seed: number;
};

/** A cell's value: its kind, and its text; a number's is exact. */
export type Value = readonly [kind: 'number' | 'text' | 'boolean' | 'error', text: string];

/** What a formula comes to; `spread` holds its rows where they are more than the one cell. */
export type Result = { readonly value: Value; readonly spread?: readonly (readonly Value[])[] };

/** The results in the order in which they were asked, or why there are none. */
export type Answer =
  | { readonly kind: 'results'; readonly results: readonly Result[] }
  /** The library doesn't have this book any more; it wants it whole. */
  | { readonly kind: 'forgotten' }
  /** The library broke down, and its worker with it. */
  | { readonly kind: 'brokeDown' };

/** What a thread is started with. */
export type Start = {
  readonly signal: Int32Array;
  readonly port: MessagePort;
  readonly library: WebAssembly.Module;
};

/** The books that stay loaded: a league's own, a sponsor's, and a few of the moment. */
export const BOOKS_KEPT = 4;

/** What the signal holds once an answer is in the port. */
export const ANSWERED = 1;
