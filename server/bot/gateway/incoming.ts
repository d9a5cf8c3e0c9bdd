/** discord.js's interactions as requests. */
import { ComponentType, type Interaction, PermissionFlagsBits } from 'discord.js';
import type { GuildMember } from '../../discord.ts';
import type { Asks, Request, Values } from '../request.ts';

/** Undefined for a kind that we have never asked for. */
export function requestOf(interaction: Interaction): Request | undefined {
  const asks = asksOf(interaction);
  return asks && { id: interaction.id, from: fromOf(interaction), locale: interaction.locale, asks };
}

function asksOf(interaction: Interaction): Asks | undefined {
  if (interaction.isChatInputCommand()) {
    const { commandName, options } = interaction;
    return { kind: 'command', command: [commandName, ...pathOf(options)].join(' '), values: valuesOf(options.data) };
  }
  if (interaction.isAutocomplete()) {
    const { commandName, options } = interaction;
    const { name, value } = options.getFocused(true);
    return { kind: 'choices', command: [commandName, ...pathOf(options)].join(' '), option: name, typed: value };
  }
  if (interaction.isPrimaryEntryPointCommand()) return { kind: 'launch' };
  if (interaction.isButton())
    return { kind: 'button', customId: interaction.customId, message: interaction.message.id };
  if (interaction.isStringSelectMenu()) {
    const { customId, values, message } = interaction;
    return { kind: 'list', customId, message: message.id, chosen: values };
  }
  if (interaction.isModalSubmit()) {
    const texts = [...interaction.fields.fields.values()].filter((field) => field.type === ComponentType.TextInput);
    const fields = Object.fromEntries(texts.map(({ customId, value }) => [customId, value]));
    return { kind: 'form', customId: interaction.customId, fields };
  }
  return undefined;
}

interface Path {
  getSubcommandGroup(required: false): string | null;
  getSubcommand(required: false): string | null;
}

function pathOf(options: Path): string[] {
  return [options.getSubcommandGroup(false), options.getSubcommand(false)].filter((one) => one !== null);
}

interface Sent {
  readonly name: string;
  readonly value?: string | number | boolean | undefined;
  readonly options?: readonly Sent[] | undefined;
}

/** The options of the innermost subcommand. */
function valuesOf(sent: readonly Sent[]): Values {
  const [first] = sent;
  if (first?.options) return valuesOf(first.options);
  return Object.fromEntries(
    sent.flatMap(({ name, value }) => (typeof value === 'string' || typeof value === 'number' ? [[name, value]] : [])),
  );
}

/** Names of roles come with the guild, so a guild that Discord hasn't told us of is one without our bot. */
function fromOf(interaction: Interaction): Request['from'] {
  if (!interaction.inGuild()) return 'nowhere';
  if (!interaction.inCachedGuild()) return 'withoutBot';
  const { guildId, user, member, memberPermissions } = interaction;
  const vouched: GuildMember = {
    user: {
      id: user.id,
      username: user.username,
      displayName: member.displayName,
      ...(user.avatar !== null && { avatar: user.avatar }),
    },
    roles: member.roles.cache.map(({ name }) => name),
    // It answers yes for administrators and the owner too.
    manages: memberPermissions.has(PermissionFlagsBits.ManageGuild),
  };
  return { guild: guildId, member: vouched };
}
