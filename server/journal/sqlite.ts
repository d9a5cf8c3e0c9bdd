/**
 * The journal in one SQLite file: entries, what sync has seen of each Sheet, and the list of leagues. What a call
 * promised is on the disk when its promise resolves (WAL with synchronous=FULL).
 */
import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import type { Draft, Entry } from './entry.ts';
import { keepSponsors, sponsorSchema } from './kept-sponsors.ts';
import { type Noticed, type Posted, postStates } from './posted.ts';

export interface League {
  id: string;
  /** In the public page's address. */
  slug: string;
  /** Discord's guild. */
  guild: string;
  /** The spreadsheet's ID. */
  workbook: string;
  /** The one that its sponsors see. */
  sponsorWorkbook?: string;
}

/** What sync keeps for a league, as text of its own making. */
export interface SyncNotes {
  shadow: string;
  push: string;
}

export type Journal = ReturnType<typeof openJournal>;

const schema = `
  CREATE TABLE IF NOT EXISTS leagues (id TEXT PRIMARY KEY, slug TEXT UNIQUE NOT NULL, guild TEXT UNIQUE NOT NULL,
    workbook TEXT UNIQUE NOT NULL, sponsor_workbook TEXT UNIQUE) STRICT;
  CREATE TABLE IF NOT EXISTS entries (league TEXT NOT NULL, seq INTEGER NOT NULL, asker TEXT, ask TEXT,
    entry TEXT NOT NULL, PRIMARY KEY (league, seq)) STRICT;
  CREATE UNIQUE INDEX IF NOT EXISTS asked ON entries (league, asker, ask) WHERE ask IS NOT NULL;
  CREATE TABLE IF NOT EXISTS sync (league TEXT PRIMARY KEY, shadow TEXT NOT NULL, push TEXT NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS posts (league TEXT NOT NULL, subject TEXT NOT NULL, state TEXT NOT NULL,
    channel TEXT NOT NULL, message TEXT, print TEXT NOT NULL, text_print TEXT NOT NULL, nonce TEXT NOT NULL,
    sponsors TEXT NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (league, subject)) STRICT;
  CREATE TABLE IF NOT EXISTS noticed (league TEXT NOT NULL, what TEXT NOT NULL, as_is TEXT NOT NULL,
    since INTEGER NOT NULL, PRIMARY KEY (league, what)) STRICT;
  CREATE TABLE IF NOT EXISTS secrets (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
`;

