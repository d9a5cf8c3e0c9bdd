/** The network as a logo is fetched through it: names to addresses, and a connection to one address. */
import { lookup } from 'node:dns/promises';
import { connect, type Socket } from 'node:net';

export interface Net {
  /** Every address of a host, as DNS has them now. Rejects if there are none. */
  resolve(host: string): Promise<string[]>;
  /** A connection to that very address: no name is looked up on the way. */
  connect(address: string, port: number): Socket;
}

export const openInternet: Net = {
  resolve: async (host) => (await lookup(host, { all: true })).map(({ address }) => address),
  connect: (address, port) => connect({ host: address, port }),
};
