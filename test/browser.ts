/**
 * The browser that the tests drive: Chromium as it comes inside an npm package, so that a machine with npm alone can
 * run them. It reaches nothing but this machine.
 */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type Browser, chromium } from 'playwright-core';

const modules = join(import.meta.dirname, '..', 'node_modules');

/** Shown in screenshots when they are installed; without them an emoji is an empty box, and nothing else changes. */
const fontPackages = ['@expo-google-fonts/noto-color-emoji'];

/** A headless Chromium; its `close()` ends it. Whoever opens one closes it, and a test file needs no more than one. */
export async function openBrowser(): Promise<Browser> {
  const home = await unpacked();
  return chromium.launch({
    executablePath: join(home, 'chromium'),
    args: [
      '--no-sandbox', // Chromium's own sandbox refuses to start as root, which CI often is.
      '--disable-gpu',
      '--font-render-hinting=none',
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE *.localhost, EXCLUDE 127.0.0.1',
    ],
    env: { ...process.env, LD_LIBRARY_PATH: join(home, 'al2023', 'lib'), FONTCONFIG_PATH: home },
  });
}

/**
 * The folder with the unpacked browser. The package itself unpacks into the temporary folder and takes a file that is
 * still being written for a finished one; so each process that finds none unpacks aside, and the first to finish wins.
 */
async function unpacked(): Promise<string> {
  const home = join(modules, '.cache', `chromium-${await version()}`);
  if (existsSync(home)) return home;
  await mkdir(dirname(home), { recursive: true });
  const aside = await mkdtemp(`${home}-`);
  await unpack(aside);
  await writeFile(join(aside, 'fonts.conf'), fontsConf(home));
  await rename(aside, home).catch(async (error) => {
    await rm(aside, { recursive: true });
    if (!existsSync(home)) throw error;
  });
  return home;
}

/** Brings its shared libraries (libnss3 and others) along only where it believes to be on Lambda. */
async function unpack(into: string): Promise<void> {
  const script = `import('${import.meta.resolve('@sparticuz/chromium')}').then((it) => it.default.executablePath())`;
  await promisify(execFile)(process.execPath, ['--eval', script], {
    env: { ...process.env, TMPDIR: into, TMP: into, TEMP: into, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' },
  });
}

async function version(): Promise<string> {
  const manifest = fileURLToPath(new URL('../package.json', import.meta.resolve('@sparticuz/chromium')));
  return JSON.parse(await readFile(manifest, 'utf8')).version;
}

/** Only fonts that came with npm: a page looks the same on every machine. */
function fontsConf(home: string): string {
  const folders = [join(home, 'fonts'), ...fontPackages.map((name) => join(modules, name))];
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
${folders.map((folder) => `  <dir>${folder}</dir>`).join('\n')}
  <cachedir>${join(home, 'fonts-cache')}</cachedir>
</fontconfig>
`;
}
