import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import express, { type RequestHandler } from 'express';
import type { LocalDiscord } from './discord/discord.ts';
import { people } from './people.ts';
import { createStage } from './stage/stage.ts';
import { createWire } from './stage/wire.ts';

export interface SandboxServerParts {
  /** 3333 is the one port besides Discord's own addresses that the SDK takes messages from; 0 for any free one. */
  port: number;
  discord: LocalDiscord;
  /** The panel's address, e.g. http://localhost:8080. Each person's panel is a way to it: http://ana.localhost:3333. */
  panelUrl: string;
  /** The page of the local Sheet. */
  sheetUrl: string;
  /** Stands before everything but the ways to the panel's server, which has a guard of its own. */
  guard?: RequestHandler;
}

/**
 * The local Discord (`/api`, `/cdn`, `/gateway`) and the stage (`/`) on this machine's loopback. Rejects with the listening error
 * as it came (EADDRINUSE when the port is taken).
 */
export async function openSandboxServer(parts: SandboxServerParts): Promise<{ url: string; close(): Promise<void> }> {
  const { port, discord, panelUrl, sheetUrl, guard } = parts;
  const keys = people.map(({ key }) => key);
  const wire = createWire(new URL(panelUrl), keys);

  const app = express().disable('x-powered-by');
  if (guard) app.use(guard);
  app.use('/api', discord.api);
  app.use('/cdn', discord.cdn);
  const stage = createStage({ discord, panelUrl, sheetUrl, wire });
  app.use('/stage', stage);
  app.get('/', stage);

  const server = http.createServer((request, response) => {
    if (!wire.request(request, response)) app(request, response);
  });
  server.on('upgrade', (request, socket, head) => {
    if (!wire.upgrade(request, socket, head) && !discord.gateway.upgrade(request, socket, head)) socket.destroy();
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');

  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      // WebSockets are no longer the HTTP server's own, so it doesn't close them.
      wire.close();
      discord.close();
      await closed;
    },
  };
}