/** Opens the file, or makes it. ':memory:' keeps nothing. */
export function openJournal(file: string) {
  const db = new DatabaseSync(file);
  // One server keeps one league's file: a second one that opens it is refused instead of being let in half.
  db.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;');
  // What is forgotten is overwritten in the file, and no copy of it is made elsewhere on the disk.
  db.exec('PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY;');
  db.exec(schema);
  db.exec(sponsorSchema);
  addMissingColumns(db);
  const read = db.prepare('SELECT seq, entry FROM entries WHERE league = ? AND seq > ? ORDER BY seq');
  const last = db.prepare('SELECT coalesce(max(seq), 0) AS seq FROM entries WHERE league = ?');
  const insert = db.prepare('INSERT INTO entries (league, seq, asker, ask, entry) VALUES (?, ?, ?, ?, ?)');
  const replace = db.prepare('UPDATE entries SET asker = ?, ask = ?, entry = ? WHERE league = ? AND seq = ?');
  const find = db.prepare('SELECT seq, entry FROM entries WHERE league = ? AND asker = ? AND ask = ?');
  const readSync = db.prepare('SELECT shadow, push FROM sync WHERE league = ?');
  const writeSync = db.prepare('INSERT OR REPLACE INTO sync (league, shadow, push) VALUES (?, ?, ?)');
  const writePush = db.prepare('UPDATE sync SET push = ? WHERE league = ?');

  function inTransaction<T>(work: () => T): T {
    db.exec('BEGIN IMMEDIATE');
    try {
      const result = work();
      db.exec('COMMIT');
      return result;
    } catch (error) {
      db.exec('ROLLBACK');
      throw error;
    }
  }

  function add(league: string, after: number, drafts: readonly Draft[]): Entry[] {
    if (last.get(league)?.seq !== after) throw new Error(`the journal of ${league} isn't at ${after}`);
    const entries = drafts.map((draft, index) => ({ ...draft, seq: after + index + 1 }));
    for (const { seq, ...draft } of entries) {
      insert.run(league, seq, draft.asked?.user ?? null, draft.asked?.id ?? null, JSON.stringify(draft));
    }
    return entries;
  }

  return {
    ...keepSponsors(db),

    /** The entries of a league after that position, in order. */
    async entries(league: string, after = 0): Promise<Entry[]> {
      return read.all(league, after).map(entryOf);
    },

    /**
     * Appends drafts right after position `after`, all or none, together with what sync has to remember with them.
     * Rejects if the journal isn't at that position.
     */
    async append(league: string, after: number, drafts: readonly Draft[], sync?: SyncNotes): Promise<Entry[]> {
      return inTransaction(() => {
        const entries = add(league, after, drafts);
        if (sync) writeSync.run(league, sync.shadow, sync.push);
        return entries;
      });
    },

    /**
     * Replaces entries, and appends drafts right after position `after`: all or none. For redaction alone: entries are
     * never changed otherwise. Rejects if the journal isn't at that position, or hasn't one of these entries.
     */
    async rewrite(
      league: string,
      after: number,
      entries: readonly Entry[],
      drafts: readonly Draft[],
    ): Promise<Entry[]> {
      return inTransaction(() => {
        for (const { seq, ...draft } of entries) {
          const key = [draft.asked?.user ?? null, draft.asked?.id ?? null];
          const { changes } = replace.run(...key, JSON.stringify(draft), league, seq);
          if (changes !== 1) throw new Error(`the journal of ${league} has no entry ${seq}`);
        }
        return add(league, after, drafts);
      });
    },

    /** Leaves nothing in the files of what was replaced or deleted before. */
    async scrub(): Promise<void> {
      // Pages that were freed before pages were overwritten go with VACUUM, which writes the others anew.
      db.exec('VACUUM; PRAGMA wal_checkpoint(TRUNCATE);');
    },

    /** The entry that an action of that user made. */
    async asked(league: string, user: string, id: string): Promise<Entry | undefined> {
      const row = find.get(league, user, id);
      return row && entryOf(row);
    },

    async syncNotes(league: string): Promise<SyncNotes | undefined> {
      const row = readSync.get(league);
      return row && { shadow: String(row.shadow), push: String(row.push) };
    },

    async saveSyncNotes(league: string, { shadow, push }: SyncNotes): Promise<void> {
      writeSync.run(league, shadow, push);
    },

    /** Only what is being pushed; the shadow stays as it is. */
    async savePush(league: string, push: string): Promise<void> {
      writePush.run(push, league);
    },

    /** What the bot posted for a league, the earliest first. */
    async posts(league: string): Promise<Posted[]> {
      const rows = db.prepare('SELECT * FROM posts WHERE league = ? ORDER BY at, subject').all(league);
      return rows.map(postedOf);
    },

    /** In place of what was kept of its subject before. */
    async savePost(
      league: string,
      { subject, state, channel, message, print, textPrint, nonce, sponsors, at }: Posted,
    ) {
      const save = db.prepare(
        `INSERT OR REPLACE INTO posts (league, subject, state, channel, message, print, text_print, nonce, sponsors, at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      );
      const named = JSON.stringify(sponsors);
      save.run(league, subject, state, channel, message ?? null, print, textPrint, nonce, named, at);
    },

    async forgetPost(league: string, subject: string): Promise<void> {
      db.prepare('DELETE FROM posts WHERE league = ? AND subject = ?').run(league, subject);
    },

    async noticed(league: string): Promise<Noticed[]> {
      const rows = db.prepare('SELECT what, as_is, since FROM noticed WHERE league = ?').all(league);
      return rows.map(({ what, as_is, since }) => ({
        what: String(what),
        as: String(as_is),
        since: Number(since),
      }));
    },

    async saveNoticed(league: string, { what, as, since }: Noticed): Promise<void> {
      db.prepare('INSERT OR REPLACE INTO noticed VALUES (?, ?, ?, ?)').run(league, what, as, since);
    },

    /** In the order in which they were added. */
    async leagues(): Promise<League[]> {
      const rows = db.prepare('SELECT id, slug, guild, workbook, sponsor_workbook FROM leagues ORDER BY rowid').all();
      return rows.map(({ id, slug, guild, workbook, sponsor_workbook }) => ({
        id: String(id),
        slug: String(slug),
        guild: String(guild),
        workbook: String(workbook),
        ...(sponsor_workbook !== null && { sponsorWorkbook: String(sponsor_workbook) }),
      }));
    },

    /** A league's guild and spreadsheets belong to it alone: throws if another has one of them. */
    async addLeague({ id, slug, guild, workbook, sponsorWorkbook }: League): Promise<void> {
      const add = db.prepare(
        'INSERT INTO leagues (id, slug, guild, workbook, sponsor_workbook) VALUES (?, ?, ?, ?, ?)',
      );
      add.run(id, slug, guild, workbook, sponsorWorkbook ?? null);
    },

    /** The secret of that name; made by `make` the first time and kept. */
    async secret(name: string, make: () => string): Promise<string> {
      db.prepare('INSERT OR IGNORE INTO secrets (name, value) VALUES (?, ?)').run(name, make());
      return String(db.prepare('SELECT value FROM secrets WHERE name = ?').get(name)?.value);
    },

    async close(): Promise<void> {
      db.close();
    },
  };
}

/** A file that an earlier version made. SQLite can't add a column that is unique, but an index that is. */
function addMissingColumns(db: DatabaseSync): void {
  const has = (table: string, column: string) =>
    db.prepare('SELECT 1 FROM pragma_table_info(?) WHERE name = ?').get(table, column) !== undefined;
  if (!has('leagues', 'sponsor_workbook'))
    db.exec(`ALTER TABLE leagues ADD COLUMN sponsor_workbook TEXT;
      CREATE UNIQUE INDEX leagues_sponsor_workbook ON leagues (sponsor_workbook);`);
  if (!has('posts', 'sponsors')) db.exec("ALTER TABLE posts ADD COLUMN sponsors TEXT NOT NULL DEFAULT '[]'");
}

/** SQLITE_BUSY: sqlite.org/rescode.html */
const busy = 5;

/** Whether a running league holds that journal. A file that is no journal any more is nobody's. */
export function isInUse(file: string): boolean {
  const db = new DatabaseSync(file);
  try {
    db.exec('BEGIN IMMEDIATE; ROLLBACK');
    return false;
  } catch (error) {
    return error instanceof Error && 'errcode' in error && error.errcode === busy;
  } finally {
    db.close();
  }
}

const texts = z.array(z.string());

function postedOf({ message, ...row }: Record<string, unknown>): Posted {
  const state = postStates.find((one) => one === row.state);
  if (!state) throw new Error(`the journal has a post that is ${row.state}`);
  return {
    subject: String(row.subject),
    state,
    channel: String(row.channel),
    ...(message !== null && { message: String(message) }),
    print: String(row.print),
    textPrint: String(row.text_print),
    nonce: String(row.nonce),
    sponsors: texts.parse(JSON.parse(String(row.sponsors))),
    at: Number(row.at),
  };
}

function entryOf(row: Record<string, unknown>): Entry {
  const draft: Draft = JSON.parse(String(row.entry));
  return { ...draft, seq: Number(row.seq) };
}
