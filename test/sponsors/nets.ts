/** Networks for tests: one that leads nowhere, and one whose public addresses are servers on this machine. */
import { connect } from 'node:net';
import type { Net } from '../../server/sponsors/net.ts';

export const closedNet: Net = {
  resolve: async (host) => {
    throw new Error(`${host} isn't there`);
  },
  connect: (address) => {
    throw new Error(`${address} isn't there`);
  },
};

/** Public addresses of nobody's, by which servers on this machine are reached. */
export const example = '93.184.215.14';
export const elsewhere = '151.101.1.69';

export interface Dialled {
  net: Net;
  /** Names that were looked up, and addresses that were connected to, in order. */
  asked: string[];
}

/** `names` says what DNS answers, each time it's asked; `ports` which server on this machine an address is. */
export function localNet(names: Record<string, () => string[]>, ports: Record<string, number>): Dialled {
  const asked: string[] = [];
  const net: Net = {
    async resolve(host) {
      asked.push(host);
      const found = names[host]?.();
      if (!found) throw new Error(`${host} isn't there`);
      return found;
    },
    connect(address, port) {
      asked.push(`${address}:${port}`);
      return connect({ host: '127.0.0.1', port: ports[address] ?? 1 });
    },
  };
  return { net, asked };
}
