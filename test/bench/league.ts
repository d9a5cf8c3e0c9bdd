/** A league on the wire in which so many racers are about to report: races of eight, all of them started. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Ask } from '../../server/actions/actions.ts';
import { isRefusal, type Member } from '../../server/actions/verb.ts';
import { realClock } from '../../server/clock.ts';
import { openJournal } from '../../server/journal/sqlite.ts';
import { openLeague } from '../../server/open-league.ts';
import type { SheetsCalls } from '../../sheets/google.ts';
import { openQuota } from '../../sheets/quota.ts';
import { closedNet } from '../sponsors/nets.ts';

const places = 8;

/** The journal is a file, as on a real server: what is acknowledged is on the disk. */
export async function leagueAtTheStart(calls: SheetsCalls, workbook: string, racers: number) {
  const folder = await mkdtemp(join(tmpdir(), 'bench-'));
  const journal = openJournal(join(folder, 'journal.sqlite'));
  const league = await openLeague({
    league: { id: 'bench', slug: 'bench', guild: '1', workbook },
    journal,
    calls: openQuota(realClock).share('bench', calls),
    clock: realClock,
    random: Math.random,
    account: 'nobody',
    sandbox: true,
    guildName: async () => 'Bench',
    net: closedNet,
    secret: 'the secret of a test',
    onError: (error) => {
      throw error;
    },
  });
  let asked = 0;

  async function ask(member: Member, body: Ask): Promise<string> {
    asked += 1;
    const done = await league.desk.act(member, `ask-${asked}`, body);
    if (isRefusal(done)) throw new Error(`${member.name} was refused ${JSON.stringify(body)}: ${done.refused}`);
    return done.race ?? '';
  }

  const host: Member = { user: '1', name: 'Host', handle: 'host', host: true };
  const everybody = Array.from({ length: racers }, (_, index): Member => {
    return { user: `${1_000 + index}`, name: `Racer ${index}`, handle: `racer${index}`, host: false };
  });
  // Before that there's neither a season nor a Sheet.
  await league.sync.settled();
  const entries: { member: Member; race: string; position: number }[] = [];
  for (let first = 0; first < racers; first += places) {
    const race = await ask(host, { type: 'openRace' });
    for (const [index, member] of everybody.slice(first, first + places).entries()) {
      await ask(member, { type: 'join', race });
      entries.push({ member, race, position: index + 1 });
    }
    await ask(host, { type: 'startRace', race });
  }
  await league.sync.settled();

  return {
    /** Everybody taps their place at once; resolves when all have been told that it's saved. */
    async reportAll(): Promise<void> {
      await Promise.all(entries.map(({ member, race, position }) => ask(member, { type: 'report', race, position })));
    },

    inTheSheet: () => league.sync.settled(),

    async close(): Promise<void> {
      await league.close();
      await journal.close();
      await rm(folder, { recursive: true });
    },
  };
}
