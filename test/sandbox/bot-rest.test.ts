import {
  ActionRowBuilder,
  AttachmentBuilder,
  ButtonBuilder,
  ButtonStyle,
  type Client,
  ContainerBuilder,
  MediaGalleryBuilder,
  MessageFlags,
  SlashCommandBuilder,
  TextDisplayBuilder,
} from 'discord.js';
import {
  ApplicationCommandResponseSchema,
  GuildMemberResponseSchema,
  MessageResponseSchema,
  RatelimitedResponseSchema,
} from 'discord-api-spec/zod';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { drawPng } from '../../server/sandbox/discord/png.ts';
import { fitting } from '../../server/sandbox/discord/spec.ts';
import { people } from '../../server/sandbox/people.ts';
import { type BotStand, openBotStand } from './bot-stand.ts';

let stand: BotStand;
let time: number;
beforeEach(async () => {
  time = 0;
  stand = await openBotStand({ now: () => Date.now() + time });
});
afterEach(() => stand.close());

const results = () => stand.discord.guild.plan.textChannelId;
const app = () => stand.discord.clientId;
const idOf = (key: string) => people.find((persona) => persona.key === key)?.id ?? '';
const post = (body: object, channel = results()) => stand.ask('POST', `/channels/${channel}/messages`, body);
const text = (content: string) => ({ type: 10, content });
const v2 = MessageFlags.IsComponentsV2;

describe('messages', () => {
  it('are posted by discord.js, read, edited, pinned and deleted', async () => {
    const channel = await textChannel(await stand.bot());
    const message = await channel.send('Race 1 is open');
    expect(seen()).toEqual(['Race 1 is open']);
    await message.edit('Race 1 is running');
    expect((await channel.messages.fetch({ message: message.id, force: true })).content).toBe('Race 1 is running');
    await message.pin();
    expect((await channel.messages.fetchPins()).items.map((pin) => pin.message.id)).toEqual([message.id]);
    await message.unpin();
    expect((await channel.messages.fetchPins()).items).toEqual([]);
    await message.delete();
    expect(seen()).toEqual([]);
    await expect(message.edit('gone')).rejects.toMatchObject({ code: 10008 });
  });

  it('are listed newest first, before one and after one', async () => {
    const ids = [];
    for (const content of ['one', 'two', 'three']) {
      const { body } = await post({ content });
      ids.push(MessageResponseSchema.parse(body).id);
    }
    const listed = async (query: string) => {
      const { body } = await stand.ask('GET', `/channels/${results()}/messages?${query}`);
      return z
        .array(z.object({ content: z.string() }))
        .parse(body)
        .map(({ content }) => content);
    };
    expect(await listed('limit=2')).toEqual(['three', 'two']);
    expect(await listed(`before=${ids[1]}`)).toEqual(['one']);
    expect(await listed(`after=${ids[0]}&limit=1`)).toEqual(['two']);
  });

  it('show a picture in Components V2, served by the CDN, and do not list it a second time', async () => {
    const channel = await textChannel(await stand.bot());
    const picture = drawPng(8, 4, () => [200, 100, 50]);
    const container = new ContainerBuilder()
      .addTextDisplayComponents(new TextDisplayBuilder().setContent('# Standings'))
      .addMediaGalleryComponents(
        new MediaGalleryBuilder().addItems({ media: { url: 'attachment://table.png' }, description: 'The standings' }),
      )
      .addActionRowComponents(
        new ActionRowBuilder<ButtonBuilder>().addComponents(
          new ButtonBuilder().setCustomId('why').setLabel('Why?').setStyle(ButtonStyle.Secondary),
        ),
      );
    const message = await channel.send({
      flags: v2,
      components: [container],
      files: [new AttachmentBuilder(picture, { name: 'table.png' })],
    });
    const media = pictureShape.parse(stand.discord.chat.messages(results())[0]).components[0].components[1].items[0];
    expect(media).toMatchObject({ description: 'The standings', media: { width: 8, height: 4 } });
    const file = await fetch(media.media.url);
    expect(file.headers.get('content-type')).toBe('image/png');
    expect(Buffer.from(await file.arrayBuffer())).toEqual(picture);
    expect(message.attachments.size).toBe(0);
    // An edit that says nothing of files keeps them; new files take their place.
    await message.edit({ components: [container] });
    expect(pictureShape.parse(stand.discord.chat.messages(results())[0]).components[0].components[1].items[0]).toEqual(
      media,
    );
    await message.edit({ components: [container], files: [new AttachmentBuilder(picture, { name: 'table.png' })] });
    const after = pictureShape.parse(stand.discord.chat.messages(results())[0]).components[0].components[1].items[0];
    expect(after.media.url).not.toBe(media.media.url);
  });

  it('are sent once under a nonce that is enforced, for some minutes', async () => {
    const channel = await textChannel(await stand.bot());
    const send = () => channel.send({ content: 'Weekly summary', nonce: 'week-3', enforceNonce: true });
    const first = await send();
    expect((await send()).id).toBe(first.id);
    time += 4 * 60_000;
    expect((await send()).id).not.toBe(first.id);
  });

  it('reply to another, and say so', async () => {
    const channel = await textChannel(await stand.bot());
    const card = await channel.send('Race 1');
    const reply = await card.reply('You two disagree');
    expect(reply.reference?.messageId).toBe(card.id);
    await card.delete();
    await expect(card.reply('too late')).rejects.toMatchObject({ code: 50035 });
  });

  it('mention only whom they are allowed to', async () => {
    const content = `<@${idOf('ana')}> and <@${idOf('robin')}>`;
    const pinged = async (allowed_mentions?: object) => {
      const { body } = await post({ content, ...(allowed_mentions && { allowed_mentions }) });
      return MessageResponseSchema.parse(body).mentions.map(({ global_name }) => global_name);
    };
    expect(await pinged()).toEqual(['Ana', 'Robin']);
    expect(await pinged({ parse: [] })).toEqual([]);
    expect(await pinged({ users: [idOf('robin')] })).toEqual(['Robin']);
    expect(await post({ content, allowed_mentions: { parse: ['users'], users: [idOf('ana')] } })).toMatchObject({
      body: { code: 50035, errors: { allowed_mentions: {} } },
    });
  });
});

