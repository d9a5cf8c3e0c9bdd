/** One server of a league, with a journal of its own, that reaches its Sheet by Google's own client over HTTP. */
import { copyFileSync, existsSync } from 'node:fs';
import type { Ask } from '../../server/actions/actions.ts';
import { isRefusal } from '../../server/actions/verb.ts';
import type { Clock } from '../../server/clock.ts';
import { openJournal } from '../../server/journal/sqlite.ts';
import { openLeague } from '../../server/open-league.ts';
import { openGoogle, type SheetsCalls, SheetsFailure } from '../../sheets/google.ts';
import { member, type Name } from '../small-league.ts';
import { closedNet } from '../sponsors/nets.ts';
import type { WireClock } from './clock.ts';
import { book, type WireSheet } from './sheet.ts';

export type Server = Awaited<ReturnType<typeof openServer>>;

/** @param timeout milliseconds, real ones, that it waits for an answer of the Sheet */
export async function openServer(file: string, sheet: WireSheet, clock: WireClock, timeout = 30_000) {
  const google = openGoogle({ rootUrl: sheet.rootUrl, timeout });
  let alive = true;
  const journal = openJournal(file);
  const errors: unknown[] = [];
  const league = await openLeague({
    league: { id: 'cozy', slug: 'cozy', guild: '1', workbook: book },
    journal,
    calls: whileAlive(google, () => alive, clock),
    clock: clockWhileAlive(clock, () => alive),
    random: Math.random,
    account: 'league@example.com',
    sandbox: true,
    guildName: async () => 'Cozy-Kart League',
    net: closedNet,
    secret: 'the secret of a test',
    onError: (error) => errors.push(error),
  });
  let asked = 0;
  let race = '';

  const server = {
    sync: league.sync,
    errors,

    race: () => race,
    /** The race that reports are about. */
    goOnWith(known: string): void {
      race = known;
    },

    /** Asks for something that is said to be done. */
    async ask(name: Name, ask: Ask): Promise<void> {
      const done = await league.desk.act(member(name), `${file}-${++asked}`, ask);
      if (isRefusal(done)) throw new Error(`refused: ${JSON.stringify(done)}`);
      race = done.race ?? race;
    },

    /** Opens a race, lets them join, and starts it. */
    async start(...racers: Name[]): Promise<void> {
      await server.ask('Juno', { type: 'openRace' });
      for (const name of racers) await server.ask(name, { type: 'join', race });
      await server.ask('Juno', { type: 'startRace', race });
    },

    report: (name: Name, position: number | string) => server.ask(name, { type: 'report', race, position }),

    /** The end of the program in this very moment, with what is on the disk then: see `copyTo`. */
    kill(into: string): void {
      alive = false;
      server.copyTo(into);
    },

    /** Puts what is on the disk into another file. */
    copyTo(into: string): void {
      for (const end of ['', '-wal']) if (existsSync(file + end)) copyFileSync(file + end, into + end);
    },

    async close(): Promise<void> {
      await league.close();
      await journal.close();
    },
  };
  return server;
}

/** A program that was killed asks nothing any more, and hears no answer. */
function whileAlive(google: SheetsCalls, alive: () => boolean, clock: WireClock): SheetsCalls {
  return {
    meta: (...ask) => awaited(() => google.meta(...ask)),
    read: (...ask) => awaited(() => google.read(...ask)),
    batchUpdate: (...ask) => awaited(() => google.batchUpdate(...ask)),
  };

  async function awaited<T>(call: () => Promise<T>): Promise<T> {
    const gone = () => new SheetsFailure('killed', 0, 'unknown', 'writing');
    if (!alive()) throw gone();
    const answer = await clock.awaited(call());
    if (!alive()) throw gone();
    return answer;
  }
}

const clockWhileAlive = (clock: Clock, alive: () => boolean): Clock => ({
  now: clock.now,
  after: (ms, run) => clock.after(ms, () => alive() && run()),
});
