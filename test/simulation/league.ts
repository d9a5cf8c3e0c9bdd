/**
 * A league whose server can be killed at any moment and started again from what was durable: the real desk, journal and
 * sync over the local spreadsheet in this process, on a clock that stands still.
 */
import type { Ask } from '../../server/actions/actions.ts';
import { type Desk, type Done, openDesk } from '../../server/desk.ts';
import { factsOf } from '../../server/facts.ts';
import { openJournal } from '../../server/journal/sqlite.ts';
import { openSync } from '../../server/sync.ts';
import type { Refusal } from '../../server/words/refusals.ts';
import { createLocalSheets } from '../../sheets/local/engine.ts';
import { openWorkbook } from '../../sheets/workbook.ts';
import { simulatedClock } from '../clock.ts';
import { handOn } from '../hand.ts';
import { localCalls } from '../local-calls.ts';
import { book } from '../sheet-league.ts';
import { member, type Name } from '../small-league.ts';
import type { Random } from './chance.ts';
import { evaluateFew } from './formulas.ts';
import { type Life, openLife } from './life.ts';
import { openNetwork } from './network.ts';

interface Server {
  life: Life;
  desk: Desk;
  sync: Awaited<ReturnType<typeof openSync>>;
}

export type MortalLeague = Awaited<ReturnType<typeof mortalLeague>>;

export async function mortalLeague(random: Random) {
  const clock = simulatedClock();
  const journal = openJournal(':memory:');
  const sheets = createLocalSheets({ now: clock.now, random: () => 0.5, evaluate: evaluateFew });
  sheets.ensureSpreadsheet(book, 'Cozy-Kart League');
  const network = openNetwork(localCalls(sheets), clock, random);
  const errors: unknown[] = [];
  let made = 0;
  let server = await firstServer();

  return {
    ...handOn(sheets, book),
    clock,
    journal,
    sheets,
    network,
    errors,

    isUp: () => !server.life.over(),
    /** Of the latest server, be it dead. */
    life: () => server.life,
    desk: () => server.desk,
    sync: () => server.sync,
    facts: () => factsOf(server.desk.state),

    /** Starts a server in the dead one's place. */
    async start(): Promise<void> {
      server = (await startServer()) ?? server;
    },

    stop,

    /** What a member is answered; `no answer` if the server is down or is killed while they wait. */
    async ask(name: Name, id: string, ask: Ask): Promise<Done | Refusal | 'no answer'> {
      if (server.life.over()) return 'no answer';
      const answer = await Promise.race([server.desk.act(member(name), id, ask), server.life.ended]);
      return answer === 'killed' ? 'no answer' : answer;
    },

    async close(): Promise<void> {
      await stop();
      await journal.close();
    },
  };

  async function firstServer(): Promise<Server> {
    const first = await startServer();
    if (!first) throw new Error('the first server was killed');
    await clock.advance(10_000);
    return first;
  }

  /** Undefined if it's killed before it's ready. */
  async function startServer(): Promise<Server | undefined> {
    const life = openLife();
    const opened = await Promise.race([openServer(life), life.ended]);
    return opened === 'killed' ? undefined : opened;
  }

  async function openServer(life: Life): Promise<Server> {
    const onError = (error: unknown) => errors.push(error);
    const mine = { league: 'cozy', journal: life.mortal(journal), clock: life.clock(clock), onError };
    const desk = await openDesk({ ...mine, newId: () => unique('row') });
    const calls = life.mortal(network.calls);
    const workbook = openWorkbook({ calls, id: book, newId: () => unique('added'), startHere: ['Start here'] });
    const newToken = () => unique('token');
    const sync = await openSync({
      ...mine,
      desk,
      workbook,
      newToken,
      beginning: async () => ({}),
      attended: () => false,
    });
    return { life, desk, sync };
  }

  /** Ends it as an operator does. */
  async function stop(): Promise<void> {
    if (server.life.over()) return;
    const { life, desk, sync } = server;
    await Promise.race([sync.close().then(desk.close), life.ended]);
    life.kill();
  }

  /** Never the same twice, whatever server asks. */
  function unique(kind: string): string {
    made += 1;
    return `${kind}-${made}`;
  }
}