describe('a message is refused with', () => {
  const button = (custom_id: string) => ({ type: 2, style: 1, label: 'Go', custom_id });
  const row = (...components: object[]) => ({ type: 1, components });
  const select = (options: number) => ({
    type: 3,
    custom_id: 'list',
    options: Array.from({ length: options }, (_, n) => ({ label: `${n}`, value: `${n}` })),
  });
  const gallery = (items: number) => ({
    type: 12,
    items: Array.from({ length: items }, () => ({ media: { url: 'https://example.com/a.png' } })),
  });

  it.each<[string, object, string]>([
    ['2,001 characters', { content: 'x'.repeat(2001) }, 'content'],
    [
      '4,001 characters over all text of Components V2',
      { flags: v2, components: [text('x'.repeat(4000)), text('x')] },
      'components',
    ],
    [
      '41 components, counted with what is inside them',
      {
        flags: v2,
        components: Array.from({ length: 14 }, (_, n) => row(button(`left ${n}`), button(`right ${n}`))),
      },
      'components',
    ],
    ['content beside Components V2', { flags: v2, content: 'hi', components: [text('hi')] }, 'content'],
    ['embeds beside Components V2', { flags: v2, embeds: [{ title: 'hi' }], components: [text('hi')] }, 'embeds'],
    ['Components V2 without their flag', { components: [text('hi')] }, 'components.0.type'],
    [
      'a custom id of 101 characters',
      { content: 'hi', components: [row(button('x'.repeat(101)))] },
      'components.0.components.0.custom_id',
    ],
    [
      'the same custom id twice',
      { content: 'hi', components: [row(button('a'), button('a'))] },
      'components.0.components.1.custom_id',
    ],
    [
      'six buttons in a row',
      { content: 'hi', components: [row(...'abcdef'.split('').map(button))] },
      'components.0.components',
    ],
    [
      'a button beside a select',
      { content: 'hi', components: [row(button('a'), select(2))] },
      'components.0.components.1',
    ],
    ['26 options', { content: 'hi', components: [row(select(26))] }, 'components.0.components.0.options'],
    [
      'a button without a label',
      { content: 'hi', components: [row({ ...button('a'), label: undefined })] },
      'components.0.components.0.label',
    ],
    [
      'a link without an address',
      { content: 'hi', components: [row({ type: 2, style: 5, label: 'Go' })] },
      'components.0.components.0.url',
    ],
    ['a gallery of eleven', { flags: v2, components: [gallery(11)] }, 'components.0.items'],
    ['a gallery of none', { flags: v2, components: [gallery(0)] }, 'components.0.items'],
    [
      'a file that was not sent',
      { flags: v2, components: [{ type: 13, file: { url: 'attachment://a.csv' } }] },
      'components.0',
    ],
    ['a nonce of 26 characters', { content: 'hi', nonce: 'x'.repeat(26) }, 'nonce'],
  ])('%s', async (_, body, path) => {
    const answer = await post(body);
    expect(answer).toMatchObject({ status: 400, body: { code: 50035, message: 'Invalid Form Body' } });
    const errors = z.object({ errors: z.unknown() }).parse(answer.body).errors;
    expect(at(errors, path), JSON.stringify(errors)).toBeDefined();
    expect(seen()).toEqual([]);
  });

  it('nothing in it', async () => {
    expect(await post({})).toMatchObject({ status: 400, body: { code: 50006 } });
    expect(await post({ flags: v2, components: [] })).toMatchObject({ body: { code: 50006 } });
  });

  it('what is not JSON', async () => {
    const answer = await fetch(`${stand.root}/api/v10/channels/${results()}/messages`, {
      method: 'POST',
      headers: { authorization: 'Bot sandbox-bot-token', 'content-type': 'application/json' },
      body: '{content',
    });
    expect([answer.status, await answer.json()]).toMatchObject([400, { code: 50109 }]);
  });

  it('and taken at each limit', async () => {
    for (const body of [
      { content: 'x'.repeat(2000) },
      { flags: v2, components: [text('x'.repeat(2000)), text('x'.repeat(2000))] },
      { flags: v2, components: [gallery(10)] },
      { content: 'hi', components: [row(select(25))] },
    ])
      expect((await post(body)).status).toBe(200);
  });
});

