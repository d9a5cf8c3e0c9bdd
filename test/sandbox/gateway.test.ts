import { once } from 'node:events';
import { type Client, Events, GatewayIntentBits } from 'discord.js';
import { GatewayBotResponseSchema } from 'discord-api-spec/zod';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { z } from 'zod';
import { sandboxCredentials } from '../../server/sandbox/credentials.ts';
import { openSandboxServer } from '../../server/sandbox/sandbox.ts';
import { simulatedClock } from '../clock.ts';
import { answering, type BotStand, openBotStand } from './bot-stand.ts';

let stand: BotStand;
beforeEach(async () => {
  stand = await openBotStand();
});
afterEach(() => stand.close());

const club = () => stand.discord.guild;
const moonlight = () => stand.discord.guilds[1] ?? club();
const command = { name: 'ping', description: 'Answers.' };
/** The bot answers /ping with a word that only the asker sees. */
const answersPing = (bot: Client) =>
  answering(bot, async (interaction) => {
    if (interaction.isChatInputCommand()) await interaction.reply({ content: 'pong', flags: 'Ephemeral' });
  });
const ping = () => stand.discord.chat.slash('club', 'ana', 'ping');

describe('discord.js', () => {
  it('logs in, knows both guilds, and itself in each', async () => {
    const bot = await stand.bot();
    expect(bot.user).toMatchObject({ id: sandboxCredentials.clientId, username: 'Cozy-Kart League' });
    expect(bot.guilds.cache.map(({ name, members }) => [name, members.me?.displayName])).toEqual([
      ['Cozy-Kart Club', 'Cozy-Kart League'],
      ['Moonlight Karts', 'Cozy-Kart League'],
    ]);
    const channel = bot.guilds.cache.get(club().plan.id)?.channels.cache.get(club().plan.textChannelId);
    expect(channel?.permissionsFor(bot.user)?.has(['SendMessages', 'AttachFiles', 'PinMessages'])).toBe(true);
    expect(channel?.permissionsFor(bot.user)?.has('MentionEveryone')).toBe(false);
  });

  it('is refused with a bad token', async () => {
    await expect(stand.client().login('a-token-of-nobody')).rejects.toThrow('An invalid token was provided.');
  });

  it('is refused with intents that the application was never granted', async () => {
    const client = stand.client({ intents: [GatewayIntentBits.Guilds, GatewayIntentBits.MessageContent] });
    await expect(client.login(sandboxCredentials.botToken)).rejects.toThrow('Used disallowed intents');
  });

  it('resumes after a dropped connection, and gets what it missed meanwhile', async () => {
    const bot = await stand.bot();
    await bot.application.commands.create(command, club().plan.id);
    const { done } = answersPing(bot);
    const resumed = once(bot, Events.ShardResume);
    stand.discord.gateway.drop();
    await stand.discord.events.waitFor('gateway', ({ now }) => now === 'gone');
    const asked = ping();
    expect(await asked.message).toMatchObject({ content: 'pong' });
    await done();
    // The interaction, and that it's resumed.
    expect((await resumed)[1]).toBe(2);
  });

  it('reconnects when it is asked to, and goes on in the same session', async () => {
    const bot = await stand.bot();
    const resumed = once(bot, Events.ShardResume);
    stand.discord.gateway.reconnect();
    await resumed;
    expect(stand.discord.gateway.connected()).toBe(1);
  });

  it('hears that it was shown out of a guild, and that it was invited again', async () => {
    const bot = await stand.bot();
    const left = once(bot, Events.GuildDelete);
    stand.discord.bot.remove(moonlight());
    expect((await left)[0]).toMatchObject({ name: 'Moonlight Karts' });
    expect(await stand.ask('GET', `/guilds/${moonlight().plan.id}`)).toMatchObject({ status: 404 });
    expect(await stand.ask('GET', `/channels/${moonlight().plan.textChannelId}`)).toMatchObject({
      status: 403,
      body: { code: 50001 },
    });
    expect(() => stand.discord.chat.slash('moonlight', 'ana', 'ping')).toThrow('is offered no command');
    const joined = once(bot, Events.GuildCreate);
    stand.discord.bot.invite(moonlight());
    expect((await joined)[0]).toMatchObject({ name: 'Moonlight Karts' });
    expect((await stand.ask('GET', `/guilds/${moonlight().plan.id}`)).status).toBe(200);
  });

  it('sees in a channel what it may do there as it changes', async () => {
    const bot = await stand.bot();
    const changed = once(bot, Events.ChannelUpdate);
    stand.discord.channels.deny(club().plan.textChannelId, 'SEND_MESSAGES');
    const [, channel] = await changed;
    expect(channel.permissionsFor(bot.user).has('SendMessages')).toBe(false);
  });
});

