import { parseArgs } from 'node:util';
import { openLocalSheets } from './open.ts';

type Settings = {
  readonly port: number;
  readonly dir: string;
  readonly strict: boolean;
  readonly privateIds: readonly string[];
};

/**
 * `npm run sheet -- --port N --data DIR`: the local spreadsheet by itself. With `--strict` it asks for credentials as
 * Google does; each `--private ID` names a spreadsheet that no program may use.
 */
async function main(): Promise<void> {
  const settings = readSettings();
  const { url, close } = await openLocalSheets({ ...settings, now: Date.now, random: Math.random }).catch(
    (error: unknown) => {
      throw new Error(inWords(error, settings), { cause: error });
    },
  );
  console.log(`The local spreadsheet is at ${url} (its API too); what is written is kept in ${settings.dir}.`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, close);
}

function readSettings(): Settings {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '8081' },
      data: { type: 'string', default: 'data' },
      strict: { type: 'boolean', default: false },
      private: { type: 'string', multiple: true, default: [] },
    },
  });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Error(`--port ${values.port} is not a port. Use a whole number from 0 to 65535.`);
  }
  return { port, dir: values.data, strict: values.strict, privateIds: values.private };
}

/** What kept the spreadsheet from opening, in one sentence that names it and the remedy. */
function inWords(error: unknown, { port, dir }: Settings): string {
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') {
    return `Port ${port} is in use by another program. Stop that one, or choose another with --port.`;
  }
  if (code === 'EACCES' && error.message.startsWith('listen')) {
    return `Port ${port} is not allowed to this user. Choose one above 1023 with --port.`;
  }
  if (code === 'ERR_SQLITE_ERROR' && error.message.includes('locked')) {
    return `Another program keeps the spreadsheet in the folder ${dir}. Stop that one, or choose another folder with --data.`;
  }
  if (code === 'ERR_SQLITE_ERROR') {
    return `The spreadsheet file in the folder ${dir} cannot be used (${error.message}). Make it writable, or choose another folder with --data.`;
  }
  return `The folder ${dir} cannot be used (${error.message}). Make it writable, or choose another with --data.`;
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
