/** discord.js's interactions as requests. */
import { ComponentType, type Interaction, PermissionFlagsBits } from 'discord.js';
import type { GuildMember } from '../../discord.ts';
import type { Asks, Request, Values } from '../request.ts';

/** Who somebody is in a guild; undefined if they, or our bot, aren't in it. */
export type Vouch = (guild: string, user: string) => Promise<GuildMember | undefined>;

/** Rejects for what can't be read, and where `vouch` is asked and does. */
export async function requestOf(interaction: Interaction, vouch: Vouch): Promise<Request> {
  const asks = asksOf(interaction);
  return { id: interaction.id, from: await fromOf(interaction, vouch), locale: interaction.locale, asks };
}

function asksOf(interaction: Interaction): Asks {
  if (interaction.isChatInputCommand()) {
    const { commandName, options } = interaction;
    return { kind: 'command', command: [commandName, ...pathOf(options)].join(' '), values: valuesOf(options.data) };
  }
  if (interaction.isAutocomplete()) {
    const { commandName, options } = interaction;
    const { name = '', value = '' } = focusedIn(options.data) ?? {};
    return { kind: 'choices', command: [commandName, ...pathOf(options)].join(' '), option: name, typed: `${value}` };
  }
  if (interaction.isPrimaryEntryPointCommand()) return { kind: 'launch' };
  if (interaction.isStringSelectMenu()) {
    const { customId, values, message } = interaction;
    return { kind: 'list', customId, message: message.id, chosen: values };
  }
  if (interaction.isMessageComponent()) {
    return { kind: 'button', customId: interaction.customId, message: interaction.message.id };
  }
  if (interaction.isModalSubmit()) {
    const texts = [...interaction.fields.fields.values()].filter((field) => field.type === ComponentType.TextInput);
    const fields = Object.fromEntries(texts.map(({ customId, value }) => [customId, value]));
    return { kind: 'form', customId: interaction.customId, fields };
  }
  // We have never declared one for a message or a person.
  return { kind: 'command', command: interaction.commandName, values: {} };
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
  readonly focused?: boolean | undefined;
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

/** The option that is being typed, at any depth. */
function focusedIn(sent: readonly Sent[]): Sent | undefined {
  return sent.find(({ focused }) => focused) ?? sent.map(({ options = [] }) => focusedIn(options)).find(Boolean);
}

async function fromOf(interaction: Interaction, vouch: Vouch): Promise<Request['from']> {
  if (!interaction.inGuild()) return 'nowhere';
  const { guildId: guild, user } = interaction;
  const member = vouchedIn(interaction) ?? (await vouch(guild, user.id));
  return member ? { guild, member } : 'withoutBot';
}

/** Names of roles come with the guild: while it hasn't come, or without permissions, the packet alone doesn't say who it is. */
function vouchedIn(interaction: Interaction): GuildMember | undefined {
  if (!interaction.inCachedGuild()) return undefined;
  const { guild, user, member, memberPermissions } = interaction;
  // Everyone has the role that bears the guild's own ID.
  if (!guild.available || !guild.roles.cache.has(guild.id) || memberPermissions === null) return undefined;
  return {
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
}
