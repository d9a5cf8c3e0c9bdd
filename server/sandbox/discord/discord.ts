import { Router } from 'express';
import { avatarRouter } from './avatars.ts';
import { type BotMembership, createBotMembership, guildCreate, readyFields } from './bot-membership.ts';
import { botRoutes } from './bot-routes.ts';
import { type Channels, createChannels } from './channels.ts';
import { type Chat, createChat } from './chat.ts';
import { createCommands } from './commands/commands.ts';
import { createEvents, type Events } from './events.ts';
import { applyFaults, type Faults, noFaults } from './faults.ts';
import { createGateway, type Gateway } from './gateway/gateway.ts';
import { guilds as plans } from './guild.ts';
import { createInstances, type Instances } from './instances.ts';
import { callbackRoute } from './interactions/callback.ts';
import { createInteractions } from './interactions/interactions.ts';
import { webhookRoutes } from './interactions/webhooks.ts';
import { createGuild, type Guild } from './membership.ts';
import { createAttachments } from './messages/attachments.ts';
import { createMessages } from './messages/record.ts';
import { createOAuth, type OAuth } from './oauth.ts';
import { createRateLimits, type RateLimits } from './rate-limits.ts';
import { answerRefusals, notFound } from './refusal.ts';
import { createSnowflakes } from './snowflake.ts';
import { checkSnowflakes } from './snowflake-params.ts';
import { userRoutes } from './user-routes.ts';

export interface LocalDiscord {
  readonly clientId: string;
  /** Discord's REST API, for mounting at `/api`: answers below `/v10/` and, as clients append it, without. */
  readonly api: Router;
  /** Discord's CDN, for mounting at `/cdn`. */
  readonly cdn: Router;
  /** The bot's side of the wire; its `upgrade` belongs to the same server as the API. */
  readonly gateway: Gateway;
  readonly guilds: readonly Guild[];
  /** The first of them. */
  readonly guild: Guild;
  readonly channels: Channels;
  readonly bot: BotMembership;
  readonly instances: Instances;
  readonly oauth: OAuth;
  /** What people do in the channels, and what they see. */
  readonly chat: Chat;
  readonly events: Events;
  /** Switches for tests and the stage; set a field to change what Discord does from the next request on. */
  readonly faults: Faults;
  readonly rateLimits: RateLimits;
  readonly snowflake: () => string;
  /** Drops the bot's connections and calls off every timer. */
  close(): void;
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
  /** Runs once after that many milliseconds; what it returns calls it off. */
  after: (ms: number, run: () => void) => () => void;
  /** How often the bot has to give a sign of life, milliseconds. Discord says 41.25 s. */
  heartbeatMs?: number;
}

/**
 * A Discord on this machine: its guilds, their people, channels and messages, OAuth, the activity instances that the
 * stage opens, and the gateway and REST API that a bot speaks to. It holds everything in memory, as nothing of the league
 * lives in Discord.
 */
export function createLocalDiscord(parts: LocalDiscordParts): LocalDiscord {
  const { clientId, clientSecret, botToken, now, random, sleep, after, heartbeatMs = 41_250 } = parts;
  const snowflake = createSnowflakes(now);
  const guild = createGuild(plans[0], clientId);
  const guilds = [guild, ...plans.slice(1).map((plan) => createGuild(plan, clientId))];
  const instances = createInstances(snowflake);
  const oauth = createOAuth({ clientId, clientSecret, now, random });
  const faults: Faults = { ...noFaults };
  const rateLimits = createRateLimits(faults, now);
  const events = createEvents();

  const bot = createBotMembership(guilds, {
    left: ({ plan: { id } }) => gateway.dispatch('GUILD_DELETE', { id }, id),
    joined: (joined) => gateway.dispatch('GUILD_CREATE', guildCreate(joined, channels, clientId), joined.plan.id),
  });
  const channels = createChannels({
    guilds,
    hasBot: bot.has,
    onChange: (channel) => gateway.dispatch('CHANNEL_UPDATE', channel.answer(), channel.guild.plan.id),
  });
  const gateway = createGateway({
    botToken,
    faults,
    events,
    heartbeatMs,
    now,
    after,
    newSessionId: snowflake,
    ready: () => readyFields(clientId),
    guildCreates: () =>
      guilds.filter(bot.has).map((own) => ({ id: own.plan.id, data: guildCreate(own, channels, clientId) })),
  });
  const attachments = createAttachments(snowflake);
  const messages = createMessages({ clientId, attachments, events, snowflake, now });
  const commands = createCommands({ clientId, events, snowflake, now });
  const interactions = createInteractions({ events, snowflake, random, now, after });
  const chat = createChat({
    clientId,
    guilds,
    hasBot: bot.has,
    channels,
    commands,
    interactions,
    messages,
    gateway,
    events,
  });

  const routes = Router();
  checkSnowflakes(routes);
  routes.use(oauth.router);
  routes.use(userRoutes({ oauth, guilds }));
  routes.use(callbackRoute({ clientId, interactions, messages, instances, events }));
  routes.use(webhookRoutes({ clientId, interactions, messages, limits: rateLimits }));
  routes.use(
    botRoutes({
      clientId,
      botToken,
      guilds,
      bot,
      channels,
      commands,
      messages,
      instances,
      gateway,
      limits: rateLimits,
      now,
    }),
  );
  routes.use(() => {
    throw notFound();
  });

  const api = Router();
  api.use(applyFaults(faults, sleep));
  api.use(rateLimits.global);
  api.use('/v10', routes);
  api.use(routes);
  api.use(answerRefusals);
  const cdn = Router();
  cdn.use(avatarRouter());
  cdn.use(attachments.router);

  return {
    clientId,
    api,
    cdn,
    gateway,
    guilds,
    guild,
    channels,
    bot,
    instances,
    oauth,
    chat,
    events,
    faults,
    rateLimits,
    snowflake,
    close() {
      gateway.close();
      interactions.close();
    },
  };
}
