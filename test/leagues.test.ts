/** Several leagues on one server. */
import { expect, test } from 'vitest';
import { openJournal } from '../server/journal/sqlite.ts';
import { openLeagues } from '../server/leagues.ts';
import { openLeague } from '../server/open-league.ts';
import { createLocalSheets } from '../sheets/local/engine.ts';
import { simulatedClock } from './clock.ts';
import { localCalls } from './local-calls.ts';
import { closedNet } from './sponsors/nets.ts';

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
  await again.close();
  await journal.close();
});
