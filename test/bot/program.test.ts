import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterEach, describe, expect, it, onTestFinished } from 'vitest';
import { realClock } from '../../server/clock.ts';
import { readConfig } from '../../server/config.ts';
import { sandboxCredentials } from '../../server/sandbox/credentials.ts';
import { start } from '../../server/start.ts';
import { openBotStand } from '../sandbox/bot-stand.ts';
import { freePorts } from '../whole-league.ts';
import { textOf } from './league-in-chat.ts';

const said: string[] = [];
afterEach(() => {
  said.length = 0;
});

/** The whole program beside a Discord that isn't its own, which it's told of by the environment alone. */
async function programAt(token: string) {
  const stand = await openBotStand();
  const folder = await mkdtemp(join(tmpdir(), 'bot-'));
  const panel = join(folder, 'panel');
  await mkdir(panel);
  const program = await start({
    config: readConfig({
      ...(await freePorts()),
      DATA_DIR: join(folder, 'data'),
      DISCORD_CLIENT_ID: sandboxCredentials.clientId,
      DISCORD_CLIENT_SECRET: sandboxCredentials.clientSecret,
      DISCORD_BOT_TOKEN: token,
      DISCORD_GUILD_ID: stand.discord.guild.plan.id,
      DISCORD_API_URL: `${stand.root}/api`,
    }),
    clock: realClock,
    random: Math.random,
    log: pino({ level: 'silent' }),
    panel: () => panel,
    say: (words) => void said.push(words),
  });
  onTestFinished(async () => {
    await program.close();
    await stand.close();
    await rm(folder, { recursive: true });
  });
  return { program, stand };
}

describe('the program', () => {
  it('takes its bot to the Discord that DISCORD_API_URL names', async () => {
    const { program, stand } = await programAt(sandboxCredentials.botToken);
    await stand.discord.events.waitFor('commands', ({ commands }) => commands.some(({ name }) => name === 'result'));
    const status = await stand.discord.chat.slash('club', 'host', 'league status').message;
    expect(textOf(status)).toMatch(/^## /);
    const without = await stand.discord.chat.slash('moonlight', 'sam', 'standings').message;
    expect(textOf(without)).toMatch('This server has no league yet.');
    expect(said).toEqual(['The bot is connected as Cozy-Kart League, in 2 servers.']);
    expect(await healthOf(program)).toBe('connected');
  });

  it('goes on without a bot where its token is wrong, and says so', async () => {
    const { program } = await programAt('no-token-of-this-discord');
    await expect.poll(() => said).toEqual([expect.stringContaining('DISCORD_BOT_TOKEN')]);
    expect(await healthOf(program)).toBe('stopped');
  });
});

/** The bot's state, as who watches the server sees it. */
async function healthOf({ panel }: { panel: string }): Promise<unknown> {
  const health: unknown = await (await fetch(`${panel}/healthz`)).json();
  return health && Reflect.get(health, 'bot');
}
