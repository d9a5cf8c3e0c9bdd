/** A panel as the server sees it: it signs in, asks, acts and listens, all over the wire. */
import { once } from 'node:events';
import { WebSocket } from 'ws';
import type { ErrorAnswer } from '../../server/contract/actions.ts';
import type { LiveMessage } from '../../server/contract/live.ts';
import type { NonceAnswer, SessionAnswer } from '../../server/contract/session.ts';

export interface Answer<T> {
  status: number;
  headers: Headers;
  body: T;
}

/** What Discord's client does for a panel. */
export interface Client {
  instance: string;
  authorize(codeChallenge: string): Promise<string>;
}

/** Any JSON that the server answers; which, the caller knows. On a connection of its own: servers end in between. */
export async function request<T = ErrorAnswer>(url: string, init: RequestInit = {}): Promise<Answer<T>> {
  const answer = await fetch(url, { ...init, headers: { connection: 'close', ...Object(init.headers) } });
  const text = await answer.text();
  return { status: answer.status, headers: answer.headers, body: text === '' ? undefined : JSON.parse(text) };
}

export function post<T = ErrorAnswer>(url: string, body: unknown, token?: string): Promise<Answer<T>> {
  const headers = { 'content-type': 'application/json', ...(token !== undefined && bearer(token)) };
  return request<T>(url, { method: 'POST', headers, body: JSON.stringify(body) });
}

export function bearer(token: string): { authorization: string } {
  return { authorization: `Bearer ${token}` };
}

/** Nonce, code, session: as a panel does it. Throws what the server said if it refuses. */
export async function signIn(url: string, client: Client) {
  const { body: started } = await post<NonceAnswer>(`${url}/api/nonce`, {});
  const code = await client.authorize(started.code_challenge);
  const request = { nonce: started.nonce, code, instance_id: client.instance };
  const { status, body } = await post<SessionAnswer>(`${url}/api/session`, request);
  if (status !== 200) throw new Error(`the sign-in was refused: ${JSON.stringify(body)}`);
  return openPanel(url, body);
}

export type Panel = ReturnType<typeof openPanel>;

export function openPanel(url: string, session: SessionAnswer) {
  const { token } = session;
  let asked = 0;
  return {
    session,
    token,

    get: <T = ErrorAnswer>(path: string, headers: Record<string, string> = {}) =>
      request<T>(url + path, { headers: { ...bearer(token), ...headers } }),

    /** Asks for an action; each time with an ID of its own, unless the action brings one. */
    act: <T = ErrorAnswer>(action: object) =>
      post<T>(`${url}/api/actions`, { id: `${token.slice(-12)}-${++asked}`, ...action }, token),

    /** Says hello on a socket of its own; with `version` it resumes from there. */
    live: (version?: number) => listen(url, { type: 'hello', token, ...(version !== undefined && { version }) }),
  };
}

export type Listener = Awaited<ReturnType<typeof listen>>;

/** A socket on /api/live and what came over it. `hello` is sent first: text as it is, anything else as JSON. */
export async function listen(url: string, hello?: unknown, headers: Record<string, string> = {}) {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/api/live`, { headers });
  const heard: LiveMessage[] = [];
  const waiting = new Set<() => void>();
  socket.on('message', (data) => {
    heard.push(JSON.parse(String(data)));
    for (const look of [...waiting]) look();
  });
  const closed = new Promise<{ code: number; reason: string }>((resolve) => {
    socket.once('close', (code, reason) => resolve({ code, reason: String(reason) }));
  });
  await once(socket, 'open');
  if (hello !== undefined) socket.send(typeof hello === 'string' ? hello : JSON.stringify(hello));

  return {
    socket,
    heard,
    /** How the server ended it. */
    closed,

    /** The next message of a type, or one that came already and wasn't taken. */
    take<T extends LiveMessage['type']>(type: T): Promise<Extract<LiveMessage, { type: T }>> {
      return new Promise((resolve) => {
        const look = () => {
          const index = heard.findIndex((message) => message.type === type);
          if (index < 0) return;
          waiting.delete(look);
          resolve(heard.splice(index, 1)[0] as Extract<LiveMessage, { type: T }>);
        };
        waiting.add(look);
        look();
      });
    },

    async close(): Promise<void> {
      socket.terminate();
      await closed;
    },
  };
}
