/** The whole program as people start it: a process of its own, on ports of its own, with a data folder of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePorts } from '../whole-league.ts';

const home = join(import.meta.dirname, '..', '..');

export interface Ports {
  panel: number;
  sheet: number;
  stage: number;
}

export interface Program {
  readonly ports: Ports;
  /** Ends the process in the middle of whatever it does, as a power cut would (SIGKILL). */
  kill(): Promise<void>;
  /** Starts it anew over what was kept, on the same ports. */
  restart(): Promise<void>;
  /** Ends it and removes what it kept. */
  close(): Promise<void>;
}

/** Resolves once it is ready; rejects with its own words when it can't start. `ports` fixes some of them. */
export async function startProgram(ports: Partial<Ports> = {}): Promise<Program> {
  const dataDir = await mkdtemp(join(tmpdir(), 'league-'));
  const free = await freePorts();
  const chosen = { panel: +free.PORT, sheet: +free.SHEET_PORT, stage: +free.STAGE_PORT, ...ports };
  let child = await spawnLeague(dataDir, chosen);

  async function end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const exited = once(child, 'exit');
    child.kill(signal);
    await exited;
  }

  return {
    ports: chosen,
    kill: () => end('SIGKILL'),
    async restart() {
      child = await spawnLeague(dataDir, chosen);
    },
    async close() {
      await end('SIGTERM');
      await rm(dataDir, { recursive: true });
    },
  };
}

async function spawnLeague(dataDir: string, { panel, sheet, stage }: Ports): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['server/main.ts'], {
    cwd: home,
    env: {
      DATA_DIR: dataDir,
      PORT: `${panel}`,
      SHEET_PORT: `${sheet}`,
      STAGE_PORT: `${stage}`,
      // Each journey starts the program anew: a quarter of that is compiling the same modules.
      NODE_COMPILE_CACHE: join(home, 'node_modules', '.cache', 'compiled'),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const exited = once(child, 'exit').then(([code]) => {
    throw new Error(`The league ended with ${code} before it was ready. ${said}`);
  });
  const ready = new Promise<void>((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        said += text;
        if (said.includes('is ready')) resolve();
      });
    }
  });
  await Promise.race([ready, exited]);
  exited.catch(() => {}); // From here on an exit is what a test asks for.
  return child;
}
