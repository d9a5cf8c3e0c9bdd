import {
  ActionRowBuilder,
  ButtonBuilder,
  ButtonStyle,
  type ChatInputCommandInteraction,
  type Client,
  type Interaction,
  LabelBuilder,
  MessageFlags,
  ModalBuilder,
  SlashCommandBuilder,
  StringSelectMenuBuilder,
  TextInputBuilder,
  TextInputStyle,
  UserSelectMenuBuilder,
} from 'discord.js';
import { InteractionCallbackResponseSchema, MessageResponseSchema } from 'discord-api-spec/zod';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { people } from '../../server/sandbox/people.ts';
import { simulatedClock } from '../clock.ts';
import { answering, type BotStand, openBotStand } from './bot-stand.ts';

let stand: BotStand;
let bot: Client<true>;
let done: () => Promise<void>;
let answer: (interaction: Interaction) => Promise<unknown>;

beforeEach(async () => {
  stand = await openBotStand();
  stand.discord.faults.unlimited = true;
  bot = await stand.bot();
  await bot.application.commands.set([
    result.toJSON(),
    race.toJSON(),
    fix.toJSON(),
    { name: 'launch', description: '', type: 4, handler: 1 },
  ]);
  ({ done } = answering(bot, (interaction) => answer(interaction)));
});
afterEach(async () => {
  try {
    await done();
  } finally {
    await stand.close();
  }
});

const result = new SlashCommandBuilder()
  .setName('result')
  .setDescription('Report your position')
  .addIntegerOption((option) =>
    option.setName('position').setDescription('1 to 8').setRequired(true).setMinValue(1).setMaxValue(8),
  )
  .addStringOption((option) => option.setName('race').setDescription('Which race').setAutocomplete(true));
const race = new SlashCommandBuilder()
  .setName('race')
  .setDescription('The race')
  .addSubcommand((sub) => sub.setName('open').setDescription('Open it'))
  .addSubcommand((sub) =>
    sub
      .setName('void')
      .setDescription('Void it')
      .addUserOption((option) => option.setName('for').setDescription('For whom')),
  );
const fix = new SlashCommandBuilder()
  .setName('fix')
  .setDescription('For those who may manage the server')
  .setDefaultMemberPermissions('32');

const results = () => stand.discord.guild.plan.textChannelId;
const idOf = (key: string) => people.find((persona) => persona.key === key)?.id ?? '';
const chat = () => stand.discord.chat;
const slashes = (reply: (interaction: ChatInputCommandInteraction) => Promise<unknown>) => {
  answer = async (interaction) => (interaction.isChatInputCommand() ? reply(interaction) : undefined);
};
const report = () => chat().slash('club', 'ana', 'result', { position: 1 });
const go = new ActionRowBuilder<ButtonBuilder>().addComponents(
  new ButtonBuilder().setCustomId('go').setLabel('Go').setStyle(ButtonStyle.Primary),
);

