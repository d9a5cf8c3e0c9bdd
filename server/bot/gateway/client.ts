/** The bot on Discord's gateway, by discord.js: it alone knows that the bot is there. */
import { Client, type ClientOptions, Events, GatewayIntentBits, type Interaction } from 'discord.js';
import type { Clock } from '../../clock.ts';
import { botInTerminal } from '../../words/terminal.ts';
import type { Handling } from '../handling.ts';
import { openConnection } from './connection.ts';
import { openDeclaring } from './declaring.ts';
import { send } from './gateway-info.ts';
import { requestOf, type Vouch } from './incoming.ts';
import { answer } from './outgoing.ts';
import { carefulSharding, type OnUnreadable, readCarefully } from './reading.ts';
import { sorryFor } from './unread.ts';
import { inTime } from './vouching.ts';

export interface BotOptions {
  /** The application's ID, as the settings have it. */
  clientId: string;
  token: string;
  /** Of Discord's REST API without its version, such as `https://discord.com/api`; and of its pictures. */
  api: string;
  cdn: string;
  /** `api`, where it isn't Discord's own: words name it then. */
  other: string | undefined;
  handling: Handling;
  /** Who somebody is in a guild, where the gateway doesn't say. */
  vouch: Vouch;
  /** Where the world finds the league's page. */
  publicUrl: string | undefined;
  clock: Clock;
  /** Something that only a person can put right, in words. */
  say: (words: string) => void;
  /** Everything else that fails; the bot goes on. */
  onError: (error: unknown) => void;
}

/** How long the first guilds may take to come: until then nobody is answered. Milliseconds. */
const guildsMs = 2_000;
/** How long closing may take. Milliseconds. */
const goodbyeMs = 2_000;

/** Connects by itself and again, until it's closed. What it's asked is answered at once; nothing waits for it. */
export function openBot(options: BotOptions) {
  const { clientId, token, other, handling, clock, publicUrl, say, onError } = options;
  const words = botInTerminal(other);
  const client = new Client(clientOptions(options, unreadable));
  const ready = Promise.withResolvers<Client<true>>();
  const underWay = new Set<Promise<void>>();
  const vouch = inTime(options.vouch, clock);
  const declaring = openDeclaring({ clock, say, words, onError });
  let saidUnreadable = false;

  readCarefully(client, unreadable);
  client.on(Events.Error, onError);
  client.on(Events.ShardError, onError);
  client.on(Events.InteractionCreate, take);
  client.once(Events.ClientReady, (connected) => {
    ready.resolve(connected);
    const { id } = connected.application;
    if (id !== clientId) say(words.otherApplication(id, clientId));
    declaring.declare(connected);
  });
  const connection = openConnection({ client, token, other, clock, say, onError });

  return {
    client,
    /** Once it's connected and knows its servers. Stays open where it never gets there. */
    ready: ready.promise,
    /** Once Discord knows our commands: whether anything had to be changed. */
    declared: declaring.declared,
    state: connection.state,
    /** Whether it's in that guild now. */
    isIn: (guild: string): boolean => client.guilds.cache.has(guild),
    async close(): Promise<void> {
      connection.close();
      declaring.close();
      client.off(Events.InteractionCreate, take);
      // Whoever asked just now gets an answer.
      await Promise.all(underWay);
      // discord.js waits for good where the gateway hasn't said its first word yet.
      const late = Promise.withResolvers<void>();
      const cancel = clock.after(goodbyeMs, late.resolve);
      await Promise.race([client.destroy(), late.promise]);
      cancel();
    },
  };

  function take(interaction: Interaction): void {
    keep(respond(interaction));
  }

  function keep(answering: Promise<void>): void {
    const answered = answering.catch(onError);
    underWay.add(answered);
    void answered.then(() => underWay.delete(answered));
  }

  async function respond(interaction: Interaction): Promise<void> {
    const handled = await requestOf(interaction, vouch).then(handling.handle, (error: unknown) => {
      onError(error);
      return handling.failed(interaction.locale);
    });
    await answer(interaction, handled, { clock, publicUrl });
  }

  function unreadable(error: unknown, packet?: unknown): void {
    onError(error);
    if (!saidUnreadable) say(words.unreadable(eventOf(packet), error instanceof Error ? error.message : String(error)));
    saidUnreadable = true;
    keep(sorryFor(client.rest, packet));
  }
}

/** The Guilds intent brings servers, their roles and channels: everything that a league needs, and no message of anybody's. */
function clientOptions({ clientId, api, cdn }: BotOptions, onUnreadable: OnUnreadable): ClientOptions {
  return {
    intents: [GatewayIntentBits.Guilds],
    rest: { api, cdn, version: '10', makeRequest: send },
    allowedMentions: { parse: [] },
    shards: 'auto',
    waitGuildTimeout: guildsMs,
    ws: { buildStrategy: carefulSharding(clientId, onUnreadable) },
  };
}

function eventOf(packet: unknown): string {
  const name = typeof packet === 'object' && packet !== null && 't' in packet ? packet.t : undefined;
  return typeof name === 'string' ? name : 'a packet';
}
