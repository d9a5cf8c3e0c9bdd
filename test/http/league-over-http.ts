/**
 * The league's server on a clock that stands still: the real app, desk, journal and sync, over the local Discord by
 * HTTP and the local spreadsheet in this process.
 */
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import express from 'express';
import { pino } from 'pino';
import { openConnecting } from '../../server/connect.ts';
import type { ActionAnswer } from '../../server/contract/actions.ts';
import type { LeagueView } from '../../server/contract/league.ts';
import { openDiscord } from '../../server/discord.ts';
import { type AppOptions, createApp } from '../../server/http/app.ts';
import { openJournal } from '../../server/journal/sqlite.ts';
import { openLeagues } from '../../server/leagues.ts';
import { openMembers } from '../../server/members.ts';
import { type OpenLeague, openLeague } from '../../server/open-league.ts';
import { sandboxCredentials } from '../../server/sandbox/credentials.ts';
import { createLocalDiscord } from '../../server/sandbox/discord/discord.ts';
import { guildId } from '../../server/sandbox/discord/guild.ts';
import { people } from '../../server/sandbox/people.ts';
import { authorize } from '../../server/sandbox/stage/sign-in.ts';
import { createLocalSheets } from '../../sheets/local/engine.ts';
import { isFromThisMachine } from '../../sheets/local/http/loopback.ts';
import type { Raw } from '../../sheets/records.ts';
import { simulatedClock } from '../clock.ts';
import { localCalls } from '../local-calls.ts';
import { closedNet } from '../sponsors/nets.ts';
import { type Client, type Panel, signIn } from './panel.ts';

export const stageOrigin = 'http://localhost:3333';
export const secret = 'the secret of a test';
export const account = 'league@example.com';

/** What a round of sync and the telling of panels take, milliseconds. */
const soon = 3_000;

