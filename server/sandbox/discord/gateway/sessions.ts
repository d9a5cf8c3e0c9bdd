import type { WebSocket } from 'ws';
import type { Shard } from './identify.ts';
import { op } from './payload.ts';

/** What a bot's connection is part of, and what outlives it until it's resumed. */
export interface Session {
  readonly id: string;
  readonly shard: Shard;
  readonly intents: number;
  /** Null while the connection is broken. */
  socket: WebSocket | null;
  /** When the connection broke, milliseconds since 1970. */
  goneAt: number;
  /** The number of the last dispatch. */
  seq: number;
  /** The latest dispatches, for those that were missed. */
  readonly sent: { readonly seq: number; readonly text: string }[];
}

/** So many dispatches can be missed and still be replayed. */
const REPLAYABLE = 1_000;

export function dispatchTo(session: Session, event: string, data: unknown): void {
  session.seq += 1;
  const text = JSON.stringify({ op: op.DISPATCH, d: data, s: session.seq, t: event });
  session.sent.push({ seq: session.seq, text });
  if (session.sent.length > REPLAYABLE) session.sent.shift();
  session.socket?.send(text);
}

/** Whether everything after `seq` can still be sent again. */
export function canReplay({ sent }: Session, seq: number): boolean {
  const [oldest] = sent;
  return oldest === undefined || oldest.seq <= seq + 1;
}

export function replay(session: Session, after: number): void {
  for (const { seq, text } of session.sent) if (seq > after) session.socket?.send(text);
}

/** Discord doesn't say for how long; some minutes have been seen. */
const RESUMABLE_MS = 5 * 60_000;

export function forgetOld(sessions: Map<string, Session>, now: number): void {
  for (const { id, socket, goneAt } of sessions.values())
    if (socket === null && now - goneAt > RESUMABLE_MS) sessions.delete(id);
}