it('the bot is a user and a member like others', async () => {
  expect((await stand.ask('GET', '/users/@me')).body).toMatchObject({ id: app(), bot: true });
  const guild = stand.discord.guild.plan;
  const member = await stand.ask('GET', `/guilds/${guild.id}/members/${app()}`);
  expect(GuildMemberResponseSchema.parse(member.body)).toMatchObject({ roles: [guild.botRoleId] });
  const channels = await stand.ask('GET', `/guilds/${guild.id}/channels`);
  expect(channels.body).toMatchObject([{ name: 'results' }, { name: 'Race night' }]);
});

it('an answer of its own that Discord would not give is a loud failure', () => {
  expect(() => fitting(MessageResponseSchema, { id: 'not-a-number' })).toThrow("isn't one that Discord gives");
});

describe('permissions', () => {
  it('missing in a channel refuse what needs them', async () => {
    const { id } = MessageResponseSchema.parse((await post({ content: 'before' })).body);
    stand.discord.channels.deny(results(), 'SEND_MESSAGES', 'PIN_MESSAGES');
    expect(await post({ content: 'hi' })).toMatchObject({ status: 403, body: { code: 50013 } });
    const pin = await stand.ask('PUT', `/channels/${results()}/messages/pins/${id}`);
    expect(pin).toMatchObject({ status: 403, body: { code: 50013 } });
    stand.discord.channels.deny(results(), 'VIEW_CHANNEL');
    expect(await post({ content: 'hi' })).toMatchObject({ status: 403, body: { code: 50001 } });
    stand.discord.channels.deny(results());
    expect((await post({ content: 'hi' })).status).toBe(200);
  });

  it('of channels and messages that there are not', async () => {
    const nowhere = '999999999999999999';
    expect(await post({ content: 'hi' }, nowhere)).toMatchObject({ status: 404, body: { code: 10003 } });
    const message = await stand.ask('GET', `/channels/${results()}/messages/${nowhere}`);
    expect(message).toMatchObject({ status: 404, body: { code: 10008 } });
    expect(await stand.ask('GET', '/channels/results')).toMatchObject({ status: 400, body: { code: 50035 } });
  });
});

