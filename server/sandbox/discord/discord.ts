import { type Request, type RequestParamHandler, Router } from 'express';
import { type Persona, people } from '../people.ts';
import { avatarRouter } from './avatars.ts';
import { applyFaults, type Faults } from './faults.ts';
import { guilds as plans } from './guild.ts';
import { createInstances, type Instances } from './instances.ts';
import { createGuild, type Guild } from './membership.ts';
import { createOAuth, type OAuth, type Session } from './oauth.ts';
import { answerRefusals, missingAccess, notASnowflake, notFound, unauthorized, unknownGuild } from './refusal.ts';
import { createSnowflakes, isSnowflake } from './snowflake.ts';
import { selfAnswer } from './users.ts';

export interface LocalDiscord {
  readonly clientId: string;
  /** Discord's REST API, for mounting at `/api`: answers below `/v10/` and, as clients append it, without. */
  readonly api: Router;
  /** Discord's CDN, for mounting at `/cdn`. */
  readonly cdn: Router;
  readonly guilds: readonly Guild[];
  /** The first of them. */
  readonly guild: Guild;
  readonly instances: Instances;
  readonly oauth: OAuth;
  /** Switches for tests and the stage; set a field to change what the API does from the next request on. */
  readonly faults: Faults;
  readonly snowflake: () => string;
}

export interface LocalDiscordParts {
  clientId: string;
  clientSecret: string;
  botToken: string;
  /** Milliseconds since 1970. */
  now: () => number;
  /** From 0 up to 1, as Math.random. */
  random: () => number;
  sleep: (ms: number) => Promise<void>;
}

/**
 * A Discord on this machine: its guilds, their people, OAuth, and the activity instances that the stage opens. It holds
 * everything in memory, as nothing of the league lives in Discord.
 */
export function createLocalDiscord({
  clientId,
  clientSecret,
  botToken,
  now,
  random,
  sleep,
}: LocalDiscordParts): LocalDiscord {
  const snowflake = createSnowflakes(now);
  const guild = createGuild(plans[0]);
  const guilds = [guild, ...plans.slice(1).map(createGuild)];
  const instances = createInstances(snowflake);
  const oauth = createOAuth({ clientId, clientSecret, now, random });
  const faults: Faults = { offline: false, delayMs: 0 };

  const requireGuild = (id: string): Guild => {
    const found = guilds.find(({ plan }) => plan.id === id);
    if (!found) throw unknownGuild();
    return found;
  };

  const routes = Router();
  for (const name of ['guild_id', 'user_id', 'application_id']) routes.param(name, requireSnowflake(name));

  routes.use(oauth.router);
  routes.get('/users/@me', (request, response) => {
    response.json(selfAnswer(personaOf(requireScope(oauth, request, 'identify'))));
  });
  routes.get('/users/@me/guilds/:guild_id/member', (request, response) => {
    const { userId } = requireScope(oauth, request, 'guilds.members.read');
    response.json(requireGuild(request.params.guild_id).memberAnswer(userId));
  });
  routes.get('/guilds/:guild_id', (request, response) => {
    requireBot(request, botToken);
    response.json(requireGuild(request.params.guild_id).answer());
  });
  routes.get('/guilds/:guild_id/roles', (request, response) => {
    requireBot(request, botToken);
    response.json(requireGuild(request.params.guild_id).roleAnswers());
  });
  routes.get('/guilds/:guild_id/members/:user_id', (request, response) => {
    requireBot(request, botToken);
    response.json(requireGuild(request.params.guild_id).memberAnswer(request.params.user_id));
  });
  routes.get('/applications/:application_id/activity-instances/:instance_id', (request, response) => {
    requireBot(request, botToken);
    if (request.params.application_id !== clientId) throw missingAccess();
    const answer = instances.answer(request.params.instance_id, clientId);
    if (!answer) throw notFound();
    response.json(answer);
  });
  routes.use(() => {
    throw notFound();
  });

  const api = Router();
  api.use(applyFaults(faults, sleep));
  api.use('/v10', routes);
  api.use(routes);
  api.use(answerRefusals);

  return { clientId, api, cdn: avatarRouter(), guilds, guild, instances, oauth, faults, snowflake };
}

function requireBot(request: Request, botToken: string): void {
  if (request.get('authorization') !== `Bot ${botToken}`) throw unauthorized();
}

function requireScope(oauth: OAuth, request: Request, scope: string): Session {
  const accessToken = /^Bearer (\S+)$/.exec(request.get('authorization') ?? '')?.[1];
  const session = accessToken === undefined ? null : oauth.session(accessToken);
  if (!session) throw unauthorized();
  if (!session.scopes.includes(scope)) throw missingAccess();
  return session;
}

function requireSnowflake(name: string): RequestParamHandler {
  return (_request, _response, next, value: string) =>
    next(isSnowflake(value) ? undefined : notASnowflake(name, value));
}

function personaOf({ userId }: Session): Persona {
  const persona = people.find(({ id }) => id === userId);
  if (!persona) throw new Error(`No persona has the id ${userId}, though a session was opened for it.`);
  return persona;
}
