import type { APIMessage } from 'discord.js';
import type { LocalDiscord } from '../discord/discord.ts';
import { bitsOf } from '../discord/permissions.ts';
import type { Persona } from '../people.ts';
import { type ChannelNow, deniable, type ShownMessage } from './contract.ts';

export interface ChannelView {
  /** A message with what its JSON doesn't say. `to` is the one person who sees it, by user id; null for everybody. */
  shown(message: APIMessage, to: string | null): ShownMessage;
  /** All that is in a channel, oldest first; each of its people's own messages among them. */
  now(channelId: string, people: readonly Persona[]): ChannelNow;
  /** Remembers which command an interaction was: a message only says that there was one. */
  remember(interactionId: string, command: string): void;
}

/** So many commands are remembered: more than a screen of answers. */
const REMEMBERED = 500;

/** The channels as the stage's page shows them. */
export function createChannelView({ chat, channels }: LocalDiscord): ChannelView {
  const commands = new Map<string, string>();

  const shown = (message: APIMessage, to: string | null): ShownMessage => ({
    message,
    to,
    command: commands.get(message.interaction_metadata?.id ?? '') ?? null,
  });

  return {
    shown,
    now(channelId, people) {
      const open = chat.messages(channelId).map((message) => shown(message, null));
      const own = people.flatMap(({ key, id }) => chat.ephemeral(key, channelId).map((message) => shown(message, id)));
      const may = channels.get(channelId).botPermissions();
      return {
        // Snowflakes of one length: the order of their digits is that of time.
        messages: [...open, ...own].sort((a, b) => (a.message.id < b.message.id ? -1 : 1)),
        denied: deniable.filter((name) => (may & bitsOf([name])) === 0n),
      };
    },
    remember(interactionId, command) {
      const [oldest] = commands.keys();
      if (commands.size >= REMEMBERED && oldest !== undefined) commands.delete(oldest);
      commands.set(interactionId, command);
    },
  };
}
