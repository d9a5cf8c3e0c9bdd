/** The map of the house: which room may import what from which. `npm run check:arrows` runs this. */
import { globSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { describe, expect, it } from 'vitest';

const home = join(import.meta.dirname, '..');

/** Rooms by their files; the first that fits counts. */
const rooms: Record<string, RegExp> = {
  positions: /^sheets\/(positions|money)\.ts$/,
  'sheets/local': /^sheets\/local\//,
  sheets: /^sheets\//,
  contract: /^server\/contract\//,
  clock: /^server\/clock\.ts$/,
  words: /^server\/words\//,
  league: /^server\/league\//,
  journal: /^server\/journal\//,
  fold: /^server\/(fold|facts|notes|season-memory|race-memory)\.ts$/,
  views: /^server\/views\//,
  actions: /^server\/actions\//,
  desk: /^server\/(desk|what-counts)\.ts$/,
  sync: /^server\/(sync|sheet-facts|derived-tabs|problems|problem-views|season-problems|money-problems|trouble|new-league)\.ts$/,
  exchange: /^server\/exchange\//,
  forget: /^server\/forget\//,
  sponsors: /^server\/sponsors\//,
  live: /^server\/live\.ts$/,
  discord: /^server\/(discord|members)\.ts$/,
  http: /^server\/http\//,
  pictures: /^server\/pictures\//,
  bot: /^server\/bot\//,
  jobs: /^server\/jobs\//,
  sandbox: /^server\/sandbox\//,
  machine: /^server\/(config|listen|kept-file|log)\.ts$/,
  main: /^server\/(main|start|stand-ins|leagues|open-league|sponsor-sync|connect|play-season)\.ts$/,
  cli: /^server\/cli\//,
  activity: /^activity\//,
};

/** A room's own files apart, each imports from these and from no other. `type …` is for types alone. */
const arrows: Record<string, string[]> = {
  positions: [],
  'sheets/local': [],
  sheets: [],
  contract: ['type sheets'],
  clock: [],
  words: ['sheets', 'type league', 'type contract'],
  league: ['sheets'],
  journal: ['type league', 'type words'],
  fold: ['league', 'sheets', 'type journal'],
  views: ['fold', 'league', 'sheets', 'words', 'type contract'],
  actions: ['league', 'sheets', 'words'],
  desk: ['actions', 'league', 'journal', 'fold', 'sheets', 'words', 'type clock'],
  sync: ['desk', 'journal', 'fold', 'league', 'sheets', 'words', 'type clock', 'type contract'],
  exchange: ['fold', 'league', 'sheets', 'words'],
  forget: ['fold', 'words', 'sheets', 'type desk', 'type journal', 'league'],
  sponsors: [
    'fold',
    'journal',
    'league',
    'pictures',
    'sheets',
    'views',
    'words',
    'type clock',
    'type contract',
    'type desk',
    'type sync',
  ],
  live: ['contract', 'type clock'],
  discord: ['type actions', 'type clock', 'type league'],
  http: [
    'actions',
    'contract',
    'discord',
    'exchange',
    'fold',
    'forget',
    'league',
    'live',
    'pictures',
    'sponsors',
    'sync',
    'views',
    'words',
    'type clock',
    'type main', // An open league, as main hands it in.
  ],
  pictures: [],
  bot: [
    'actions',
    'discord',
    'fold',
    'jobs',
    'league',
    'pictures',
    'sheets',
    'sync',
    'type sponsors',
    'views',
    'words',
    'type clock',
    'type contract',
    'type desk',
    'type journal',
    'type main', // An open league, and the list of them, as main hands them in.
  ],
  jobs: ['type sheets'],
  sandbox: ['type actions'],
  machine: [],
  main: Object.keys(rooms),
  cli: Object.keys(rooms),
  activity: ['words', 'contract'],
};

interface Import {
  from: string;
  to: string;
  onlyTypes: boolean;
}

const statement =
  /(?:^|\n)\s*(?:import|export)\s+(?<clause>(?:type\s+)?(?:[\w*]|\{[^}]*\}|,|\s)*?)\s*from\s*'(?<path>[^']+)'/g;
