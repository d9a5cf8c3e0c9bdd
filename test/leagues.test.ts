/** Several leagues on one server. */
import { expect, test } from 'vitest';
import { openJournal } from '../server/journal/sqlite.ts';
import { openLeagues } from '../server/leagues.ts';
import { openLeague } from '../server/open-league.ts';
import { createLocalSheets } from '../sheets/local/engine.ts';
import { simulatedClock } from './clock.ts';
import { localCalls } from './local-calls.ts';
import { closedNet } from './sponsors/nets.ts';

const day = 24 * 3_600_000;

test('one that can’t be opened keeps no other from opening, and what is its own stays its own', async () => {
  const sheets = createLocalSheets({ now: Date.now, random: Math.random });
  const calls = localCalls(sheets);
  const journal = openJournal(':memory:');
  const clock = simulatedClock();
  const broken: string[] = [];
  const about = { account: 'a@b', sandbox: true, guildName: async () => 'Club', net: closedNet, secret: 'a secret' };
  const start = () =>
    openLeagues(
      journal,
      (league) => openLeague({ ...about, league, journal, calls, clock, random: Math.random, onError: () => {} }),
      ({ slug }) => void broken.push(slug),
    );
  const leagues = await start();
  for (const name of ['one', 'two']) {
    sheets.ensureSpreadsheet(`book-${name}`, name);
    await leagues.add({ id: name, slug: name, guild: `guild-${name}`, workbook: `book-${name}` });
  }
  await clock.advance(10_000);
  await leagues.close();

  const entries = await journal.entries('one');
  const [first] = entries;
  if (!first) throw new Error('nothing was written');
  // As from a later version, or a disk that lies.
  await journal.rewrite('one', entries.length, [{ ...first, changes: null as never }], []);
  const again = await start();
  expect(broken).toEqual(['one']);
  expect(again.all().map(({ slug }) => slug)).toEqual(['two']);
  expect(again.holds('book-one')).toBe(true);
  expect([again.isBroken('guild-one'), again.isBroken('guild-two')]).toEqual([true, false]);
  await again.close();
  await journal.close();
});

test('one that fails half-way leaves nothing running, at the start or as it’s added', async () => {
  const sheets = createLocalSheets({ now: Date.now, random: Math.random });
  const calls = localCalls(sheets);
  const journal = openJournal(':memory:');
  const clock = simulatedClock();
  const errors: unknown[] = [];
  const about = { account: 'a@b', sandbox: true, guildName: async () => 'Club', net: closedNet, secret: 'a secret' };
  const onError = (error: unknown) => void errors.push(error);
  const lying: typeof journal = { ...journal, syncNotes: () => Promise.reject(new Error('a disk that lies')) };
  const start = (over: typeof journal) =>
    openLeagues(
      journal,
      (league) => openLeague({ ...about, league, journal: over, calls, clock, random: Math.random, onError }),
      () => {},
    );
  for (const name of ['one', 'two']) sheets.ensureSpreadsheet(`book-${name}`, name);
  const leagues = await start(journal);
  await leagues.add({ id: 'one', slug: 'one', guild: 'guild-one', workbook: 'book-one' });
  await clock.advance(10_000);
  await leagues.close();

  const again = await start(lying);
  expect(again.isBroken('guild-one')).toBe(true);
  const second = again.add({ id: 'two', slug: 'two', guild: 'guild-two', workbook: 'book-two' });
  await expect(second).rejects.toThrow('a disk that lies');
  expect(again.broken().map(({ slug }) => slug)).toEqual(['one', 'two']);
  await again.close();
  await journal.close();
  // Whatever went on would find the journal closed.
  await clock.advance(3 * day);
  expect(errors).toEqual([]);
});
