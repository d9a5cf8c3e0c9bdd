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
const entry = () => scripts().find(({ name }) => html.includes(name))!;

test('what a phone loads before it can paint stays below 25 kB', () => {
  expect(entry().gzip).toBeLessThan(25_000);
});

test('the SDK comes by itself, later, and without what is never used of it', () => {
  const sdk = later().filter(({ text }) => text.includes('frame_id query param is not defined'));
  expect(sdk).toHaveLength(1);
  expect(entry().text).not.toContain('frame_id query param is not defined');
  expect(sdk[0]?.gzip).toBeLessThan(33_000);
});

test('what only the host of a server without a league sees comes when it is needed', () => {
  expect(later().map(({ name }) => name.split('-')[0])).toContain('connect');
  expect(entry().text).not.toContain('sheets.new');
});

test('every file has a name that changes with its content', () => {
  for (const { name } of assets) expect(name).toMatch(/-[\w-]{8}\.\w+$/);
});

test('the page keeps to a strict content security policy: nothing inline, nothing from elsewhere', () => {
  expect(html).not.toMatch(/<style|style=|<script(?![^>]*src=)|\son\w+=/);
  for (const [, address] of html.matchAll(/(?:src|href)="([^"]*)"/g)) expect(address).toMatch(/^\.?\/assets\//);
  for (const { text, name } of assets) if (name.endsWith('.css')) expect(text).not.toMatch(/url\((?!#)/);
});
