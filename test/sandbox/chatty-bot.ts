/** A bot on the real discord.js that says and asks for everything the stage's channel has to show. */
import { once } from 'node:events';
import {
  ActionRowBuilder,
  type APIMessageTopLevelComponent,
  ButtonBuilder,
  ButtonStyle,
  Client,
  Events,
  GatewayIntentBits,
  type Interaction,
  LabelBuilder,
  MessageFlags,
  ModalBuilder,
  SlashCommandBuilder,
  StringSelectMenuBuilder,
  type TextChannel,
  TextInputBuilder,
  TextInputStyle,
  UserSelectMenuBuilder,
} from 'discord.js';
import { sandboxCredentials } from '../../server/sandbox/credentials.ts';
import { drawPng } from '../../server/sandbox/discord/png.ts';

export interface ChattyBot {
  readonly client: Client<true>;
  channel(id: string): Promise<TextChannel>;
  /** Interactions are heard and left unanswered from now on, or answered again. */
  setMute(mute: boolean): void;
  close(): Promise<void>;
}

/** `root` is where the local Discord is, without a path. */
export async function openChattyBot(root: string): Promise<ChattyBot> {
  const client = new Client({
    intents: [GatewayIntentBits.Guilds],
    rest: { api: `${root}/api`, cdn: `${root}/cdn`, version: '10' },
  });
  const ready = once(client, Events.ClientReady);
  await client.login(sandboxCredentials.botToken);
  await ready;
  if (!client.isReady()) throw new Error('discord.js says that it is ready, and that it is not.');
  await client.application.commands.set(commands);
  let mute = false;
  client.on(Events.InteractionCreate, (interaction) => {
    if (!mute) void answer(interaction);
  });
  return {
    client,
    async channel(id) {
      const channel = await client.channels.fetch(id);
      if (!channel?.isTextBased() || channel.isDMBased()) throw new Error(`${id} is no channel to write in.`);
      return channel as TextChannel;
    },
    setMute(next) {
      mute = next;
    },
    close: () => client.destroy(),
  };
}

const commands = [
  new SlashCommandBuilder()
    .setName('result')
    .setNameLocalization('es-ES', 'resultado')
    .setDescription('Tell where you finished')
    .setDescriptionLocalization('es-ES', 'Di en qué puesto terminaste')
    .addIntegerOption((option) =>
      option.setName('position').setDescription('1 to 8').setRequired(true).setMinValue(1).setMaxValue(8),
    )
    .addStringOption((option) => option.setName('race').setDescription('Which race').setAutocomplete(true))
    .toJSON(),
  new SlashCommandBuilder()
    .setName('race')
    .setDescription('The race')
    .addSubcommand((sub) =>
      sub
        .setName('open')
        .setDescription('Open the next race')
        .addBooleanOption((option) => option.setName('quiet').setDescription('Tell nobody'))
        .addUserOption((option) => option.setName('host').setDescription('Who leads it')),
    )
    .addSubcommand((sub) => sub.setName('void').setDescription('Void a race'))
    .toJSON(),
  new SlashCommandBuilder().setName('protest').setDescription('Say that something was wrong').toJSON(),
  new SlashCommandBuilder().setName('slow').setDescription('Takes its time').toJSON(),
  new SlashCommandBuilder()
    .setName('hosts')
    .setDescription('For those who may manage the server')
    .setDefaultMemberPermissions('32')
    .toJSON(),
  { name: 'launch', description: '', type: 4 as const, handler: 1 as const },
];

const races = ['Race 1', 'Race 2', 'Race 3'];

