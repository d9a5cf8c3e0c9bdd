/** Our commands as Discord takes them (documentation: "Application Commands"). */
import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  EntryPointCommandHandlerType,
  InteractionContextType,
  type LocalizationMap,
  type RESTPutAPIApplicationCommandsJSONBody,
} from 'discord.js';
import { commandWords, type InBoth } from '../../words/bot/commands.ts';
import type { Command, DeclaredOption } from '../command.ts';

type Declared = RESTPutAPIApplicationCommandsJSONBody[number];

/** Commands belong to servers: that's where leagues are. */
const inServers = {
  integration_types: [ApplicationIntegrationType.GuildInstall],
  contexts: [InteractionContextType.Guild],
};

/** What opens the panel from the list of activities. Discord has it for every activity; we answer it. */
export const entryPoint: Declared = {
  name: 'launch',
  type: ApplicationCommandType.PrimaryEntryPoint,
  handler: EntryPointCommandHandlerType.AppHandler,
  ...inServers,
};

/** `race open` and its like become subcommands of one command. */
export function declarationsOf(commands: readonly Command[]): Declared[] {
  const byFirst = Map.groupBy(commands, ({ name }) => name.split(' ')[0] ?? name);
  return [...[...byFirst].map(([first, group]) => declarationOf(first, group)), entryPoint];
}

function declarationOf(name: string, group: readonly Command[]): Declared {
  const [only] = group;
  const alone = only?.name === name;
  const about = alone ? only.about : aboutGroup(name);
  return {
    name,
    type: ApplicationCommandType.ChatInput,
    ...describedBy(about),
    options: alone ? only.options.map(optionOf) : group.map(subcommandOf),
    ...inServers,
  };
}

function aboutGroup(name: string): InBoth {
  return Object.hasOwn(commandWords, name) ? commandWords[name as keyof typeof commandWords] : { en: name, es: name };
}

function subcommandOf({ name, about, options }: Command): APIApplicationCommandOption {
  return {
    type: ApplicationCommandOptionType.Subcommand,
    name: name.split(' ').slice(1).join(' '),
    ...describedBy(about),
    options: options.map(optionOf),
  };
}

function optionOf(option: DeclaredOption): APIApplicationCommandBasicOption {
  const { name, names, about, kind, required, most, offers } = option;
  const shared = { name, name_localizations: localized(names), ...describedBy(about), required };
  if (kind === 'whole') {
    return { type: ApplicationCommandOptionType.Integer, ...shared, min_value: 0, ...(most && { max_value: most }) };
  }
  return {
    type: ApplicationCommandOptionType.String,
    ...shared,
    ...(most && { max_length: most }),
    ...(offers && { autocomplete: true }),
  };
}

function describedBy(about: InBoth) {
  return { description: about.en, description_localizations: localized(about) };
}

/** Discord's en-GB falls back on the default; Spanish has two locales there. */
function localized({ en, es }: InBoth): LocalizationMap {
  return { 'en-US': en, 'es-ES': es, 'es-419': es };
}
