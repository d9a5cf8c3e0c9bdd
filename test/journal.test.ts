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

describe('what was written before', () => {
  const draft = (reason: string, key: string) => ({
    at: 1,
    by: { kind: 'member' as const, user: 'robin', name: 'Robin' },
    happening: { what: 'voided' as const, race: 'race-1', reason },
    changes: [],
    asked: {
      user: 'robin',
      id: key,
      body: '{}',
      answer: { said: { said: 'voided' as const, given: { race: 'Race 1' } } },
    },
  });

  it('can be replaced, its key with it, together with an entry that says so', async () => {
    const journal = openJournal(file);
    const [first, second] = await journal.append('night', 0, [draft('one', 'key-1'), draft('two', 'key-2')]);
    if (!first || !second) throw new Error('two were appended');
    const { asked: _, ...without } = first;
    const note = { at: 2, by: { kind: 'league' as const }, happening: { what: 'forgotten' as const }, changes: [] };
    const added = await journal.rewrite('night', 2, [without], [note]);
    expect(added).toEqual([{ ...note, seq: 3 }]);
    expect(await journal.entries('night')).toEqual([without, second, ...added]);
    expect(await journal.asked('night', 'robin', 'key-1')).toBeUndefined();
    expect(await journal.asked('night', 'robin', 'key-2')).toEqual(second);
    await journal.close();
  });

  it.each([
    ['an entry that is not there', 2, 9],
    ['a position that it is not at', 1, 1],
  ])('stays as it is for %s', async (_, after, seq) => {
    const journal = openJournal(file);
    const all = await journal.append('night', 0, [draft('one', 'key-1'), draft('two', 'key-2')]);
    const [first] = all;
    if (!first) throw new Error('two were appended');
    const changed = [
      { ...first, at: 5 },
      { ...first, at: 6, seq },
    ];
    await expect(journal.rewrite('night', after, changed, [draft('three', 'key-3')])).rejects.toThrow(
      'the journal of night',
    );
    expect(await journal.entries('night')).toEqual(all);
    await journal.close();
  });
});

describe('what the bot posted', () => {
  it('is read from a file of before posts had sponsors', async () => {
    const old = new DatabaseSync(file);
    old.exec(`CREATE TABLE posts (league TEXT NOT NULL, subject TEXT NOT NULL, state TEXT NOT NULL, channel TEXT NOT NULL,
        message TEXT, print TEXT NOT NULL, text_print TEXT NOT NULL, nonce TEXT NOT NULL, at INTEGER NOT NULL,
        PRIMARY KEY (league, subject)) STRICT;
      INSERT INTO posts VALUES ('night', 'card row-7', 'posted', 'c', 'm', 'p', 't', 'n', 5);`);
    old.close();
    const journal = openJournal(file);
    expect(await journal.posts('night')).toMatchObject([{ subject: 'card row-7', sponsors: [], at: 5 }]);
    await journal.savePost('night', { ...card, sponsors: ['sponsor-1'] });
    expect(await journal.posts('night')).toEqual([{ ...card, sponsors: ['sponsor-1'] }]);
    await journal.close();
  });

  const card = {
    subject: 'card row-7',
    state: 'sending' as const,
    channel: '912047738570096645',
    print: 'what it says',
    textPrint: 'its text',
    nonce: 'once',
    sponsors: ['sponsor-1'],
    at: 5,
  };

  it('is there after a restart, each subject once, by league', async () => {
    const journal = openJournal(file);
    await journal.savePost('night', card);
    await journal.savePost('early', { ...card, at: 9 });
    await journal.savePost('night', { ...card, subject: 'standings', at: 1 });
    await journal.savePost('night', { ...card, state: 'posted', message: '1479569265655808000' });
    await journal.close();
    const again = openJournal(file);
    expect(await again.posts('night')).toEqual([
      { ...card, subject: 'standings', at: 1 },
      { ...card, state: 'posted', message: '1479569265655808000' },
    ]);
    expect(await again.posts('early')).toEqual([{ ...card, at: 9 }]);
    await again.close();
  });

  it('goes with since when things are as they are', async () => {
    const journal = openJournal(file);
    await journal.saveNoticed('night', { what: 'weekly', as: 'Sunday 20:00 UTC', since: 5 });
    await journal.saveNoticed('night', { what: 'weekly', as: '', since: 7 });
    await journal.close();
    const again = openJournal(file);
    expect(await again.noticed('night')).toEqual([{ what: 'weekly', as: '', since: 7 }]);
    expect(await again.noticed('early')).toEqual([]);
    await again.close();
  });
});
