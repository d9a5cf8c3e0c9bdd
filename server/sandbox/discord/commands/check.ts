import type { APIApplicationCommandOption, RESTPostAPIApplicationCommandsJSONBody } from 'discord.js';
import type { FormFault } from '../invalid-form.ts';

/** The body of a request that makes a command, once its shape fits. */
export type CommandBody = RESTPostAPIApplicationCommandsJSONBody;

// Documentation: "Application Commands", Application Command Types and Naming.
export const commandType = { CHAT_INPUT: 1, PRIMARY_ENTRY_POINT: 4 } as const;
const name = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
const CHARACTERS = 8000;

// Documentation: "Reference", Locales.
const locales = new Set(
  'id da de en-GB en-US es-ES es-419 fr hr it lt hu nl no pl pt-BR ro fi sv-SE vi tr cs el bg ru uk hi th zh-CN ja zh-TW ko'.split(
    ' ',
  ),
);

/** What Discord refuses in a command beyond the shape of its body. */
export function commandFaults(command: CommandBody, at: readonly PropertyKey[], inGuild: boolean): FormFault[] {
  const { type = commandType.CHAT_INPUT } = command;
  const chat = type === commandType.CHAT_INPUT;
  const options = 'options' in command ? (command.options ?? []) : [];
  const description = 'description' in command ? (command.description ?? '') : '';
  const fault = (field: string, code: string, message: string) => ({ path: [...at, field], code, message });
  const size = sizeOf({ name: command.name, description, options });
  return [
    ...(chat ? nameFaults(command.name, [...at, 'name']) : []),
    ...(chat && description === '' ? [fault('description', 'BASE_TYPE_REQUIRED', 'This field is required')] : []),
    ...(inGuild && type === commandType.PRIMARY_ENTRY_POINT
      ? [fault('type', 'BASE_TYPE_CHOICES', 'Value must be one of {1, 2, 3}.')]
      : []),
    ...(size > CHARACTERS
      ? [fault('options', 'APPLICATION_COMMAND_TOO_LARGE', `Command exceeds maximum size (${CHARACTERS})`)]
      : []),
    ...localeFaults(command, at),
    ...optionFaults(options, [...at, 'options']),
  ];
}

function nameFaults(text: string, path: readonly PropertyKey[]): FormFault[] {
  if (name.test(text) && text === text.toLowerCase()) return [];
  return [{ path, code: 'APPLICATION_COMMAND_INVALID_NAME', message: 'Command name is invalid' }];
}

function localeFaults(named: object, at: readonly PropertyKey[]): FormFault[] {
  const fields = ['name_localizations', 'description_localizations'] as const;
  return fields.flatMap((field) => {
    const texts = field in named ? Object.entries(named).find(([key]) => key === field)?.[1] : undefined;
    return Object.keys(texts ?? {}).flatMap((locale) =>
      locales.has(locale)
        ? []
        : [{ path: [...at, field, locale], code: 'BASE_TYPE_CHOICES', message: `There is no locale ${locale}.` }],
    );
  });
}

function optionFaults(options: readonly APIApplicationCommandOption[], at: readonly PropertyKey[]): FormFault[] {
  const firstOptional = options.findIndex(({ required }) => !required);
  return options.flatMap((option, index) => {
    const path = [...at, index];
    const taken = options.findIndex((other) => other.name === option.name) < index;
    const late = option.required && firstOptional >= 0 && index > firstOptional;
    const choices = 'choices' in option && (option.choices ?? []).length > 0;
    const both = choices && 'autocomplete' in option && option.autocomplete === true;
    const fault = (code: string, message: string) => ({ path, code, message });
    return [
      ...nameFaults(option.name, [...path, 'name']),
      ...localeFaults(option, path),
      ...(taken ? [fault('APPLICATION_COMMAND_OPTIONS_NAME_INVALID', 'Option names must be unique')] : []),
      ...(late
        ? [
            fault(
              'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
              'Required options must be placed before non-required options',
            ),
          ]
        : []),
      ...(both
        ? [fault('APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_CHOICES', 'Autocomplete and choices exclude each other')]
        : []),
      ...('options' in option ? optionFaults(option.options ?? [], [...path, 'options']) : []),
    ];
  });
}

interface Sized {
  readonly name: string;
  readonly description: string;
  readonly options?: readonly Sized[];
  readonly choices?: readonly { readonly name: string; readonly value: string | number }[];
}

/** Documentation: 8,000 characters over all names, descriptions and values. */
function sizeOf({ name: own, description, options = [], choices = [] }: Sized): number {
  const inner = options.reduce((sum, option) => sum + sizeOf(option), 0);
  const chosen = choices.reduce((sum, choice) => sum + choice.name.length + String(choice.value).length, 0);
  return own.length + description.length + inner + chosen;
}
