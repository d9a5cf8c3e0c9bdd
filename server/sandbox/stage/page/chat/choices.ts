import type { APISelectMenuComponent } from 'discord.js';
import { shownName } from '../person.ts';
import { componentType } from './component-type.ts';
import type { Viewer } from './viewer.ts';

/** Something to choose, in a list or a form. */
export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly hint: string;
  readonly chosen: boolean;
}

interface GivenChoice {
  readonly value: string;
  readonly label: string;
  readonly description?: string | undefined;
  readonly default?: boolean | undefined;
  readonly emoji?: { readonly id?: string | null | undefined; readonly name?: string | null | undefined } | undefined;
}

/** The options of a list: its own, or the server's people, roles and channels. */
export function choicesOf(select: APISelectMenuComponent, { setup }: Viewer): Choice[] {
  const preset = 'default_values' in select ? (select.default_values ?? []).map(({ id }) => id) : [];
  const named = (id: string, label: string): Choice => ({ value: id, label, hint: '', chosen: preset.includes(id) });
  const people = () => setup.people.map((persona) => named(persona.id, shownName(persona)));
  const roles = () => setup.roles.map(({ id, name }) => named(id, name));
  switch (select.type) {
    case componentType.STRING_SELECT:
      return givenChoices(select.options);
    case componentType.USER_SELECT:
      return people();
    case componentType.ROLE_SELECT:
      return roles();
    case componentType.MENTIONABLE_SELECT:
      return [...people(), ...roles()];
    case componentType.CHANNEL_SELECT:
      return setup.channels.map(({ id, name }) => named(id, `#${name}`));
  }
}

export function givenChoices(options: readonly GivenChoice[]): Choice[] {
  return options.map(({ value, label, description, default: chosen, emoji }) => ({
    value,
    label: [emojiText(emoji), label].filter(Boolean).join(' '),
    hint: description ?? '',
    chosen: chosen === true,
  }));
}

/** An emoji as text: one of a server's own has no picture here, so it goes by its name. */
export function emojiText(emoji: GivenChoice['emoji']): string {
  if (!emoji?.name) return '';
  return emoji.id ? `:${emoji.name}:` : emoji.name;
}
