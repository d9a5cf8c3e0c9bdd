import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';

const FOLDER = join(import.meta.dirname, '..', 'page');

/** The page's own modules; nothing else in the folder is served. */
const MODULES = [
  'actions',
  'api',
  'choices',
  'editor',
  'entry',
  'grid',
  'keys',
  'list',
  'live',
  'main',
  'message',
  'model',
  'tabs',
  'tsv',
  'workspace',
] as const;

const stripped = new Map<string, Promise<string>>();

/** The JavaScript of one of the page's TypeScript modules, made once. Undefined for a name that isn't one. */
export function pageScript(name: string): Promise<string> | undefined {
  if (!MODULES.some((module) => `${module}.ts` === name)) return undefined;
  const known = stripped.get(name);
  if (known) return known;
  const made = strip(join(FOLDER, name));
  stripped.set(name, made);
  return made;
}

async function strip(file: string): Promise<string> {
  const worker = new Worker(new URL('./strip.ts', import.meta.url), {
    workerData: await readFile(file, 'utf8'),
    execArgv: ['--disable-warning=ExperimentalWarning'],
  });
  const [script] = await once(worker, 'message');
  return String(script);
}
