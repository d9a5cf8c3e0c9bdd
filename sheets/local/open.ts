import { mkdirSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import express from 'express';
import { doorsOf } from './callers.ts';
import { createLocalSheets, type LocalSheets } from './engine.ts';
import { notFound } from './errors.ts';
import { createFaultQueue, type Faults } from './faults/queue.ts';
import { accessRoutes } from './http/access.ts';
import { sheetsApi } from './http/api.ts';
import { callerOf } from './http/caller.ts';
import { driveApi } from './http/drive.ts';
import { documentRoutes } from './http/export.ts';
import { faultRoutes } from './http/faults.ts';
import { liveChanges } from './http/live.ts';
import { loopbackOnly } from './http/loopback.ts';
import { type After, misbehaving } from './http/misbehaving.ts';
import { pageRoutes } from './http/page.ts';
import { viewRoutes } from './http/view.ts';
import { sheetByTitle } from './model/book.ts';
import { openStore } from './store/sqlite.ts';

export type OpenLocalSheets = {
  /** The folder that holds `sheets.sqlite`; it's made when missing. Without one, everything is in memory. */
  readonly dir?: string;
  /** On 127.0.0.1; 0 takes a free one. */
  readonly port: number;
  /** Milliseconds. */
  readonly now: () => number;
  readonly random: () => number;
  /** As at Google, who brings no credentials gets nothing, and who brings a key may read what is shared. */
  readonly strict?: boolean;
  /** Spreadsheets that no program may use, whether they exist or not. */
  readonly privateIds?: readonly string[];
  /** The timer of requests that are applied late; without one, Node's own. */
  readonly after?: After;
};

export type OpenedLocalSheets = {
  /** `http://localhost:PORT`: the root of the API, and at `/` its page. */
  readonly url: string;
  readonly port: number;
  readonly engine: LocalSheets;
  /** What is to go wrong with the next requests to the API. */
  readonly faults: Faults;
  /** Ends streams, server and store; what was answered is on disk. */
  readonly close: () => Promise<void>;
};

/**
 * Opens the local spreadsheet on this machine: the API, its page, and what is kept on disk.
 * @throws the original system error when the port is in use (EADDRINUSE) or the folder can't be written
 */
export async function openLocalSheets(options: OpenLocalSheets): Promise<OpenedLocalSheets> {
  const { dir, now, random, strict = false, privateIds = [], after = nodeTimer } = options;
  if (dir !== undefined) mkdirSync(dir, { recursive: true });
  const store = openStore(dir === undefined ? ':memory:' : join(dir, 'sheets.sqlite'));
  let url = '';
  const engine = createLocalSheets({
    now,
    random,
    store,
    urlOf: (id) => `${url}/spreadsheets/d/${encodeURIComponent(id)}/edit`,
  });
  const doors = doorsOf(engine, strict, new Set(privateIds));
  const faults = createFaultQueue((tab) => engine.list().some((book) => sheetByTitle(book, tab) !== undefined));
  const live = liveChanges(engine, faults);
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.use(loopbackOnly);
  app.use(
    '/v4/spreadsheets',
    sheetsApi((request) => doors.callsOf(callerOf(request)), misbehaving(engine, faults, after)),
  );
  app.use('/drive/v3/files', driveApi({ engine, doors, strict, random }));
  app.use('/spreadsheets/d', documentRoutes(engine, doors));
  // Whoever sits at the page may do everything, and nothing goes wrong for them.
  app.use(
    '/page/v4/spreadsheets',
    sheetsApi(() => engine.spreadsheets),
  );
  app.use('/page/access', accessRoutes(engine));
  app.use('/page/books', viewRoutes(engine));
  app.use('/faults', faultRoutes(faults));
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
    faults,
    close: async () => {
      faults.close();
      live.close();
      await closed(server);
      await engine.close();
      store.close();
    },
  };
}

const nodeTimer: After = (ms, run) => {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
};

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
