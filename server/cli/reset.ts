/** `npm run reset`: forgets the league and its local spreadsheet. Touches no file that isn't ours. */
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { NotReady, readConfig } from '../config.ts';
import { isInUse } from '../journal/sqlite.ts';
import { reset } from '../words/terminal.ts';

const files = ['league.sqlite', 'sheets.sqlite'].flatMap((file) => [file, `${file}-wal`, `${file}-shm`]);

try {
  if (existsSync('.env')) process.loadEnvFile('.env');
  const { dataDir } = readConfig(process.env);
  const own = files.map((file) => join(dataDir, file)).filter(existsSync);
  const journal = join(dataDir, 'league.sqlite');
  if (existsSync(journal) && isInUse(journal)) throw new NotReady(reset.running(dataDir));
  for (const file of own) rmSync(file, { force: true });
  console.log(own.length > 0 ? reset.done(dataDir) : reset.nothing(dataDir));
} catch (error) {
  if (!(error instanceof NotReady)) throw error;
  console.error(error.message);
  process.exit(1);
}