it('takes a connection for dead that discord.js no longer keeps alive, and the other way round', async () => {
  const short = await openBotStand({ heartbeatMs: 100 });
  try {
    const bot = await short.bot();
    const resumed = once(bot, Events.ShardResume);
    short.discord.faults.deafToHeartbeats = true;
    const gone = short.discord.events.waitFor('gateway', ({ now }) => now === 'gone');
    await gone;
    short.discord.faults.deafToHeartbeats = false;
    await resumed;
  } finally {
    await short.close();
  }
});

it('is reached through the server of the sandbox, beside the stage', async () => {
  const nobody = 'http://localhost:9';
  const sandbox = await openSandboxServer({ port: 0, discord: stand.discord, panelUrl: nobody, sheetUrl: nobody });
  try {
    const bot = await stand.bot({ rest: { api: `${sandbox.url}/api`, version: '10' } });
    expect(bot.guilds.cache.size).toBe(2);
  } finally {
    await sandbox.close();
  }
});

describe('GET /gateway/bot', () => {
  it('says where the gateway is, and how many sessions may still be begun', async () => {
    const before = await stand.ask('GET', '/gateway/bot');
    expect(GatewayBotResponseSchema.parse(before.body)).toMatchObject({
      url: `${stand.root.replace('http', 'ws')}/gateway`,
      session_start_limit: { total: 1000, remaining: 1000, reset_after: 0 },
    });
    await stand.bot();
    const after = GatewayBotResponseSchema.parse((await stand.ask('GET', '/gateway/bot')).body);
    expect(after.session_start_limit.remaining).toBe(999);
    expect(after.session_start_limit.reset_after).toBeGreaterThan(86_000_000);
  });

  it('is for the bot alone', async () => {
    expect((await fetch(`${stand.root}/api/v10/gateway/bot`)).status).toBe(401);
  });
});

describe('the gateway closes with', () => {
  const token = sandboxCredentials.botToken;
  const properties = { os: 'linux', browser: 'test', device: 'test' };
  const identifying = (fields: object = {}) => ({ op: 2, d: { token, properties, intents: 1, ...fields } });

  it.each([
    ['4001 for an unknown opcode', { op: 99 }, 4001],
    ['4002 for what is no payload', { op: 2, d: {} }, 4002],
    ['4003 for a presence before Identify', { op: 3, d: {} }, 4003],
    ['4004 for a bad token', identifying({ token: 'guessed' }), 4004],
    ['4004 for a bad token on resuming', { op: 6, d: { token: 'guessed', session_id: '1', seq: 1 } }, 4004],
    ['4010 for a shard that there is not', identifying({ shard: [2, 2] }), 4010],
    ['4013 for an intent that there is not', identifying({ intents: 1 << 30 }), 4013],
    ['4014 for an intent that was not granted', identifying({ intents: 1 << 1 }), 4014],
  ])('%s', async (_, payload, code) => {
    const { socket, closed } = await connect();
    socket.send(JSON.stringify(payload));
    expect(await closed).toBe(code);
  });

  it('4005 for a second Identify', async () => {
    const { socket, closed } = await connect();
    socket.send(JSON.stringify(identifying()));
    socket.send(JSON.stringify(identifying()));
    expect(await closed).toBe(4005);
  });

  it('4007 for resuming from the future', async () => {
    const first = await connect();
    first.socket.send(JSON.stringify(identifying()));
    const { sessionId } = await identified();
    first.socket.terminate();
    const { socket, closed } = await connect();
    socket.send(JSON.stringify({ op: 6, d: { token, session_id: sessionId, seq: 999 } }));
    expect(await closed).toBe(4007);
  });

  it('4008 for more than 120 payloads a minute', async () => {
    const { socket, closed } = await connect();
    for (let sent = 0; sent < 121; sent += 1) socket.send('{"op":1,"d":null}');
    expect(await closed).toBe(4008);
  });

  it('4009 once heartbeats are missing', async () => {
    const clock = simulatedClock();
    const slow = await openBotStand({ now: clock.now, after: clock.after });
    try {
      const { closed } = await connect(slow.root);
      await clock.advance(41_250);
      await clock.advance(41_250);
      expect(await closed).toBe(4009);
    } finally {
      await slow.close();
    }
  });

  it('4012 for another version', async () => {
    expect(await (await connect(stand.root, 'v=9&encoding=json')).closed).toBe(4012);
  });

  const identified = () => stand.discord.events.waitFor('gateway', ({ now }) => now === 'identified');
});