describe('rate limits', () => {
  it('are five messages in five seconds for a channel, and told in headers', async () => {
    const frozen = await openBotStand({ now: () => 1_750_000_000_000 });
    try {
      const send = (channel: string) => frozen.ask('POST', `/channels/${channel}/messages`, { content: 'hi' });
      const { textChannelId, channelId } = frozen.discord.guild.plan;
      const left = [];
      for (let n = 0; n < 5; n += 1) left.push((await send(textChannelId)).headers.get('x-ratelimit-remaining'));
      expect(left).toEqual(['4', '3', '2', '1', '0']);
      const refused = await send(textChannelId);
      expect(refused).toMatchObject({ status: 429, body: { retry_after: 5, global: false } });
      expect(RatelimitedResponseSchema.safeParse(refused.body).success).toBe(true);
      expect([refused.headers.get('retry-after'), refused.headers.get('x-ratelimit-reset-after')]).toEqual([
        '5',
        '5.000',
      ]);
      expect((await send(channelId)).status).toBe(200);
      frozen.discord.faults.unlimited = true;
      expect((await send(textChannelId)).status).toBe(200);
    } finally {
      await frozen.close();
    }
  });

  it('are waited out by discord.js', async () => {
    const bot = await stand.bot();
    const channel = await textChannel(bot);
    const limited: number[] = [];
    bot.rest.on('rateLimited', ({ retryAfter }) => limited.push(retryAfter));
    stand.discord.rateLimits.exhaust(results(), 300);
    await channel.send('patient');
    expect(limited).toHaveLength(1);
    expect(seen()).toEqual(['patient']);
  });

  it('can hold everything at once', async () => {
    stand.discord.rateLimits.exhaustGlobally(60_000);
    const answer = await stand.ask('GET', '/gateway/bot');
    expect(answer).toMatchObject({ status: 429, body: { global: true } });
    expect(answer.headers.get('x-ratelimit-global')).toBe('true');
    time += 60_001;
    expect((await stand.ask('GET', '/gateway/bot')).status).toBe(200);
  });
});

