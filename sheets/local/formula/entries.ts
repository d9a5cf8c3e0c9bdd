import type { Book, Cell, Row, Sheet } from '../model/book.ts';
import { type Translated, translate } from './translate.ts';
import type { Edit } from './worker-messages.ts';

/** A formula of a book and where it stands. */
type FormulaCell = {
  readonly sheet: Sheet;
  readonly row: number;
  readonly column: number;
  readonly formula: string;
};

/** A formula and what the library is given for it; an error where it's known to break the library. */
export type Entry = FormulaCell & { readonly index: number; readonly translated: Translated; readonly broken: boolean };

/** What the library holds of a book. A book is immutable, so rows that are the same object needn't be looked at again. */
export type Held = {
  /** Where the library has each sheet, by its id. */
  readonly indexes: Map<number, number>;
  /** Of each sheet the rows as they were entered, and which columns of them. */
  readonly values: Map<number, { readonly rows: Sheet['rows']; readonly columns: ReadonlySet<number> }>;
  /** Each formula by its address. */
  readonly formulas: Map<string, string>;
};

export const nothingHeld = (): Held => ({ indexes: new Map(), values: new Map(), formulas: new Map() });

/** Every formula of a book. */
export const formulasIn = (book: Book): FormulaCell[] =>
  book.sheets.flatMap((sheet) => positionsIn(sheet.rows).map((position) => ({ sheet, ...position })));

type Position = Pick<FormulaCell, 'row' | 'column' | 'formula'>;

function positionsIn(rows: Sheet['rows']): readonly Position[] {
  const known = positions.get(rows);
  if (known) return known;
  const found = rows.flatMap((row, r) => (row ? formulasOf(row).map((each) => ({ ...each, row: r })) : []));
  positions.set(rows, found);
  return found;
}

function formulasOf(row: Row): readonly Omit<Position, 'row'>[] {
  const known = inRow.get(row);
  if (known) return known;
  const found = row.flatMap((cell, column) => {
    const formula = cell?.userEnteredValue?.formulaValue;
    return formula == null ? [] : [{ column, formula }];
  });
  const kept = found.length > 0 ? found : NONE;
  inRow.set(row, kept);
  return kept;
}

const NONE: readonly Omit<Position, 'row'>[] = [];
const positions = new WeakMap<Sheet['rows'], readonly Position[]>();
const inRow = new WeakMap<Row, readonly Omit<Position, 'row'>[]>();

/**
 * The formulas of a book as the library takes them. Sheets that it hasn't yet get the next places.
 * @param broken texts for the library that break it
 */
export function entriesOf(book: Book, { indexes }: Held, broken: ReadonlySet<string>): Entry[] {
  for (const { id } of book.sheets) if (!indexes.has(id)) indexes.set(id, indexes.size);
  const indexOf = (id: number): number => indexes.get(id) ?? 0;
  return formulasIn(book).map((cell) => ({
    ...cell,
    index: indexOf(cell.sheet.id),
    ...unbroken(
      translate(cell.formula, { book, ...cell }, (id) => `t${indexOf(id)}`),
      broken,
    ),
  }));
}

const unbroken = (translated: Translated, broken: ReadonlySet<string>): Pick<Entry, 'translated' | 'broken'> =>
  broken.has(translated.text) ? { translated: AN_ERROR, broken: true } : { translated, broken: false };

const AN_ERROR: Translated = { text: '=#VALUE!', reads: [], readsAnything: false, spreads: false, volatile: false };

/**
 * What the library has to be told, so that it holds a book's formulas and all that they read, and nothing else: it
 * takes its time for every cell. `held` follows.
 */
export function editsFor(book: Book, entries: readonly Entry[], held: Held): Edit[] {
  const formulas = new Map(entries.map((entry) => [addressOf(entry), entry]));
  const gone = [...held.formulas.keys()].filter((address) => !formulas.has(address));
  for (const address of gone) held.formulas.delete(address);
  const values = book.sheets.flatMap((sheet) => valueEdits(sheet, columnsRead(sheet, entries), held));
  const changed = entries.filter((entry) => {
    const address = addressOf(entry);
    if (held.formulas.get(address) === entry.translated.text) return false;
    held.formulas.set(address, entry.translated.text);
    return true;
  });
  return [
    ...gone.map(emptied),
    ...values,
    ...changed.map(({ index, row, column, translated }): Edit => [index, row, column, translated.text]),
  ];
}

function valueEdits(sheet: Sheet, wanted: ReadonlySet<number>, held: Held): Edit[] {
  const before = held.values.get(sheet.id) ?? { rows: [], columns: new Set<number>() };
  const columns = before.columns.union(wanted);
  if (columns.size === 0) return [];
  held.values.set(sheet.id, { rows: sheet.rows, columns });
  const fresh = columns.difference(before.columns);
  if (sheet.rows === before.rows && fresh.size === 0) return [];
  const index = held.indexes.get(sheet.id) ?? 0;
  const edits: Edit[] = [];
  for (let r = 0; r < Math.max(sheet.rows.length, before.rows.length); r++) {
    const row = sheet.rows[r];
    const old = before.rows[r];
    for (const column of row === old ? fresh : columns) {
      const value = row?.[column]?.userEnteredValue;
      const known = fresh.has(column) ? undefined : old?.[column]?.userEnteredValue;
      if (value !== known && value?.formulaValue == null) edits.push([index, r, column, inputOf(value)]);
    }
  }
  return edits;
}

/** As a person would type it, text with an apostrophe before it. */
function inputOf(value: Cell['userEnteredValue']): string {
  if (value?.numberValue != null) return String(value.numberValue);
  if (value?.boolValue != null) return value.boolValue ? 'TRUE' : 'FALSE';
  return value?.stringValue == null ? '' : `'${value.stringValue}`;
}

function columnsRead(sheet: Sheet, entries: readonly Entry[]): ReadonlySet<number> {
  const width = Math.max(0, ...sheet.rows.map((row) => row?.length ?? 0));
  const columns = new Set<number>();
  for (const { translated } of entries) {
    if (translated.readsAnything) return new Set(Array.from({ length: width }, (_, column) => column));
    for (const { sheetId, box } of translated.reads) {
      if (sheetId !== sheet.id) continue;
      for (let column = box.left; column < Math.min(box.right, width); column++) columns.add(column);
    }
  }
  return columns;
}

/** Where the library has a formula. */
export const addressOf = ({ index, row, column }: Pick<Entry, 'index' | 'row' | 'column'>): string =>
  `${index} ${row} ${column}`;

function emptied(address: string): Edit {
  const [index = 0, row = 0, column = 0] = address.split(' ').map(Number);
  return [index, row, column, ''];
}
