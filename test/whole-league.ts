/**
 * The whole program as `npm start` opens it, on free ports and in a folder of its own, with the local Discord and
 * Sheet; and its people, who sign in as a panel on the stage does.
 */
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { realClock } from '../server/clock.ts';
import { readConfig } from '../server/config.ts';
import { start } from '../server/start.ts';
import { type Client, signIn } from './http/panel.ts';

/** `variables` go before those that make it stand alone. Rejects as start() does. */
export async function wholeLeague(variables: Record<string, string> = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'league-'));
  const panel = join(folder, 'panel');
  await mkdir(panel);
  await writeFile(join(panel, 'index.html'), '<!doctype html><title>The panel</title>');
  const dataDir = join(folder, 'data');
  await mkdir(dataDir);
  const env = { ...(await freePorts()), DATA_DIR: dataDir, ...variables };
  const open = () =>
    start({
      config: readConfig(env),
      clock: realClock,
      random: Math.random,
      log: pino({ level: 'silent' }),
      panel: () => panel,
      say: () => {},
    });
  const forget = () => rm(folder, { recursive: true });
  let league = await open().catch(async (error) => {
    await forget();
    throw error;
  });
  let stage = await openStage(stageOf(league));

  return {
    dataDir,
    urls: { panel: league.panel, stage: stageOf(league), sheet: league.sheet ?? '' },

    /** Somebody's panel, opened on the stage. */
    panel: async (key: string) => signIn(league.panel, await stage.client(key)),

    /** Ends the program and starts it again with what it kept, after `meanwhile`. */
    async restart(meanwhile = async () => {}): Promise<void> {
      stage.close();
      await league.close();
      await meanwhile();
      league = await open();
      stage = await openStage(stageOf(league));
    },

    async close(): Promise<void> {
      stage.close();
      await league.close();
      await forget();
    },
  };
}

/** Three ports that are free, as the environment names them; below those that the system hands out by itself. */
export async function freePorts() {
  const [PORT, STAGE_PORT, SHEET_PORT] = [await freePort(), await freePort(), await freePort()];
  return { PORT, STAGE_PORT, SHEET_PORT };
}

async function freePort(): Promise<string> {
  for (;;) {
    const port = randomInt(20_000, 32_000);
    const server = createServer().listen(port, '127.0.0.1');
    const free = await once(server, 'listening').catch(() => undefined);
    if (!free) continue;
    await once(server.close(), 'close');
    return String(port);
  }
}

function stageOf({ stage }: { stage?: string }): string {
  if (stage === undefined) throw new Error('the sandbox has a stage');
  return stage;
}

/** A page of the stage that is open, without a browser: its people have their panels open while it is. */
export async function openStage(url: string) {
  const cut = new AbortController();
  const { body } = await fetch(`${url}/stage/live`, { signal: cut.signal });
  const events = body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  let page: string | undefined;
  while (page === undefined) {
    text += (await events?.read())?.value ?? '';
    page = /"stage":"(\d+)"/.exec(text)?.[1];
  }

  async function send<T>(method: string, path: string, body: object): Promise<T> {
    const headers = { 'content-type': 'application/json', connection: 'close' };
    const answer = await fetch(`${url}/stage/${path}`, { method, headers, body: JSON.stringify(body) });
    const json = await answer.json();
    if (!answer.ok) throw new Error(`the stage refused ${path}: ${JSON.stringify(json)}`);
    return json;
  }

  return {
    /** Somebody's client, with the activity open in it. */
    async client(person: string): Promise<Client> {
      const { clientId } = await (await fetch(`${url}/stage/setup`, { headers: { connection: 'close' } })).json();
      const { instance } = await send<{ instance: string }>('PUT', `frames/frame-${person}`, {
        stage: page,
        server: 'club',
        person,
        cut: false,
      });
      return {
        instance,
        authorize: async (codeChallenge) => {
          const request = { clientId, scopes: ['identify'], codeChallenge, codeChallengeMethod: 'S256' };
          return (await send<{ code: string }>('POST', `people/${person}/authorize`, request)).code;
        },
      };
    },
    close: () => cut.abort(),
  };
}
