import { GatewayBotResponseSchema, UserResponseSchema } from 'discord-api-spec/zod';
import { type RequestHandler, Router } from 'express';
import { botUser } from './bot.ts';
import type { BotMembership } from './bot-membership.ts';
import type { Channels } from './channels.ts';
import type { Commands } from './commands/commands.ts';
import { commandRoutes } from './commands/routes.ts';
import type { Gateway } from './gateway/gateway.ts';
import type { Instances } from './instances.ts';
import type { Guild } from './membership.ts';
import type { Messages } from './messages/record.ts';
import { channelRoutes } from './messages/routes.ts';
import type { RateLimits } from './rate-limits.ts';
import { missingAccess, notFound, unauthorized, unknownGuild } from './refusal.ts';
import { checkSnowflakes } from './snowflake-params.ts';
import { fitting } from './spec.ts';

interface BotRoutesParts {
  clientId: string;
  botToken: string;
  guilds: readonly Guild[];
  bot: BotMembership;
  channels: Channels;
  commands: Commands;
  messages: Messages;
  instances: Instances;
  gateway: Gateway;
  limits: RateLimits;
  now: () => number;
}

/** What is asked with the bot's token. */
export function botRoutes(parts: BotRoutesParts): Router {
  const { clientId, botToken, guilds, bot, channels, commands, messages, instances, gateway, limits, now } = parts;
  /** A guild that the bot isn't in is none that it knows. */
  const requireGuild = (id: string): Guild => {
    const found = guilds.find((guild) => guild.plan.id === id && bot.has(guild));
    if (!found) throw unknownGuild();
    return found;
  };

  const router = Router();
  // Before the parameters are looked at: without a token, what is wrong with them is nobody's business.
  const onlyBot: RequestHandler = (request, _response, next) =>
    next(request.get('authorization') === `Bot ${botToken}` ? undefined : unauthorized());
  for (const path of ['/gateway/bot', '/users', '/guilds', '/channels', '/applications']) router.use(path, onlyBot);
  checkSnowflakes(router);

  router.get('/gateway/bot', (request, response) => {
    const answer = gateway.answer(request.get('host') ?? 'localhost');
    response.json(fitting(GatewayBotResponseSchema, answer));
  });
  router.get('/users/@me', (_request, response) => {
    response.json(fitting(UserResponseSchema, botUser(clientId)));
  });
  router.get('/guilds/:guild_id', (request, response) => {
    response.json(requireGuild(request.params.guild_id).answer());
  });
  router.get('/guilds/:guild_id/roles', (request, response) => {
    response.json(requireGuild(request.params.guild_id).roleAnswers());
  });
  router.get('/guilds/:guild_id/channels', (request, response) => {
    const guild = requireGuild(request.params.guild_id);
    response.json(channels.in(guild).map((channel) => channel.answer()));
  });
  router.get('/guilds/:guild_id/members/:user_id', (request, response) => {
    response.json(requireGuild(request.params.guild_id).memberAnswer(request.params.user_id));
  });
  router.get('/applications/:application_id/activity-instances/:instance_id', (request, response) => {
    if (request.params.application_id !== clientId) throw missingAccess();
    const answer = instances.answer(request.params.instance_id, clientId);
    if (!answer) throw notFound();
    response.json(answer);
  });

  const isIn = (guildId: string) => guilds.some((guild) => guild.plan.id === guildId && bot.has(guild));
  router.use(commandRoutes({ clientId, commands, limits, isIn }));
  router.use(channelRoutes({ channels, messages, limits, now }));
  return router;
}
