import { botMember, botUser } from './bot.ts';
import type { Channels } from './channels.ts';
import type { Guild } from './membership.ts';

/** In which guilds the bot is. From the start in all of them. */
export interface BotMembership {
  has(guild: Guild): boolean;
  /** An admin shows the bot out: GUILD_DELETE. */
  remove(guild: Guild): void;
  /** An admin invites it: GUILD_CREATE. */
  invite(guild: Guild): void;
}

export function createBotMembership(
  guilds: readonly Guild[],
  tell: { left(guild: Guild): void; joined(guild: Guild): void },
): BotMembership {
  const joined = new Set(guilds);
  return {
    has: (guild) => joined.has(guild),
    remove(guild) {
      if (joined.delete(guild)) tell.left(guild);
    },
    invite(guild) {
      if (joined.has(guild)) return;
      joined.add(guild);
      tell.joined(guild);
    },
  };
}

/** GUILD_CREATE, as a bot with the Guilds intent alone gets it: of the members only itself. */
export function guildCreate(guild: Guild, channels: Channels, clientId: string): object {
  return {
    ...guild.answer(),
    joined_at: botMember(clientId, guild.plan).joined_at,
    large: false,
    unavailable: false,
    member_count: guild.plan.members.length + 1,
    voice_states: [],
    members: [botMember(clientId, guild.plan)],
    channels: channels.in(guild).map((channel) => channel.answer()),
    threads: [],
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
}

/** READY's fields that aren't the session's own. */
export function readyFields(clientId: string): object {
  return {
    user: { ...botUser(clientId), verified: true, mfa_enabled: false, email: null },
    private_channels: [],
    relationships: [],
    application: { id: clientId, flags: 0 },
  };
}
