import type { APIApplicationCommand } from 'discord.js';
import {
  ApplicationCommandCreateRequestSchema,
  ApplicationCommandPatchRequestPartialSchema,
  ApplicationCommandUpdateRequestSchema,
} from 'discord-api-spec/zod';
import { type Request, Router } from 'express';
import { readBody, takeBody } from '../body.ts';
import { invalidForm } from '../invalid-form.ts';
import type { RateLimits } from '../rate-limits.ts';
import { missingAccess } from '../refusal.ts';
import { checkSnowflakes } from '../snowflake-params.ts';
import { readRequest } from '../spec.ts';
import type { Scope } from './answer.ts';
import type { CommandBody } from './check.ts';
import type { Commands } from './commands.ts';

interface CommandRoutesParts {
  clientId: string;
  commands: Commands;
  limits: RateLimits;
  /** Whether the bot is in that guild. */
  isIn(guildId: string): boolean;
}

const all = ['/applications/:application_id/commands', '/applications/:application_id/guilds/:guild_id/commands'];
const one = all.map((path) => `${path}/:command_id`);

/** What the bot asks of its commands, global ones and guilds'. Mount it behind the check of the bot's token. */
export function commandRoutes({ clientId, commands, limits, isIn }: CommandRoutesParts): Router {
  const router = Router();
  checkSnowflakes(router);
  const changing = limits.limited('application-commands', 20, 5_000);

  const scopeOf = ({ params }: Request<Params>): Scope => {
    const { application_id, guild_id = null } = params;
    if (application_id !== clientId || (guild_id !== null && !isIn(guild_id))) throw missingAccess();
    return guild_id;
  };

  router.get(all, (request: Request<Params>, response) => {
    const full = request.query.with_localizations === 'true';
    const listed = commands.in(scopeOf(request));
    response.json(full ? listed : listed.map(withoutLocalizations));
  });
  router.put(all, changing, takeBody, async (request: Request<Params>, response) => {
    const scope = scopeOf(request);
    response.json(commands.replace(scope, readList((await readBody(request)).json)));
  });
  router.post(all, changing, takeBody, async (request: Request<Params>, response) => {
    const scope = scopeOf(request);
    const body = readCommand(ApplicationCommandCreateRequestSchema, (await readBody(request)).json);
    const { command, made } = commands.put(scope, body);
    response.status(made ? 201 : 200).json(command);
  });
  router.get(one, (request: Request<OfCommand>, response) => {
    response.json(commands.get(scopeOf(request), request.params.command_id));
  });
  router.patch(one, changing, takeBody, async (request: Request<OfCommand>, response) => {
    const scope = scopeOf(request);
    const body = readCommand(ApplicationCommandPatchRequestPartialSchema, (await readBody(request)).json);
    response.json(commands.change(scope, request.params.command_id, body));
  });
  router.delete(one, changing, (request: Request<OfCommand>, response) => {
    commands.remove(scopeOf(request), request.params.command_id);
    response.status(204).end();
  });
  return router;
}

type Params = { application_id: string; guild_id?: string };
type OfCommand = Params & { command_id: string };

function readList(json: unknown): CommandBody[] {
  if (!Array.isArray(json)) throw invalidForm([{ path: [], code: 'BASE_TYPE_BAD_TYPE', message: 'Expected a list.' }]);
  return json.map((body, index) => readCommand(ApplicationCommandUpdateRequestSchema, body, [index]));
}

/** Discord takes permissions as a number or as its digits; its specification knows only the number. */
function readCommand<T extends object>(
  schema: Parameters<typeof readRequest<T>>[0],
  json: unknown,
  at: readonly PropertyKey[] = [],
): T {
  if (typeof json !== 'object' || json === null || !('default_member_permissions' in json))
    return readRequest(schema, json, at);
  const { default_member_permissions: given } = json;
  const digits = typeof given === 'string' && /^\d+$/.test(given);
  const read = readRequest(schema, digits ? { ...json, default_member_permissions: Number(given) } : json, at);
  // As it was sent: a number can't hold every set of permissions.
  return { ...read, default_member_permissions: given };
}

/** As a list is answered that isn't asked for `with_localizations`. */
function withoutLocalizations(command: APIApplicationCommand): object {
  const leave = (key: string, value: unknown) =>
    key === 'name_localizations' || key === 'description_localizations' ? undefined : value;
  return JSON.parse(JSON.stringify(command, leave));
}