const bare = /(?:^|\n)\s*import\s*'(?<path>[^']+)'|\bimport\(\s*'(?<lazy>[^']+)'/g;

/** Every import of a file, with the path as written unless it's relative. */
function importsOf(file: string, text: string): Import[] {
  const target = (path: string) => (path.startsWith('.') ? posix.join(posix.dirname(file), path) : path);
  const named = [...text.matchAll(statement)].map(({ groups }) => ({
    from: file,
    to: target(groups?.path ?? ''),
    onlyTypes: isOnlyTypes(groups?.clause ?? ''),
  }));
  const whole = [...text.matchAll(bare)].map(({ groups }) => ({
    from: file,
    to: target(groups?.path ?? groups?.lazy ?? ''),
    onlyTypes: false,
  }));
  return [...named, ...whole];
}

function isOnlyTypes(clause: string): boolean {
  if (/^type\s/.test(clause)) return true;
  const names = /^\{([^}]*)\}$/.exec(clause)?.[1];
  return names?.split(',').every((name) => /^(type\s|$)/.test(name.trim())) ?? false;
}

function roomOf(file: string): string | undefined {
  return Object.keys(rooms).find((room) => rooms[room]?.test(file));
}

/** What is wrong with an import, if anything. */
function wrong({ from, to, onlyTypes }: Import): string | undefined {
  const own = roomOf(from);
  const other = roomOf(to);
  if (own === undefined) return `${from} is in no room`;
  if (other === undefined || other === own) return undefined;
  const allowed = arrows[own] ?? [];
  // What a place is, or an amount, everybody may know.
  if (other === 'positions' || allowed.includes(other) || (onlyTypes && allowed.includes(`type ${other}`)))
    return undefined;
  return `${from} imports ${onlyTypes ? 'types of ' : ''}${to}: ${own} may not know ${other}`;
}

const files = ['activity', 'server', 'sheets']
  .flatMap((folder) => globSync(`${folder}/**/*.{ts,tsx}`, { cwd: home }))
  .map((path) => path.replaceAll('\\', '/'));
const texts = new Map(files.map((file) => [file, readFileSync(join(home, file), 'utf8')]));
const imports = files.flatMap((file) => importsOf(file, texts.get(file) ?? ''));
/** Files whose code, comments aside, has this in it. */
const filesWith = (code: RegExp) => files.filter((file) => code.test(withoutComments(texts.get(file) ?? ''))).sort();
const importersOf = (to: string) => [...new Set(imports.filter((it) => it.to === to).map(({ from }) => from))];

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '');
}

