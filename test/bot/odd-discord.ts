/** A Discord that isn't quite Discord: it stands before the local one and alters what passes, over the real wire. */
import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { type WebSocket as Socket, WebSocket, WebSocketServer } from 'ws';

export interface Payload {
  op: number;
  t?: string | null;
  d?: unknown;
}

/** Of an answer that it gives itself. */
export interface OddAnswer {
  status: number;
  /** Text as it is, anything else as JSON; nothing at all if it's left out. */
  body?: unknown;
  type?: string;
}

interface Asked {
  method: string;
  /** Without `/api/v10`. */
  path: string;
  body: unknown;
}

export type OddDiscord = Awaited<ReturnType<typeof openOddDiscord>>;

/** `root` is the local Discord's address. */
export async function openOddDiscord(root: string) {
  const asked: Asked[] = [];
  const bots = new Set<Socket>();
  const server = http.createServer((request, response) => {
    carry(request, response).catch(() => response.destroy());
  });
  const gateway = new WebSocketServer({ server });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const own = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const ownGateway = own.replace('http', 'ws');

  let localGateway = '';
  gateway.on('connection', (bot, { url = '/' }) => {
    bots.add(bot);
    const onward = new WebSocket(localGateway + new URL(url, own).search);
    const early: string[] = [];
    onward.on('open', () => {
      for (const text of early.splice(0)) onward.send(text);
    });
    bot.on('message', (data) => {
      const text = uncompressed(String(data));
      if (onward.readyState === WebSocket.OPEN) onward.send(text);
      else early.push(text);
    });
    onward.on('message', (data) => {
      const altered = odd.payload(viaUs(JSON.parse(String(data))));
      if (altered && bot.readyState === WebSocket.OPEN) bot.send(JSON.stringify(altered));
    });
    onward.on('close', (code) => bot.close(code < 3000 ? 1000 : code));
    onward.on('error', () => bot.terminate());
    bot.on('close', () => {
      bots.delete(bot);
      onward.terminate();
    });
  });

  const odd = {
    root: own,
    /** Everything that was asked over HTTP. */
    asked,
    /** Alters what the gateway sends; nothing for what it keeps. */
    payload: (payload: Payload): Payload | undefined => payload,
    /** Answers instead of the local Discord. */
    answer: (_: Asked): OddAnswer | undefined => undefined,
    /** Alters what is said of the gateway. */
    info: (info: object): unknown => info,

    /** Alters the data of each event of that name. */
    alter(event: string, change: (data: Record<string, unknown>) => unknown): void {
      odd.payload = (payload) =>
        payload.t === event ? { ...payload, d: change({ ...(payload.d as Record<string, unknown>) }) } : payload;
    },
    /** Sends every bot that text as it is. */
    send(text: string): void {
      for (const bot of bots) bot.send(text);
    },
    closeWith(code: number): void {
      for (const bot of bots) bot.close(code);
    },
    async close(): Promise<void> {
      for (const bot of bots) bot.terminate();
      gateway.close();
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
  return odd;

  function viaUs(payload: Payload): Payload {
    if (payload.t !== 'READY') return payload;
    return { ...payload, d: { ...(payload.d as object), resume_gateway_url: ownGateway } };
  }

  async function carry(request: http.IncomingMessage, response: http.ServerResponse): Promise<void> {
    const { method = 'GET', url = '/', headers } = request;
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const sent = Buffer.concat(chunks);
    const path = url.replace('/api/v10', '');
    const isJson = headers['content-type']?.startsWith('application/json') && sent.length > 0;
    const body: unknown = isJson ? JSON.parse(sent.toString()) : undefined;
    const ask = { method, path, body };
    asked.push(ask);
    const instead = odd.answer(ask);
    if (instead) return give(response, instead);
    const answer = await fetch(root + url, {
      method,
      headers: Object.entries(headers).flatMap(([name, value]): [string, string][] =>
        ['authorization', 'content-type'].includes(name) ? [[name, String(value)]] : [],
      ),
      ...(sent.length > 0 && { body: sent }),
    });
    const text = await answer.text();
    if (path === '/gateway/bot' && answer.ok) {
      const info = JSON.parse(text) as { url: string };
      localGateway = info.url;
      return give(response, { status: 200, body: odd.info({ ...info, url: ownGateway }) });
    }
    const type = answer.headers.get('content-type');
    give(response, { status: answer.status, ...(text !== '' && { body: text }), ...(type !== null && { type }) });
  }
}

function give(response: http.ServerResponse, { status, body, type = 'application/json' }: OddAnswer): void {
  if (body === undefined) response.writeHead(status).end();
  else response.writeHead(status, { 'content-type': type }).end(typeof body === 'string' ? body : JSON.stringify(body));
}

/** A bot may ask for compressed payloads; here they're to be read. */
function uncompressed(text: string): string {
  const payload = JSON.parse(text) as { d?: { compress?: boolean } };
  if (payload.d?.compress) payload.d.compress = false;
  return JSON.stringify(payload);
}
