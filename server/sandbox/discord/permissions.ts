// Documentation: "Permissions", bitwise permission flags.
export const permission = {
  CREATE_INSTANT_INVITE: 1n << 0n,
  ADMINISTRATOR: 1n << 3n,
  MANAGE_GUILD: 1n << 5n,
  VIEW_CHANNEL: 1n << 10n,
  SEND_MESSAGES: 1n << 11n,
  EMBED_LINKS: 1n << 14n,
  ATTACH_FILES: 1n << 15n,
  READ_MESSAGE_HISTORY: 1n << 16n,
  MENTION_EVERYONE: 1n << 17n,
  CONNECT: 1n << 20n,
  SPEAK: 1n << 21n,
  USE_APPLICATION_COMMANDS: 1n << 31n,
  USE_EMBEDDED_ACTIVITIES: 1n << 39n,
  PIN_MESSAGES: 1n << 51n,
} as const;
export type Permission = keyof typeof permission;

export const bitsOf = (names: readonly Permission[]) => names.reduce((bits, name) => bits | permission[name], 0n);

export const everyonePermissions = bitsOf([
  'CREATE_INSTANT_INVITE',
  'VIEW_CHANNEL',
  'SEND_MESSAGES',
  'EMBED_LINKS',
  'ATTACH_FILES',
  'READ_MESSAGE_HISTORY',
  'CONNECT',
  'SPEAK',
  'USE_APPLICATION_COMMANDS',
  'USE_EMBEDDED_ACTIVITIES',
]);

/** What the bot's own role brings when it's invited with all that a league's bot asks for. */
export const botRolePermissions = bitsOf([
  'VIEW_CHANNEL',
  'SEND_MESSAGES',
  'EMBED_LINKS',
  'ATTACH_FILES',
  'READ_MESSAGE_HISTORY',
  'PIN_MESSAGES',
]);
