import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ActionAnswer } from '../server/contract/actions.ts';
import type { LeagueView } from '../server/contract/league.ts';
import { type Panel, request, signIn } from './http/panel.ts';
import { freePorts, openStage, wholeLeague } from './whole-league.ts';

const home = join(import.meta.dirname, '..');
/** The rule is 5 s on a laptop that does nothing else; here other tests run at the same time, so this only ends a wait for good. Milliseconds. */
const readyWithin = 45_000;

const running = new Set<ChildProcess>();
let folder = '';
let env: Record<string, string> = {};

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'start-'));
  env = { ...(await freePorts()), DATA_DIR: join(folder, 'data') };
});
afterEach(async () => {
  for (const child of running) child.kill('SIGKILL');
  await rm(folder, { recursive: true, maxRetries: 3 });
});

/** A program of ours in a process of its own, in a folder without any .env. */
function run(program: string, variables: Record<string, string> = {}) {
  const child = spawn(process.execPath, [join(home, program)], {
    cwd: folder,
    env: { PATH: process.env.PATH, ...env, ...variables },
  });
  running.add(child);
  const said = { out: '', error: '' };
  child.stdout.setEncoding('utf8').on('data', (text) => {
    said.out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text) => {
    said.error += text;
  });
  const ended = once(child, 'close').then(([code]) => {
    running.delete(child);
    return { code, ...said };
  });
  return { child, ended };
}

const url = (variable: string) => `http://localhost:${env[variable]}`;

/** The league, once it says that it's ready. */
async function start() {
  const began = performance.now();
  const { child, ended } = run('server/main.ts');
  let text = '';
  for (;;) {
    const next = await Promise.race([once(child.stdout, 'data').then(([more]) => String(more)), ended]);
    if (typeof next !== 'string') throw new Error(`it ended: ${next.error}`);
    text += next;
    if (text.includes('is ready')) break;
  }
  return {
    text,
    took: performance.now() - began,
    async stop(signal: NodeJS.Signals = 'SIGTERM') {
      child.kill(signal);
      return ended;
    },
  };
}

async function panelOf(stage: Awaited<ReturnType<typeof openStage>>, key: string): Promise<Panel> {
  return signIn(url('PORT'), await stage.client(key));
}

async function saved(): Promise<void> {
  const states = async () => {
    const { body } = await request<{ sheets: { state: string }[] }>(`${url('PORT')}/healthz`);
    return body.sheets.map(({ state }) => state);
  };
  await expect.poll(states, { timeout: 20_000 }).toEqual(['saved']);
}

async function resultsInTheSheet(): Promise<unknown[][]> {
  const path = '/v4/spreadsheets/cozy-kart-league/values/Results?valueRenderOption=UNFORMATTED_VALUE';
  return (await request<{ values: unknown[][] }>(url('SHEET_PORT') + path)).body.values;
}

function isReachable(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port });
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