describe('a command', () => {
  it('brings who asked, where, and what they may, in their language', async () => {
    slashes(async (interaction) => {
      expect(interaction.inCachedGuild()).toBe(true);
      expect(interaction).toMatchObject({
        commandName: 'result',
        locale: 'es-ES',
        guildLocale: 'en-US',
        guildId: stand.discord.guild.plan.id,
        channelId: results(),
        context: 0,
        authorizingIntegrationOwners: { 0: stand.discord.guild.plan.id },
        attachmentSizeLimit: 10_485_760,
      });
      expect(interaction.user.id).toBe(idOf('mateo'));
      expect(interaction.member).toMatchObject({ nickname: 'Teo' });
      expect(interaction.memberPermissions?.has('ManageGuild')).toBe(false);
      expect(interaction.appPermissions.has('SendMessages')).toBe(true);
      expect([interaction.options.getInteger('position', true), interaction.options.getString('race')]).toEqual([
        3,
        null,
      ]);
      await interaction.reply('¡Listo!');
    });
    const asked = chat().slash('club', 'mateo', 'result', { position: 3 });
    expect(await asked.message).toMatchObject({ content: '¡Listo!', type: 20 });
    expect(
      chat()
        .messages(results())
        .map(({ content }) => content),
    ).toEqual(['¡Listo!']);
  });

  it('can have parts, and people in it', async () => {
    slashes(async (interaction) => {
      expect(interaction.options.getSubcommand()).toBe('void');
      await interaction.reply(`Void for ${interaction.options.getMember('for') ? 'a member' : 'nobody'}`);
    });
    const asked = chat().slash('club', 'host', 'race void', { for: idOf('ana') });
    expect(await asked.message).toMatchObject({ content: 'Void for a member' });
  });

  it('is answered for one person alone', async () => {
    slashes((interaction) => interaction.reply({ content: 'Only you', flags: MessageFlags.Ephemeral }));
    expect(await report().message).toMatchObject({ content: 'Only you', flags: 64 });
    expect(chat().messages(results())).toEqual([]);
    expect(
      chat()
        .ephemeral('ana')
        .map(({ content }) => content),
    ).toEqual(['Only you']);
    expect(chat().ephemeral('robin')).toEqual([]);
  });

  it('is thought about first; the defer decides who sees the answer, follow-ups decide for themselves', async () => {
    slashes(async (interaction) => {
      await interaction.deferReply({ flags: MessageFlags.Ephemeral });
      await interaction.editReply('Recorded');
      const loud = await interaction.followUp('Everybody, look');
      const quiet = await interaction.followUp({ content: 'And you', flags: MessageFlags.Ephemeral });
      await interaction.editReply({ message: loud.id, content: 'Everybody, look here' });
      await interaction.deleteReply(quiet.id);
    });
    const asked = report();
    expect((await asked.answer).kind).toBe('thinking');
    expect(await asked.message).toMatchObject({ content: 'Recorded', flags: 64 });
    await stand.discord.events.waitFor('deleted');
    expect(
      chat()
        .messages(results())
        .map(({ content }) => content),
    ).toEqual(['Everybody, look here']);
    expect(
      chat()
        .ephemeral('ana')
        .map(({ content }) => content),
    ).toEqual(['Recorded']);
  });

  it('that was thought about is filled by the first follow-up, seen by whom the defer said', async () => {
    slashes(async (interaction) => {
      await interaction.deferReply({ flags: MessageFlags.Ephemeral });
      await interaction.followUp('Recorded');
    });
    expect(await report().message).toMatchObject({ content: 'Recorded', flags: 64 });
    expect(chat().messages(results())).toEqual([]);
  });

  it('is answered once', async () => {
    slashes(async (interaction) => {
      await interaction.reply('first');
      const again = { type: 4, data: { content: 'second' } };
      expect(await callback(interaction, again)).toMatchObject({ status: 400, body: { code: 40060 } });
      await interaction.deleteReply();
    });
    await report().message;
    await stand.discord.events.waitFor('deleted');
  });

  it('is refused without the permission that it needs, or what it needs to know', () => {
    expect(() => chat().slash('club', 'ana', 'fix')).toThrow('is offered no command /fix');
    expect(
      chat()
        .commands('club', 'host')
        .map(({ name }) => name),
    ).toContain('fix');
    expect(() => chat().slash('club', 'ana', 'result')).toThrow('needs the option "position"');
    expect(() => chat().slash('club', 'ana', 'result', { position: 9 })).toThrow('is at most 8');
    expect(() => chat().slash('club', 'ana', 'result', { position: '1' })).toThrow('is a whole number');
    expect(() => chat().slash('club', 'ana', 'race')).toThrow('needs one of: open, void');
    expect(() => chat().slash('moonlight', 'host', 'result', { position: 1 })).toThrow('Nobody in Moonlight Karts');
  });

  it('reaches each guild by itself', async () => {
    slashes((interaction) => interaction.reply(`Hello ${interaction.guild?.name}`));
    const asked = [chat().slash('club', 'ana', 'race open'), chat().slash('moonlight', 'ana', 'race open')];
    const said = await Promise.all(asked.map(({ message }) => message));
    expect(said.map(({ content }) => content)).toEqual(['Hello Cozy-Kart Club', 'Hello Moonlight Karts']);
  });
});

