/** The bot on Discord's gateway, by discord.js: it alone knows that the bot is there. */
import { Client, type ClientOptions, Events, GatewayCloseCodes, GatewayIntentBits, type Interaction } from 'discord.js';
import type { Clock } from '../../clock.ts';
import { botInTerminal } from '../../words/terminal.ts';
import type { Handling } from '../handling.ts';
import { deploy } from './deploy.ts';
import { requestOf } from './incoming.ts';
import { answer } from './outgoing.ts';

export interface BotOptions {
  token: string;
  /** Of Discord's REST API without its version, such as `https://discord.com/api`; and of its pictures. */
  api: string;
  cdn: string;
  handling: Handling;
  clock: Clock;
  /** Something that only a person can put right, in words. */
  say: (words: string) => void;
  /** Everything else that fails; the bot goes on. */
  onError: (error: unknown) => void;
}

/** discord.js's word for 401, which is Discord's for a token that it doesn't know. */
const badToken = 'TokenInvalid';
const firstRetryMs = 5_000;
const longestRetryMs = 60_000;

/** Connects by itself and again, until it's closed. What it's asked is answered at once; nothing waits for it. */
export function openBot({ token, api, cdn, handling, clock, say, onError }: BotOptions) {
  const client = new Client(clientOptions(api, cdn));
  const ready = Promise.withResolvers<Client<true>>();
  const declared = Promise.withResolvers<boolean>();
  const underWay = new Set<Promise<void>>();
  let cancelRetry = () => {};
  let closed = false;

  client.on(Events.Error, onError);
  client.on(Events.ShardError, onError);
  client.on(Events.InteractionCreate, take);
  // A token that was reset while it's in use.
  client.on(Events.ShardDisconnect, ({ code }) => {
    if (code === GatewayCloseCodes.AuthenticationFailed) say(botInTerminal.badToken);
  });
  client.once(Events.ClientReady, (connected) => {
    ready.resolve(connected);
    declare(connected, firstRetryMs);
  });
  connect(firstRetryMs);

  return {
    client,
    /** Once it's connected and knows its servers. Stays open where it never gets there. */
    ready: ready.promise,
    /** Once Discord knows our commands: whether anything had to be changed. */
    declared: declared.promise,
    /** Whether it's in that guild now. */
    isIn: (guild: string): boolean => client.guilds.cache.has(guild),
    async close(): Promise<void> {
      closed = true;
      cancelRetry();
      client.off(Events.InteractionCreate, take);
      // Whoever asked just now gets an answer.
      await Promise.all(underWay);
      await client.destroy();
    },
  };

  function take(interaction: Interaction): void {
    const answered = respond(interaction).catch(onError);
    underWay.add(answered);
    void answered.then(() => underWay.delete(answered));
  }

  async function respond(interaction: Interaction): Promise<void> {
    const request = requestOf(interaction);
    if (!request || interaction.isContextMenuCommand()) return;
    await answer(interaction, handling.handle(request), clock);
  }

  function connect(retryMs: number): void {
    client.login(token).catch((error: unknown) => {
      if (closed) return;
      if (isBadToken(error)) return say(botInTerminal.badToken);
      again(error, retryMs, connect);
    });
  }

  function declare(connected: Client<true>, retryMs: number): void {
    deploy(connected.rest, connected.application.id).then(declared.resolve, (error: unknown) => {
      if (!closed) again(error, retryMs, (ms) => declare(connected, ms));
    });
  }

  function again(error: unknown, retryMs: number, what: (retryMs: number) => void): void {
    onError(error);
    cancelRetry = clock.after(retryMs, () => what(Math.min(longestRetryMs, retryMs * 2)));
  }
}

/** The Guilds intent brings servers, their roles and channels: everything that a league needs, and no message of anybody's. */
function clientOptions(api: string, cdn: string): ClientOptions {
  return {
    intents: [GatewayIntentBits.Guilds],
    rest: { api, cdn, version: '10' },
    allowedMentions: { parse: [] },
    shards: 'auto',
  };
}

function isBadToken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === badToken;
}