describe('npm start', () => {
  it('is ready soon, for this machine alone; ends when asked, and goes on where it stopped until it’s reset', async () => {
    const first = await start();
    expect(first.took).toBeLessThan(readyWithin);
    expect(first.text).toMatch(`Open ${url('STAGE_PORT')}\n`);
    for (const name of ['PORT', 'STAGE_PORT', 'SHEET_PORT']) {
      const port = Number(env[name]);
      expect(await isReachable('127.0.0.1', port), name).toBe(true);
      // Also this machine, on Linux: only who listens on every interface answers there.
      for (const host of ['127.0.0.2', '::1']) expect(await isReachable(host, port), `${name} at ${host}`).toBe(false);
    }

    const refused = await run('server/cli/reset.ts').ended;
    expect(refused).toEqual({
      code: 1,
      out: '',
      error: `The league in ${env.DATA_DIR} is running. Stop it first (Ctrl+C), then run npm run reset again.\n`,
    });
    const other = await run('server/main.ts', { PORT: '', STAGE_PORT: '', SHEET_PORT: '' }).ended;
    expect(other).toMatchObject({ code: 1, out: '' });
    expect(other.error).toMatch('Another league runs on it: stop that one, or set DATA_DIR to another folder.');

    const stage = await openStage(url('STAGE_PORT'));
    const ana = await panelOf(stage, 'ana');
    expect((await ana.act({ type: 'join' })).status).toBe(200);
    const { body: before } = await ana.get<LeagueView>('/api/league');
    stage.close();
    expect(await first.stop()).toMatchObject({ code: 0, error: '' });

    const second = await start();
    const { body: after } = await ana.get<LeagueView>('/api/league');
    expect({ ...after, sheet: undefined }).toEqual({ ...before, sheet: undefined });
    expect(await second.stop('SIGINT')).toMatchObject({ code: 0, error: '' });

    const cleared = await run('server/cli/reset.ts').ended;
    expect(cleared).toEqual({
      code: 0,
      out: `Cleared ${env.DATA_DIR}. npm start begins with a fresh season.\n`,
      error: '',
    });
    const again = await run('server/cli/reset.ts').ended;
    expect(again).toMatchObject({
      code: 0,
      out: `There is nothing in ${env.DATA_DIR}: npm start begins with a fresh season.\n`,
    });
  }, 90_000);

  it('has everything that it acknowledged after a kill -9, and the Sheet gets it once', async () => {
    const first = await start();
    const stage = await openStage(url('STAGE_PORT'));
    const host = await panelOf(stage, 'host');
    const keys = ['ana', 'robin', 'zoe', 'mateo', 'kiki', 'bart', 'sam', 'priya'];
    const panels = await Promise.all(keys.map((key) => panelOf(stage, key)));
    for (const panel of panels) await panel.act({ type: 'join' });
    const { body: view } = await host.get<LeagueView>('/api/league');
    const race = Object.entries(view.races).find(([, { status }]) => status === 'Open')?.[0] ?? '';
    expect((await host.act({ type: 'startRace', race })).status).toBe(200);

    // Everybody taps one place after the other, each after the answer to the last; then the power fails.
    const acknowledged: { panel: Panel; action: object & { id: string }; answer: ActionAnswer }[] = [];
    const unanswered: { panel: Panel; action: object & { id: string } }[] = [];
    const tap = async (panel: Panel, own: number) => {
      for (let time = 0; ; time++) {
        const action = { id: `tapped-${own}-${time}`, type: 'report', race, position: ((own + time) % 8) + 1 };
        const answer = await panel.act<ActionAnswer>(action).catch(() => undefined);
        if (answer && answer.status !== 200) throw new Error(`a tap was refused: ${JSON.stringify(answer.body)}`);
        if (!answer) return unanswered.push({ panel, action });
        acknowledged.push({ panel, action, answer: answer.body });
        if (acknowledged.length === 60) await first.stop('SIGKILL');
      }
    };
    await Promise.all(panels.map(tap));
    stage.close();
    expect(unanswered).toHaveLength(keys.length);

    const second = await start();
    for (const { panel, action, answer } of acknowledged) {
      expect((await panel.act(action)).body).toEqual(answer);
    }
    for (const { panel, action } of unanswered) expect((await panel.act(action)).status).toBe(200);
    await saved();
    const { body: now } = await host.get<LeagueView>('/api/league');
    const shown = now.races[race]?.entrants.map(({ racer, position }) => [now.racers[racer]?.name, position]);
    const written = (await resultsInTheSheet()).filter(([name]) => name === now.races[race]?.name);
    expect(written.map(([, racer, position]) => [racer, position]).sort()).toEqual(shown?.sort());
    expect(written).toHaveLength(keys.length);
    await second.stop();

    const journal = new DatabaseSync(join(env.DATA_DIR ?? '', 'league.sqlite'));
    const entries = journal.prepare("SELECT ask FROM entries WHERE ask LIKE 'tapped-%'").all();
    journal.close();
    const tapped = [...acknowledged, ...unanswered].map(({ action }) => action.id);
    expect(entries.map(({ ask }) => ask).sort()).toEqual(tapped.sort());
  }, 90_000);

  it('says in one sentence that a port is in use', async () => {
    const port = Number(env.PORT);
    const other = createServer().listen(port, '127.0.0.1');
    await once(other, 'listening');
    expect(await run('server/main.ts').ended).toEqual({
      code: 1,
      out: '',
      error: `Port ${port} is in use. Stop what uses it, or set PORT to another port.\n`,
    });
    other.close();
  });

  it('says in one sentence that its folder can’t be written to', async () => {
    await writeFile(join(folder, 'file'), '');
    const DATA_DIR = join(folder, 'file', 'data');
    expect(await run('server/main.ts', { DATA_DIR }).ended).toEqual({
      code: 1,
      out: '',
      error: `The folder ${DATA_DIR} can't be written to. Change its permissions, or set DATA_DIR to another one.\n`,
    });
  });

  it.each(['league.sqlite', 'sheets.sqlite'])('says in one sentence that %s isn’t what it wrote', async (file) => {
    const path = join(folder, file);
    await writeFile(path, 'This is no database. '.repeat(100));
    await expect(wholeLeague({ DATA_DIR: folder })).rejects.toThrow(
      `The file ${path} can't be used (file is not a database). Put back the one that was there, or set DATA_DIR to another folder.`,
    );
  });

  it('says in one sentence which variable of a group is missing', async () => {
    expect(await run('server/main.ts', { DISCORD_CLIENT_ID: '1' }).ended).toEqual({
      code: 1,
      out: '',
      error:
        "DISCORD_CLIENT_SECRET (the application's OAuth2 secret) is not set, but other variables for Discord are. Set all of DISCORD_CLIENT_ID, DISCORD_CLIENT_SECRET, DISCORD_BOT_TOKEN, or none of them to use the local stand-in.\n",
    });
  });

  it('plays no stand-in in production', async () => {
    expect(await run('server/main.ts', { NODE_ENV: 'production' }).ended).toEqual({
      code: 1,
      out: '',
      error:
        'NODE_ENV is production, but no variables for Discord and Google are set: a stand-in never runs in production. Set them (see .env.example), or unset NODE_ENV.\n',
    });
  });
});

it('would see a server that listens on every interface', { skip: process.platform !== 'linux' }, async () => {
  const open = createServer().listen(0);
  await once(open, 'listening');
  const address = open.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  expect(await isReachable('127.0.0.2', port)).toBe(true);
  open.close();
});

afterAll(() => expect(running.size).toBe(0));
