import express, { type Request, Router } from 'express';
import { z } from 'zod';
import type { LocalDiscord } from '../discord/discord.ts';
import { guilds } from '../discord/guild.ts';
import { locationOf } from '../discord/instances.ts';
import { type Persona, people, roleKeys } from '../people.ts';
import { createChannelView } from './channel-view.ts';
import { chatRoutes } from './chat-routes.ts';
import type { Setup } from './contract.ts';
import { createOpenStages } from './live.ts';
import { pageFiles } from './page-files.ts';
import { answerBadRequests, unknownStage } from './refusals.ts';
import { authenticate, authorize } from './sign-in.ts';
import { troubleRoutes } from './trouble-routes.ts';
import { guildCalled, personCalled } from './who.ts';
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
  const view = createChannelView(discord);
  const stages = createOpenStages(discord, view);
  const guildOf = (key: string) => guildCalled(discord, key);
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
      channels: [
        { id: shown.textChannelId, name: shown.textChannelName, kind: 'text' },
        { id: shown.channelId, name: shown.channelName, kind: 'voice' },
      ],
      roles: Object.values(shown.roles).map(({ id, name }) => ({ id, name })),
      botMember: discord.bot.has(guildOf(shown.key)),
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
    const { id, key } = personCalled(person, guild);
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
    const { id } = personCalled(request.params.person, guild.plan);
    response.json({ roles: guild.rolesOf(id), permissions: String(guild.permissionsOf(id)) });
  });
  router.put('/servers/:server/people/:person/roles', (request, response) => {
    const guild = guildOf(request.params.server);
    const { id } = personCalled(request.params.person, guild.plan);
    guild.setRoles(id, rolesBody.parse(request.body).roles);
    response.json({});
  });
  router.put('/people/:person/wire', (request, response) => {
    const { key } = personIn(request);
    setWire(key, wireBody.parse(request.body).cut);
    response.json({});
  });

  router.use(chatRoutes(discord, view));
  router.use(troubleRoutes(discord));
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

function personIn(request: Request<{ person: string }>): Persona {
  return personCalled(request.params.person, { name: 'the sandbox', members: people });
}
