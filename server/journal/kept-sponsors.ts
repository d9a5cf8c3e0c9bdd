/** What is kept for sponsors beside the journal's entries: their logos as they were fetched, and what was counted. */
import type { DatabaseSync } from 'node:sqlite';

export interface KeptLogo {
  /** From where it was fetched. */
  address: string;
  /** Of its bytes: names it on our own origin. */
  print: string;
  type: string;
  /** Pixels. */
  width: number;
  height: number;
  bytes: Uint8Array;
}

export const surfaces = ['panel', 'page', 'post', 'workbook'] as const;
export type Surface = (typeof surfaces)[number];
export const countedThings = ['display', 'click'] as const;

/** A total; of nobody in particular. */
export interface Counted {
  season: string;
  sponsor: string;
  what: (typeof countedThings)[number];
  surface: Surface;
  /** As 2026-03-06, in the league's time zone. */
  day: string;
  count: number;
}

/** Somebody's look on a day, as a hash with that day's salt: kept until the day is over, so that it counts once. */
export interface KeptLook {
  day: string;
  salt: string;
  surface: Surface;
  look: string;
}

export const sponsorSchema = `
  CREATE TABLE IF NOT EXISTS logos (league TEXT NOT NULL, address TEXT NOT NULL, print TEXT NOT NULL,
    type TEXT NOT NULL, width INTEGER NOT NULL, height INTEGER NOT NULL, bytes BLOB NOT NULL,
    PRIMARY KEY (league, address)) STRICT;
  CREATE TABLE IF NOT EXISTS counted (league TEXT NOT NULL, season TEXT NOT NULL, sponsor TEXT NOT NULL,
    what TEXT NOT NULL, surface TEXT NOT NULL, day TEXT NOT NULL, count INTEGER NOT NULL,
    PRIMARY KEY (league, season, sponsor, what, surface, day)) STRICT;
  CREATE TABLE IF NOT EXISTS looks (league TEXT NOT NULL, day TEXT NOT NULL, salt TEXT NOT NULL,
    surface TEXT NOT NULL, look TEXT NOT NULL, PRIMARY KEY (league, day, surface, look)) STRICT;
`;

/** The store's part for sponsors, over an open file that has `sponsorSchema`. */
export function keepSponsors(db: DatabaseSync) {
  return {
    async logos(league: string): Promise<KeptLogo[]> {
      const rows = db.prepare('SELECT * FROM logos WHERE league = ?').all(league);
      return rows.map(({ address, print, type, width, height, bytes }) => ({
        address: String(address),
        print: String(print),
        type: String(type),
        width: Number(width),
        height: Number(height),
        bytes: bytes instanceof Uint8Array ? bytes : new Uint8Array(),
      }));
    },

    /** In place of what was fetched from its address before. */
    async saveLogo(league: string, { address, print, type, width, height, bytes }: KeptLogo): Promise<void> {
      const save = db.prepare('INSERT OR REPLACE INTO logos VALUES (?, ?, ?, ?, ?, ?, ?)');
      save.run(league, address, print, type, width, height, bytes);
    },

    async dropLogo(league: string, address: string): Promise<void> {
      db.prepare('DELETE FROM logos WHERE league = ? AND address = ?').run(league, address);
    },

    /** One more, and the look that makes it one: both or neither. */
    async count(
      league: string,
      { season, sponsor, what, surface, day }: Omit<Counted, 'count'>,
      look?: KeptLook,
    ): Promise<void> {
      const add = db.prepare(`INSERT INTO counted VALUES (?, ?, ?, ?, ?, ?, 1)
        ON CONFLICT DO UPDATE SET count = count + 1`);
      const note = db.prepare('INSERT INTO looks VALUES (?, ?, ?, ?, ?)');
      db.exec('BEGIN IMMEDIATE');
      try {
        if (look) note.run(league, look.day, look.salt, look.surface, look.look);
        add.run(league, season, sponsor, what, surface, day);
        db.exec('COMMIT');
      } catch (error) {
        db.exec('ROLLBACK');
        throw error;
      }
    },

    async looks(league: string): Promise<KeptLook[]> {
      const rows = db.prepare('SELECT day, salt, surface, look FROM looks WHERE league = ?').all(league);
      return rows.flatMap((row) => {
        const surface = surfaces.find((one) => one === row.surface);
        return surface ? [{ day: String(row.day), salt: String(row.salt), surface, look: String(row.look) }] : [];
      });
    },

    /** Leaves nothing of the looks of other days, nor of their salts. */
    async forgetLooks(league: string, but: readonly string[]): Promise<void> {
      const kept = but.map(() => '?').join(', ');
      db.prepare(`DELETE FROM looks WHERE league = ? AND day NOT IN (${kept})`).run(league, ...but);
    },

    async counted(league: string): Promise<Counted[]> {
      const rows = db
        .prepare('SELECT season, sponsor, what, surface, day, count FROM counted WHERE league = ? ORDER BY day')
        .all(league);
      return rows.flatMap((row) => {
        const what = countedThings.find((one) => one === row.what);
        const surface = surfaces.find((one) => one === row.surface);
        const { season, sponsor, day, count } = row;
        if (!what || !surface) return [];
        return [
          { season: String(season), sponsor: String(sponsor), what, surface, day: String(day), count: Number(count) },
        ];
      });
    },

    async setSponsorWorkbook(league: string, workbook: string): Promise<void> {
      db.prepare('UPDATE leagues SET sponsor_workbook = ? WHERE id = ?').run(workbook, league);
    },
  };
}
