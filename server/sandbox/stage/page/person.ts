import type { Persona } from '../../people.ts';
import { element } from './element.ts';

/** The name people see in the guild: nickname, else display name, else username (Discord's own order). */
export function shownName(persona: Persona): string {
  return persona.nick ?? persona.globalName ?? persona.username;
}

/** Their picture, or the first letter of their name where they have none. */
export function picture(persona: Persona): HTMLElement {
  const address = pictureAddress(persona);
  if (address === null)
    return element(
      'span',
      { class: 'picture letter', 'aria-hidden': 'true' },
      shownName(persona).slice(0, 1).toUpperCase(),
    );
  return element('img', { class: 'picture', alt: '', src: address });
}

/** Path of their picture on the local CDN, or null. */
export function pictureAddress(persona: Persona): string | null {
  return persona.avatar === null ? null : `/stage/cdn/avatars/${persona.id}/${persona.avatar}.png`;
}