it('answers a session that it has never heard of with op 9', async () => {
  const { socket } = await connect();
  const answered = once(socket, 'message');
  socket.send(JSON.stringify({ op: 6, d: { token: sandboxCredentials.botToken, session_id: 'lost', seq: 3 } }));
  expect(payloadShape.parse(JSON.parse(String((await answered)[0])))).toEqual({ op: 9, d: false });
});

it('ends a session for good, or so that it can be resumed', async () => {
  const { socket } = await identify();
  const told = once(socket, 'message');
  stand.discord.gateway.invalidate(true);
  expect(payloadShape.parse(JSON.parse(String((await told)[0])))).toEqual({ op: 9, d: true });
  expect(stand.discord.gateway.connected()).toBe(1);
  stand.discord.gateway.invalidate(false);
  expect(stand.discord.gateway.connected()).toBe(0);
});

it('has each guild on the shard that it belongs to', async () => {
  const guilds = await Promise.all(
    [0, 1].map(async (index) => {
      const { ready } = await identify({ shard: [index, 2] });
      return readyShape.parse(ready).d.guilds.map(({ id }) => id);
    }),
  );
  const expected = [0n, 1n].map((index) =>
    stand.discord.guilds.map(({ plan }) => plan.id).filter((id) => (BigInt(id) >> 22n) % 2n === index),
  );
  expect(guilds).toEqual(expected);
});

it('answers heartbeats late when it is told to', async () => {
  const delays: number[] = [];
  const after = (ms: number, run: () => void) => {
    delays.push(ms);
    // What is due after the delay is due now; a missing heartbeat never is.
    if (ms === 2_000) queueMicrotask(run);
    return () => {};
  };
  const slow = await openBotStand({ after });
  try {
    slow.discord.faults.heartbeatDelayMs = 2_000;
    const { socket } = await connect(slow.root);
    const answered = once(socket, 'message');
    socket.send('{"op":1,"d":null}');
    expect(payloadShape.parse(JSON.parse(String((await answered)[0])))).toEqual({ op: 11, d: null });
    expect(delays).toContain(2_000);
  } finally {
    await slow.close();
  }
});

it('numbers what it sends, and has a session forgotten after a goodbye', async () => {
  const { socket } = await connect();
  const numbers: (number | null)[] = [];
  const sessionId = stand.discord.events.waitFor('gateway', ({ now }) => now === 'identified');
  socket.on('message', (text) => numbers.push(numbered.parse(JSON.parse(String(text))).s));
  const properties = { os: 'linux', browser: 'test', device: 'test' };
  socket.send(JSON.stringify({ op: 2, d: { token: sandboxCredentials.botToken, properties, intents: 1 } }));
  await sessionId;
  await expect.poll(() => numbers).toEqual([1, 2, 3]);
  socket.close(1000);
  await stand.discord.events.waitFor('gateway', ({ now }) => now === 'gone');
  const again = await connect();
  const answered = once(again.socket, 'message');
  const d = { token: sandboxCredentials.botToken, session_id: (await sessionId).sessionId, seq: 3 };
  again.socket.send(JSON.stringify({ op: 6, d }));
  expect(JSON.parse(String((await answered)[0]))).toMatchObject({ op: 9, d: false });
});

it('takes no page in a browser for a bot, and nobody while it is down', async () => {
  const fromPage = new WebSocket(`${stand.root.replace('http', 'ws')}/gateway?v=10&encoding=json`, {
    origin: 'https://example.com',
  });
  expect(String((await once(fromPage, 'error'))[0])).toContain('403');
  stand.discord.faults.gatewayDown = true;
  const bot = new WebSocket(`${stand.root.replace('http', 'ws')}/gateway?v=10&encoding=json`);
  expect(String((await once(bot, 'error'))[0])).toContain('503');
});

const readyShape = z.object({ d: z.object({ guilds: z.array(z.object({ id: z.string() })) }) });
const payloadShape = z.object({ op: z.number(), d: z.unknown() });
const numbered = z.object({ s: z.number().nullable() });

/** A connection that is identified, with the READY that it got. */
async function identify(fields: object = {}) {
  const { socket } = await connect();
  const answered = once(socket, 'message');
  const properties = { os: 'linux', browser: 'test', device: 'test' };
  const d = { token: sandboxCredentials.botToken, properties, intents: 0, ...fields };
  socket.send(JSON.stringify({ op: 2, d }));
  return { socket, ready: JSON.parse(String((await answered)[0])) };
}

/** A WebSocket that has been greeted, and the code that it's closed with. */
async function connect(root = stand.root, query = 'v=10&encoding=json') {
  const socket = new WebSocket(`${root.replace('http', 'ws')}/gateway?${query}`);
  const closed = new Promise<number>((resolve) => {
    socket.once('close', resolve);
  });
  if (query.includes('v=10')) await once(socket, 'message');
  return { socket, closed };
}
