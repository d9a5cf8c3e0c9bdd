/** The whole program: read the settings, build the panel, open, and close when asked to. */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { destination } from 'pino';
import { realClock } from './clock.ts';
import { NotReady, readConfig } from './config.ts';
import { openLog } from './log.ts';
import { start } from './start.ts';
import { ready } from './words/terminal.ts';

const home = join(import.meta.dirname, '..');

try {
  if (existsSync('.env')) process.loadEnvFile('.env');
  const config = readConfig(process.env);
  const log = openLog(config.production ? 'info' : 'warn', destination(2));
  const league = await start({
    config,
    clock: realClock,
    random: Math.random,
    log,
    say: console.error,
    panel: () => (config.production ? builtPanel() : buildPanel(config.dataDir)),
  });
  console.log(ready(league));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => league.close().then(() => process.exit(0)));
  }
} catch (error) {
  if (!(error instanceof NotReady)) throw error;
  console.error(error.message);
  process.exit(1);
}

function builtPanel(): string {
  const folder = join(home, 'dist', 'activity');
  if (existsSync(join(folder, 'index.html'))) return folder;
  throw new NotReady('The panel is not built. Run npm run build, then start again.');
}

/**
 * In production the panel was built before. Here each start builds its own, so that two leagues with data folders
 * of their own can start side by side. Answers its folder.
 */
async function buildPanel(dataDir: string): Promise<string> {
  const { build } = await import('vite');
  const outDir = resolve(dataDir, 'panel');
  await build({ configFile: join(home, 'vite.config.ts'), build: { outDir } });
  return outDir;
}
