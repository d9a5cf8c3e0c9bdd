/** The two outside systems as this configuration has them: the real ones, or those that play them on this machine. */
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { RequestHandler } from 'express';
import { openGoogle, type SheetsCalls } from '../sheets/google.ts';
import { isFromThisMachine } from '../sheets/local/http/loopback.ts';
import type { Clock } from './clock.ts';
import type { Config, DiscordUrls } from './config.ts';
import { type Discord, openDiscord } from './discord.ts';
import { sendRefusal } from './http/errors.ts';
import { claimFile } from './kept-file.ts';
import { claimPort } from './listen.ts';

export interface SheetSide {
  calls: SheetsCalls;
  /** Whom a spreadsheet has to be shared with. */
  account: string;
  /** The first league's spreadsheet, where it's known from the start. */
  workbook: string | undefined;
  /** The one that its sponsors see, where it's there from the start. */
  sponsorWorkbook?: string;
  /** Whether a spreadsheet with that ID can be one of this side's. */
  mayHold(spreadsheet: string): boolean;
  /** The local spreadsheet's page, where it plays. */
  url?: string;
  close(): Promise<void>;
}

export interface DiscordSide {
  discord: Discord;
  /** What the bot signs in with, and where. */
  bot: DiscordUrls & { token: string };
  /** The first league's guild, where it's known from the start. */
  guild: string | undefined;
  /** Whether a guild with that ID can be one of this side's. */
  mayHold(guild: string): boolean;
  /** What a guild is called, if Discord says. */
  guildName(guild: string): Promise<string | undefined>;
  /** Origins that may show the panel in a frame. */
  framedBy: string[];
  /** Opens the local Discord and the stage around panels, where they play. */
  openStage?(panelUrl: string, sheetUrl: string): Promise<{ url: string; close(): Promise<void> }>;
}

const discordOrigins = ['https://discord.com', 'https://ptb.discord.com', 'https://canary.discord.com'];
/** The one address at which the SDK hears a stage, wherever it's really served: a test leads it there. */
const stageOfTheSdk = 'http://localhost:3333';
/** As the local spreadsheet's page calls it, where it's shared. */
const sandboxAccount = 'the league';
const sandboxSponsors = { id: 'cozy-kart-sponsors', title: 'Cozy-Kart League for sponsors' };
const sandboxWorkbook = { id: 'cozy-kart-league', title: 'Cozy-Kart League' };

/** Throws NotReady if the port is taken. */
export async function openSheetSide(config: Config, clock: Clock, random: () => number): Promise<SheetSide> {
  const { google, ports, dataDir } = config;
  if (google) {
    const credentials = { client_email: google.clientEmail, private_key: google.privateKey };
    return {
      calls: openGoogle({ credentials }),
      account: google.clientEmail,
      workbook: google.spreadsheetId,
      mayHold: (spreadsheet) => spreadsheet !== sandboxWorkbook.id && spreadsheet !== sandboxSponsors.id,
      close: async () => {},
    };
  }
  const { openLocalSheets } = await import('../sheets/local/open.ts');
  const local = await claimPort('SHEET_PORT', ports.sheet, () =>
    claimFile(join(dataDir, 'sheets.sqlite'), () =>
      openLocalSheets({ dir: dataDir, port: ports.sheet, now: clock.now, random }),
    ),
  );
  local.engine.ensureSpreadsheet(sandboxWorkbook.id, sandboxWorkbook.title);
  local.engine.ensureSpreadsheet(sandboxSponsors.id, sandboxSponsors.title);
  const calls = openGoogle({ rootUrl: `http://127.0.0.1:${local.port}/` });
  return {
    calls,
    account: sandboxAccount,
    workbook: sandboxWorkbook.id,
    sponsorWorkbook: sandboxSponsors.id,
    mayHold: (spreadsheet) => local.engine.list().some(({ id }) => id === spreadsheet),
    url: local.url,
    close: local.close,
  };
}

export async function openDiscordSide(config: Config, clock: Clock, random: () => number): Promise<DiscordSide> {
  if (config.discord) {
    const { guildId, botToken, urls } = config.discord;
    const discord = openDiscord({ ...config.discord, ...urls });
    const { guilds } = await import('./sandbox/discord/guild.ts');
    return {
      discord,
      bot: { ...urls, token: botToken },
      guild: guildId,
      mayHold: (guild) => !guilds.some(({ id }) => id === guild),
      guildName: discord.guildName,
      framedBy: discordOrigins,
    };
  }
  const { createLocalDiscord } = await import('./sandbox/discord/discord.ts');
  const { guilds } = await import('./sandbox/discord/guild.ts');
  const { openSandboxServer } = await import('./sandbox/sandbox.ts');
  const { sandboxCredentials } = await import('./sandbox/credentials.ts');
  const local = createLocalDiscord({ ...sandboxCredentials, ...clock, random, sleep });
  const port = config.ports.stage;
  const root = `http://127.0.0.1:${port}`;
  const urls = { api: `${root}/api`, cdn: `${root}/cdn` };
  return {
    discord: openDiscord({ ...sandboxCredentials, ...urls }),
    bot: { ...urls, token: sandboxCredentials.botToken },
    guild: guilds[0]?.id,
    mayHold: (guild) => guilds.some(({ id }) => id === guild),
    guildName: async (guild) => guilds.find(({ id }) => id === guild)?.name,
    framedBy: [...new Set([`http://localhost:${port}`, stageOfTheSdk]), ...discordOrigins],
    openStage: (panelUrl, sheetUrl) =>
      claimPort('STAGE_PORT', port, () => openSandboxServer({ port, discord: local, panelUrl, sheetUrl, guard })),
  };
}

/** The local Discord believes whatever it's told, so only this machine may tell it anything. */
const guard: RequestHandler = (request, response, next) =>
  isFromThisMachine(request) ? next() : sendRefusal(response, { refused: 'foreign_origin' });
