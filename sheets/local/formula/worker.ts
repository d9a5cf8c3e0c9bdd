import { workerData } from 'node:worker_threads';
import { getAllTimezones, initSync, Model } from '@ironcalc/wasm';
import { columnName } from '../model/a1.ts';
import { GOOGLE_FUNCTIONS } from './google-functions.ts';
import {
  ANSWERED,
  type Answer,
  type Asked,
  BOOKS_KEPT,
  type Calculation,
  type Result,
  type Start,
  type Value,
} from './worker-messages.ts';

/** A book as the library has it. `mirrored` are the addresses that its mirrors hold: see `mirror`. */
type Loaded = { readonly model: Model; readonly mirrored: Set<string> };

const { signal, port, library }: Start = workerData;
const books = new Map<string, Loaded>();
const thread = { now: 0, random: () => 0 };
// The library asks the globals of its thread, which is its alone.
Object.assign(Date, { now: () => thread.now });
Object.assign(Math, { random: () => thread.random() });
initSync({ module: library });

port.on('message', (calculation: Calculation) => {
  port.postMessage(answerTo(calculation));
  Atomics.store(signal, 0, ANSWERED);
  Atomics.notify(signal, 0);
});

function answerTo(calculation: Calculation): Answer {
  try {
    return calculate(calculation);
  } catch {
    // A trap leaves the library's memory as it happens to be: whoever asked lets this worker go.
    return { kind: 'brokeDown' };
  }
}

function calculate({ book, fresh, sheets, edits, asked, timeZone, now, seed }: Calculation): Answer {
  thread.now = now;
  thread.random = randomFrom(seed);
  const loaded = fresh ? load(timeZone) : books.get(book);
  if (!loaded) return { kind: 'forgotten' };
  keep(book, loaded);
  const { model, mirrored } = loaded;
  for (let made = model.getWorksheetsProperties().length / 2; made < sheets; made++) addSheet(model, made);
  for (const [sheet, row, column, input] of edits) {
    if (mirrored.delete(addressOf(sheet, row, column))) model.setUserInput(2 * sheet + 1, row + 1, column + 1, '');
    enter(model, 2 * sheet, row, column, input);
  }
  for (const each of asked) mirror(loaded, each);
  model.evaluate();
  return { kind: 'results', results: asked.map((each) => resultOf(model, each)) };
}

/** What the library refuses to take, as too long a text, stays out; what breaks it is no plain error. */
function enter(model: Model, sheet: number, row: number, column: number, input: string): void {
  try {
    model.setUserInput(sheet, row + 1, column + 1, input);
  } catch (error) {
    if (error instanceof WebAssembly.RuntimeError || error instanceof RangeError) throw error;
  }
}

function load(timeZone: string): Loaded {
  const model = new Model('book', 'en', getAllTimezones().includes(timeZone) ? timeZone : 'UTC', 'en');
  model.pauseEvaluation();
  for (const [name, lambda] of Object.entries(GOOGLE_FUNCTIONS)) model.newDefinedName(name, null, `=${lambda}`);
  model.renameSheet(0, 't0');
  model.newSheet();
  model.renameSheet(1, 'm0');
  return { model, mirrored: new Set() };
}

/** Puts a book last in line, and lets the first one go. */
function keep(book: string, loaded: Loaded): void {
  const before = books.get(book);
  if (before && before !== loaded) before.model.free();
  books.delete(book);
  books.set(book, loaded);
  for (const [first, { model }] of books) {
    if (books.size <= BOOKS_KEPT) return;
    books.delete(first);
    model.free();
  }
}

function addSheet(model: Model, index: number): void {
  for (const [at, letter] of ['t', 'm'].entries()) {
    model.newSheet();
    model.renameSheet(2 * index + at, `${letter}${index}`);
  }
}

const addressOf = (sheet: number, row: number, column: number): string => `t${sheet}!${columnName(column)}${row + 1}`;

/**
 * The library shows nine digits of a number, but makes an exact text of one: so each sheet has a mirror with the text of
 * every formula's result, at the same place.
 */
function mirror({ model, mirrored }: Loaded, { sheet, row, column, spreads }: Asked): void {
  const address = addressOf(sheet, row, column);
  if (mirrored.has(address)) return;
  mirrored.add(address);
  model.setUserInput(2 * sheet + 1, row + 1, column + 1, `=${address}${spreads ? '#' : ''}&""`);
}

function resultOf(model: Model, { sheet, row, column, spreads }: Asked): Result {
  const value = valueAt(model, sheet, row, column);
  const [width, height] = spreads ? sizeAt(model, sheet, row, column) : [1, 1];
  if (width * height === 1) return { value };
  const spread = Array.from({ length: height }, (_, r) =>
    Array.from({ length: width }, (__, c) => valueAt(model, sheet, row + r, column + c)),
  );
  return { value, spread };
}

function sizeAt(model: Model, sheet: number, row: number, column: number): readonly [width: number, height: number] {
  const structure = model.getCellArrayStructure(2 * sheet, row + 1, column + 1);
  return typeof structure === 'object' && 'DynamicAnchor' in structure ? structure.DynamicAnchor : [1, 1];
}

function valueAt(model: Model, sheet: number, row: number, column: number): Value {
  const text = (mirrors: 0 | 1) => model.getFormattedCellValue(2 * sheet + mirrors, row + 1, column + 1);
  // As Excel's TYPE() says it.
  switch (model.getCellType(2 * sheet, row + 1, column + 1)) {
    case 1:
      return ['number', text(1)];
    case 4:
      return ['boolean', text(0)];
    case 16:
      return ['error', text(0)];
    default:
      return ['text', text(0)];
  }
}

/** Numbers between 0 and 1, the same for the same seed (the generator is known as mulberry32). */
function randomFrom(seed: number): () => number {
  let state = Math.floor(seed * 2 ** 32);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
