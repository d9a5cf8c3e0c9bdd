import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';

export interface Wire {
  /** Whether this request is for a person's panel (their host name); if so, it has been taken care of. */
  request(request: IncomingMessage, response: ServerResponse): boolean;
  /** The same for a WebSocket. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean;
  /** Breaks every connection of the person's panel and each new one, until `mend`. */
  cut(key: string): void;
  mend(key: string): void;
  /** Ends every connection for good. */
  close(): void;
}

/**
 * The way from each person's panel to the panel's server, as Discord's proxy is: `http://ana.localhost:PORT/…` goes to
 * `target`, WebSockets too. A host name for each person gives each their own storage and cookies, as on a computer of
 * their own, and lets one of them go offline: cutting breaks the connections themselves, so the panel sees what a dead
 * network looks like and nothing tells it that it's on a stage.
 */
export function createWire(target: URL, keys: readonly string[]): Wire {
  const cutKeys = new Set<string>();
  const sockets = new Map(keys.map((key) => [key, new Set<Duplex>()]));

  /** Remembers whose connection it is, and breaks it when that person is cut off. */
  const admit = (request: IncomingMessage, socket: Duplex): 'not-ours' | 'broken' | 'through' => {
    const key = /^([a-z]+)\.localhost(:\d+)?$/.exec(request.headers.host ?? '')?.[1];
    const open = key === undefined ? undefined : sockets.get(key);
    if (key === undefined || !open) return 'not-ours';
    if (cutKeys.has(key)) {
      socket.destroy();
      return 'broken';
    }
    if (!open.has(socket)) {
      open.add(socket);
      socket.once('close', () => open.delete(socket));
    }
    return 'through';
  };

  const forward = (request: IncomingMessage) =>
    http.request({
      host: target.hostname,
      port: target.port || 80,
      method: request.method,
      path: request.url,
      headers: { ...request.headers, host: target.host },
      agent: false,
    });

  return {
    request(request, response) {
      const admitted = admit(request, request.socket);
      if (admitted === 'through') forwardRequest(forward(request), request, response, target);
      return admitted !== 'not-ours';
    },
    upgrade(request, socket, head) {
      const admitted = admit(request, socket);
      if (admitted === 'through') forwardUpgrade(forward(request), socket, head);
      return admitted !== 'not-ours';
    },
    cut(key) {
      cutKeys.add(key);
      for (const socket of sockets.get(key) ?? []) socket.destroy();
    },
    mend: (key) => void cutKeys.delete(key),
    close() {
      for (const open of sockets.values()) for (const socket of open) socket.destroy();
    },
  };
}

// Discord's proxy lets a panel load from its own address and pictures from Discord's CDN; what else a page asks for
// fails here as it would there. It stands beside the panel's own policy, and both hold.
const proxyPolicy = [
  "default-src 'self' 'unsafe-inline' 'unsafe-eval' blob: data:",
  "img-src 'self' blob: data: http://localhost:*/cdn/avatars/ https://cdn.discordapp.com/avatars/",
].join('; ');

function forwardRequest(
  onward: http.ClientRequest,
  request: IncomingMessage,
  response: ServerResponse,
  target: URL,
): void {
  onward.on('response', (answer) => {
    response.writeHead(answer.statusCode ?? 502, [...answer.rawHeaders, 'content-security-policy', proxyPolicy]);
    answer.pipe(response);
    answer.on('error', () => response.destroy());
  });
  onward.on('error', () => {
    if (response.headersSent) return void response.destroy();
    response.writeHead(502, { 'content-type': 'text/plain; charset=utf-8' });
    response.end(`The panel isn't answering at ${target.origin}. Is the league running?`);
  });
  response.on('close', () => onward.destroy());
  request.pipe(onward);
}

function forwardUpgrade(onward: http.ClientRequest, socket: Duplex, head: Buffer): void {
  const end = () => {
    onward.destroy();
    socket.destroy();
  };
  onward.on('upgrade', (answer, far, farHead) => {
    socket.write(statusAndHeaders(answer));
    socket.write(farHead);
    far.write(head);
    far.pipe(socket).pipe(far);
    far.on('error', end).on('close', end);
    socket.on('close', () => far.destroy());
  });
  // The panel's server answered but didn't upgrade: it refused.
  onward.on('response', (answer) => {
    socket.write(statusAndHeaders(answer));
    answer.pipe(socket);
  });
  onward.on('error', end);
  socket.on('error', end).on('close', end);
  onward.end();
}

function statusAndHeaders(answer: IncomingMessage): string {
  const lines = [`HTTP/1.1 ${answer.statusCode} ${answer.statusMessage}`];
  for (let i = 0; i < answer.rawHeaders.length; i += 2)
    lines.push(`${answer.rawHeaders[i]}: ${answer.rawHeaders[i + 1]}`);
  return `${lines.join('\r\n')}\r\n\r\n`;
}
