/** One league at work: its desk, its sync with the Sheet, and what its open panels are told. */
import { randomBytes } from 'node:crypto';
import type { SheetsCalls } from '../sheets/google.ts';
import { openWorkbook } from '../sheets/workbook.ts';
import type { Clock } from './clock.ts';
import { openDesk } from './desk.ts';
import { openSweep } from './forget/sweep.ts';
import type { Journal, League } from './journal/sqlite.ts';
import { openLive } from './live.ts';
import { openSponsorSync } from './sponsor-sync.ts';
import type { Net } from './sponsors/net.ts';
import { openSponsors } from './sponsors/sponsors.ts';
import { openSync } from './sync.ts';
import { leagueView } from './views/league.ts';
import { startHere } from './words/sheet.ts';

export interface LeagueOptions {
  league: League;
  journal: Journal;
  calls: SheetsCalls;
  clock: Clock;
  /** From 0 up to 1, as Math.random: row IDs are made from it. */
  random: () => number;
  /** Whom the spreadsheet has to be shared with. */
  account: string;
  /** A stand-in plays Discord or Google. */
  sandbox: boolean;
  /** The guild's name, if Discord says it. */
  guildName: () => Promise<string | undefined>;
  /** Through which logos are fetched. */
  net: Net;
  /** Of this server: what nobody may guess is made with it. */
  secret: string;
  /** Where the world finds us, without a slash at the end; undefined if nobody said so. */
  publicUrl?: string | undefined;
  /** For the sponsor workbook: calls that don't hold the league's own up. */
  sponsorCalls?: SheetsCalls;
  onError: (error: unknown) => void;
}

export type OpenLeague = Awaited<ReturnType<typeof openLeague>>;

/** What was begun of a league that can't be opened to the end is ended. */
export async function openLeague(options: LeagueOptions) {
  const closers: (() => Promise<void> | void)[] = [];
  const close = async (): Promise<void> => {
    for (const closer of closers.splice(0).reverse()) await closer();
  };
  try {
    return { ...(await begin(options, (closer) => closers.push(closer))), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function begin(options: LeagueOptions, atEnd: (closer: () => Promise<void> | void) => void) {
  const { league, journal, calls, account, clock, random, sandbox, guildName, net, secret, onError } = options;
  const { publicUrl, sponsorCalls = calls } = options;
  const newId = rowIds(random);
  const desk = await openDesk({ league: league.id, journal, clock, newId, onError });
  atEnd(desk.close);
  const workbook = openWorkbook({ calls, id: league.workbook, newId, startHere });
  const newToken = () => randomBytes(12).toString('base64url');
  const beginning = async () => ({
    name: await guildName(),
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  });
  const view = () => ({ ...leagueView(desk.state, sandbox, sync.view()), ...sponsors.appearance() });
  const live = openLive({ view, clock, onError });
  atEnd(live.close);
  const sponsors = await openSponsors({ league, journal, desk, net, clock, secret, onError });
  atEnd(sponsors.close);
  const sync = await openSync({
    league: league.id,
    desk,
    journal,
    workbook,
    clock,
    newToken,
    beginning,
    attended: () => live.panels > 0,
    problems: sponsors.problems,
    onError,
  });
  atEnd(sync.close);
  const sponsorSync = openSponsorSync({
    calls: sponsorCalls,
    workbook: league.sponsorWorkbook,
    book: () => sponsors.book(publicUrl),
    watch: desk.watch,
    clock,
    onError,
  });
  atEnd(sponsorSync.close);
  for (const { watch } of [desk, sync, sponsors.logos]) atEnd(watch(live.changed));
  atEnd(openSweep({ desk, sync, journal, onError }));

  return { ...league, account, newId, desk, sync, sponsors, sponsorSync, live, view };
}

/** Without letters and digits that are taken for each other. */
const alphabet = '23456789abcdefghjkmnpqrstuvwxyz';

/** Ten of 31 signs: among a million rows the chance of two alike is below one in a thousand. */
export function rowIds(random: () => number): () => string {
  return () => Array.from({ length: 10 }, () => alphabet[Math.floor(random() * alphabet.length)]).join('');
}
