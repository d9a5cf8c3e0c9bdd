import type { APIGuildChannel, GuildChannelType } from 'discord.js';
import { GuildChannelResponseSchema } from 'discord-api-spec/zod';
import type { Guild } from './membership.ts';
import { bitsOf, botRolePermissions, everyonePermissions, type Permission } from './permissions.ts';
import { missingAccess, missingPermissions, unknownChannel } from './refusal.ts';
import { fitting } from './spec.ts';

// Documentation: "Channel", Channel Types.
const GUILD_TEXT = 0;
const GUILD_VOICE = 2;

export type ChannelAnswer = APIGuildChannel<GuildChannelType>;

export interface Channel {
  readonly id: string;
  readonly guild: Guild;
  answer(): ChannelAnswer;
  /** What the bot may do there. */
  botPermissions(): bigint;
}

export interface Channels {
  /** Refuses with Unknown Channel. */
  get(id: string): Channel;
  in(guild: Guild): Channel[];
  /** The channel, if the bot may do all that there. Refuses as Discord does: not seen is 50001, not allowed 50013. */
  forBot(id: string, ...needed: Permission[]): Channel;
  /** Takes permissions in a channel from the bot, in place of those taken before; none gives all back. */
  deny(id: string, ...permissions: Permission[]): void;
}

interface ChannelsParts {
  guilds: readonly Guild[];
  hasBot(guild: Guild): boolean;
  /** Called after what the bot may do in a channel has changed. */
  onChange(channel: Channel): void;
}

/** The guilds' channels: a voice channel, which has a chat of its own, and a text channel. */
export function createChannels({ guilds, hasBot, onChange }: ChannelsParts): Channels {
  const denied = new Map<string, bigint>();

  const channel = (guild: Guild, id: string, name: string, type: number, position: number): Channel => ({
    id,
    guild,
    answer: () =>
      fitting(GuildChannelResponseSchema, {
        ...channelFields(type),
        id,
        guild_id: guild.plan.id,
        name,
        position,
        permission_overwrites: overwrites(guild.plan.botRoleId, denied.get(id) ?? 0n),
      }),
    botPermissions: () => (everyonePermissions | botRolePermissions) & ~(denied.get(id) ?? 0n),
  });
  const all = guilds.flatMap((guild) => {
    const { channelId, channelName, textChannelId, textChannelName } = guild.plan;
    return [
      channel(guild, textChannelId, textChannelName, GUILD_TEXT, 0),
      channel(guild, channelId, channelName, GUILD_VOICE, 1),
    ];
  });
  const get = (id: string) => {
    const found = all.find((candidate) => candidate.id === id);
    if (!found) throw unknownChannel();
    return found;
  };

  return {
    get,
    in: (guild) => all.filter((candidate) => candidate.guild === guild),
    forBot(id, ...needed) {
      const found = get(id);
      const may = found.botPermissions();
      if (!hasBot(found.guild) || (may & bitsOf(['VIEW_CHANNEL'])) === 0n) throw missingAccess();
      if ((may & bitsOf(needed)) !== bitsOf(needed)) throw missingPermissions();
      return found;
    },
    deny(id, ...permissions) {
      denied.set(id, bitsOf(permissions));
      onChange(get(id));
    },
  };
}

function channelFields(type: number): object {
  const shared = { type, flags: 0, parent_id: null, rate_limit_per_user: 0, nsfw: false, last_message_id: null };
  if (type === GUILD_TEXT) return { ...shared, topic: null, last_pin_timestamp: null };
  return { ...shared, bitrate: 64_000, user_limit: 0, rtc_region: null };
}

function overwrites(botRoleId: string, deny: bigint): object[] {
  return deny === 0n ? [] : [{ id: botRoleId, type: 0, allow: '0', deny: String(deny) }];
}
