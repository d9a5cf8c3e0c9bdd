import type { Persona } from '../../people.ts';
import { UPLOAD_LIMIT } from '../body.ts';
import { BOT_NAME } from '../bot.ts';
import type { Interaction } from './interactions.ts';

interface PayloadParts {
  readonly interaction: Interaction;
  readonly persona: Persona;
  readonly clientId: string;
  /** What was asked: the command with its options, the button, the form. */
  readonly data: object;
}

/** INTERACTION_CREATE, as Discord sends it for somebody in a guild (documentation: "Receiving and Responding"). */
export function interactionPayload({ interaction, persona, clientId, data }: PayloadParts): object {
  const { id, token, type, channel, source } = interaction;
  const { guild } = channel;
  return {
    id,
    application_id: clientId,
    type,
    token,
    version: 1,
    guild_id: guild.plan.id,
    guild: { id: guild.plan.id, locale: GUILD_LOCALE, features: [] },
    guild_locale: GUILD_LOCALE,
    locale: persona.locale ?? 'en-US',
    channel_id: channel.id,
    channel: { ...channel.answer(), permissions: String(guild.permissionsOf(persona.id)) },
    member: { ...guild.memberAnswer(persona.id), permissions: String(guild.permissionsOf(persona.id)) },
    app_permissions: String(channel.botPermissions()),
    entitlements: [],
    // Installed in the guild, by the guild (documentation: 0 is GUILD_INSTALL), and used in it.
    authorizing_integration_owners: { 0: guild.plan.id },
    context: 0,
    attachment_size_limit: UPLOAD_LIMIT,
    ...(source ? { message: source } : {}),
    data,
  };
}

const GUILD_LOCALE = 'en-US';

/** Who a persona's key stands for in a guild. Throws when nobody there has it. */
export function memberCalled(key: string, { name, members }: { name: string; members: readonly Persona[] }): Persona {
  const persona = members.find((candidate) => candidate.key === key);
  if (!persona) throw new Error(`Nobody in ${name} is called "${key}", so nobody can ask ${BOT_NAME} anything.`);
  return persona;
}
