/** The small league with its Sheet: the real desk, journal and sync over the local spreadsheet, all in this process. */

import { openSync } from '../server/sync.ts';
import { createLocalSheets, type LocalSheets } from '../sheets/local/engine.ts';
import { openWorkbook } from '../sheets/workbook.ts';
import { handOn } from './hand.ts';
import { localCalls } from './local-calls.ts';
import { smallLeague } from './small-league.ts';

export const book = 'cozy-kart-league';

/** `existing` is a local spreadsheet that is there already: then its Sheet is taken as it is. `ids` begins its rows' IDs, and `file` keeps the journal. */
export async function sheetLeague(existing?: LocalSheets, ids?: string, file?: string) {
  const league = await smallLeague(file, ids);
  const { clock, desk, journal } = league;
  const sheets = existing ?? createLocalSheets({ now: clock.now, random: () => 0.5 });
  sheets.ensureSpreadsheet(book, 'Cozy-Kart League');
  const calls = localCalls(sheets);
  let tokens = 0;
  let added = 0;
  let panels = 0;
  let sync = await startSync();
  await clock.advance(10_000);

  async function startSync() {
    const workbook = openWorkbook({
      calls,
      id: book,
      newId: () => `${ids ?? ''}added-${++added}`,
      startHere: ['Start here'],
    });
    const newToken = () => `${ids ?? ''}token-${++tokens}`;
    return openSync({
      league: 'cozy',
      desk,
      journal,
      workbook,
      clock,
      newToken,
      beginning: async () => ({}),
      attended: () => panels > 0,
      onError: (error) => league.errors.push(error),
    });
  }

  const self = {
    ...league,
    ...handOn(sheets, book),
    sheets,
    calls,
    sync: () => sync,
    /** So many people have the panel open. */
    watchedBy(people: number): void {
      panels = people;
    },

    /** Ends the sync wherever it is, as a crash does, and begins anew with what was kept. */
    async restartSync(): Promise<void> {
      await sync.close();
      sync = await startSync();
    },

    /** The Results rows as `Race 1 Ana 2`, those without a position as `Race 1 Ana`. */
    results: (): string[] =>
      self
        .grid('Results')
        .slice(1)
        .map(([race, racer, position]) =>
          [race, racer, position].filter((cell) => cell !== '' && cell !== undefined).join(' '),
        ),

    /** The row (from 1) in which a racer's result of a race stands. */
    resultRow: (race: string, racer: string): number =>
      self.grid('Results').findIndex((row) => row[0] === race && row[1] === racer) + 1,

    async close(): Promise<void> {
      await sync.close();
      await league.close();
    },
  };
  return self;
}
