import { type Request, Router } from 'express';
import { type Persona, people } from '../people.ts';
import type { Guild } from './membership.ts';
import type { OAuth, Session } from './oauth.ts';
import { missingAccess, unauthorized, unknownGuild } from './refusal.ts';
import { checkSnowflakes } from './snowflake-params.ts';
import { selfAnswer } from './users.ts';

/** What the league asks in a person's name, with the token that they granted it. */
export function userRoutes({ oauth, guilds }: { oauth: OAuth; guilds: readonly Guild[] }): Router {
  const router = Router();
  checkSnowflakes(router);
  router.get('/users/@me', (request, response, next) => {
    if (isBot(request)) return next();
    response.json(selfAnswer(personaOf(requireScope(oauth, request, 'identify'))));
  });
  router.get('/users/@me/guilds/:guild_id/member', (request, response) => {
    const { userId } = requireScope(oauth, request, 'guilds.members.read');
    const guild = guilds.find(({ plan }) => plan.id === request.params.guild_id);
    if (!guild) throw unknownGuild();
    response.json(guild.memberAnswer(userId));
  });
  return router;
}

function isBot(request: Request): boolean {
  return request.get('authorization')?.startsWith('Bot ') === true;
}

function requireScope(oauth: OAuth, request: Request, scope: string): Session {
  const accessToken = /^Bearer (\S+)$/.exec(request.get('authorization') ?? '')?.[1];
  const session = accessToken === undefined ? null : oauth.session(accessToken);
  if (!session) throw unauthorized();
  if (!session.scopes.includes(scope)) throw missingAccess();
  return session;
}

function personaOf({ userId }: Session): Persona {
  const persona = people.find(({ id }) => id === userId);
  if (!persona) throw new Error(`No persona has the id ${userId}, though a session was opened for it.`);
  return persona;
}