describe('autocomplete', () => {
  it('offers choices for what is being typed', async () => {
    answer = async (interaction) => {
      if (!interaction.isAutocomplete()) return;
      const focused = interaction.options.getFocused(true);
      await interaction.respond([{ name: `${focused.name}: ${focused.value}`, value: 'R1' }]);
    };
    const line = { name: 'result', options: { race: 'ra' } };
    expect(await chat().autocomplete('club', 'ana', line, 'race').answer).toEqual({
      kind: 'choices',
      choices: [{ name: 'race: ra', value: 'R1' }],
    });
  });

  it('takes 25 choices and no message', async () => {
    answer = async (interaction) => {
      if (!interaction.isAutocomplete()) return;
      const choices = Array.from({ length: 26 }, (_, n) => ({ name: `${n}`, value: `${n}` }));
      expect(await callback(interaction, { type: 8, data: { choices } })).toMatchObject({ body: { code: 50035 } });
      expect(await callback(interaction, { type: 4, data: { content: 'no' } })).toMatchObject({
        body: { code: 50035 },
      });
      await interaction.respond(choices.slice(0, 25));
    };
    const { answer: offered } = chat().autocomplete('club', 'ana', { name: 'result' }, 'race');
    expect(await offered).toMatchObject({ kind: 'choices', choices: { length: 25 } });
  });
});

describe('a message that can be used', () => {
  const card = async (components: object[]) => {
    slashes((interaction) => interaction.reply({ content: 'Race 1', components: z.array(z.any()).parse(components) }));
    return report().message;
  };

  it('is changed in place by a button', async () => {
    const message = await card([go.toJSON()]);
    answer = async (interaction) => {
      if (interaction.isButton())
        await interaction.update({ content: `Started by ${interaction.user.displayName}`, components: [] });
    };
    expect(await chat().press('robin', message, 'go').message).toMatchObject({ content: 'Started by Robin' });
    expect(
      chat()
        .messages(results())
        .map(({ content }) => content),
    ).toEqual(['Started by Robin']);
  });

  it('is changed later, once the button has been taken', async () => {
    const message = await card([go.toJSON()]);
    answer = async (interaction) => {
      if (!interaction.isButton()) return;
      await interaction.deferUpdate();
      await interaction.editReply('Started');
      await interaction.followUp({ content: 'You started it', flags: MessageFlags.Ephemeral });
    };
    const asked = chat().press('robin', message, 'go');
    expect((await asked.answer).kind).toBe('quiet');
    expect(await asked.message).toMatchObject({ id: message.id, content: 'Started' });
    const { message: told } = await stand.discord.events.waitFor('posted', ({ to }) => to === idOf('robin'));
    expect(told).toMatchObject({ content: 'You started it', message_reference: { message_id: message.id } });
  });

  it('can still be pressed on an old screen', async () => {
    const message = await card([go.toJSON()]);
    answer = async (interaction) => {
      if (interaction.isButton())
        await interaction.reply({ content: 'That race is over', flags: MessageFlags.Ephemeral });
    };
    const channel = await bot.channels.fetch(results());
    if (channel?.isTextBased()) await channel.messages.delete(message.id);
    expect(await chat().press('robin', message, 'go').message).toMatchObject({ content: 'That race is over' });
  });

  it('has lists of words and of people', async () => {
    const list = new StringSelectMenuBuilder()
      .setCustomId('place')
      .addOptions({ label: 'First', value: '1' }, { label: 'Second', value: '2' });
    const who = new UserSelectMenuBuilder().setCustomId('who').setMaxValues(2);
    const message = await card([
      { type: 1, components: [list.toJSON()] },
      { type: 1, components: [who.toJSON()] },
    ]);
    answer = async (interaction) => {
      if (interaction.isStringSelectMenu()) await interaction.reply(interaction.values.join());
      if (interaction.isUserSelectMenu())
        await interaction.reply(interaction.users.map(({ username }) => username).join());
    };
    expect(await chat().select('ana', message, 'place', ['2']).message).toMatchObject({ content: '2' });
    const people = chat().select('ana', message, 'who', [idOf('ana'), idOf('robin')]);
    expect(await people.message).toMatchObject({ content: 'ana_drifts,robin.k' });
    expect(() => chat().select('ana', message, 'place', ['3'])).toThrow('doesn\'t offer "3"');
    expect(() => chat().select('ana', message, 'place', ['1', '2'])).toThrow('takes 1 to 1');
  });

  it('that one person sees is used by that person', async () => {
    slashes((interaction) => interaction.reply({ content: 'Sure?', components: [go], flags: MessageFlags.Ephemeral }));
    const message = await report().message;
    answer = async (interaction) => {
      if (interaction.isButton()) await interaction.update({ content: 'Done', components: [] });
    };
    expect(() => chat().press('robin', message, 'go')).toThrow("robin doesn't see that message");
    await chat().press('ana', message, 'go').message;
    expect(
      chat()
        .ephemeral('ana')
        .map(({ content }) => content),
    ).toEqual(['Done']);
  });
});

