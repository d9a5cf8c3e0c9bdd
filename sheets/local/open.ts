import { mkdirSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import express from 'express';
import { createLocalSheets, type LocalSheets } from './engine.ts';
import { notFound } from './errors.ts';
import { sheetsApi } from './http/api.ts';
import { liveChanges } from './http/live.ts';
import { loopbackOnly } from './http/loopback.ts';
import { pageRoutes } from './http/page.ts';
import { openStore } from './store/sqlite.ts';

export type OpenLocalSheets = {
  /** The folder that holds `sheets.sqlite`; it's made when missing. Without one, everything is in memory. */
  readonly dir?: string;
  /** On 127.0.0.1; 0 takes a free one. */
  readonly port: number;
  /** Milliseconds. */
  readonly now: () => number;
  readonly random: () => number;
};

export type OpenedLocalSheets = {
  /** `http://localhost:PORT`: the root of the API, and at `/` its page. */
  readonly url: string;
  readonly port: number;
  readonly engine: LocalSheets;
  /** Ends streams, server and store; what was answered is on disk. */
  readonly close: () => Promise<void>;
};

/**
 * Opens the local spreadsheet on this machine: the API, its page, and what is kept on disk.
 * @throws the original system error when the port is in use (EADDRINUSE) or the folder can't be written
 */
export async function openLocalSheets(options: OpenLocalSheets): Promise<OpenedLocalSheets> {
  const { dir, now, random } = options;
  if (dir !== undefined) mkdirSync(dir, { recursive: true });
  const store = openStore(dir === undefined ? ':memory:' : join(dir, 'sheets.sqlite'));
  let url = '';
  const engine = createLocalSheets({ now, random, store, urlOf: (id) => `${url}/?id=${encodeURIComponent(id)}` });
  const live = liveChanges(engine);
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.use(loopbackOnly);
  app.use('/v4/spreadsheets', sheetsApi(engine));
  app.get('/live', live.route);
  app.use(pageRoutes(engine));
  app.use((_, response) => {
    response.status(404).json(notFound().body());
  });
  const server = createServer(app);
  try {
    await listening(server, options.port);
  } catch (error) {
    live.close();
    store.close();
    throw error;
  }
  const port = portOf(server);
  url = `http://localhost:${port}`;
  return {
    url,
    port,
    engine,
    close: async () => {
      live.close();
      await closed(server);
      store.close();
    },
  };
}

function listening(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('A listening TCP server has a port.');
  return address.port;
}

/** Ends once every answer under way is out; connections that only wait are cut. */
function closed(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()));
    server.closeIdleConnections();
  });
}
