/** Another Discord sends packets that lack what Discord's have: the bot answers all the same, and nothing ends. */
import { GatewayDispatchEvents } from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { leagueInChat, textOf } from './league-in-chat.ts';
import { type OddDiscord, openOddDiscord } from './odd-discord.ts';

type Data = Record<string, unknown>;

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

async function connected(): Promise<void> {
  await chat.moveTo(odd.root);
  await chat.bot().declared;
}

const without =
  (...names: string[]) =>
  (data: Data): Data =>
    Object.fromEntries(Object.entries(data).filter(([name]) => !names.includes(name)));
const member =
  (change: (member: Data) => Data) =>
  (data: Data): Data => ({ ...data, member: change(data.member as Data) });

describe('a READY', () => {
  it.each([
    ['without the application', without('application')],
    ['whose application has no flags', (data: Data) => ({ ...data, application: { id: '100000000000000001' } })],
    ['without servers', without('guilds')],
    ['without an address to resume at', without('resume_gateway_url', 'shard')],
  ])('%s is one', async (_, change) => {
    odd.alter('READY', change);
    await connected();
    expect(await chat.say('ana', 'race status')).toMatch('No race is on.');
    expect([chat.said, chat.errors]).toEqual([[], []]);
  });

  it('whose servers never come has people answered soon, as Discord vouches for them when it’s asked', async () => {
    odd.payload = (payload) => (payload.t === 'GUILD_CREATE' ? undefined : payload);
    await connected();
    expect(await chat.say('ana', 'race open')).toMatch('Only hosts can do that.');
    expect(await chat.say('host', 'race open')).toMatch('Race 1 is open.');
    expect(await chat.choices('host', 'race start', 'race')).toEqual(['Race 1']);
  });
});

describe('an interaction', () => {
  it.each<[string, (data: Data) => unknown]>([
    ['entitlements', without('entitlements')],
    ['owners of the installation', without('authorizing_integration_owners')],
    ['what the bot may do', without('app_permissions')],
    ['a locale', without('locale', 'guild_locale')],
    ['a channel', without('channel', 'channel_id')],
    ['a context', without('context', 'guild', 'attachment_size_limit', 'version')],
    ['a type of the command', (data) => ({ ...data, data: without('type')(data.data as Data) })],
    ['what its member may do', member(without('permissions'))],
    ['what its member is', member(without('roles'))],
    ['text for what its member may do', member((one) => ({ ...one, permissions: Number(one.permissions) }))],
    ['a user in its member', (data) => ({ ...member(without('user'))(data), user: (data.member as Data).user })],
  ])('without %s is answered, and hosts are hosts', async (_, change) => {
    odd.alter('INTERACTION_CREATE', change);
    await connected();
    expect(await chat.say('ana', 'race open')).toMatch('Only hosts can do that.');
    expect(await chat.say('host', 'race open')).toMatch('Race 1 is open.');
    expect([chat.said, chat.errors]).toEqual([[], []]);
  });

  it('in a server that came without its roles is answered, and hosts are hosts', async () => {
    odd.alter('GUILD_CREATE', ({ id, name }) => ({ id, name }));
    await connected();
    expect(await chat.say('ana', 'race open')).toMatch('Only hosts can do that.');
    expect(await chat.say('host', 'race open')).toMatch('Race 1 is open.');
  });

  it('whose option nobody is typing in has nothing to choose from', async () => {
    odd.alter('INTERACTION_CREATE', (data) =>
      data.type === 4 ? { ...data, data: { ...(data.data as Data), options: [] } } : data,
    );
    await connected();
    expect(await chat.choices('host', 'why', 'racer')).toEqual([]);
    expect(chat.errors).toEqual([]);
  });

  it.each<[string, (data: Data) => unknown]>([
    ['its message', without('message')],
    ['anything in its message', (data) => ({ ...data, message: null })],
    ['a type of the component', (data) => ({ ...data, data: without('component_type')(data.data as Data) })],
  ])('on a button without %s does what the button does', async (_, change) => {
    await connected();
    const { card } = await chat.openRace();
    odd.alter('INTERACTION_CREATE', change);
    const asked = chat.press('ana', card, 'join');
    expect((await asked.answer).kind).toBe('modal');
    expect(chat.errors).toEqual([]);
  });

  it.each([
    ['a command', 2],
    ['a button', 3],
  ])('that says nothing of %s is answered plainly', async (what) => {
    await connected();
    const { card } = await chat.openRace();
    odd.alter('INTERACTION_CREATE', (data) => ({ ...data, data: null }));
    const asked = what === 'a button' ? chat.press('ana', card, 'join') : chat.discord.chat.slash('club', 'ana', 'why');
    expect(textOf(await asked.message)).toMatch(
      what === 'a button' ? 'from an earlier time' : "don't know that command",
    );
    expect(chat.errors).toEqual([]);
  });

  it('of nobody is passed over with a word, once, and the next one is answered', async () => {
    await connected();
    odd.alter('INTERACTION_CREATE', without('member', 'user'));
    for (const _ of ['once', 'twice']) {
      const { message } = chat.discord.chat.slash('club', 'ana', 'race status');
      expect((await message).content).toBe('Something went wrong here. Try again in a minute.');
    }
    expect(chat.said).toEqual([
      expect.stringMatching(/^http.+ sent something that the bot can't read \(INTERACTION_CREATE: /),
    ]);
    odd.payload = (payload) => payload;
    expect(await chat.say('ana', 'race status')).toMatch('No race is on.');
    expect(chat.errors).toHaveLength(2);
  });

  it('of nobody may come before the bot is ready: nothing ends', async () => {
    await chat.moveTo(odd.root);
    const { client } = chat.bot();
    odd.payload = (payload) => (payload.t === 'GUILD_CREATE' ? undefined : payload);
    client.ws.once(GatewayDispatchEvents.Ready, () =>
      odd.send(JSON.stringify({ op: 0, s: 2, t: 'INTERACTION_CREATE', d: { id: '1', token: 'a', type: 2 } })),
    );
    await chat.bot().declared;
    await expect.poll(() => chat.said).toHaveLength(1);
    expect(await chat.say('ana', 'race status')).toMatch('No race is on.');
  });
});

describe('the gateway', () => {
  it.each([
    ['that is no JSON', '<html>'],
    ['of an event without data', JSON.stringify({ op: 0, s: 9, t: 'GUILD_ROLE_UPDATE' })],
    ['of a channel that is nothing', JSON.stringify({ op: 0, s: 9, t: 'CHANNEL_CREATE', d: 'a channel' })],
    ['that is nothing', 'null'],
    ['of nothing that we know', JSON.stringify({ op: 0, s: 9, t: 'MOON_LANDING', d: { id: '1' } })],
  ])('may send a packet %s: the bot goes on', async (_, text) => {
    await connected();
    odd.send(text);
    expect(await chat.say('ana', 'race status')).toMatch('No race is on.');
    expect(chat.said.length).toBeLessThanOrEqual(1);
  });
});
