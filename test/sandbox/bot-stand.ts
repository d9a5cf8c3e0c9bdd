/** The local Discord on a port of its own, and the real discord.js connected to it. */
import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { Client, type ClientOptions, Events, GatewayIntentBits, type Interaction } from 'discord.js';
import express from 'express';
import { realClock } from '../../server/clock.ts';
import { sandboxCredentials } from '../../server/sandbox/credentials.ts';
import { createLocalDiscord, type LocalDiscord, type LocalDiscordParts } from '../../server/sandbox/discord/discord.ts';

export interface BotStand {
  readonly discord: LocalDiscord;
  /** Where it is, without a path. */
  readonly root: string;
  /** A bot that is logged in and knows its guilds. */
  bot(options?: Partial<ClientOptions>): Promise<Client<true>>;
  /** One that isn't logged in yet. */
  client(options?: Partial<ClientOptions>): Client;
  /** Asks the API itself; `body` as JSON. */
  ask(method: string, path: string, body?: unknown): Promise<{ status: number; headers: Headers; body: unknown }>;
  close(): Promise<void>;
}

export async function openBotStand(parts: Partial<LocalDiscordParts> = {}): Promise<BotStand> {
  const discord = createLocalDiscord({
    ...sandboxCredentials,
    ...realClock,
    random: Math.random,
    sleep: async () => {},
    ...parts,
  });
  const server = http.createServer(express().use('/api', discord.api).use('/cdn', discord.cdn));
  server.on('upgrade', (request, socket, head) => discord.gateway.upgrade(request, socket, head));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const root = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const clients: Client[] = [];

  const client = (options: Partial<ClientOptions> = {}) => {
    const made = new Client({
      intents: [GatewayIntentBits.Guilds],
      rest: { api: `${root}/api`, cdn: `${root}/cdn`, version: '10' },
      ...options,
    });
    clients.push(made);
    return made;
  };

  return {
    discord,
    root,
    client,
    async bot(options) {
      const made = client(options);
      const ready = once(made, Events.ClientReady);
      await made.login(sandboxCredentials.botToken);
      await ready;
      if (!made.isReady()) throw new Error('discord.js says that it is ready, and that it is not.');
      return made;
    },
    async ask(method, path, body) {
      const answer = await fetch(`${root}/api/v10${path}`, {
        method,
        headers: { authorization: `Bot ${sandboxCredentials.botToken}`, 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await answer.text();
      return { status: answer.status, headers: answer.headers, body: text === '' ? undefined : JSON.parse(text) };
    },
    async close() {
      await Promise.all(clients.map((open) => open.destroy()));
      discord.close();
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

/** Answers each interaction of a bot with that function. `done` waits for all of it and throws what any of it threw. */
export function answering(
  bot: Client,
  answer: (interaction: Interaction) => Promise<unknown>,
): { done(): Promise<void> } {
  const answers: Promise<unknown>[] = [];
  bot.on(Events.InteractionCreate, (interaction) => {
    const answered = answer(interaction);
    // Whoever calls `done` hears of it.
    answered.catch(() => {});
    answers.push(answered);
  });
  return {
    async done() {
      await Promise.all(answers);
    },
  };
}