describe('a form', () => {
  const why = new ModalBuilder()
    .setCustomId('protest')
    .setTitle('Protest')
    .addLabelComponents(
      new LabelBuilder()
        .setLabel('What happened?')
        .setTextInputComponent(
          new TextInputBuilder().setCustomId('what').setStyle(TextInputStyle.Paragraph).setMaxLength(20),
        ),
      new LabelBuilder()
        .setLabel('Which race?')
        .setStringSelectMenuComponent(
          new StringSelectMenuBuilder().setCustomId('race').addOptions({ label: 'Race 1', value: 'R1' }),
        ),
    );

  it('is opened, filled in and answered', async () => {
    answer = async (interaction) => {
      if (interaction.isChatInputCommand()) await interaction.showModal(why);
      if (!interaction.isModalSubmit()) return;
      const { fields } = interaction;
      await interaction.reply(`${fields.getStringSelectValues('race').join()}: ${fields.getTextInputValue('what')}`);
    };
    const opened = await report().answer;
    if (opened.kind !== 'modal') throw new Error(`No form, but ${opened.kind}.`);
    expect(opened.modal.title).toBe('Protest');
    const filled = { what: 'A blue shell', race: ['R1'] };
    expect(() => chat().submitModal('robin', opened.modal, filled)).toThrow("robin doesn't see that form");
    expect(() => chat().submitModal('ana', opened.modal, { race: ['R1'] })).toThrow('has to be filled in');
    expect(() => chat().submitModal('ana', opened.modal, { ...filled, what: 'x'.repeat(21) })).toThrow('takes 20');
    const sent = chat().submitModal('ana', opened.modal, filled);
    expect(await sent.message).toMatchObject({ content: 'R1: A blue shell' });
  });

  it('of a button changes the message that the button is on', async () => {
    slashes((interaction) => interaction.reply({ content: 'Race 1', components: [go] }));
    const message = await report().message;
    answer = async (interaction) => {
      if (interaction.isButton()) await interaction.showModal(why);
      if (interaction.isModalSubmit() && interaction.isFromMessage()) await interaction.update('Protested');
    };
    const opened = await chat().press('ana', message, 'go').answer;
    if (opened.kind !== 'modal') throw new Error(`No form, but ${opened.kind}.`);
    const sent = chat().submitModal('ana', opened.modal, { what: 'A shell', race: ['R1'] });
    expect(await sent.message).toMatchObject({ id: message.id, content: 'Protested' });
  });

  it('is refused with a long title, an unlabelled field, and as the answer to a form', async () => {
    const modal = why.toJSON();
    answer = async (interaction) => {
      if (interaction.isModalSubmit()) {
        expect(await callback(interaction, { type: 9, data: modal })).toMatchObject({ body: { code: 50035 } });
        await interaction.reply('ok');
      }
      if (!interaction.isChatInputCommand()) return;
      const long = { type: 9, data: { ...modal, title: 'x'.repeat(46) } };
      expect(await callback(interaction, long)).toMatchObject({
        body: { code: 50035, errors: { data: { title: {} } } },
      });
      await interaction.showModal(why);
    };
    const opened = await report().answer;
    if (opened.kind !== 'modal') throw new Error(`No form, but ${opened.kind}.`);
    await chat().submitModal('ana', opened.modal, { what: 'A shell', race: ['R1'] }).message;
  });
});

