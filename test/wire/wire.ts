/** A spreadsheet with servers of the league at the other end of the wire, and a folder for their journals. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { wireClock } from './clock.ts';
import { openServer, type Server } from './server.ts';
import { openWireSheet } from './sheet.ts';

export type Wire = Awaited<ReturnType<typeof openWire>>;

export async function openWire() {
  const folder = mkdtempSync(join(tmpdir(), 'wire-'));
  const clock = wireClock();
  const sheet = await openWireSheet(clock);
  const opened = new Set<Server>();

  const wire = {
    clock,
    sheet,
    file: (name: string) => join(folder, name),

    /** A server with the journal of that name that hasn't looked at the Sheet yet; `timeout` in real milliseconds. */
    async begin(name: string, timeout?: number): Promise<Server> {
      const server = await openServer(join(folder, name), sheet, clock, timeout);
      opened.add(server);
      return server;
    },

    /** The same, after it has looked. */
    async open(name: string, timeout?: number): Promise<Server> {
      const server = await wire.begin(name, timeout);
      await clock.advance(10_000);
      return server;
    },

    async end(server: Server): Promise<void> {
      opened.delete(server);
      await server.close();
    },

    async close(): Promise<void> {
      for (const server of opened) await server.close();
      await sheet.close();
      rmSync(folder, { recursive: true });
    },
  };
  return wire;
}
