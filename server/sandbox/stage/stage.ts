import express, { type ErrorRequestHandler, type Request, Router } from 'express';
import { z } from 'zod';
import type { LocalDiscord } from '../discord/discord.ts';
import { type GuildPlan, guilds } from '../discord/guild.ts';
import { locationOf } from '../discord/instances.ts';
import type { Guild } from '../discord/membership.ts';
import { type Persona, people, roleKeys } from '../people.ts';
import type { RpcError, Setup } from './contract.ts';
import { createOpenStages } from './live.ts';
import { pageFiles } from './page-files.ts';
import { authenticate, authorize } from './sign-in.ts';
import type { Wire } from './wire.ts';

export interface StageParts {
  discord: LocalDiscord;
  /** The panel's address, e.g. http://localhost:8080. */
  panelUrl: string;
  /** The page of the first guild's Sheet, e.g. http://localhost:8081/?id=league. */
  sheetUrl: string;
  /** Without a wire all panels share panelUrl's origin, and none can go offline alone. */
  wire?: Wire;
}

const application = { name: 'Cozy-Kart League', description: 'Race night, and who won it.' };

/**
 * The stage: a page that plays Discord's client around the panels, and what it asks of the local Discord. Mount it at
 * `/stage`, where its page looks for its files; the page itself may be served from anywhere on the same origin.
 */
export function createStage({ discord, panelUrl, sheetUrl, wire }: StageParts): Router {
  const stages = createOpenStages(discord);
  const guildOf = (key: string): Guild => {
    const guild = discord.guilds.find(({ plan }) => plan.key === key);
    if (!guild) throw new NotHere(`The sandbox has no server "${key}". Try ${guilds[0].key}.`);
    return guild;
  };
  const setWire = (key: string, cut: boolean) => (cut ? wire?.cut(key) : wire?.mend(key));
  const router = Router();
  router.use(pageFiles());
  router.use('/cdn', discord.cdn);
  router.get('/live', stages.connect);
  router.use(express.json({ limit: '16kb' }));

  router.get('/setup', (request, response) => {
    const shown = guilds.find(({ key }) => key === request.query.server) ?? guilds[0];
    const prepared = shown === guilds[0];
    response.json({
      clientId: discord.clientId,
      applicationName: application.name,
      servers: guilds.map(({ key, name }) => ({ key, name })),
      server: shown.key,
      prepared,
      guild: { id: shown.id, name: shown.name },
      channel: { id: shown.channelId, name: shown.channelName },
      locationId: locationOf(shown),
      people: shown.members,
      panelUrl,
      sheetUrl: prepared ? sheetUrl : new URL('/all', sheetUrl).href,
      hosts: wire ? 'own' : 'shared',
      faults: discord.faults,
    } satisfies Setup);
  });

  router.put('/frames/:frame', (request, response) => {
    const { stage, server, person, cut, rejoin } = openFrame.parse(request.body);
    const { plan: guild } = guildOf(server);
    const { id, key } = personOf(person, guild);
    // The page says how it left the wire: another page's cut, or one that a restart forgot, would go unseen there.
    setWire(key, cut);
    const instance = stages.join(stage, request.params.frame, id, { guild, rejoin });
    if (instance === null) return void response.status(409).json(unknownStage);
    response.json({ instance });
  });
  router.delete('/frames/:frame', (request, response) => {
    stages.leave(closeFrame.parse(request.query).stage, request.params.frame);
    response.json({});
  });

  router.post('/people/:person/authorize', (request, response) => {
    response.json(authorize(discord, personIn(request), authorizeBody.parse(request.body)));
  });
  router.post('/people/:person/authenticate', (request, response) => {
    const { accessToken } = authenticateBody.parse(request.body);
    response.json(authenticate(discord, personIn(request), accessToken, application));
  });
  router.get('/servers/:server/people/:person/standing', (request, response) => {
    const guild = guildOf(request.params.server);
    const { id } = personOf(request.params.person, guild.plan);
    response.json({ roles: guild.rolesOf(id), permissions: String(guild.permissionsOf(id)) });
  });
  router.put('/servers/:server/people/:person/roles', (request, response) => {
    const guild = guildOf(request.params.server);
    const { id } = personOf(request.params.person, guild.plan);
    guild.setRoles(id, rolesBody.parse(request.body).roles);
    response.json({});
  });
  router.put('/people/:person/wire', (request, response) => {
    const { key } = personIn(request);
    setWire(key, wireBody.parse(request.body).cut);
    response.json({});
  });

  router.put('/faults', (request, response) => {
    Object.assign(discord.faults, faultsBody.parse(request.body));
    response.json(discord.faults);
  });

  router.use(answerBadRequests);
  return router;
}

const openFrame = z.strictObject({
  stage: z.string(),
  server: z.string(),
  person: z.string(),
  cut: z.boolean(),
  rejoin: z.string().optional(),
});
const closeFrame = z.object({ stage: z.string() });
const authorizeBody = z.strictObject({
  clientId: z.string(),
  scopes: z.array(z.string()),
  codeChallenge: z.string().optional(),
  codeChallengeMethod: z.string().optional(),
});
const authenticateBody = z.strictObject({ accessToken: z.string() });
const rolesBody = z.strictObject({ roles: z.array(z.enum(roleKeys)) });
const wireBody = z.strictObject({ cut: z.boolean() });
const faultsBody = z.strictObject({
  offline: z.boolean().optional(),
  delayMs: z.number().int().min(0).max(30_000).optional(),
});

// The SDK's RPCErrorCodes; 1000 is Discord's unknown error.
const INVALID_PAYLOAD = 4000;
const INVALID_USER = 4010;
const unknownStage: RpcError = {
  code: 1000,
  message: 'This page is no longer known to the stage. It reconnects by itself.',
};

function personIn(request: Request<{ person: string }>): Persona {
  return personOf(request.params.person, { name: 'the sandbox', members: people });
}

function personOf(key: string, { name, members }: Pick<GuildPlan, 'name' | 'members'>): Persona {
  const persona = members.find((candidate) => candidate.key === key);
  if (!persona) throw new NotHere(`Nobody in ${name} is called "${key}". Try ${members[0]?.key}.`);
  return persona;
}

class NotHere extends Error {}

const answerBadRequests: ErrorRequestHandler = (error, _request, response, next) => {
  const answer = (status: number, code: number, message: string) =>
    void response.status(status).json({ code, message });
  if (error instanceof NotHere) return answer(404, INVALID_USER, error.message);
  if (error instanceof z.ZodError) return answer(400, INVALID_PAYLOAD, z.prettifyError(error));
  // body-parser's errors carry the status that they want: not JSON, or too much of it.
  if (error instanceof Error && 'status' in error) return answer(Number(error.status), INVALID_PAYLOAD, error.message);
  next(error);
};
