/** Opens everything in the order in which it needs each other, and closes it the other way round. */
import { accessSync, constants, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { isFromThisMachine } from '../sheets/local/http/loopback.ts';
import { openQuota } from '../sheets/quota.ts';
import type { Clock } from './clock.ts';
import { type Config, NotReady } from './config.ts';
import { factsOf } from './facts.ts';
import { createApp } from './http/app.ts';
import { firstSlug } from './http/public.ts';
import { type Journal, type League, openJournal } from './journal/sqlite.ts';
import { claimFile } from './kept-file.ts';
import { claimPort, listen } from './listen.ts';
import { openMembers } from './members.ts';
import { openLeague } from './open-league.ts';
import { playSeason } from './play-season.ts';
import { openDiscordSide, openSheetSide } from './stand-ins.ts';

export interface StartOptions {
  config: Config;
  clock: Clock;
  /** From 0 up to 1, as Math.random. */
  random: () => number;
  log: Logger;
  /** Answers the folder with the built panel; asked once the data folder is ours. */
  panel: () => string | Promise<string>;
}

export interface Started {
  panel: string;
  /** Where the stand-ins play. */
  stage?: string;
  sheet?: string;
  close(): Promise<void>;
}

/** Throws NotReady for what a person can put right. */
export async function start({ config, clock, random, log, panel }: StartOptions): Promise<Started> {
  const closers: (() => Promise<void> | void)[] = [];
  const close = async () => {
    for (const closer of closers.splice(0).reverse()) await closer();
  };
  try {
    return { ...(await open()), close };
  } catch (error) {
    await close();
    throw error;
  }

  async function open(): Promise<Omit<Started, 'close'>> {
    makeWritable(config.dataDir);
    const file = join(config.dataDir, 'league.sqlite');
    const journal = await claimFile(file, () => openJournal(file));
    closers.push(journal.close);
    const sheet = await openSheetSide(config, clock, random);
    closers.push(sheet.close);
    const { discord, guild, guildName, framedBy, openStage } = await openDiscordSide(config, clock, random);
    const sandbox = openStage !== undefined || sheet.url !== undefined;

    const league = await ownLeague(journal, guild, sheet.workbook);
    const onError = (error: unknown) => log.warn({ err: error }, 'the league goes on');
    const quota = openQuota({ now: clock.now, after: clock.after });
    const opened = await openLeague({
      league,
      journal,
      calls: quota.share(league.id, sheet.calls),
      clock,
      random,
      sandbox,
      guildName,
      onError,
    });
    closers.push(opened.close);

    const { server, closeSockets } = createApp({
      discord,
      members: openMembers(discord, clock),
      leagues: () => [opened],
      clock,
      log,
      secret: await journal.secret('sessions', () =>
        Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('hex'),
      ),
      panel: await panel(),
      sandbox,
      framedBy,
      guard: sandbox ? isFromThisMachine : () => true,
    });
    // While a stand-in plays, nobody but this machine is let in: it believes whatever it's told.
    const host = sandbox ? '127.0.0.1' : undefined;
    const port = await claimPort('PORT', config.ports.panel, () => listen(server, config.ports.panel, host));
    closers.push(async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      closeSockets();
      server.closeAllConnections();
      await closed;
    });

    const urls = { panel: `http://localhost:${port}`, ...(sheet.url !== undefined && { sheet: sheet.url }) };
    if (!openStage) return urls;
    const stage = await openStage(urls.panel, `${sheet.url ?? urls.panel}/?id=${encodeURIComponent(sheet.workbook)}`);
    closers.push(stage.close);
    if (sheet.url !== undefined) {
      // What a new league begins with comes with the first look at its Sheet; only then there's something to wait for.
      if (factsOf(opened.desk.state).seasons.size === 0) await opened.sync.settled();
      await playSeason(opened.desk, clock.now());
    }
    return { ...urls, stage: stage.url };
  }
}

/** Makes sure that what is kept can be kept. Throws NotReady. */
function makeWritable(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
  } catch {
    throw new NotReady(
      `The folder ${folder} can't be written to. Change its permissions, or set DATA_DIR to another one.`,
    );
  }
}

/** This server's one league, by its guild and spreadsheet. */
async function ownLeague(journal: Journal, guild: string, workbook: string): Promise<League> {
  const [known] = await journal.leagues();
  if (known && (known.guild !== guild || known.workbook !== workbook)) {
    throw new NotReady(
      'The data folder holds the league of another Discord server or spreadsheet. Set DATA_DIR to another folder, or run npm run reset to begin anew.',
    );
  }
  if (known) return known;
  const league = { id: firstSlug, slug: firstSlug, guild, workbook };
  await journal.addLeague(league);
  return league;
}
