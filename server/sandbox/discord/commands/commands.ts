import { isDeepStrictEqual } from 'node:util';
import type { APIApplicationCommand, RESTPatchAPIApplicationCommandJSONBody } from 'discord.js';
import { ApplicationCommandResponseSchema } from 'discord-api-spec/zod';
import type { Events } from '../events.ts';
import { type FormFault, invalidForm } from '../invalid-form.ts';
import { Refusal, unknownCommand } from '../refusal.ts';
import { fitting } from '../spec.ts';
import { answered, type Scope, whole } from './answer.ts';
import { type CommandBody, commandFaults, commandType } from './check.ts';

export interface Commands {
  in(scope: Scope): readonly APIApplicationCommand[];
  get(scope: Scope, id: string): APIApplicationCommand;
  /** Replaces all of a scope's commands; one that stays keeps its id. */
  replace(scope: Scope, bodies: readonly CommandBody[]): readonly APIApplicationCommand[];
  /** Makes a command, or changes the one of that name and type. */
  put(scope: Scope, body: CommandBody): { command: APIApplicationCommand; made: boolean };
  change(scope: Scope, id: string, body: RESTPatchAPIApplicationCommandJSONBody): APIApplicationCommand;
  remove(scope: Scope, id: string): void;
}

interface CommandsParts {
  clientId: string;
  events: Events;
  snowflake: () => string;
  now: () => number;
}

// Documentation: "Application Commands", Registering a Command and rate limits.
const MOST = 100;
const CREATES_A_DAY = 200;
const DAY_MS = 86_400_000;

/** The application's commands. There's an entry point from the start: Discord makes one for every app with an activity. */
export function createCommands({ clientId, events, snowflake, now }: CommandsParts): Commands {
  const scopes = new Map<Scope, readonly APIApplicationCommand[]>();
  const created = new Map<Scope, number[]>();
  const of = (scope: Scope) => scopes.get(scope) ?? [];

  /** The command with those fields; of one that is known already the same one, unless it changed. */
  const build = (scope: Scope, fields: object, known?: APIApplicationCommand): APIApplicationCommand => {
    const command = fitting(ApplicationCommandResponseSchema, {
      ...fields,
      id: known?.id ?? snowflake(),
      application_id: clientId,
      version: known?.version ?? snowflake(),
      ...(scope === null ? {} : { guild_id: scope }),
    });
    if (!known) return command;
    return isDeepStrictEqual(known, command) ? known : { ...command, version: snowflake() };
  };
  const keep = (scope: Scope, commands: readonly APIApplicationCommand[]) => {
    scopes.set(scope, commands);
    events.emit({ kind: 'commands', guildId: scope, commands });
  };
  const countCreates = (scope: Scope, count: number) => {
    const today = (created.get(scope) ?? []).filter((at) => now() - at < DAY_MS);
    if (today.length + count > CREATES_A_DAY) throw tooManyToday();
    created.set(scope, [...today, ...Array<number>(count).fill(now())]);
  };
  const get = (scope: Scope, id: string) => {
    const found = of(scope).find((command) => command.id === id);
    if (!found) throw unknownCommand();
    return found;
  };
  const check = (faults: FormFault[]) => {
    if (faults.length > 0) throw invalidForm(faults);
  };

  const entryPoint = { name: 'launch', type: commandType.PRIMARY_ENTRY_POINT, handler: 2 };
  scopes.set(null, [build(null, whole(null, entryPoint))]);

  return {
    in: of,
    get,
    replace(scope, bodies) {
      const inGuild = scope !== null;
      check(bodies.flatMap((body, index) => [...commandFaults(body, [index], inGuild), ...takenBefore(bodies, index)]));
      if (bodies.filter(isChat).length > MOST) throw tooMany(MOST);
      if (bodies.filter(isEntryPoint).length > 1) throw tooMany(1);
      if (of(scope).some(isEntryPoint) && !bodies.some(isEntryPoint)) throw entryPointLeftOut();
      const known = bodies.map((body) => of(scope).find(sameAs(body)));
      countCreates(scope, known.filter((command) => !command).length);
      const replaced = bodies.map((body, index) => build(scope, whole(scope, body), known[index]));
      keep(scope, replaced);
      return replaced;
    },
    put(scope, body) {
      check(commandFaults(body, [], scope !== null));
      const known = of(scope).find(sameAs(body));
      const others = of(scope).filter((command) => command !== known);
      if (isEntryPoint(body) && others.some(isEntryPoint)) throw tooMany(1);
      if (!known) countCreates(scope, 1);
      const command = build(scope, whole(scope, body), known);
      keep(scope, [...others, command]);
      return { command, made: !known };
    },
    change(scope, id, body) {
      const known = get(scope, id);
      const command = build(scope, { ...known, ...answered(body) }, known);
      keep(
        scope,
        of(scope).map((other) => (other === known ? command : other)),
      );
      return command;
    },
    remove(scope, id) {
      const known = get(scope, id);
      keep(
        scope,
        of(scope).filter((command) => command !== known),
      );
    },
  };
}

type Typed = { readonly name: string; readonly type?: number | undefined };

export function isEntryPoint({ type }: Pick<Typed, 'type'>): boolean {
  return type === commandType.PRIMARY_ENTRY_POINT;
}

function isChat({ type = commandType.CHAT_INPUT }: Typed): boolean {
  return type === commandType.CHAT_INPUT;
}

function sameAs(body: Typed) {
  return (command: Typed) =>
    command.name === body.name && (command.type ?? commandType.CHAT_INPUT) === (body.type ?? commandType.CHAT_INPUT);
}

function takenBefore(bodies: readonly CommandBody[], index: number): FormFault[] {
  const body = bodies[index];
  if (!body || bodies.findIndex(sameAs(body)) === index) return [];
  const code = 'APPLICATION_COMMANDS_DUPLICATE_NAME';
  return [{ path: [index, 'name'], code, message: 'Application command names must be unique' }];
}

// Codes: documentation, "Opcodes and Status Codes", JSON error codes.
const entryPointLeftOut = () =>
  new Refusal(
    400,
    50240,
    "You cannot remove this app's Entry Point command in a bulk update operation. Please include the Entry Point command in your update request or delete it separately.",
  );
const tooMany = (most: number) => new Refusal(400, 30032, `Maximum number of application commands reached (${most})`);
const tooManyToday = () =>
  new Refusal(400, 30034, `Max number of daily application command creates has been reached (${CREATES_A_DAY})`);