describe('the panel', () => {
  it('is opened by a command, and the bot hears in which instance', async () => {
    answer = async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      const { resource } = await interaction.launchActivity({ withResponse: true });
      expect(resource?.activityInstance?.id).toBe(stand.discord.instances.upcoming(stand.discord.guild.plan));
    };
    expect(await report().answer).toEqual({ kind: 'launched' });
    expect(await stand.discord.events.waitFor('launched')).toMatchObject({ userId: idOf('ana'), channelId: results() });
    const upcoming = stand.discord.instances.upcoming(stand.discord.guild.plan);
    expect(stand.discord.instances.join('frame', idOf('ana'))).toBe(upcoming);
  });

  it('is opened by the entry point, by the bot or by Discord itself', async () => {
    answer = async (interaction) => {
      if (interaction.isPrimaryEntryPointCommand()) await interaction.launchActivity();
    };
    expect((await chat().slash('club', 'ana', 'launch').answer).kind).toBe('launched');
    const mark = stand.discord.events.count();
    await bot.application.commands.set([{ name: 'launch', description: '', type: 4, handler: 2 }]);
    answer = () => Promise.reject(new Error('Discord opens it without asking.'));
    expect((await chat().slash('moonlight', 'sam', 'launch').answer).kind).toBe('launched');
    expect(await stand.discord.events.waitFor('launched', undefined, mark)).toMatchObject({ userId: idOf('sam') });
  });
});

it('answers `with_response` with the message that was made', async () => {
  slashes(async (interaction) => {
    const { resource, interaction: about } = await interaction.reply({ content: 'hi', withResponse: true });
    expect(resource?.message?.content).toBe('hi');
    expect(about.responseMessageId).toBe(resource?.message?.id);
    expect((await interaction.fetchReply()).content).toBe('hi');
  });
  await report().message;
});

it('answers a callback as Discord specifies it', async () => {
  slashes(async (interaction) => {
    const { status, body } = await callback(interaction, { type: 5, data: { flags: 64 } }, '?with_response=true');
    expect(status).toBe(200);
    expect(InteractionCallbackResponseSchema.parse(body)).toMatchObject({
      interaction: { id: interaction.id, response_message_loading: true, response_message_ephemeral: true },
    });
    const edited = await stand.ask(
      'PATCH',
      `/webhooks/${bot.application.id}/${interaction.token}/messages/%40original`,
      {
        content: 'there',
      },
    );
    expect(MessageResponseSchema.parse(edited.body).content).toBe('there');
  });
  expect(await report().message).toMatchObject({ content: 'there' });
});

describe('in time', () => {
  it('means within three seconds, and for a quarter of an hour after that', async () => {
    const clock = simulatedClock();
    const slow = await openBotStand({ now: clock.now, after: clock.after });
    try {
      slow.discord.faults.unlimited = true;
      const client = await slow.bot();
      await client.application.commands.create(result.toJSON(), slow.discord.guild.plan.id);
      const asks: ChatInputCommandInteraction[] = [];
      answering(client, async (interaction) => {
        if (interaction.isChatInputCommand()) asks.push(interaction);
      });
      const ask = async () => {
        const asked = slow.discord.chat.slash('club', 'ana', 'result', { position: 1 });
        const before = asks.length;
        await expect.poll(() => asks.length).toBe(before + 1);
        const interaction = asks.at(-1);
        if (!interaction) throw new Error('Nothing was asked.');
        return { asked, interaction };
      };

      const late = await ask();
      await clock.advance(3_001);
      expect(await late.asked.answer).toEqual({ kind: 'failed' });
      await expect(late.asked.message).rejects.toThrow('failed, not a message');
      await expect(late.interaction.reply('too late')).rejects.toMatchObject({ code: 10062 });
      await expect(
        slow.ask('POST', `/webhooks/${client.application.id}/${late.interaction.token}`, {}),
      ).resolves.toMatchObject({ status: 404, body: { code: 10015 } });

      const early = await ask();
      await clock.advance(2_900);
      await early.interaction.deferReply();
      await clock.advance(14 * 60_000);
      await early.interaction.editReply('at last');
      await clock.advance(2 * 60_000);
      await expect(early.interaction.editReply('no more')).rejects.toMatchObject({ code: 50027 });
    } finally {
      await slow.close();
    }
  });

  it('or not at all, with an id that nobody has', async () => {
    const wrong = await stand.ask('POST', '/interactions/999999999999999999/guessed/callback', { type: 6 });
    expect(wrong).toMatchObject({ status: 404, body: { code: 10062 } });
  });
});

async function callback({ id, token }: Interaction, body: unknown, query = '') {
  return stand.ask('POST', `/interactions/${id}/${token}/callback${query}`, body);
}
