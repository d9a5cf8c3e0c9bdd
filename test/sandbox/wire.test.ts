import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { openSandboxServer } from '../../server/sandbox/sandbox.ts';
import { localDiscord } from './stand.ts';

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

it("brings a person's request to the panel's server under that server's own name", async () => {
  const panel = await openPanel();
  const sandbox = await openSandbox(panel.url);
  const answer = await ask(sandbox.url, '/deep/path?and=query', 'ana.localhost:3333', {
    origin: 'http://ana.localhost:3333',
  });
  expect(JSON.parse(answer.body)).toEqual({
    host: new URL(panel.url).host,
    origin: 'http://ana.localhost:3333',
    url: '/deep/path?and=query',
    body: '',
  });
});

it('brings a large body through whole', async () => {
  const panel = await openPanel();
  const sandbox = await openSandbox(panel.url);
  const body = 'x'.repeat(300_000);
  const answer = await ask(sandbox.url, '/', 'ana.localhost', {}, body);
  expect(JSON.parse(answer.body)).toMatchObject({ body });
});

it('leaves what is for the stage itself, or for nobody it knows, to the stage', async () => {
  const panel = await openPanel();
  const sandbox = await openSandbox(panel.url);
  for (const host of ['localhost:3333', 'nobody.localhost:3333', 'ana.localhost.example.com'])
    expect((await ask(sandbox.url, '/', host)).body).toContain('Cozy-Kart League: sandbox');
});

it("says so when the panel's server isn't there", async () => {
  const panel = await openPanel();
  const sandbox = await openSandbox(panel.url);
  await panel.close();
  const answer = await ask(sandbox.url, '/', 'ana.localhost');
  expect([answer.status, answer.body]).toEqual([
    502,
    `The panel isn't answering at ${panel.url}. Is the league running?`,
  ]);
});

it('carries a WebSocket both ways, and ends it with the far end', async () => {
  const panel = await openPanel();
  const sandbox = await openSandbox(panel.url);
  const socket = new WebSocket(sandbox.url.replace('http', 'ws'), { headers: { host: 'ana.localhost' } });
  await once(socket, 'open');
  socket.send('hello');
  expect(String((await once(socket, 'message'))[0])).toBe('echo hello');
  const closed = once(socket, 'close');
  panel.dropSockets();
  await closed;
});

it("passes on that the panel's server refuses a WebSocket", async () => {
  const panel = await openPanel();
  const sandbox = await openSandbox(panel.url);
  const socket = new WebSocket(`${sandbox.url.replace('http', 'ws')}/refused`, { headers: { host: 'ana.localhost' } });
  const [error] = await once(socket, 'error');
  expect(String(error)).toContain('400');
});

it('refuses a WebSocket to the stage itself', async () => {
  const panel = await openPanel();
  const sandbox = await openSandbox(panel.url);
  const socket = new WebSocket(sandbox.url.replace('http', 'ws'));
  await once(socket, 'error');
});

it('rejects with the listening error when the port is taken', async () => {
  const panel = await openPanel();
  const port = Number(new URL(panel.url).port);
  await expect(
    openSandboxServer({ port, discord: localDiscord(), panelUrl: panel.url, sheetUrl: panel.url }),
  ).rejects.toMatchObject({ code: 'EADDRINUSE', port });
});

async function openSandbox(panelUrl: string) {
  const sandbox = await openSandboxServer({ port: 0, discord: localDiscord(), panelUrl, sheetUrl: panelUrl });
  closers.push(sandbox.close);
  return sandbox;
}

/** A server that says what it was asked, and echoes on its WebSockets. */
async function openPanel() {
  const server = http.createServer(async (request, response) => {
    let body = '';
    for await (const part of request) body += part;
    const { host, origin } = request.headers;
    response.end(JSON.stringify({ host, origin, url: request.url, body }));
  });
  const sockets = new WebSocketServer({ server, path: '/' });
  sockets.on('connection', (socket) => socket.on('message', (text) => socket.send(`echo ${text}`)));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const dropSockets = () => {
    for (const socket of sockets.clients) socket.terminate();
  };
  const close = async () => {
    if (!server.listening) return;
    const closed = once(server, 'close');
    dropSockets();
    server.close();
    server.closeAllConnections();
    await closed;
  };
  closers.push(close);
  return { url: `http://localhost:${(server.address() as AddressInfo).port}`, close, dropSockets };
}

/** fetch doesn't let a Host header through. */
async function ask(base: string, path: string, host: string, headers: Record<string, string> = {}, body?: string) {
  const request = http.request(new URL(path, base), {
    method: body === undefined ? 'GET' : 'POST',
    headers: { host, ...headers },
    family: 4,
  });
  request.end(body);
  const [response] = await once(request, 'response');
  let text = '';
  for await (const part of response) text += part;
  return { status: response.statusCode, body: text };
}
