/** Another Discord answers otherwise than Discord does: what can be done without is, and the rest is said in words. */
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type { Channel } from '../../server/bot/posts/channel.ts';
import { isRefused } from '../../server/bot/posts/channel.ts';
import { carryPosts } from '../../server/bot/posts/discord-posts.ts';
import { watchDropped } from '../../server/bot/posts/dropped.ts';
import { text } from '../../server/bot/posts/post.ts';
import { freePorts } from '../whole-league.ts';
import { leagueInChat } from './league-in-chat.ts';
import { type OddAnswer, type OddDiscord, openOddDiscord } from './odd-discord.ts';

let chat: Awaited<ReturnType<typeof leagueInChat>>;
let odd: OddDiscord;
beforeEach(async () => {
  chat = await leagueInChat();
  odd = await openOddDiscord(chat.stand.root);
});
afterEach(async () => {
  await chat.close();
  await odd.close();
});

const refused: OddAnswer = { status: 400, body: { code: 50035, message: 'Invalid Form Body', errors: {} } };
const typeOf = (body: unknown): unknown => Reflect.get(Object(body), 'type');

describe('a first answer that is refused', () => {
  it('is given once more, as plain text for whoever asked', async () => {
    await chat.moveTo(odd.root);
    await chat.bot().ready;
    let refusals = 0;
    odd.answer = ({ path }) => (path.includes('/callback') && refusals++ === 0 ? refused : undefined);
    const { message } = chat.discord.chat.slash('club', 'ana', 'race status');
    expect((await message).content).toMatch('No race is on.');
    await expect.poll(() => chat.errors.length).toBe(1);
  });

  it('to open a panel says that this server can’t, and where the page is', async () => {
    await chat.moveTo(odd.root);
    await chat.bot().ready;
    odd.answer = ({ path, body }) => (path.includes('/callback') && typeOf(body) === 12 ? refused : undefined);
    const { card } = await chat.openRace();
    const panel = await chat.card({ id: { id: 'panel' }, label: 'Open the panel', look: 'plain' });
    expect(card.id).not.toBe(panel.id);
    expect((await chat.press('ana', panel, 'Open the panel').message).content).toBe(
      "This server can't open panels here. The league's page: https://league.example.com",
    );
  });
});

describe('the commands', () => {
  it('are declared without the one that opens the panel, where a server doesn’t know such', async () => {
    odd.answer = ({ method, path, body }) => {
      if (!path.includes('/commands')) return undefined;
      if (method === 'GET') return { status: 405, body: { code: 0, message: '405: Method Not Allowed' } };
      return JSON.stringify(body).includes('"launch"') ? refused : { status: 200, body: [] };
    };
    await chat.moveTo(odd.root);
    expect(await chat.bot().declared).toBe(true);
    expect([chat.said, chat.errors]).toEqual([[], []]);
  });

  it('are refused in words', async () => {
    odd.answer = ({ path }) => (path.includes('/commands') ? refused : undefined);
    await chat.moveTo(odd.root);
    await expect.poll(() => chat.said).toEqual([expect.stringContaining("doesn't take the bot's commands")]);
  });
});

