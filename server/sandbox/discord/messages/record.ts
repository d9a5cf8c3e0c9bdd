import type { APIMessage } from 'discord.js';
import { MessageResponseSchema } from 'discord-api-spec/zod';
import { botUser } from '../bot.ts';
import type { Channel } from '../channels.ts';
import type { Events } from '../events.ts';
import { unknownMessage } from '../refusal.ts';
import { fitting } from '../spec.ts';
import type { Attachment, Attachments } from './attachments.ts';
import { type ContentRequest, composer } from './draft.ts';
import { flag, sendable } from './flags.ts';

/** A message with what its JSON doesn't say. */
export interface Kept {
  readonly message: APIMessage;
  /** The one person who sees it, by user id; null for everybody. */
  readonly to: string | null;
  /** All of its files, those that its components show among them. */
  readonly files: readonly Attachment[];
  readonly channel: Channel;
}

export interface Posting extends ContentRequest {
  readonly channel: Channel;
  readonly to?: string | null;
  /** Documentation: "Message", Message Types. */
  readonly type?: number;
  /** The message that it replies to. */
  readonly reply?: Kept | undefined;
  /** Further fields of the message. */
  readonly fields?: object;
  /** Flags beyond those that a bot may set. */
  readonly flags?: number;
}

export interface Messages {
  post(posting: Posting): Kept;
  /** A message without content yet: "… is thinking". */
  postLoading(posting: Pick<Posting, 'channel' | 'to' | 'type' | 'fields' | 'flags'>): Kept;
  edit(kept: Kept, request: ContentRequest): Kept;
  remove(kept: Kept): void;
  /** The message by now, ephemeral or not; undefined once it's gone. */
  find(messageId: string): Kept | undefined;
  /** A message that everybody in the channel sees. Refuses with Unknown Message. */
  inChannel(channelId: string, messageId: string): Kept;
  /** What a person sees in a channel, or everybody for null; oldest first. */
  seenIn(channelId: string, userId: string | null): APIMessage[];
  pin(kept: Kept, pinned: boolean): void;
}

interface MessagesParts {
  clientId: string;
  attachments: Attachments;
  events: Events;
  snowflake: () => string;
  now: () => number;
}

/** Every message on the local Discord, in memory. All of them are the bot's. */
export function createMessages({ clientId, attachments, events, snowflake, now }: MessagesParts): Messages {
  // In the order of their ids, as a Map keeps the order of adding.
  const all = new Map<string, Kept>();
  const compose = composer(attachments, snowflake);
  const time = () => new Date(now()).toISOString();

  const add = (message: object, rest: Omit<Kept, 'message'>): Kept => {
    const kept = { message: fitting(MessageResponseSchema, message), ...rest };
    all.set(kept.message.id, kept);
    events.emit({ kind: 'posted', message: kept.message, to: kept.to });
    return kept;
  };
  const blank = ({ channel, type = 0, fields = {} }: Pick<Posting, 'channel' | 'type' | 'fields'>) => ({
    id: snowflake(),
    type,
    channel_id: channel.id,
    author: botUser(clientId),
    timestamp: time(),
    edited_timestamp: null,
    tts: false,
    pinned: false,
    ...fields,
  });
  const change = (kept: Kept, fields: object, files = kept.files): Kept => {
    const message = fitting(MessageResponseSchema, { ...kept.message, ...fields });
    const changed = { ...kept, message, files };
    all.set(message.id, changed);
    return changed;
  };

  return {
    post({ channel, to = null, type, reply, fields, flags = 0, ...request }) {
      const wanted = ((request.body.flags ?? 0) & sendable) | flags;
      const repliedTo = reply?.message.author.id;
      const composed = compose({ ...request, guild: channel.guild, channelId: channel.id, flags: wanted, repliedTo });
      const message = { ...blank({ channel, ...(type && { type }), ...(fields && { fields }) }), ...composed.fields };
      return add(reply ? { ...message, ...replyFields(reply) } : message, { to, files: composed.files, channel });
    },
    postLoading({ channel, to = null, flags = 0, ...rest }) {
      const nothing = { content: '', embeds: [], components: [], attachments: [], mentions: [], mention_roles: [] };
      const message = { ...blank({ channel, ...rest }), ...nothing, mention_everyone: false };
      return add({ ...message, flags: flags | flag.LOADING }, { to, files: [], channel });
    },
    edit(kept, request) {
      const { message, channel, files } = kept;
      // Components V2 can be switched on, never off (documentation: "Component Reference").
      const added = (request.body.flags ?? 0) & (flag.SUPPRESS_EMBEDS | flag.IS_COMPONENTS_V2);
      const flags = ((message.flags ?? 0) | added) & ~flag.LOADING;
      const before = { message, files };
      const composed = compose({ ...request, guild: channel.guild, channelId: channel.id, flags, before });
      const changed = change(kept, { ...composed.fields, edited_timestamp: time() }, composed.files);
      events.emit({ kind: 'edited', message: changed.message, to: kept.to });
      return changed;
    },
    remove({ message: { id, channel_id: channelId }, to }) {
      all.delete(id);
      events.emit({ kind: 'deleted', channelId, messageId: id, to });
    },
    find: (messageId) => all.get(messageId),
    inChannel(channelId, messageId) {
      const kept = all.get(messageId);
      if (!kept || kept.to !== null || kept.channel.id !== channelId) throw unknownMessage();
      return kept;
    },
    seenIn: (channelId, userId) =>
      [...all.values()]
        .filter(({ channel, to }) => channel.id === channelId && (to === null || to === userId))
        .map(({ message }) => message),
    pin(kept, pinned) {
      const { id, channel_id: channelId } = change(kept, { pinned }).message;
      events.emit({ kind: 'pinned', channelId, messageId: id, pinned });
    },
  };
}

function replyFields({ message, channel }: Kept): object {
  const { referenced_message: _, ...referenced } = message;
  return {
    type: 19,
    message_reference: { type: 0, channel_id: channel.id, guild_id: channel.guild.plan.id, message_id: message.id },
    referenced_message: referenced,
  };
}