/** `guild` is whose league it is: Discord's one guild, unless told otherwise; `otherwise` is what the app has instead. */
export async function leagueOverHttp(guild = guildId, otherwise: Partial<AppOptions> = {}, net = closedNet) {
  const clock = simulatedClock();
  const local = createLocalDiscord({ ...sandboxCredentials, ...clock, random: Math.random, sleep });
  const gone = new Set<string>();
  const outside = express();
  outside.get('/api/v10/guilds/:guild/members/:user', ({ params }, response, next) => {
    if (gone.has(params.user)) response.status(404).json({ message: 'Unknown Member', code: 10007 });
    else next();
  });
  const discordServer = await opened(createServer(outside.use('/api', local.api).use('/cdn', local.cdn)));
  let discordAsked = 0;
  discordServer.on('request', () => {
    discordAsked += 1;
  });
  const root = addressOf(discordServer);
  const discord = openDiscord({ ...sandboxCredentials, api: `${root}/api`, cdn: `${root}/cdn` });

  const journal = openJournal(':memory:');
  const sheets = createLocalSheets({ now: clock.now, random: Math.random });
  const errors: unknown[] = [];
  const calls = localCalls(sheets);
  const leagues = await openLeagues(
    journal,
    (league) =>
      openLeague({
        league,
        journal,
        calls,
        account,
        clock,
        random: Math.random,
        sandbox: true,
        guildName: async () => 'Cozy-Kart Club',
        net,
        secret,
        onError: (error) => errors.push(error),
      }),
    (_, error) => void errors.push(error),
  );
  let ids = 0;
  const panel = await mkdtemp(join(tmpdir(), 'panel-'));
  await writeFile(join(panel, 'index.html'), '<!doctype html><title>The panel</title>');
  await mkdir(join(panel, 'assets'));
  await writeFile(join(panel, 'assets', 'panel.js'), '');
  const log: { level: number; msg: string }[] = [];
  let app = await openApp();

  async function openApp() {
    const { server, closeSockets } = createApp({
      discord,
      members: openMembers(discord, clock),
      bot: () => 'connected',
      leagues,
      connecting: openConnecting({
        leagues,
        calls: () => calls,
        account,
        secret,
        newId: () => `id${++ids}`,
        guildName: discord.guildName,
        onError: (error) => errors.push(error),
      }),
      clock,
      log: pino({ level: 'warn' }, { write: (line: string) => void log.push(JSON.parse(line)) }),
      secret,
      hintSecret: (league) => journal.secret(`hint:${league}`, () => `the hint secret of ${league}`),
      publicUrl: undefined,
      proxies: 0,
      panel,
      sandbox: true,
      framedBy: [stageOrigin, 'https://discord.com'],
      guard: isFromThisMachine,
      ...otherwise,
    });
    await opened(server);
    return {
      url: addressOf(server),
      async close(): Promise<void> {
        closeSockets();
        await closed(server);
      },
    };
  }

  async function addLeague(slug: string, guild: string): Promise<OpenLeague> {
    const workbook = `book-${slug}`;
    sheets.ensureSpreadsheet(workbook, slug);
    const added = await leagues.add({ id: slug, slug, guild, workbook });
    await clock.advance(soon);
    return added;
  }

  const league = await addLeague('league', guild);
  const panels = new Map<string, Panel>();

  const self = {
    clock,
    discord,
    local,
    sheets,
    /** What the leagues ask of the Sheets API. */
    calls,
    journal,
    league,
    addLeague,
    /** What went wrong behind the scenes, and what was logged from `warn` up. */
    errors,
    log,
    url: () => app.url,
    /** Requests to Discord so far. */
    discordAsked: () => discordAsked,

    /** Somebody leaves the guild, as nobody on the stage can. */
    leaveGuild: (key: string) => void gone.add(person(key).id),

    /** Discord's client with an activity open. */
    client(key: string): Client {
      const persona = person(key);
      return {
        instance: local.instances.join(`frame of ${key}`, persona.id),
        async authorize(codeChallenge) {
          const request = {
            clientId: local.clientId,
            scopes: ['identify'],
            codeChallenge,
            codeChallengeMethod: 'S256',
          };
          const answer = authorize(local, persona, request);
          if ('message' in answer) throw new Error(answer.message);
          return answer.code;
        },
      };
    },

    /** Their panel; who hasn't got one yet signs in first. */
    async panel(key: string): Promise<Panel> {
      const known = panels.get(key) ?? (await signIn(app.url, self.client(key)));
      panels.set(key, known);
      return known;
    },

    /** Sessions have ended; whoever asks next signs in again. */
    signOut: () => panels.clear(),

    /** Does what must succeed; answers the race that it's about. */
    async act(key: string, action: object): Promise<string> {
      const { status, body } = await (await self.panel(key)).act<ActionAnswer>(action);
      if (status !== 200) throw new Error(`${key}: ${JSON.stringify(body)}`);
      return body.race ?? '';
    },

    /** Opens a race, lets them join it and starts it; answers its ID. */
    async start(...racers: string[]): Promise<string> {
      const race = await self.act('host', { type: 'openRace' });
      for (const key of racers) await self.act(key, { type: 'join', race });
      return self.act('host', { type: 'startRace', race });
    },

    /** A whole race, its finishers in order; answers its ID. */
    async play(...racers: string[]): Promise<string> {
      const race = await self.start(...racers);
      for (const [index, key] of racers.entries()) await self.act(key, { type: 'report', race, position: index + 1 });
      return self.act('host', { type: 'closeRace', race });
    },

    async view(): Promise<LeagueView> {
      return (await (await self.panel('host')).get<LeagueView>('/api/league')).body;
    },

    /** A host types into the Sheet, in the row that begins with `first` and the column of that header; it's noticed. */
    async type(tab: string, first: string, header: string, value: Raw): Promise<void> {
      const at = { spreadsheetId: league.workbook };
      const { values } = sheets.spreadsheets.values.get({ ...at, range: `'${tab}'` });
      const [row, column] = [(values ?? []).findIndex(([cell]) => cell === first), values?.[0]?.indexOf(header) ?? -1];
      if (row < 0 || column < 0) throw new Error(`${tab} has no ${first} or no ${header}`);
      const range = `${tab}!${String.fromCharCode(65 + column)}${row + 1}`;
      sheets.spreadsheets.values.update({
        ...at,
        range,
        valueInputOption: 'RAW',
        requestBody: { values: [[value]] },
      });
      await clock.advance(10_000);
    },

    tabId(title: string): number {
      const { sheets: tabs = [] } = sheets.spreadsheets.get({ spreadsheetId: league.workbook });
      return tabs.find(({ properties }) => properties?.title === title)?.properties?.sheetId ?? 0;
    },

    set: (setting: string, value: Raw): Promise<void> => self.type('Settings', setting, 'Value', value),

    /** The server ends and begins again: only what is kept is known. */
    async restart(): Promise<void> {
      await app.close();
      app = await openApp();
    },

    async close(): Promise<void> {
      await app.close();
      await leagues.close();
      await journal.close();
      await closed(discordServer);
      await rm(panel, { recursive: true });
    },
  };
  return self;
}

export type LeagueOverHttp = Awaited<ReturnType<typeof leagueOverHttp>>;

export function person(key: string) {
  const persona = people.find((one) => one.key === key);
  if (!persona) throw new Error(`nobody is called ${key}`);
  return persona;
}

async function opened(server: Server): Promise<Server> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

function addressOf(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function closed(server: Server): Promise<void> {
  const done = once(server, 'close');
  server.close();
  server.closeAllConnections();
  await done;
}