describe('the house', () => {
  it('has every arrow between its rooms pointing where it may', () => {
    expect(imports.length).toBeGreaterThan(300);
    expect(imports.flatMap((it) => wrong(it) ?? [])).toEqual([]);
  });

  it('has no arrow to a file that isn’t there', () => {
    const ours = imports.filter(({ to }) => roomOf(to) !== undefined && to.endsWith('.ts'));
    expect(ours.filter(({ to }) => !texts.has(to))).toEqual([]);
  });

  it('has an entry for each room, and a file in each', () => {
    expect(Object.keys(arrows)).toEqual(Object.keys(rooms));
    for (const room of Object.keys(rooms))
      expect(
        files.filter((file) => roomOf(file) === room),
        room,
      ).not.toEqual([]);
  });

  it('lets the panel know of the server nothing but the contract, which has no code, and the words that it shows', () => {
    const known = imports.filter(({ from, to }) => roomOf(from) === 'activity' && to.startsWith('server/'));
    const others = known.filter(({ to }) => roomOf(to) !== 'contract');
    expect([...new Set(others.map(({ to }) => to))].sort()).toEqual([
      'server/words/connect.ts',
      'server/words/desk.ts',
      'server/words/en.ts',
      'server/words/money.ts',
      'server/words/panel.ts',
      'server/words/racer.ts',
      'server/words/sheet-script.ts',
      'server/words/sponsors.ts',
      'server/words/stakes.ts',
    ]);
    for (const file of files.filter((file) => roomOf(file) === 'contract')) {
      expect(texts.get(file), file).not.toMatch(/\bfunction\b|=>|from 'zod'/);
    }
  });

  it.each([
    ['@discord/embedded-app-sdk', ['activity/discord.ts']],
    ['googleapis/build/src/apis/sheets/index.js', ['sheets/google.ts']],
  ])('has one door to %s', (library, doors) => {
    expect(importersOf(library)).toEqual(doors);
  });

  it('knows discord.js where the bot meets Discord, and nowhere else in the bot', () => {
    const inBot = importersOf('discord.js').filter((file) => roomOf(file) === 'bot');
    expect(inBot).toContain('server/bot/gateway/client.ts');
    expect(inBot.filter((file) => !/^server\/bot\/(gateway\/|posts\/discord)/.test(file))).toEqual([]);
  });

  it('has its own SQLite files behind one door each', () => {
    expect(importersOf('node:sqlite').sort()).toEqual([
      'server/journal/kept-sponsors.ts', // The type alone: the file that sqlite.ts opened.
      'server/journal/sqlite.ts',
      'sheets/local/store/sqlite.ts',
    ]);
  });

  it('fetches from the panel in one place', () => {
    const panel = filesWith(/\bfetch\(|new (WebSocket|EventSource)\b/).filter((file) => file.startsWith('activity/'));
    expect(panel).toEqual(['activity/api.ts']);
  });

  it('reads the environment in one place, to which the programs hand it', () => {
    expect(filesWith(/process\.env/)).toEqual(['server/cli/reset.ts', 'server/main.ts']);
    expect(importersOf('server/config.ts')).toContain('server/main.ts');
  });

  it('takes time and chance from outside, but for its clock and its programs', () => {
    const programs = [
      'activity/main.tsx',
      'server/clock.ts',
      'server/main.ts',
      'server/sandbox/stage/page/main.ts',
      'sheets/local/main.ts',
    ];
    const found = filesWith(/\bDate\.now\b|\bMath\.random\b|new Date\(\)/);
    expect(found.filter((file) => !programs.includes(file))).toEqual([]);
    expect(found).toEqual(programs);
  });
});

describe('this test', () => {
  it.each([
    [
      'a value where only types may go',
      'server/contract/terms.ts',
      "import { outcomes } from '../../sheets/records.ts';",
    ],
    ['a mixed import', 'server/contract/terms.ts', "import { type Raw, outcomes } from '../../sheets/records.ts';"],
    ['an import over many lines', 'sheets/push.ts', "import {\n  openDesk,\n} from '../server/desk.ts';"],
    ['a type of a room that is far away', 'server/league/races.ts', "import type { Desk } from '../desk.ts';"],
    ['what is passed on', 'server/sandbox/sandbox.ts', "export { openDesk } from '../desk.ts';"],
    ['everything of it', 'server/sandbox/sandbox.ts', "export * from '../desk.ts';"],
    ['a lazy import', 'activity/main.tsx', "const desk = await import('../server/desk.ts');"],
    ['a bare import', 'activity/main.tsx', "import '../server/desk.ts';"],
    ['a file in no room', 'server/utils.ts', "import { outcomes } from '../sheets/records.ts';"],
  ])('finds %s', (_, file, text) => {
    expect(importsOf(file, text).map(wrong)).toEqual([expect.any(String)]);
  });

  it('lets pass what is right', () => {
    const text = "import { type Raw, type Position } from '../../sheets/records.ts';\nimport { z } from 'zod';\n";
    expect(importsOf('server/contract/terms.ts', text).map(wrong)).toEqual([undefined, undefined]);
  });
});
