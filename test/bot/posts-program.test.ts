import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { APIMessage } from 'discord.js';
import { pino } from 'pino';
import { expect, it, onTestFinished } from 'vitest';
import { realClock } from '../../server/clock.ts';
import { readConfig } from '../../server/config.ts';
import { sandboxCredentials } from '../../server/sandbox/credentials.ts';
import { guilds } from '../../server/sandbox/discord/guild.ts';
import { start } from '../../server/start.ts';
import { freePorts } from '../whole-league.ts';
import { textOf } from './posting.ts';

it('The sandbox’s bot posts the open race and the standings to #results, and again after a restart: its Discord forgets', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'posts-'));
  const panel = join(folder, 'panel');
  await mkdir(panel);
  onTestFinished(() => rm(folder, { recursive: true }));
  const said: string[] = [];
  const program = async () =>
    start({
      config: readConfig({ ...(await freePorts()), DATA_DIR: join(folder, 'data') }),
      clock: realClock,
      random: Math.random,
      log: pino({ level: 'silent' }),
      panel: () => panel,
      say: (words) => void said.push(words),
    });
  for (const _ of ['first', 'second']) {
    const running = await program();
    const heads = async () => (await inResults(running.stage)).map((message) => textOf(message).split('\n')[0]);
    try {
      await expect.poll(heads, { timeout: 15_000 }).toEqual(['### 🏁 Race 6 is open', '## Season 1: the table']);
    } finally {
      await running.close();
    }
  }
  expect(said).toEqual([]);
});

/** Oldest first. */
async function inResults(root = ''): Promise<APIMessage[]> {
  const [club] = guilds;
  const answer = await fetch(`${root}/api/v10/channels/${club.textChannelId}/messages`, {
    headers: { authorization: `Bot ${sandboxCredentials.botToken}` },
  });
  return ((await answer.json()) as APIMessage[]).reverse();
}
