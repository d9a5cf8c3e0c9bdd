import type { APIApplicationCommand, APIApplicationCommandBasicOption, APIApplicationCommandOption } from 'discord.js';

/** A command that can be sent as it is: one by itself, or a part of one, as `race open`. */
export interface Offered {
  /** As the bot knows it. */
  readonly name: string;
  /** In that person's language. */
  readonly shown: string;
  readonly description: string;
  readonly options: readonly APIApplicationCommandBasicOption[];
}

// Documentation: "Application Commands", Application Command Types and Option Types.
const CHAT_INPUT = 1;
const PRIMARY_ENTRY_POINT = 4;
const SUB_COMMAND = 1;
const SUB_COMMAND_GROUP = 2;

/** Every command that a person can type, each part of one by itself, in the order of their names. */
export function offeredOf(commands: readonly APIApplicationCommand[], locale: string): Offered[] {
  const typed = commands.filter(({ type }) => type === CHAT_INPUT || type === PRIMARY_ENTRY_POINT);
  const all = typed.flatMap((command) => partsOf(command, command.options ?? [], [], locale));
  return all.sort((a, b) => a.shown.localeCompare(b.shown, locale));
}

type Named = Pick<
  APIApplicationCommandOption,
  'name' | 'name_localizations' | 'description' | 'description_localizations'
>;

function partsOf(
  named: Named,
  options: readonly APIApplicationCommandOption[],
  above: readonly Named[],
  locale: string,
): Offered[] {
  const path = [...above, named];
  const inner = options.flatMap((option) =>
    option.type === SUB_COMMAND || option.type === SUB_COMMAND_GROUP
      ? partsOf(option, option.options ?? [], path, locale)
      : [],
  );
  if (inner.length > 0) return inner;
  return [
    {
      name: path.map(({ name }) => name).join(' '),
      shown: path.map((part) => nameOf(part, locale)).join(' '),
      description: descriptionOf(named, locale) || 'Opens the panel',
      options: options.filter((option) => option.type !== SUB_COMMAND && option.type !== SUB_COMMAND_GROUP),
    },
  ];
}

type Locale = keyof NonNullable<Named['name_localizations']>;

export function nameOf({ name, name_localizations: own }: Pick<Named, 'name' | 'name_localizations'>, locale: string) {
  return own?.[locale as Locale] ?? name;
}

export function descriptionOf(
  { description, description_localizations: own }: Pick<Named, 'description' | 'description_localizations'>,
  locale: string,
) {
  return own?.[locale as Locale] ?? description;
}

/** Those that fit what is typed, with or without the slash: first those that begin so. */
export function fitting(offered: readonly Offered[], text: string): Offered[] {
  const wanted = folded(text.replace(/^\//, ''));
  const begins = offered.filter(({ shown }) => folded(shown).startsWith(wanted));
  const holds = offered.filter(
    ({ shown }) => !begins.some((one) => one.shown === shown) && folded(shown).includes(wanted),
  );
  return [...begins, ...holds];
}

/** Without case and accents. */
export function folded(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .trim();
}
