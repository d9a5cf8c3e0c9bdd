import type { APIApplicationCommand, APIMessage } from 'discord.js';
import type { Channel, Channels } from './channels.ts';
import { type Commands, isEntryPoint } from './commands/commands.ts';
import type { Events } from './events.ts';
import type { Gateway } from './gateway/gateway.ts';
import type { Modal } from './interactions/answer.ts';
import { type Asked, type Asking, type Interactions, interactionType } from './interactions/interactions.ts';
import { chosenOf, fillModal, type ModalValues } from './interactions/modal.ts';
import { fillOptions, type OptionValues } from './interactions/options.ts';
import { interactionPayload, memberCalled } from './interactions/payload.ts';
import { Resolved } from './interactions/resolved.ts';
import type { Guild } from './membership.ts';
import { allOf, type Component, componentType, isSelect } from './messages/component.ts';
import type { Messages } from './messages/record.ts';
import { permission } from './permissions.ts';

/** A command line: `name` is what stands after the slash, e.g. `race open`. */
export interface CommandLine {
  readonly name: string;
  readonly options?: OptionValues;
  /** Where it's typed; the guild's text channel unless said otherwise. */
  readonly channelId?: string;
}

/**
 * What people do in the guilds' channels, and what they see there. `guild` and `person` are the keys of the sandbox's
 * guilds and people. All of it throws for what Discord's client wouldn't let that person do.
 */
export interface Chat {
  /** The commands that the person is offered there, the guild's own and the global ones. */
  commands(guild: string, person: string): APIApplicationCommand[];
  slash(guild: string, person: string, name: string, options?: OptionValues, channelId?: string): Asked;
  /** Asks for choices while `focused` is being typed, with what stands in the options so far. */
  autocomplete(guild: string, person: string, line: CommandLine, focused: string): Asked;
  /** Presses a button of a message as the person sees it, be it an old picture of the message. */
  press(person: string, message: APIMessage, customId: string): Asked;
  select(person: string, message: APIMessage, customId: string, values: readonly string[]): Asked;
  /** Sends a form in that the bot opened for that person. */
  submitModal(person: string, modal: Modal, values: ModalValues): Asked;
  /** What everybody sees in a channel, oldest first. */
  messages(channelId: string): APIMessage[];
  /** What that person alone sees, in the channel or anywhere. */
  ephemeral(person: string, channelId?: string): APIMessage[];
}

interface ChatParts {
  clientId: string;
  guilds: readonly Guild[];
  hasBot(guild: Guild): boolean;
  channels: Channels;
  commands: Commands;
  interactions: Interactions;
  messages: Messages;
  gateway: Gateway;
  events: Events;
}

