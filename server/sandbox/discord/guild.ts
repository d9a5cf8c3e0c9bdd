import { type Persona, people, type RoleKey, roleKeys } from '../people.ts';
import { unknownMember } from './refusal.ts';
import { userAnswer } from './users.ts';

export const guildId = '912047735206313984';
/** The voice channel that the activity is opened in. */
export const channelId = '912047735906762753';
export const guildName = 'Cozy-Kart Club';
export const channelName = 'Race night';
// Belongs to nobody on the stage: a guild's owner may do everything, and each person here shows one case.
const ownerId = '203948571624013824';

// Documentation: "Permissions", bitwise permission flags.
const permission = {
  CREATE_INSTANT_INVITE: 1n << 0n,
  MANAGE_GUILD: 1n << 5n,
  VIEW_CHANNEL: 1n << 10n,
  SEND_MESSAGES: 1n << 11n,
  CONNECT: 1n << 20n,
  SPEAK: 1n << 21n,
  USE_APPLICATION_COMMANDS: 1n << 31n,
  USE_EMBEDDED_ACTIVITIES: 1n << 39n,
} as const;

const everyonePermissions =
  permission.CREATE_INSTANT_INVITE |
  permission.VIEW_CHANNEL |
  permission.SEND_MESSAGES |
  permission.CONNECT |
  permission.SPEAK |
  permission.USE_APPLICATION_COMMANDS |
  permission.USE_EMBEDDED_ACTIVITIES;

/** `host` is the role that the league's Settings name; `manager` is host by Manage Server alone. */
export const roles = {
  host: { id: '912051209847103488', name: 'League host', permissions: 0n, color: 0xe8a33d },
  manager: { id: '912051356719214592', name: 'Server manager', permissions: permission.MANAGE_GUILD, color: 0x5f8dd3 },
  regular: { id: '912051482053345281', name: 'Regular', permissions: 0n, color: 0x6fae78 },
} as const satisfies Record<RoleKey, { id: string; name: string; permissions: bigint; color: number }>;

export interface Guild {
  answer(): object;
  roleAnswers(): object[];
  /** Refuses with Unknown Member when nobody has that id. */
  memberAnswer(userId: string): object;
  rolesOf(userId: string): readonly RoleKey[];
  /** Replaces somebody's roles, as a guild's admin would. */
  setRoles(userId: string, roles: readonly RoleKey[]): void;
  /** What the person may do in the guild, as Discord's bit set. */
  permissionsOf(userId: string): bigint;
}

export function createGuild(): Guild {
  const held = new Map<string, readonly RoleKey[]>(people.map((persona) => [persona.id, persona.roles]));

  const rolesOf = (userId: string) => held.get(userId) ?? [];

  return {
    answer: guildAnswer,
    roleAnswers,
    memberAnswer(userId) {
      const persona = people.find(({ id }) => id === userId);
      if (!persona) throw unknownMember();
      return memberAnswer(persona, rolesOf(userId));
    },
    rolesOf,
    setRoles: (userId, roles) => void held.set(userId, roles),
    permissionsOf: (userId) =>
      rolesOf(userId).reduce((bits, key) => bits | roles[key].permissions, everyonePermissions),
  };
}

function memberAnswer(persona: Persona, keys: readonly RoleKey[]): object {
  return {
    avatar: null,
    banner: null,
    communication_disabled_until: null,
    flags: 0,
    joined_at: '2025-09-01T18:00:00Z',
    nick: persona.nick,
    pending: false,
    premium_since: null,
    roles: keys.map((key) => roles[key].id),
    user: userAnswer(persona),
    mute: false,
    deaf: false,
  };
}

function roleAnswers(): object[] {
  // Discord's @everyone has the guild's own id.
  const everyone = roleAnswer({ id: guildId, name: '@everyone', permissions: everyonePermissions, color: 0 }, 0);
  return [everyone, ...roleKeys.map((key, index) => roleAnswer(roles[key], roleKeys.length - index))];
}

function roleAnswer(role: { id: string; name: string; permissions: bigint; color: number }, position: number): object {
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

function guildAnswer(): object {
  return {
    id: guildId,
    name: guildName,
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
    roles: roleAnswers(),
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
