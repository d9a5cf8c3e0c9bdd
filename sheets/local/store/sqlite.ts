import { DatabaseSync } from 'node:sqlite';
import type { Book, Row, Sheet } from '../model/book.ts';

/** Where books are kept between two starts. */
export type Store = {
  /** Every book as it was last saved, oldest first. */
  load(): Book[];
  /** Puts a change on disk, all of it or nothing, before it returns; only what differs is written. */
  save(before: Book | undefined, after: Book): void;
  remove(id: string): void;
  close(): void;
};

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS books (id TEXT PRIMARY KEY, body TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS sheets (
    book TEXT NOT NULL REFERENCES books (id) ON DELETE CASCADE,
    id INTEGER NOT NULL,
    place INTEGER NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (book, id)
  ) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS rows (
    book TEXT NOT NULL,
    sheet INTEGER NOT NULL,
    row INTEGER NOT NULL,
    cells TEXT NOT NULL,
    PRIMARY KEY (book, sheet, row),
    FOREIGN KEY (book, sheet) REFERENCES sheets (book, id) ON DELETE CASCADE
  ) WITHOUT ROWID;
`;

/**
 * Opens the one file in which all spreadsheets are kept. A write is on disk when save returns, and a kill at any
 * moment leaves the state before or after it.
 * @param file its path, or `:memory:`
 */
export function openStore(file: string): Store {
  const db = new DatabaseSync(file);
  // One program keeps one file: two would each answer with what the other doesn't know.
  db.exec(
    'PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;',
  );
  db.exec(SCHEMA);
  const putBook = db.prepare('INSERT INTO books VALUES (?, ?) ON CONFLICT DO UPDATE SET body = excluded.body');
  const putSheet = db.prepare(
    'INSERT INTO sheets VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET place = excluded.place, body = excluded.body',
  );
  const putRow = db.prepare('INSERT INTO rows VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET cells = excluded.cells');
  const dropRow = db.prepare('DELETE FROM rows WHERE book = ? AND sheet = ? AND row = ?');
  const dropSheet = db.prepare('DELETE FROM sheets WHERE book = ? AND id = ?');
  const dropBook = db.prepare('DELETE FROM books WHERE id = ?');

  const saveSheet = (book: string, before: Sheet | undefined, after: Sheet, place: number, moved: boolean): void => {
    if (before === after && !moved) return;
    const body = bodyOf(after);
    if (!before || moved || body !== bodyOf(before)) putSheet.run(book, after.id, place, body);
    for (let r = 0; r < Math.max(after.rows.length, before?.rows.length ?? 0); r++) {
      const row = after.rows[r];
      const old = before?.rows[r];
      if (row === old) continue;
      if (row) putRow.run(book, after.id, r, JSON.stringify(row.map((cell) => cell ?? null)));
      else dropRow.run(book, after.id, r);
    }
  };

  const save = (before: Book | undefined, after: Book): void => {
    const { sheets, ...body } = after;
    if (!before || JSON.stringify({ ...before, sheets: [] }) !== JSON.stringify({ ...after, sheets: [] })) {
      putBook.run(after.id, JSON.stringify(body));
    }
    for (const sheet of before?.sheets ?? []) {
      if (!sheets.some((each) => each.id === sheet.id)) dropSheet.run(after.id, sheet.id);
    }
    sheets.forEach((sheet, place) => {
      const old = before?.sheets.find((each) => each.id === sheet.id);
      saveSheet(after.id, old, sheet, place, before?.sheets[place]?.id !== sheet.id);
    });
  };

  const transaction = (write: () => void): void => {
    db.exec('BEGIN IMMEDIATE');
    try {
      write();
      db.exec('COMMIT');
    } catch (error) {
      if (db.isTransaction) db.exec('ROLLBACK');
      throw error;
    }
  };

  return {
    load: () => loadBooks(db),
    save: (before, after) => transaction(() => save(before, after)),
    remove: (id) => transaction(() => dropBook.run(id)),
    close: () => db.close(),
  };
}

/** A sheet without its rows, as it is stored. */
const bodyOf = ({ rows: _, ...sheet }: Sheet): string => JSON.stringify(sheet);

function loadBooks(db: DatabaseSync): Book[] {
  const sheets = db.prepare('SELECT id, body FROM sheets WHERE book = ? ORDER BY place');
  const rows = db.prepare('SELECT row, cells FROM rows WHERE book = ? AND sheet = ? ORDER BY row');
  // What is read here was written by `save` from the very types that it is read as.
  return db
    .prepare('SELECT id, body FROM books ORDER BY rowid')
    .all()
    .map(({ id = null, body }) => ({
      ...(JSON.parse(String(body)) as Omit<Book, 'sheets'>),
      sheets: sheets.all(id).map((sheet) => ({
        ...(JSON.parse(String(sheet.body)) as Omit<Sheet, 'rows'>),
        rows: rowsFrom(rows.all(id, sheet.id ?? null)),
      })),
    }));
}

function rowsFrom(stored: readonly Record<string, unknown>[]): (Row | undefined)[] {
  const out: (Row | undefined)[] = [];
  for (const { row, cells } of stored) {
    while (out.length < Number(row)) out.push(undefined);
    const read: (Row[number] | null)[] = JSON.parse(String(cells));
    out.push(read.map((cell) => cell ?? undefined));
  }
  return out;
}