export function createChat(parts: ChatParts): Chat {
  const { clientId, guilds, hasBot, channels, commands, interactions, messages, gateway, events } = parts;

  const guildCalled = (key: string): Guild => {
    const guild = guilds.find(({ plan }) => plan.key === key);
    if (!guild) throw new Error(`There's no server "${key}" here.`);
    return guild;
  };
  const offered = (guild: Guild, userId: string): APIApplicationCommand[] => {
    if (!hasBot(guild)) return [];
    const may = guild.permissionsOf(userId);
    return [...commands.in(guild.plan.id), ...commands.in(null)].filter((command) => mayUse(command, may));
  };
  const ask = (asking: Omit<Asking, 'userId'>, person: string, data: object): Asked => {
    const { guild } = asking.channel;
    const persona = memberCalled(person, guild.plan);
    const { interaction, asked } = interactions.begin({ ...asking, userId: persona.id });
    const payload = interactionPayload({ interaction, persona, clientId, data });
    if (hasBot(guild)) gateway.dispatch('INTERACTION_CREATE', payload, guild.plan.id);
    return asked;
  };

  const lineOf = (
    guildKey: string,
    person: string,
    { name, options = {}, channelId }: CommandLine,
    focused?: string,
  ) => {
    const guild = guildCalled(guildKey);
    const persona = memberCalled(person, guild.plan);
    const [first = '', ...path] = name.split(' ');
    const command = offered(guild, persona.id).find((candidate) => candidate.name === first);
    if (!command) throw new Error(`${person} is offered no command /${first} in ${guild.plan.name}.`);
    const filled = fillOptions({ command, path, values: options, guild, focused });
    const channel = channels.get(channelId ?? guild.plan.textChannelId);
    const scope = command.guild_id === undefined ? {} : { guild_id: command.guild_id };
    const data = { id: command.id, name: command.name, type: command.type, ...scope, ...filled.resolved };
    return { command, channel, persona, data: { ...data, options: filled.options } };
  };

  const componentIn = (person: string, message: APIMessage, customId: string) => {
    const channel = channels.get(message.channel_id);
    const shown: readonly Component[] = message.components ?? [];
    const found = allOf(shown).find(({ component }) => component.custom_id === customId)?.component;
    if (!found) throw new Error(`There's nothing called "${customId}" on that message.`);
    if (found.disabled) throw new Error(`"${customId}" can't be used: it's greyed out.`);
    const kept = messages.find(message.id);
    const { id } = memberCalled(person, channel.guild.plan);
    if (kept && kept.to !== null && kept.to !== id) throw new Error(`${person} doesn't see that message.`);
    return { channel, component: found };
  };
  const use = (person: string, message: APIMessage, found: Used, more: object) => {
    const { type: component_type, custom_id, id } = found.component;
    const asking = { type: interactionType.COMPONENT, channel: found.channel, source: message };
    return ask(asking, person, { component_type, custom_id, id, ...more });
  };

  return {
    commands: (guildKey, person) => {
      const guild = guildCalled(guildKey);
      return offered(guild, memberCalled(person, guild.plan).id);
    },
    slash(guildKey, person, name, options, channelId) {
      const line = { name, ...(options && { options }), ...(channelId && { channelId }) };
      const { command, channel, persona, data } = lineOf(guildKey, person, line);
      // An entry point that Discord handles opens the panel without asking the bot.
      if (!isEntryPoint(command) || !('handler' in command) || command.handler !== DISCORD_LAUNCHES)
        return ask({ type: interactionType.COMMAND, channel }, person, data);
      const { interaction, asked } = interactions.begin({ type: interactionType.COMMAND, channel, userId: persona.id });
      interactions.acknowledge(interaction, { kind: 'launched' });
      const { id } = channel;
      events.emit({ kind: 'launched', guildId: channel.guild.plan.id, channelId: id, userId: persona.id });
      return asked;
    },
    autocomplete(guildKey, person, line, focused) {
      const options = { ...line.options, [focused]: line.options?.[focused] ?? '' };
      const { channel, data } = lineOf(guildKey, person, { ...line, options }, focused);
      return ask({ type: interactionType.AUTOCOMPLETE, channel }, person, data);
    },
    press(person, message, customId) {
      const found = componentIn(person, message, customId);
      if (found.component.type !== componentType.BUTTON) throw new Error(`"${customId}" isn't a button.`);
      return use(person, message, found, {});
    },
    select(person, message, customId, values) {
      const found = componentIn(person, message, customId);
      const { component, channel } = found;
      if (!isSelect(component)) throw new Error(`"${customId}" isn't a list.`);
      const [least, most] = [component.min_values ?? 1, component.max_values ?? 1];
      if (values.length < least || values.length > most)
        throw new Error(`"${customId}" takes ${least} to ${most} of its options, not ${values.length}.`);
      const resolved = new Resolved(channel.guild);
      if (component.type === componentType.USER_SELECT) for (const id of values) resolved.addUser(id);
      return use(person, message, found, { values: chosenOf(component, values), ...resolved.answer() });
    },
    submitModal(person, modal, values) {
      const cause = interactions.find(modal.interactionId);
      if (!cause) throw new Error(`The form "${modal.title}" isn't open any more.`);
      const { channel, source, userId } = cause;
      if (memberCalled(person, channel.guild.plan).id !== userId) throw new Error(`${person} doesn't see that form.`);
      return ask({ type: interactionType.MODAL, channel, source, cause }, person, fillModal(modal, values));
    },
    messages: (channelId) => messages.seenIn(channels.get(channelId).id, null),
    ephemeral(person, channelId) {
      const at = guilds.flatMap((guild) => channels.in(guild)).filter(({ id }) => (channelId ?? id) === id);
      return at.flatMap((channel) => {
        const persona = channel.guild.plan.members.find(({ key }) => key === person);
        const seen = persona ? messages.seenIn(channel.id, persona.id) : [];
        return seen.filter(({ id }) => messages.find(id)?.to === persona?.id);
      });
    },
  };
}

interface Used {
  readonly channel: Channel;
  readonly component: Component;
}

// Documentation: "Application Commands", Entry Point Command Handlers.
const DISCORD_LAUNCHES = 2;

/** By its default alone: the sandbox's guilds have changed nothing under Integrations. */
function mayUse({ default_member_permissions: needed }: APIApplicationCommand, may: bigint): boolean {
  if (needed === null || needed === undefined || (may & permission.ADMINISTRATOR) !== 0n) return true;
  // "0" is for administrators alone.
  return needed !== '0' && (may & BigInt(needed)) === BigInt(needed);
}
