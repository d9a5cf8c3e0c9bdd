import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';

const vite = join(import.meta.dirname, '..', '..', 'node_modules', 'vite', 'bin', 'vite.js');

let folder: string;
let html: string;
let assets: { name: string; text: string; gzip: number }[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'panel-'));
  // As npm run build does it: Vitest's NODE_ENV would make another build of it.
  const { NODE_ENV: _, ...env } = process.env;
  await promisify(execFile)(process.execPath, [vite, 'build', '--outDir', folder], { env });
  html = await readFile(join(folder, 'index.html'), 'utf8');
  const names = await readdir(join(folder, 'assets'));
  assets = await Promise.all(
    names.map(async (name) => {
      const bytes = await readFile(join(folder, 'assets', name));
      return { name, text: bytes.toString(), gzip: gzipSync(bytes, { level: 9 }).length };
    }),
  );
});

afterAll(() => rm(folder, { recursive: true }));

const scripts = () => assets.filter(({ name }) => name.endsWith('.js'));
const later = () => scripts().filter(({ name }) => !html.includes(name));
const first = () => scripts().filter(({ name }) => html.includes(name));
const called = (chunk: string) => scripts().filter(({ name }) => name.startsWith(`${chunk}-`));

/** These and what they can't do without, each once. */
function whole(some: typeof assets): typeof assets {
  const needed = some.flatMap(({ text }) =>
    [...text.matchAll(/(?:from|import)\s*"\.\/([^"]+)"/g)].flatMap(([, file]) =>
      scripts().filter(({ name }) => name === file),
    ),
  );
  const all = [...new Set([...some, ...needed])];
  return all.length === some.length ? all : whole(all);
}

const gzipOf = (some: typeof assets) => some.reduce((sum, { gzip }) => sum + gzip, 0);

test('what a phone loads before it can paint stays below 22 kB', () => {
  expect(gzipOf(whole(first()))).toBeLessThan(22_000);
});

test('what comes while Discord asks, and is raced with, stays below 32 kB with it', () => {
  expect(called('board')).toHaveLength(1);
  expect(gzipOf(whole([...first(), ...called('board')]))).toBeLessThan(32_000);
});

test('what only hosts need, and the trophies that somebody looks at, come when they are looked at', () => {
  const early = whole([...first(), ...called('board')]);
  for (const chunk of ['desk', 'profile', 'me', 'sheet-script']) {
    expect(called(chunk)).toHaveLength(1);
    expect(early).not.toContain(called(chunk)[0]);
  }
});

test('the SDK comes by itself, later, and without what is never used of it', () => {
  const sdk = later().filter(({ text }) => text.includes('frame_id query param is not defined'));
  expect(sdk).toHaveLength(1);
  for (const { text } of first()) expect(text).not.toContain('frame_id query param is not defined');
  expect(sdk[0]?.gzip).toBeLessThan(33_000);
});

test('what only the host of a server without a league sees comes when it is needed', () => {
  expect(later().map(({ name }) => name.split('-')[0])).toContain('connect');
  for (const { text } of first()) expect(text).not.toContain('sheets.new');
});

test('every file has a name that changes with its content', () => {
  for (const { name } of assets) expect(name).toMatch(/-[\w-]{8}\.\w+$/);
});

test('the page keeps to a strict content security policy: nothing inline, nothing from elsewhere', () => {
  expect(html).not.toMatch(/<style|style=|<script(?![^>]*src=)|\son\w+=/);
  for (const [, address] of html.matchAll(/(?:src|href)="([^"]*)"/g)) expect(address).toMatch(/^\.?\/assets\//);
  for (const { text, name } of assets) if (name.endsWith('.css')) expect(text).not.toMatch(/url\((?!#)/);
});
