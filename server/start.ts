/** Opens everything in the order in which it needs each other, and closes it the other way round. */
import { accessSync, constants, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { isFromThisMachine } from '../sheets/local/http/loopback.ts';
import { openQuota } from '../sheets/quota.ts';
import { openBot } from './bot/gateway/client.ts';
import { sayConnected } from './bot/gateway/connected.ts';
import type { BotState } from './bot/gateway/connection.ts';
import { openHandling } from './bot/handling.ts';
import { openAllPosts } from './bot/posts/all-posts.ts';
import { carryPosts } from './bot/posts/discord-posts.ts';
import type { Clock } from './clock.ts';
import { type Config, NotReady, realDiscord } from './config.ts';
import { openConnecting } from './connect.ts';
import { factsOf } from './facts.ts';
import { createApp } from './http/app.ts';
import { type Journal, openJournal } from './journal/sqlite.ts';
import { claimFile } from './kept-file.ts';
import { firstSlug, type Leagues, openLeagues } from './leagues.ts';
import { claimPort, listen } from './listen.ts';
import { openMembers } from './members.ts';
import { type OpenLeague, openLeague, rowIds } from './open-league.ts';
import { playSeason } from './play-season.ts';
import { openInternet } from './sponsors/net.ts';
import { type DiscordSide, openDiscordSide, openSheetSide, type SheetSide } from './stand-ins.ts';
import { brokenLeague } from './words/terminal.ts';

export interface StartOptions {
  config: Config;
  clock: Clock;
  /** From 0 up to 1, as Math.random. */
  random: () => number;
  log: Logger;
  /** Answers the folder with the built panel; asked once the data folder is ours. */
  panel: () => string | Promise<string>;
  /** Says what only a person can put right, while everything else goes on; in words. */
  say: (words: string) => void;
}

export interface Started {
  panel: string;
  /** Where the stand-ins play. */
  stage?: string;
  sheet?: string;
  close(): Promise<void>;
}

/** Throws NotReady for what a person can put right. */
export async function start({ config, clock, random, log, panel, say }: StartOptions): Promise<Started> {
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
    const discordSide = await openDiscordSide(config, clock, random);
    const { discord, guildName, framedBy, openStage } = discordSide;
    const sandbox = openStage !== undefined || sheet.url !== undefined;

    const onError = (league?: string) => (error: unknown) => log.warn({ err: error, league }, 'the league goes on');
    await onlyOurs(journal, discordSide, sheet);
    const quota = openQuota({ now: clock.now, after: clock.after });
    const ownSecret = await journal.secret('leagues', newSecret);
    const leagues = await openLeagues(
      journal,
      (league) =>
        openLeague({
          league,
          journal,
          calls: quota.share(league.id, sheet.calls),
          account: sheet.account,
          clock,
          random,
          sandbox,
          guildName: () => guildName(league.guild),
          net: openInternet,
          secret: ownSecret,
          publicUrl: config.publicUrl,
          sponsorCalls: quota.share(`sponsors of ${league.id}`, sheet.calls),
          onError: onError(league.slug),
        }),
      (league, error) => {
        log.error({ err: error, league: league.slug }, 'this league could not be opened');
        say(brokenLeague(league.slug));
      },
    );
    closers.push(leagues.close);
    const first = await firstLeague(leagues, discordSide.guild, sheet.workbook);
    // Where the local spreadsheet plays, the sponsors' one is there from the start.
    const forSponsors = first?.sponsorSync.workbook() === undefined ? sheet.sponsorWorkbook : undefined;
    if (first && forSponsors !== undefined) await leagues.giveSponsors(first, forSponsors);
    const connecting = openConnecting({
      leagues,
      calls: (of) => quota.share(of, sheet.calls),
      account: sheet.account,
      secret: await journal.secret('connecting', newSecret),
      newId: rowIds(random),
      guildName,
      onError: onError(),
    });

    const members = openMembers(discord, clock);
    let botState = (): BotState => 'connecting';
    const { server, closeSockets } = createApp({
      discord,
      members,
      bot: () => botState(),
      leagues,
      connecting,
      clock,
      log,
      secret: await journal.secret('sessions', newSecret),
      hintSecret: (league) => journal.secret(`hint:${league}`, newSecret),
      publicUrl: config.publicUrl,
      proxies: config.proxies,
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
    if (!openStage) {
      connectBot();
      return urls;
    }
    const stage = await openStage(urls.panel, pageOf(sheet) ?? urls.panel);
    closers.push(stage.close);
    if (first && sheet.url !== undefined) {
      // What a new league begins with comes with the first look at its Sheet; only then there's something to wait for.
      if (factsOf(first.desk.state).seasons.size === 0) await first.sync.settled();
      await playSeason(first.desk, clock.now());
    }
    connectBot();
    return { ...urls, stage: stage.url };

    function connectBot(): void {
      const posts = openAllPosts({ leagues, journal, clock, say, onError: onError() });
      const handling = openHandling({ leagues, connecting, clock, posts: posts.notice, onError: onError() });
      const bot = openBot({
        ...discordSide.bot,
        other: discordSide.bot.api === realDiscord.api ? undefined : discordSide.bot.api,
        clientId: discord.clientId,
        handling,
        vouch: members.find,
        publicUrl: config.publicUrl,
        clock,
        say,
        onError: onError(),
      });
      botState = bot.state;
      // The local Discord is this program too, so nobody wonders.
      if (!openStage) void bot.ready.then((client) => sayConnected(client, discordSide.guild, say));
      closers.push(bot.close, carryPosts(bot.client, bot.ready, posts));
    }
  }
}

function newSecret(): string {
  return Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('hex');
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

/** Throws NotReady if the data folder holds leagues of another side: of the sandbox, where the real one plays, say. */
async function onlyOurs(journal: Journal, discord: DiscordSide, sheet: SheetSide): Promise<void> {
  const leagues = await journal.leagues();
  if (leagues.every(({ guild, workbook }) => discord.mayHold(guild) && sheet.mayHold(workbook))) return;
  throw new NotReady(otherLeague);
}

/** The league that the settings name, made if it isn't there yet. Undefined where hosts connect theirs in the panel. */
async function firstLeague(
  leagues: Leagues,
  guild: string | undefined,
  workbook: string | undefined,
): Promise<OpenLeague | undefined> {
  if (guild === undefined || workbook === undefined) return undefined;
  if (leagues.isBroken(guild)) return undefined;
  const known = leagues.of(guild);
  if (known ? known.workbook !== workbook : leagues.holds(workbook)) throw new NotReady(otherLeague);
  const slug = leagues.freeSlug(firstSlug);
  return known ?? leagues.add({ id: slug, slug, guild, workbook });
}

const otherLeague =
  'The data folder holds the league of another Discord server or spreadsheet. Set DATA_DIR to another folder, or run npm run reset to begin anew.';

/** The local spreadsheet's page, at the first league's. */
function pageOf({ url, workbook }: SheetSide): string | undefined {
  return url === undefined || workbook === undefined ? undefined : `${url}/?id=${encodeURIComponent(workbook)}`;
}
