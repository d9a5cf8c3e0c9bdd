// Which scope a command or an event needs once signed in; without an entry, none. From the SDK's own comments and
// Discord's documentation, "Embedded App SDK Reference".
const commandScopes: Record<string, string> = {
  GET_CHANNEL: 'guilds',
  GET_CHANNEL_PERMISSIONS: 'guilds.members.read',
  GET_RELATIONSHIPS: 'relationships.read',
  SET_ACTIVITY: 'rpc.activities.write',
  USER_SETTINGS_GET_LOCALE: 'identify',
};

/** Every event that can be subscribed to in SDK 2.5.0. */
const eventScopes: Record<string, string | null> = {
  VOICE_STATE_UPDATE: 'rpc.voice.read',
  SPEAKING_START: 'rpc.voice.read',
  SPEAKING_STOP: 'rpc.voice.read',
  ACTIVITY_LAYOUT_MODE_UPDATE: null,
  ORIENTATION_UPDATE: null,
  CURRENT_USER_UPDATE: 'identify',
  CURRENT_GUILD_MEMBER_UPDATE: 'guilds.members.read',
  ENTITLEMENT_CREATE: null,
  THERMAL_STATE_UPDATE: null,
  ACTIVITY_INSTANCE_PARTICIPANTS_UPDATE: null,
  RELATIONSHIP_UPDATE: 'relationships.read',
  ACTIVITY_JOIN: null,
  QUEST_ENROLLMENT_STATUS_UPDATE: null,
};

export function scopeForCommand(cmd: string): string | null {
  return commandScopes[cmd] ?? null;
}

/** Null when any panel may subscribe; undefined when there is no such event. */
export function scopeForEvent(event: string): string | null | undefined {
  return eventScopes[event];
}

const scopeSentences: Record<string, string> = {
  identify: 'See your username, avatar and banner',
  guilds: 'Know what servers you’re in',
  'guilds.members.read': 'See your nickname and roles in this server',
  'rpc.activities.write': 'Show what you’re playing on your profile',
  'relationships.read': 'Know who your friends are',
  'rpc.voice.read': 'Know when you’re speaking in voice',
  'applications.commands': 'Add commands to this server',
};

/** What a scope lets an app do, in words for the person who is asked. */
export function scopeSentence(scope: string): string {
  return scopeSentences[scope] ?? scope;
}
