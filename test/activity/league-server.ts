import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import express, { type Express } from 'express';

/** A server that answers as a test tells it to, on a free port of this machine. */
export async function openServer(routes: (app: Express) => void): Promise<{ origin: string; close(): Promise<void> }> {
  const app = express().use(express.json());
  routes(app);
  const server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