async function answer(interaction: Interaction): Promise<void> {
  if (interaction.isAutocomplete()) {
    const typed = interaction.options.getFocused().toLowerCase();
    const fitting = races.filter((race) => race.toLowerCase().includes(typed));
    await interaction.respond(fitting.map((name) => ({ name, value: name.replace('Race ', 'R') })));
    return;
  }
  if (interaction.isPrimaryEntryPointCommand()) return void (await interaction.launchActivity());
  if (interaction.isModalSubmit()) {
    const what = interaction.fields.getTextInputValue('what');
    const [race] = interaction.fields.getStringSelectValues('race');
    await interaction.reply({ content: `Heard: ${what} (${race})`, flags: MessageFlags.Ephemeral });
    return;
  }
  if (interaction.isButton()) {
    if (interaction.customId === 'panel') return void (await interaction.launchActivity());
    if (interaction.customId === 'form') return void (await interaction.showModal(form()));
    if (interaction.customId === 'join')
      return void (await interaction.update({ components: card(`${interaction.user.username} is in.`) }));
    await interaction.deferUpdate();
    return;
  }
  if (interaction.isAnySelectMenu()) {
    await interaction.reply({ content: `Chosen: ${interaction.values.join()}`, flags: MessageFlags.Ephemeral });
    return;
  }
  if (!interaction.isChatInputCommand()) return;
  if (interaction.commandName === 'protest') return void (await interaction.showModal(form()));
  if (interaction.commandName === 'slow') {
    await interaction.deferReply();
    await interaction.editReply('At last.');
    return;
  }
  if (interaction.commandName === 'race') {
    const options = interaction.options.data[0]?.options?.map(({ name, value }) => `${name}=${value}`) ?? [];
    await interaction.reply(`Done: ${[interaction.options.getSubcommand(), ...options].join(' ')}`);
    return;
  }
  const [position, race] = [interaction.options.getInteger('position', true), interaction.options.getString('race')];
  await interaction.reply({
    content: `🏆 Recorded! You finished **#${position}** in ${race ?? 'the latest race'}. Locale ${interaction.locale}.`,
    flags: MessageFlags.Ephemeral,
  });
}

function form() {
  return new ModalBuilder()
    .setCustomId('protest')
    .setTitle('What went wrong?')
    .addLabelComponents(
      new LabelBuilder()
        .setLabel('What happened')
        .setDescription('One sentence is enough.')
        .setTextInputComponent(
          new TextInputBuilder().setCustomId('what').setStyle(TextInputStyle.Paragraph).setMaxLength(100),
        ),
      new LabelBuilder()
        .setLabel('Which race')
        .setStringSelectMenuComponent(
          new StringSelectMenuBuilder()
            .setCustomId('race')
            .addOptions(races.map((label) => ({ label, value: label.replace('Race ', 'R') }))),
        ),
    );
}

/** A race's card: text, a section, a picture, buttons, and lists to choose from. */
export function card(note: string): APIMessageTopLevelComponent[] {
  const buttons = new ActionRowBuilder<ButtonBuilder>().addComponents(
    new ButtonBuilder().setCustomId('join').setLabel('Join').setStyle(ButtonStyle.Primary),
    new ButtonBuilder().setCustomId('start').setLabel('Start').setStyle(ButtonStyle.Success),
    new ButtonBuilder().setCustomId('form').setLabel('Protest').setStyle(ButtonStyle.Danger),
    new ButtonBuilder().setCustomId('closed').setLabel('Closed').setStyle(ButtonStyle.Secondary).setDisabled(true),
  );
  const places = new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(
    new StringSelectMenuBuilder()
      .setCustomId('place')
      .setPlaceholder('Your place')
      .addOptions(
        { label: '1st', value: '1', description: '15 points' },
        { label: '2nd', value: '2', description: '12 points' },
      ),
  );
  const people = new ActionRowBuilder<UserSelectMenuBuilder>().addComponents(
    new UserSelectMenuBuilder().setCustomId('who').setPlaceholder('Who raced').setMinValues(1).setMaxValues(3),
  );
  return [
    {
      type: 17,
      accent_color: 0xe8a33d,
      components: [
        { type: 10, content: `## Race 3\n**Season 2** · night 4 · starts <t:1793646000:R>\n${note}` },
        { type: 14, divider: true, spacing: 2 },
        {
          type: 9,
          components: [
            { type: 10, content: '1. **Ana** 15 pts\n2. Robin 12 pts\n- _Kiki_ didn’t finish\n-# Not final yet' },
          ],
          accessory: { type: 2, style: 1, label: 'Open the panel', custom_id: 'panel' },
        },
        {
          type: 12,
          items: [{ media: { url: 'attachment://standings.png' }, description: 'The standings after race 3' }],
        },
        buttons.toJSON(),
        places.toJSON(),
        people.toJSON(),
      ],
    },
  ];
}

export const cardFiles = [
  {
    name: 'standings.png',
    attachment: drawPng(320, 120, (x, y) => [40 + Math.floor(x / 4), 60 + y, 90]),
  },
];
