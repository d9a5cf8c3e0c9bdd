import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { Worker } from 'node:worker_threads';

const FOLDER = join(import.meta.dirname, '..', 'page');

/** The page's own modules; nothing else in the folder is served. */
const MODULES: ReadonlySet<string> = new Set(
  readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => file.replaceAll(sep, '/')),
);

let scripts: Promise<ReadonlyMap<string, string>> | undefined;

/** The paths of all modules, as the page asks for them. */
export const pageModules: readonly string[] = [...MODULES].map((name) => `/page/${name}`);

/** The JavaScript of one of the page's TypeScript modules; all are made once. Undefined for a name that isn't one. */
export async function pageScript(name: string): Promise<string | undefined> {
  if (!MODULES.has(name)) return undefined;
  scripts ??= stripped();
  return (await scripts).get(name);
}

async function stripped(): Promise<ReadonlyMap<string, string>> {
  const sources = await Promise.all(
    [...MODULES].map(async (name) => [name, await readFile(join(FOLDER, name), 'utf8')] as const),
  );
  const worker = new Worker(new URL('./strip.ts', import.meta.url), {
    workerData: sources,
    execArgv: ['--disable-warning=ExperimentalWarning'],
  });
  const [made] = await once(worker, 'message');
  return made;
}