describe('commands', () => {
  const path = () => `/applications/${app()}/commands`;
  const result = new SlashCommandBuilder()
    .setName('result')
    .setDescription('Report your position')
    .setDescriptionLocalizations({ 'es-ES': 'Di tu posición' })
    .setDefaultMemberPermissions('32')
    .addIntegerOption((option) => option.setName('position').setDescription('1 to 8').setRequired(true))
    .toJSON();
  const launch = { name: 'launch', type: 4, handler: 1 };

  it('are deployed by discord.js, and keep their ids when deployed again', async () => {
    const bot = await stand.bot();
    const [first] = (await bot.application.commands.set([result], stand.discord.guild.plan.id)).values();
    const [again] = (await bot.application.commands.set([result], stand.discord.guild.plan.id)).values();
    const { version } = first ?? {};
    expect([again?.id, again?.version]).toEqual([first?.id, version]);
    // As it goes over the wire: a builder names fields that it leaves undefined, and `equals` minds them.
    expect(first?.equals(JSON.parse(JSON.stringify(result)))).toBe(true);
    const changed = { ...result, description: 'Say where you finished' };
    const [third] = (await bot.application.commands.set([changed], stand.discord.guild.plan.id)).values();
    expect([third?.id, third?.version === version]).toEqual([first?.id, false]);
  });

  it('have an entry point from the start, which a bulk update may not leave out', async () => {
    expect((await stand.ask('GET', path())).body).toMatchObject([{ name: 'launch', type: 4, handler: 2 }]);
    expect(await stand.ask('PUT', path(), [result])).toMatchObject({ status: 400, body: { code: 50240 } });
    const { status, body } = await stand.ask('PUT', path(), [launch, result]);
    expect([status, body]).toMatchObject([200, [{ handler: 1 }, { name: 'result', default_member_permissions: '32' }]]);
    for (const command of z.array(z.unknown()).parse(body)) ApplicationCommandResponseSchema.parse(command);
    expect(await stand.ask('POST', path(), { ...launch, name: 'open' })).toMatchObject({ body: { code: 30032 } });
  });

  it('are listed without their translations unless asked for them', async () => {
    await stand.ask('POST', path(), result);
    const listed = async (query: string) => JSON.stringify((await stand.ask('GET', path() + query)).body);
    expect(await listed('')).not.toContain('posición');
    expect(await listed('?with_localizations=true')).toContain('posición');
  });

  it('are changed and deleted one by one', async () => {
    const made = await stand.ask('POST', path(), result);
    expect(made.status).toBe(201);
    const { id } = ApplicationCommandResponseSchema.parse(made.body);
    expect((await stand.ask('POST', path(), result)).status).toBe(200);
    const patched = await stand.ask('PATCH', `${path()}/${id}`, { description: 'Other words' });
    expect(patched.body).toMatchObject({ id, name: 'result', description: 'Other words', options: [{}] });
    expect((await stand.ask('DELETE', `${path()}/${id}`)).status).toBe(204);
    expect(await stand.ask('GET', `${path()}/${id}`)).toMatchObject({ status: 404, body: { code: 10063 } });
  });

  it.each<[string, object, string]>([
    ['a description of 101 characters', { description: 'x'.repeat(101) }, '0.description'],
    ['no description', { description: '' }, '0.description'],
    ['a name in capitals', { name: 'Result' }, '0.name'],
    ['a locale that there is not', { name_localizations: { es: 'resultado' } }, '0.name_localizations.es'],
    [
      'a required option after one that is not',
      {
        options: [
          { type: 3, name: 'a', description: 'a' },
          { type: 3, name: 'b', description: 'b', required: true },
        ],
      },
      '0.options.1',
    ],
    [
      '26 choices',
      {
        options: [
          {
            type: 3,
            name: 'a',
            description: 'a',
            choices: Array.from({ length: 26 }, (_, n) => ({ name: `${n}`, value: `${n}` })),
          },
        ],
      },
      '0.options.0.choices',
    ],
  ])('are refused with %s', async (_, fields, at_) => {
    const guild = stand.discord.guild.plan.id;
    const answer = await stand.ask('PUT', `/applications/${app()}/guilds/${guild}/commands`, [
      { ...result, ...fields },
    ]);
    expect(answer).toMatchObject({ status: 400, body: { code: 50035 } });
    const errors = z.object({ errors: z.unknown() }).parse(answer.body).errors;
    expect(at(errors, at_), JSON.stringify(errors)).toBeDefined();
  });

  it('are made at most 200 times a day in a guild', async () => {
    const guild = `/applications/${app()}/guilds/${stand.discord.guild.plan.id}/commands`;
    stand.discord.faults.unlimited = true;
    const hundred = (prefix: string) =>
      Array.from({ length: 100 }, (_, n) => ({ name: `${prefix}${n}`, description: 'x' }));
    expect((await stand.ask('PUT', guild, hundred('a'))).status).toBe(200);
    expect((await stand.ask('PUT', guild, hundred('b'))).status).toBe(200);
    expect(await stand.ask('POST', guild, result)).toMatchObject({ status: 400, body: { code: 30034 } });
    time += 86_400_001;
    expect((await stand.ask('PUT', guild, [result])).status).toBe(200);
  });

  it('belong to the application, and to guilds that the bot is in', async () => {
    const [club] = stand.discord.guilds;
    if (club) stand.discord.bot.remove(club);
    const guild = `/applications/${app()}/guilds/${stand.discord.guild.plan.id}/commands`;
    expect(await stand.ask('PUT', guild, [result])).toMatchObject({ status: 403, body: { code: 50001 } });
    expect(await stand.ask('GET', '/applications/100000000000000099/commands')).toMatchObject({ status: 403 });
  });
});

const pictureShape = z.object({
  components: z.tuple([
    z.object({
      components: z.tuple([
        z.unknown(),
        z.object({
          items: z.tuple([
            z.object({
              description: z.string(),
              media: z.object({ url: z.string(), width: z.number(), height: z.number() }),
            }),
          ]),
        }),
        z.unknown(),
      ]),
    }),
  ]),
});

function seen(): string[] {
  return stand.discord.chat.messages(results()).map(({ content }) => content);
}

async function textChannel(bot: Client<true>) {
  const channel = await bot.channels.fetch(results());
  if (!channel?.isTextBased() || !channel.isSendable() || channel.isDMBased()) throw new Error('No text channel.');
  return channel;
}

/** What stands at a path like `components.0.type`. */
function at(value: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((inner, key) => {
    const read = z.record(z.string(), z.unknown()).safeParse(inner);
    return read.success ? read.data[key] : undefined;
  }, value);
}
