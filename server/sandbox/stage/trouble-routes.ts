import { Router } from 'express';
import { z } from 'zod';
import type { LocalDiscord } from '../discord/discord.ts';
import { deniable } from './contract.ts';
import { channelIn, guildCalled } from './who.ts';

/** What goes wrong for the bot on demand, and for everything that asks Discord. */
export function troubleRoutes(discord: LocalDiscord): Router {
  const router = Router();
  router.put('/faults', (request, response) => {
    Object.assign(discord.faults, faultsBody.parse(request.body));
    response.json(discord.faults);
  });
  router.put('/servers/:server/channels/:channel/denied', (request, response) => {
    const channel = channelIn(guildCalled(discord, request.params.server), request.params.channel);
    discord.channels.deny(channel, ...deniedBody.parse(request.body).permissions);
    response.json({});
  });
  router.post('/servers/:server/channels/:channel/limit', (request, response) => {
    const channel = channelIn(guildCalled(discord, request.params.server), request.params.channel);
    discord.rateLimits.exhaust(channel, limitBody.parse(request.body).ms);
    response.json({});
  });
  router.put('/servers/:server/bot', (request, response) => {
    const guild = guildCalled(discord, request.params.server);
    if (botBody.parse(request.body).member) discord.bot.invite(guild);
    else discord.bot.remove(guild);
    response.json({});
  });
  router.post('/gateway/drop', (_request, response) => {
    discord.gateway.drop();
    response.json({});
  });
  return router;
}

const faultsBody = z.strictObject({
  offline: z.boolean().optional(),
  delayMs: z.number().int().min(0).max(30_000).optional(),
  gatewayDown: z.boolean().optional(),
});
const deniedBody = z.strictObject({ permissions: z.array(z.enum(deniable)) });
const limitBody = z.strictObject({ ms: z.number().int().min(0).max(600_000) });
const botBody = z.strictObject({ member: z.boolean() });
