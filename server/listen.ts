/** Listening on a port, in words when it can't be had. */
import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { NotReady } from './config.ts';

/** The port that was taken: the wanted one, or any free one for 0. `host` is undefined for every interface. */
export async function listen(server: Server, port: number, host: string | undefined): Promise<number> {
  server.listen(port, host);
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

/** Throws NotReady for what a person can put right; `variable` sets the port. */
export async function claimPort<T>(variable: string, port: number, open: () => Promise<T>): Promise<T> {
  try {
    return await open();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'EADDRINUSE') {
      throw new NotReady(`Port ${port} is in use. Stop what uses it, or set ${variable} to another port.`);
    }
    if (code === 'EACCES') {
      throw new NotReady(`Port ${port} may not be used by this account. Set ${variable} to a port above 1023.`);
    }
    throw error;
  }
}
