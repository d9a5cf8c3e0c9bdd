/** What people do in a channel of the stage, over HTTP, with a bot on the real discord.js at the other end. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { LocalDiscord } from '../../server/sandbox/discord/discord.ts';
import { people } from '../../server/sandbox/people.ts';
import { openSandboxServer } from '../../server/sandbox/sandbox.ts';
import type { ChannelNow } from '../../server/sandbox/stage/contract.ts';
import { type ChattyBot, card, cardFiles, openChattyBot } from './chatty-bot.ts';
import { localDiscord } from './stand.ts';

let discord: LocalDiscord;
let sandbox: Awaited<ReturnType<typeof openSandboxServer>>;
let bot: ChattyBot;

beforeAll(async () => {
  discord = localDiscord();
  discord.faults.unlimited = true;
  const nobody = 'http://localhost:9';
  sandbox = await openSandboxServer({ port: 0, discord, panelUrl: nobody, sheetUrl: nobody });
  bot = await openChattyBot(sandbox.url.replace('localhost', '127.0.0.1'));
});
afterAll(async () => {
  await bot.close();
  await sandbox.close();
});
beforeEach(() => bot.setMute(false));

const results = '912047738570096645';
const idOf = (key: string) => people.find((persona) => persona.key === key)?.id;

async function ask(method: string, path: string, body?: object) {
  const answer = await fetch(`${sandbox.url}/stage/${path}`, {
    method,
    headers: { 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  });
  return { status: answer.status, body: await answer.json() };
}
const as = (person: string, how: string, body: object) => ask('POST', `servers/club/people/${person}/${how}`, body);
const slash = (person: string, name: string, options: object = {}) =>
  as(person, 'slash', { channel: results, name, options, shown: name });
const channel = async (): Promise<ChannelNow> => (await ask('GET', `servers/club/channels/${results}`)).body;

describe('a command', () => {
  it('is offered to those who may use it', async () => {
    const names = async (person: string) =>
      (await ask('GET', `servers/club/people/${person}/commands`)).body.map(({ name }: { name: string }) => name);
    expect(await names('ana')).toEqual(['result', 'race', 'protest', 'slow', 'launch']);
    expect(await names('host')).toContain('hosts');
  });

  it('is taken, and its answer is in the channel with the command as it was typed', async () => {
    expect((await slash('ana', 'race open', { quiet: true })).body).toEqual({ kind: 'taken' });
    const last = (await channel()).messages.at(-1);
    expect(last).toMatchObject({ to: null, command: 'race open', message: { content: 'Done: open quiet=true' } });
  });

  it('is answered for one person, in their language', async () => {
    await as('mateo', 'slash', { channel: results, name: 'result', options: { position: 2 }, shown: 'resultado 2' });
    const last = (await channel()).messages.at(-1);
    expect(last).toMatchObject({ to: idOf('mateo'), command: 'resultado 2' });
    expect(last?.message.content).toContain('Locale es-ES');
  });

  it('opens the panel, or a form that can be sent in', async () => {
    expect((await slash('ana', 'launch')).body).toEqual({ kind: 'launched' });
    const { body } = await slash('ana', 'protest');
    expect(body).toMatchObject({ kind: 'form', form: { title: 'What went wrong?' } });
    const values = { what: 'A shell', race: ['R2'] };
    const interaction = body.form.interactionId;
    expect((await as('ana', 'form', { interaction, values })).body).toEqual({ kind: 'taken' });
    expect((await channel()).messages.at(-1)?.message.content).toBe('Heard: A shell (R2)');
    expect((await as('robin', 'form', { interaction, values })).status).toBe(409);
    expect((await as('ana', 'form', { interaction: '1', values })).body.message).toContain('isn’t open any more');
  });

  it('is helped along while it is typed', async () => {
    const line = { channel: results, name: 'result', options: { race: '3' }, focused: 'race' };
    expect((await as('ana', 'autocomplete', line)).body).toEqual({
      kind: 'choices',
      choices: [{ name: 'Race 3', value: 'R3' }],
    });
  });

  it('fails when the bot says nothing in time', async () => {
    bot.setMute(true);
    expect((await slash('ana', 'slow')).body).toEqual({ kind: 'failed' });
  });
});

it('presses buttons and chooses of lists, of messages that the person sees', async () => {
  const posted = await (await bot.channel(results)).send({
    flags: 1 << 15,
    components: card('Nobody is in.'),
    files: cardFiles,
  });
  const message = { channel: results, message: posted.id };
  expect((await as('ana', 'press', { ...message, customId: 'join' })).body).toEqual({ kind: 'taken' });
  expect(JSON.stringify((await channel()).messages.at(-1)?.message.components)).toContain('ana_drifts is in.');
  expect((await as('ana', 'press', { ...message, customId: 'panel' })).body).toEqual({ kind: 'launched' });
  expect((await as('ana', 'select', { ...message, customId: 'place', values: ['2'] })).body).toEqual({ kind: 'taken' });
  const { message: own } = (await channel()).messages.at(-1) ?? {};
  expect(own?.content).toBe('Chosen: 2');
  const [foreign] = [await as('robin', 'press', { channel: results, message: own?.id ?? '', customId: 'join' })];
  expect([foreign.status, foreign.body.message]).toEqual([409, 'That message isn’t there any more.']);
});

describe('what Discord’s client would not let somebody do', () => {
  it.each([
    [
      'a command that there is not',
      'slash',
      { channel: results, name: 'nothing', options: {}, shown: '' },
      409,
      'nothing',
    ],
    [
      'a place that there is not',
      'slash',
      { channel: results, name: 'result', options: { position: 9 }, shown: '' },
      409,
      'at most 8',
    ],
    ['a channel that there is not', 'slash', { channel: '1', name: 'slow', options: {}, shown: '' }, 404, 'no channel'],
    [
      'an option of no kind',
      'slash',
      { channel: results, name: 'slow', options: { a: {} }, shown: '' },
      400,
      'options',
    ],
    ['a field too many', 'press', { channel: results, message: '1', customId: 'a', loud: true }, 400, 'loud'],
    ['a message that there is not', 'press', { channel: results, message: '1', customId: 'a' }, 409, 'isn’t there'],
  ])('is refused: %s', async (_what, how, body, status, words) => {
    const answer = await as('ana', how, body);
    expect([answer.status, answer.body.message]).toEqual([status, expect.stringContaining(words)]);
  });

  it('is refused to somebody who is not there', async () => {
    expect((await slash('nobody', 'slow')).status).toBe(404);
    expect((await ask('GET', 'servers/moonlight/people/zoe/commands')).status).toBe(404);
    expect((await ask('GET', `servers/moonlight/channels/${results}`)).status).toBe(404);
  });
});

describe('trouble', () => {
  const post = async () => (await bot.channel(results)).send('hello');

  it('takes permissions from the bot and gives them back', async () => {
    const deny = (...permissions: string[]) => ask('PUT', `servers/club/channels/${results}/denied`, { permissions });
    await deny('SEND_MESSAGES', 'PIN_MESSAGES');
    expect((await channel()).denied).toEqual(['SEND_MESSAGES', 'PIN_MESSAGES']);
    await expect(post()).rejects.toMatchObject({ code: 50013 });
    await deny();
    await post();
    expect((await deny('MANAGE_GUILD')).status).toBe(400);
  });

  it('uses up the channel’s limit', async () => {
    const limit = (ms: number) => ask('POST', `servers/club/channels/${results}/limit`, { ms });
    await limit(60_000);
    const refused = await fetch(`${sandbox.url}/api/v10/channels/${results}/messages`, {
      method: 'POST',
      headers: { authorization: `Bot ${bot.client.token}`, 'content-type': 'application/json' },
      body: '{"content":"hello"}',
    });
    expect(refused.status).toBe(429);
    await limit(0);
    await post();
  });

  it('drops the gateway, and the bot comes back by itself', async () => {
    const mark = discord.events.count();
    await ask('POST', 'gateway/drop');
    await discord.events.waitFor('gateway', ({ now }) => now === 'gone', mark);
    await discord.events.waitFor('gateway', ({ now }) => now === 'resumed', mark);
    expect((await slash('ana', 'race open')).body).toEqual({ kind: 'taken' });
  });

  it('shows the bot out of a server and invites it back', async () => {
    await ask('PUT', 'servers/moonlight/bot', { member: false });
    expect((await ask('GET', 'servers/moonlight/people/ana/commands')).body).toEqual([]);
    await ask('PUT', 'servers/moonlight/bot', { member: true });
    expect((await ask('GET', 'servers/moonlight/people/ana/commands')).body).toHaveLength(5);
  });
});
