import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import { closeCode } from './close-codes.ts';
import { type ConnectionParts, connections, PATH, urlAt } from './connection.ts';
import { isOnShard } from './identify.ts';
import { op } from './payload.ts';
import { dispatchTo, type Session } from './sessions.ts';

export interface Gateway {
  /** Takes a WebSocket's upgrade at `/gateway`; false when it's for somebody else. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean;
  /** Discord's answer to `GET /gateway/bot`; `host` is where the asker reaches this. */
  answer(host: string): object;
  /** Sends an event to the bot: on every shard, or on the one of that guild. A broken connection gets it on resuming. */
  dispatch(event: string, data: unknown, guildId?: string): void;
  /** Breaks every connection without a word, as a dead network does. */
  drop(): void;
  /** Asks every connection to reconnect and resume (op 7). */
  reconnect(): void;
  /** Ends every session (op 9); it can be resumed or not. */
  invalidate(resumable: boolean): void;
  /** How many bots, or shards of one, are connected and identified. */
  connected(): number;
  /** Drops every connection and forgets every session. */
  close(): void;
}

// Documentation: "Gateway", Session Start Limit.
const STARTS_A_DAY = 1000;
const DAY_MS = 86_400_000;

/** Discord's gateway, version 10, JSON, uncompressed. */
export function createGateway(parts: Omit<ConnectionParts, 'sessions' | 'onStart'>): Gateway {
  const { faults, now } = parts;
  const server = new WebSocketServer({ noServer: true });
  const sessions = new Map<string, Session>();
  /** When sessions were begun. */
  const starts: number[] = [];

  const serve = connections({ ...parts, sessions, onStart: () => starts.push(now()) });

  return {
    upgrade(request, socket, head) {
      const url = new URL(request.url ?? '/', 'http://gateway');
      if (url.pathname.replace(/\/$/, '') !== PATH) return false;
      // A page in a browser says where it's from, and none of them is a bot.
      const refusal = request.headers.origin === undefined ? undefined : '403 Forbidden';
      const status = faults.gatewayDown ? '503 Service Unavailable' : refusal;
      if (status !== undefined) socket.end(`HTTP/1.1 ${status}\r\n\r\n`);
      else
        server.handleUpgrade(request, socket, head, (websocket) => {
          if (url.searchParams.get('v') !== '10') websocket.close(...closeCode.INVALID_API_VERSION);
          else if (url.searchParams.get('encoding') !== 'json') websocket.close(...closeCode.DECODE_ERROR);
          else serve(websocket, request.headers.host ?? 'localhost');
        });
      return true;
    },
    answer(host) {
      const today = starts.filter((at) => now() - at < DAY_MS);
      const [first] = today;
      return {
        url: urlAt(host),
        shards: 1,
        session_start_limit: {
          total: STARTS_A_DAY,
          remaining: Math.max(0, STARTS_A_DAY - today.length),
          reset_after: first === undefined ? 0 : first + DAY_MS - now(),
          max_concurrency: 1,
        },
      };
    },
    dispatch(event, data, guildId) {
      for (const session of sessions.values())
        if (guildId === undefined || isOnShard(guildId, session.shard)) dispatchTo(session, event, data);
    },
    drop() {
      for (const socket of server.clients) socket.terminate();
    },
    reconnect() {
      for (const { socket } of sessions.values()) socket?.send(JSON.stringify({ op: op.RECONNECT, d: null }));
    },
    invalidate(resumable) {
      for (const { id, socket } of [...sessions.values()]) {
        socket?.send(JSON.stringify({ op: op.INVALID_SESSION, d: resumable }));
        if (!resumable) sessions.delete(id);
      }
    },
    connected: () => [...sessions.values()].filter(({ socket }) => socket !== null).length,
    close() {
      for (const socket of server.clients) socket.terminate();
      sessions.clear();
    },
  };
}
