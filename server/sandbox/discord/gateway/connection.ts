import type { WebSocket } from 'ws';
import type { Events } from '../events.ts';
import type { Faults } from '../faults.ts';
import { type CloseReason, closeCode } from './close-codes.ts';
import { GUILDS, identifyFault, isOnShard, type Shard } from './identify.ts';
import { type Identify, op, type Payload, type Resume, readPayload } from './payload.ts';
import { canReplay, dispatchTo, forgetOld, replay, type Session } from './sessions.ts';

export interface ConnectionParts {
  /** Of all connections, those that can be resumed among them. By id. */
  sessions: Map<string, Session>;
  /** Called for each session that is begun. */
  onStart(): void;
  botToken: string;
  faults: Faults;
  events: Events;
  /** How often a bot has to give a sign of life, milliseconds. */
  heartbeatMs: number;
  now: () => number;
  after: (ms: number, run: () => void) => () => void;
  newSessionId: () => string;
  /** READY's fields beside those of the session. */
  ready(shard: Shard): object;
  /** GUILD_CREATE for each guild that the bot is in. */
  guildCreates(): { id: string; data: object }[];
}

// Documentation: "Gateway", Rate Limiting.
const SENDS = 120;
const SENDS_PER_MS = 60_000;
// A heartbeat may be late by half an interval: jitter and a slow network.
const PATIENCE = 1.5;

/** Serves a bot's WebSocket from Hello to its end; `host` is where the bot reaches this. */
export function connections(parts: ConnectionParts): (socket: WebSocket, host: string) => void {
  const { botToken, sessions, faults, events, heartbeatMs, now, after, newSessionId, ready, guildCreates, onStart } =
    parts;

  return (socket: WebSocket, host: string) => {
    let session: Session | undefined;
    let sends: number[] = [];
    const close = (reason: CloseReason) => socket.close(...closeCode[reason]);
    const send = (code: number, d: unknown) => socket.send(JSON.stringify({ op: code, d, s: null, t: null }));
    const expectLife = () => after(heartbeatMs * PATIENCE, () => close('SESSION_TIMED_OUT'));
    let stopExpecting = expectLife();

    const identify = (asked: Identify) => {
      if (session) return close('ALREADY_AUTHENTICATED');
      const fault = identifyFault(asked, botToken);
      if (fault) return close(fault);
      const { shard = [0, 1], intents } = asked;
      forgetOld(sessions, now());
      onStart();
      session = { id: newSessionId(), shard, intents, socket, goneAt: 0, seq: 0, sent: [] };
      sessions.set(session.id, session);
      const own = guildCreates().filter(({ id }) => isOnShard(id, shard));
      dispatchTo(session, 'READY', {
        v: 10,
        ...ready(shard),
        guilds: own.map(({ id }) => ({ id, unavailable: true })),
        session_id: session.id,
        resume_gateway_url: urlAt(host),
        shard,
      });
      if (intents & GUILDS) for (const { data } of own) dispatchTo(session, 'GUILD_CREATE', data);
      events.emit({ kind: 'gateway', now: 'identified', sessionId: session.id });
    };

    const resume = ({ token, session_id, seq }: Resume) => {
      if (session) return close('ALREADY_AUTHENTICATED');
      if (token !== botToken) return close('AUTHENTICATION_FAILED');
      const known = sessions.get(session_id);
      if (!known || !canReplay(known, seq)) return send(op.INVALID_SESSION, false);
      if (seq > known.seq) return close('INVALID_SEQ');
      known.socket?.terminate();
      session = known;
      session.socket = socket;
      replay(session, seq);
      dispatchTo(session, 'RESUMED', {});
      events.emit({ kind: 'gateway', now: 'resumed', sessionId: session.id });
    };

    const beat = () => {
      stopExpecting();
      stopExpecting = expectLife();
      if (faults.deafToHeartbeats) return;
      const acknowledge = () => socket.readyState === socket.OPEN && send(op.HEARTBEAT_ACK, null);
      if (faults.heartbeatDelayMs > 0) after(faults.heartbeatDelayMs, acknowledge);
      else acknowledge();
    };

    const take = (payload: Payload) => {
      switch (payload.op) {
        case op.HEARTBEAT:
          return beat();
        case op.IDENTIFY:
          return identify(payload.d);
        case op.RESUME:
          return resume(payload.d);
        case op.PRESENCE:
        case op.VOICE_STATE:
        case op.REQUEST_MEMBERS:
          // Taken and without effect: nobody here shows presences, speaks, or needs the members' intent.
          return session ? undefined : close('NOT_AUTHENTICATED');
      }
    };

    socket.on('message', (data) => {
      sends = [...sends.filter((at) => now() - at < SENDS_PER_MS), now()];
      if (sends.length > SENDS) return close('RATE_LIMITED');
      const payload = readPayload(String(data));
      if (typeof payload === 'string') return close(payload);
      take(payload);
    });
    socket.on('close', (code) => {
      stopExpecting();
      if (session?.socket !== socket) return;
      session.socket = null;
      session.goneAt = now();
      // A client that says goodbye ends its session (documentation: "Gateway", Disconnecting).
      if (code === 1000 || code === 1001) sessions.delete(session.id);
      events.emit({ kind: 'gateway', now: 'gone', sessionId: session.id });
    });
    socket.on('error', () => socket.terminate());
    send(op.HELLO, { heartbeat_interval: heartbeatMs });
  };
}

export const PATH = '/gateway';

export function urlAt(host: string): string {
  return `ws://${host}${PATH}`;
}
