import type { GuildPlan } from './guild.ts';

/** The bot's name, and that of the role that Discord makes for it in each guild. */
export const BOT_NAME = 'Cozy-Kart League';

/** The bot as others see it. Its user id is the application's. */
export function botUser(clientId: string) {
  return {
    id: clientId,
    username: BOT_NAME,
    avatar: null,
    discriminator: '0000',
    public_flags: 0,
    flags: 0,
    bot: true,
    banner: null,
    accent_color: null,
    global_name: null,
    avatar_decoration_data: null,
    collectibles: null,
    primary_guild: null,
  };
}

/** The bot as a member of a guild. */
export function botMember(clientId: string, { botRoleId }: GuildPlan) {
  return {
    avatar: null,
    banner: null,
    communication_disabled_until: null,
    flags: 0,
    joined_at: '2025-09-01T18:05:00Z',
    nick: null,
    pending: false,
    premium_since: null,
    roles: [botRoleId],
    user: botUser(clientId),
    mute: false,
    deaf: false,
  };
}
