import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openJournal } from '../server/journal/sqlite.ts';

let file = '';
beforeEach(async () => {
  file = join(await mkdtemp(join(tmpdir(), 'journal-')), 'league.sqlite');
});
afterEach(() => rm(join(file, '..'), { recursive: true }));

const night = { id: 'night', slug: 'night-owls', guild: 'guild-1', workbook: 'book-1', sponsorWorkbook: 'book-2' };

describe('the list of leagues', () => {
  it('is there after a restart, in the order in which they were added', async () => {
    const journal = openJournal(file);
    await journal.addLeague(night);
    await journal.addLeague({ id: 'early', slug: 'early-birds', guild: 'guild-2', workbook: 'book-3' });
    await journal.close();
    const again = openJournal(file);
    expect(await again.leagues()).toEqual([
      night,
      { id: 'early', slug: 'early-birds', guild: 'guild-2', workbook: 'book-3' },
    ]);
    await again.close();
  });

  it.each(['id', 'slug', 'guild', 'workbook', 'sponsorWorkbook'] as const)(
    'has no two leagues with one %s',
    async (field) => {
      const journal = openJournal(file);
      await journal.addLeague(night);
      const other = { id: 'x', slug: 'x', guild: 'x', workbook: 'x', sponsorWorkbook: 'y', [field]: night[field] };
      await expect(journal.addLeague(other)).rejects.toThrow('UNIQUE');
      expect(await journal.leagues()).toEqual([night]);
      await journal.close();
    },
  );

  it('of a file from before there were sponsors goes on', async () => {
    const old = new DatabaseSync(file);
    old.exec(`CREATE TABLE leagues (id TEXT PRIMARY KEY, slug TEXT UNIQUE NOT NULL, guild TEXT UNIQUE NOT NULL,
      workbook TEXT UNIQUE NOT NULL) STRICT;
      INSERT INTO leagues VALUES ('old', 'league', 'guild-0', 'book-0');`);
    old.close();
    const journal = openJournal(file);
    expect(await journal.leagues()).toEqual([{ id: 'old', slug: 'league', guild: 'guild-0', workbook: 'book-0' }]);
    await journal.addLeague(night);
    const taken = { id: 'x', slug: 'x', guild: 'x', workbook: 'x', sponsorWorkbook: 'book-2' };
    await expect(journal.addLeague(taken)).rejects.toThrow('UNIQUE');
    await journal.close();
  });
});