describe('what is said of the gateway', () => {
  it('may be no more than where it is', async () => {
    odd.info = (info) => ({ url: Reflect.get(info, 'url') });
    await chat.moveTo(odd.root);
    await chat.bot().declared;
    expect(await chat.say('ana', 'race status')).toMatch('No race is on.');
  });

  it('may be that the bot has begun too often', async () => {
    odd.info = (info) => ({ ...info, session_start_limit: { remaining: 0, reset_after: 3_600_000 } });
    await chat.moveTo(odd.root);
    await expect.poll(() => chat.said).toEqual([expect.stringContaining('no more for 60 minutes')]);
    expect(chat.bot().state()).toBe('connecting');
  });

  it.each<[string, OddAnswer, string]>([
    ['a web page', { status: 200, body: '<h1>Welcome</h1>', type: 'text/html' }, "it doesn't say where its gateway is"],
    ['nothing found', { status: 404, body: { message: '404: Not Found', code: 0 } }, '(404)'],
    ['a guard’s page', { status: 403, body: '<h1>No</h1>', type: 'text/html' }, '(403)'],
  ])('may be %s: that is no Discord', async (_, answer, how) => {
    odd.answer = () => answer;
    await chat.moveTo(odd.root);
    await expect.poll(() => chat.said).toEqual([expect.stringContaining('answers, but not as Discord does')]);
    expect(chat.said[0]).toContain(how);
    expect(chat.said[0]).toContain('DISCORD_API_URL');
  });

  it('stays unsaid where nobody listens, and that is said once', async () => {
    const { PORT } = await freePorts();
    await chat.moveTo(`http://127.0.0.1:${PORT}`);
    await expect.poll(() => chat.said).toEqual([expect.stringContaining('nothing takes the connection')]);
    await chat.clock.advance(60_000);
    expect(chat.said).toHaveLength(1);
  });

  it('may keep the bot waiting: after fifteen seconds that is said', async () => {
    odd.payload = () => undefined;
    await chat.moveTo(odd.root);
    await expect.poll(() => chat.bot().client.ws.gateway).not.toBeNull();
    await chat.clock.advance(15_000);
    expect(chat.said).toEqual([expect.stringContaining("doesn't let the bot in")]);
    // discord.js alone would wait for good.
    const closing = chat.bot().close();
    await chat.clock.advance(2_000);
    await closing;
  });
});

describe('the gateway', () => {
  it('may close for good: that is said, and the bot says that it has stopped', async () => {
    await chat.moveTo(odd.root);
    await chat.bot().declared;
    expect(chat.bot().state()).toBe('connected');
    odd.closeWith(4014);
    await expect.poll(() => chat.said).toEqual([expect.stringContaining('Guilds intent')]);
    expect(chat.bot().state()).toBe('stopped');
  });

  it('names another application than the settings: that is said', async () => {
    odd.alter('READY', (data) => ({ ...data, application: { id: '999', flags: 0 } }));
    await chat.moveTo(odd.root);
    await expect.poll(() => chat.said.join()).toContain('DISCORD_CLIENT_ID is 100000000000000001');
  });
});

describe('posts', () => {
  const hello = { blocks: [text('Hello')], colour: 0, pings: { role: 'Hosts' } };

  async function channelOf(): Promise<Channel> {
    await chat.moveTo(odd.root);
    const begun = Promise.withResolvers<Channel>();
    const posts = { begin: begun.resolve, lookAgain: () => {}, close: async () => {} };
    onTestFinished(carryPosts(chat.bot().client, chat.bot().ready, posts));
    return begun.promise;
  }

  it('find their channel and whom to ping where neither can be listed, and themselves by the bot’s own ID', async () => {
    odd.alter('READY', (data) => ({ ...data, application: { id: '999', flags: 0 } }));
    odd.answer = ({ path }) => (/\/(channels|roles)$/.test(path) ? { status: 404, body: '{}' } : undefined);
    const channel = await channelOf();
    const { id: guild, textChannelId } = chat.discord.guild.plan;
    const found = await channel.find(guild, '#results');
    expect(found).toEqual({ id: textChannelId });
    const place = { guild, channel: textChannelId };
    const sent = await channel.post(place, hello, { nonce: 'one' });
    expect(await channel.latest(place, 0)).toMatchObject({ messages: [sent] });
  });

  it.each<[string, OddAnswer, string]>([
    ['nothing', { status: 204 }, 'odd'],
    ['a web page', { status: 200, body: '<h1>Hi</h1>', type: 'text/html' }, 'odd'],
    ['a guard’s page', { status: 403, body: '<h1>No</h1>', type: 'text/html' }, 'odd'],
    ['that it never does', { status: 405, body: { code: 0, message: '405: Method Not Allowed' } }, 'invalid'],
  ])('that are answered with %s wait, or are left out and that is told once', async (_, answer, means) => {
    odd.answer = ({ method, path }) => (method === 'POST' && path.endsWith('/messages') ? answer : undefined);
    const told: string[] = [];
    const channel = watchDropped(await channelOf(), (message) => void told.push(message));
    const { id: guild, textChannelId } = chat.discord.guild.plan;
    for (const nonce of ['one', 'two']) {
      const sent = await channel.post({ guild, channel: textChannelId }, hello, { nonce });
      expect(isRefused(sent) && sent.refused).toBe(means);
    }
    expect(told).toEqual(means === 'invalid' ? ['405: Method Not Allowed'] : []);
  });
});
