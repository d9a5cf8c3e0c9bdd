import { type Persona, roleKeys } from '../people.ts';
import { BOT_NAME } from './bot.ts';
import type { GuildPlan, Role } from './guild.ts';
import { botRolePermissions, everyonePermissions } from './permissions.ts';
import { userAnswer } from './users.ts';

// Belongs to nobody on the stage: a guild's owner may do everything, and each person here shows one case.
const ownerId = '203948571624013824';

/** A member as one sees another. */
export function memberAnswer(persona: Persona, roles: readonly Role[]) {
  return {
    avatar: null,
    banner: null,
    communication_disabled_until: null,
    flags: 0,
    joined_at: '2025-09-01T18:00:00Z',
    nick: persona.nick,
    pending: false,
    premium_since: null,
    roles: roles.map(({ id }) => id),
    user: userAnswer(persona),
    mute: false,
    deaf: false,
  };
}

export function roleAnswers({ id, roles, botRoleId }: GuildPlan, clientId: string): object[] {
  // Discord's @everyone has the guild's own id.
  const everyone = roleAnswer({ id, name: '@everyone', permissions: everyonePermissions, color: 0 }, 0);
  const ofTheBot = { id: botRoleId, name: BOT_NAME, permissions: botRolePermissions, color: 0 };
  return [
    everyone,
    ...roleKeys.map((key, index) => roleAnswer(roles[key], roleKeys.length + 1 - index)),
    { ...roleAnswer(ofTheBot, 1), managed: true, tags: { bot_id: clientId } },
  ];
}

function roleAnswer(role: Role, position: number): object {
  return {
    id: role.id,
    name: role.name,
    permissions: String(role.permissions),
    position,
    color: role.color,
    colors: { primary_color: role.color, secondary_color: null, tertiary_color: null },
    hoist: false,
    managed: false,
    mentionable: false,
    icon: null,
    unicode_emoji: null,
    flags: 0,
  };
}

export function guildAnswer(plan: GuildPlan, clientId: string): object {
  return {
    id: plan.id,
    name: plan.name,
    icon: null,
    description: null,
    home_header: null,
    splash: null,
    discovery_splash: null,
    features: [],
    banner: null,
    owner_id: ownerId,
    application_id: null,
    region: 'deprecated',
    afk_channel_id: null,
    afk_timeout: 300,
    system_channel_id: null,
    system_channel_flags: 0,
    widget_enabled: false,
    widget_channel_id: null,
    verification_level: 1,
    roles: roleAnswers(plan, clientId),
    default_message_notifications: 1,
    mfa_level: 0,
    explicit_content_filter: 0,
    max_presences: null,
    max_members: 500_000,
    max_stage_video_channel_users: 50,
    max_video_channel_users: 25,
    vanity_url_code: null,
    premium_tier: 0,
    premium_subscription_count: 0,
    preferred_locale: 'en-US',
    rules_channel_id: null,
    safety_alerts_channel_id: null,
    public_updates_channel_id: null,
    premium_progress_bar_enabled: false,
    nsfw: false,
    nsfw_level: 0,
    emojis: [],
    stickers: [],
    incidents_data: null,
  };
}
