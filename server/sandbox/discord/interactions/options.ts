import type { APIApplicationCommand, APIApplicationCommandOption } from 'discord.js';
import type { Guild } from '../membership.ts';
import { Resolved } from './resolved.ts';

/** What a person fills in, by the option's name. A user, role or channel is given by id. */
export type OptionValues = Readonly<Record<string, string | number | boolean>>;

// Documentation: "Application Commands", Application Command Option Type.
const optionType = {
  SUB_COMMAND: 1,
  SUB_COMMAND_GROUP: 2,
  STRING: 3,
  INTEGER: 4,
  BOOLEAN: 5,
  USER: 6,
  CHANNEL: 7,
  ROLE: 8,
  MENTIONABLE: 9,
  NUMBER: 10,
} as const;

interface Sent {
  readonly name: string;
  readonly type: number;
  readonly value?: string | number | boolean;
  readonly focused?: boolean;
  readonly options?: readonly Sent[];
}

interface Filling {
  readonly command: APIApplicationCommand;
  /** The names after the command's own: a subcommand, or a group and a subcommand. */
  readonly path: readonly string[];
  readonly values: OptionValues;
  readonly guild: Guild;
  /** The option that's being typed; then nothing is required yet. */
  readonly focused?: string | undefined;
}

/** A filled-in command as the client sends it. Throws for what the client wouldn't let a person send. */
export function fillOptions({ command, path, values, guild, focused }: Filling): { options: Sent[]; resolved: object } {
  const resolved = new Resolved(guild);
  const title = `/${[command.name, ...path].join(' ')}`;

  const below = (declared: readonly APIApplicationCommandOption[], rest: readonly string[]): Sent[] => {
    const [next, ...further] = rest;
    if (next === undefined) return fill(declared);
    const option = declared.find(({ name }) => name === next);
    if (!option || option.type > optionType.SUB_COMMAND_GROUP)
      throw new Error(`${title} isn't a command: there's no "${next}".`);
    return [
      { name: next, type: option.type, options: below('options' in option ? (option.options ?? []) : [], further) },
    ];
  };

  const fill = (declared: readonly APIApplicationCommandOption[]): Sent[] => {
    if (declared.some(({ type }) => type <= optionType.SUB_COMMAND_GROUP))
      throw new Error(`${title} needs one of: ${declared.map(({ name }) => name).join(', ')}.`);
    const unknown = Object.keys(values).find((name) => !declared.some((option) => option.name === name));
    if (unknown !== undefined) throw new Error(`${title} has no option "${unknown}".`);
    return declared.flatMap((option) => {
      const value = values[option.name];
      if (value === undefined && option.required && focused === undefined)
        throw new Error(`${title} needs the option "${option.name}".`);
      if (value === undefined) return [];
      const typing = option.name === focused;
      const fault = typing ? undefined : valueFault(option, value);
      if (fault !== undefined) throw new Error(`${title}: ${option.name} ${fault}, not ${JSON.stringify(value)}.`);
      if (!typing) resolved.add(option.type, String(value));
      return [{ name: option.name, type: option.type, value, ...(typing ? { focused: true } : {}) }];
    });
  };

  const options = below(command.options ?? [], path);
  return { options, resolved: resolved.answer() };
}

/** What a value has to be and isn't. */
function valueFault(option: APIApplicationCommandOption, value: string | number | boolean): string | undefined {
  const type = typeFault(option.type, value);
  if (type !== undefined) return type;
  const { choices, autocomplete, min_value, max_value, min_length, max_length }: Limits = option;
  if (choices?.length && !autocomplete && !choices.some((choice) => choice.value === value)) return 'is one of a list';
  if (typeof value === 'number' && min_value !== undefined && value < min_value) return `is at least ${min_value}`;
  if (typeof value === 'number' && max_value !== undefined && value > max_value) return `is at most ${max_value}`;
  const { length } = String(value);
  if (min_length !== undefined && length < min_length) return `has at least ${min_length} characters`;
  if (max_length !== undefined && length > max_length) return `has at most ${max_length} characters`;
  return undefined;
}

interface Limits {
  name: string;
  choices?: readonly { value: string | number }[] | undefined;
  autocomplete?: boolean | undefined;
  min_value?: number | undefined;
  max_value?: number | undefined;
  min_length?: number | undefined;
  max_length?: number | undefined;
}

function typeFault(type: number, value: string | number | boolean): string | undefined {
  if (type === optionType.BOOLEAN) return typeof value === 'boolean' ? undefined : 'is true or false';
  if (type === optionType.INTEGER) return Number.isSafeInteger(value) ? undefined : 'is a whole number';
  if (type === optionType.NUMBER) return typeof value === 'number' ? undefined : 'is a number';
  return typeof value === 'string' ? undefined : 'is text';
}
