import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import config from '../../vite.config.ts';

let folder: string;
let html: string;
let assets: { name: string; text: string; gzip: number }[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'panel-'));
  await build({ ...config, configFile: false, build: { ...config.build, outDir: folder } });
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
const entry = () => scripts().find(({ name }) => html.includes(name))!;

test('what a phone loads before it can paint stays below 25 kB', () => {
  expect(entry().gzip).toBeLessThan(25_000);
});

test('the SDK comes by itself, later, and without what is never used of it', () => {
  const later = scripts().filter(({ name }) => !html.includes(name));
  expect(later).toHaveLength(1);
  expect(later[0]?.text).toContain('frame_id query param is not defined');
  expect(entry().text).not.toContain('frame_id query param is not defined');
  expect(later[0]?.gzip).toBeLessThan(33_000);
});

test('every file has a name that changes with its content', () => {
  for (const { name } of assets) expect(name).toMatch(/-[\w-]{8}\.\w+$/);
});

test('the page keeps to a strict content security policy: nothing inline, nothing from elsewhere', () => {
  expect(html).not.toMatch(/<style|style=|<script(?![^>]*src=)|\son\w+=/);
  for (const [, address] of html.matchAll(/(?:src|href)="([^"]*)"/g)) expect(address).toMatch(/^\.?\/assets\//);
  for (const { text, name } of assets) if (name.endsWith('.css')) expect(text).not.toMatch(/url\((?!#)/);
});
