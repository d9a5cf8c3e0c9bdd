/** `npm run reset`: forgets the league and its local spreadsheet. Touches no file that isn't ours. */
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { NotReady, readConfig } from '../config.ts';
import { reset } from '../words/terminal.ts';

const files = ['league.sqlite', 'sheets.sqlite'].flatMap((file) => [file, `${file}-wal`, `${file}-shm`]);

try {
  if (existsSync('.env')) process.loadEnvFile('.env');
  const { dataDir, ports } = readConfig(process.env);
  const url = `http://localhost:${ports.panel}`;
  if (await isRunning(url)) throw new NotReady(reset.running(url));
  const own = files.map((file) => join(dataDir, file)).filter(existsSync);
  for (const file of own) rmSync(file);
  console.log(own.length > 0 ? reset.done(dataDir) : reset.nothing(dataDir));
} catch (error) {
  if (!(error instanceof NotReady)) throw error;
  console.error(error.message);
  process.exit(1);
}

async function isRunning(url: string): Promise<boolean> {
  try {
    const answer = await fetch(`${url}/healthz`, { signal: AbortSignal.timeout(2_000) });
    const health: unknown = await answer.json();
    return typeof health === 'object' && health !== null && 'sheets' in health;
  } catch {
    return false; // Nobody answers there, or somebody else does.
  }
}
