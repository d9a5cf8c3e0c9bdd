import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import express from 'express';
import { build } from 'vite';
import { WebSocketServer } from 'ws';
import { realClock } from '../../server/clock.ts';
import { sandboxCredentials } from '../../server/sandbox/credentials.ts';
import { createLocalDiscord, type LocalDiscord } from '../../server/sandbox/discord/discord.ts';
import { openSandboxServer } from '../../server/sandbox/sandbox.ts';
import { createStage } from '../../server/sandbox/stage/stage.ts';

export function localDiscord(): LocalDiscord {
  return createLocalDiscord({ ...sandboxCredentials, ...realClock, random: Math.random, sleep });
}

/** A small panel with the real SDK, built as a real one is, on a server of its own, with a stage in front of it. */
export async function openStand() {
  const discord = localDiscord();
  const folder = await mkdtemp(join(tmpdir(), 'stand-'));
  await build({
    root: join(import.meta.dirname, 'panel'),
    logLevel: 'error',
    build: { outDir: folder, target: 'esnext', emptyOutDir: true },
  });

  const app = express();
  const verifiers = new Map<string, string>();
  app.use(express.static(folder));
  app.get(
    '/hello',
    (request, response) => void response.json({ host: request.headers.host, origin: request.headers.origin ?? null }),
  );
  app.post('/challenge', (_request, response) => {
    const verifier = randomBytes(32).toString('base64url');
    const nonce = String(verifiers.size);
    verifiers.set(nonce, verifier);
    response.json({ nonce, code_challenge: createHash('sha256').update(verifier).digest('base64url') });
  });
  app.post('/exchange', express.text(), async (request, response) => {
    const token = await fetch(`${sandbox.url}/api/oauth2/token`, {
      method: 'POST',
      body: new URLSearchParams({
        client_id: sandboxCredentials.clientId,
        client_secret: sandboxCredentials.clientSecret,
        grant_type: 'authorization_code',
        code: request.body,
        code_verifier: verifiers.get(String(request.query.nonce)) ?? '',
      }),
    });
    response.status(token.status).json(await token.json());
  });
  const panelServer = http.createServer(app);
  const sockets = new WebSocketServer({ server: panelServer });
  sockets.on('connection', (socket) => socket.on('message', (text) => socket.send(`echo ${text}`)));
  panelServer.listen(0, '127.0.0.1');
  await once(panelServer, 'listening');
  const panelUrl = `http://localhost:${(panelServer.address() as AddressInfo).port}`;

  // The stage on the panel's own origin, where the SDK takes its messages on any port.
  app.use('/stage', createStage({ discord, panelUrl, sheetUrl: `${panelUrl}/hello` }));
  const openSandbox = (behind: LocalDiscord) =>
    openSandboxServer({ port: 0, discord: behind, panelUrl, sheetUrl: `${panelUrl}/hello` });
  const sandbox = await openSandbox(discord);

  return {
    discord,
    panelUrl,
    sandboxUrl: sandbox.url,
    /** Another sandbox server in front of the same panel. */
    openSandbox,
    async close() {
      await sandbox.close();
      sockets.close();
      panelServer.close();
      panelServer.closeAllConnections();
      await rm(folder, { recursive: true });
    },
  };
}
