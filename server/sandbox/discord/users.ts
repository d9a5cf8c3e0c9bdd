import type { Persona } from '../people.ts';

/** A user as one member sees another. */
export function userAnswer(persona: Persona) {
  return {
    id: persona.id,
    username: persona.username,
    avatar: persona.avatar,
    // '0' marks a name of the new kind, without #1234.
    discriminator: '0',
    public_flags: 0,
    flags: 0,
    banner: null,
    accent_color: null,
    global_name: persona.globalName,
    avatar_decoration_data: null,
    collectibles: null,
    primary_guild: null,
  };
}

/** A user as they see themselves, without the address that only the `email` scope shows. */
export function selfAnswer(persona: Persona) {
  return { ...userAnswer(persona), mfa_enabled: true, locale: persona.locale ?? 'en-US', premium_type: 0 };
}
