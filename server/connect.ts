/**
 * Connecting a league: a host of a server that has none gives a spreadsheet, and proves that it's theirs by typing a code
 * into one of its cells. Anybody may know the address of a spreadsheet; only who may write to it can do that.
 */
import { createHmac } from 'node:crypto';
import { type SheetsCalls, SheetsFailure } from '../sheets/google.ts';
import { type Inspection, inspect, removeCode, spreadsheetIn } from '../sheets/inspect.ts';
import { strangersTo } from '../sheets/public-book.ts';
import type { ConnectAnswer } from './contract/session.ts';
import type { Leagues } from './leagues.ts';
import type { OpenLeague } from './open-league.ts';
import type { Refusal } from './words/refusals.ts';

export interface ConnectOptions {
  leagues: Leagues;
  /** The calls that a league would make, by the league's or the guild's ID. */
  calls: (of: string) => SheetsCalls;
  /** Whom a spreadsheet has to be shared with. */
  account: string;
  /** Makes the codes. */
  secret: string;
  newId: () => string;
  guildName: (guild: string) => Promise<string | undefined>;
  onError: (error: unknown) => void;
}

export type Connecting = ReturnType<typeof openConnecting>;

export function openConnecting({ leagues, calls, account, secret, newId, guildName, onError }: ConnectOptions) {
  /** By guild, and one for the list of leagues: a slow answer of Google's keeps nobody else waiting. */
  const queues = new Map<string, Promise<unknown>>();

  return {
    account,
    guildName,

    /**
     * Looks at the spreadsheet with that address: answers a code that has to be typed into it, and once that stands
     * there, opens the league.
     */
    connect(guild: string, address: string): Promise<ConnectAnswer | Refusal> {
      return inTurn(`guild ${guild}`, () => connect(guild, address)).catch(orUnreachable);
    },

    /** The same for the spreadsheet that a league's sponsors see. */
    connectSponsors(league: OpenLeague, address: string): Promise<ConnectAnswer | Refusal> {
      return inTurn(`guild ${league.guild}`, () => connectSponsors(league, address)).catch(orUnreachable);
    },
  };

  /** A league's second spreadsheet has to be empty, or one that it had before: whatever is in it, sponsors would see. */
  async function connectSponsors(league: OpenLeague, address: string): Promise<ConnectAnswer | Refusal> {
    const spreadsheet = spreadsheetIn(address);
    if (!spreadsheet) return { refused: 'bad_address' };
    if (spreadsheet === 'notASpreadsheet') return { refused: 'not_a_spreadsheet' };
    const { id } = spreadsheet;
    const isTheirs = league.sponsorSync.workbook() === id;
    if (leagues.holds(id) && !isTheirs) return { refused: 'other_league' };
    const code = codeFor(`sponsors of ${league.guild}`, id);
    const google = calls(league.guild);
    const book = await league.sponsors.book(undefined);
    const inspection = await inspect(google, id, code, newId(), (used) => strangersTo(book, used));
    if (inspection.found !== 'fit') return refusalFor(inspection);
    if (!inspection.hasCode && !isTheirs) return { state: 'code', title: inspection.title, code };
    await removeCode(google, id, code);
    return inTurn('leagues', async () => {
      if (leagues.holds(id) && !isTheirs) return { refused: 'other_league' };
      await leagues.giveSponsors(league, id);
      return { state: 'connected' };
    });
  }

  async function connect(guild: string, address: string): Promise<ConnectAnswer | Refusal> {
    if (leagues.isBroken(guild)) return { refused: 'league_broken' };
    if (leagues.of(guild)) return { refused: 'has_league' };
    const spreadsheet = spreadsheetIn(address);
    if (!spreadsheet) return { refused: 'bad_address' };
    if (spreadsheet === 'notASpreadsheet') return { refused: 'not_a_spreadsheet' };
    const { id } = spreadsheet;
    if (leagues.holds(id)) return { refused: 'other_league' };
    const code = codeFor(guild, id);
    const google = calls(guild);
    const inspection = await inspect(google, id, code, newId());
    if (inspection.found !== 'fit') return refusalFor(inspection);
    if (!inspection.hasCode) return { state: 'code', title: inspection.title, code };
    await removeCode(google, id, code);
    const name = (await guildName(guild)) ?? inspection.title;
    return inTurn('leagues', () => add(guild, id, name));
  }

  /** Of two guilds that connect one spreadsheet at once, the second one finds it taken. */
  async function add(guild: string, workbook: string, name: string): Promise<ConnectAnswer | Refusal> {
    if (leagues.holds(workbook)) return { refused: 'other_league' };
    await leagues.add({ id: newId(), slug: leagues.freeSlug(name), guild, workbook });
    return { state: 'connected' };
  }

  function inTurn<T>(key: string, work: () => Promise<T>): Promise<T> {
    const result = (queues.get(key) ?? Promise.resolve()).then(work);
    const settled = result.then(
      () => {},
      () => {},
    );
    queues.set(key, settled);
    void settled.then(() => queues.get(key) === settled && queues.delete(key));
    return result;
  }

  function orUnreachable(error: unknown): Refusal {
    if (!(error instanceof SheetsFailure)) throw error;
    onError(error);
    return { refused: 'google_unreachable' };
  }

  /** The same whenever it's asked for, on every server, and nobody else can make it. */
  function codeFor(guild: string, spreadsheet: string): string {
    const bytes = createHmac('sha256', secret).update(`connect ${guild} ${spreadsheet}`).digest();
    const letters = [...bytes.subarray(0, 8)].map((byte) => alphabet[byte % alphabet.length]).join('');
    return `KART-${letters.slice(0, 4)}-${letters.slice(4)}`;
  }

  function refusalFor(inspection: Exclude<Inspection, { found: 'fit' }>): Refusal {
    switch (inspection.found) {
      case 'notShared':
        return { refused: 'not_shared', given: { account } };
      case 'viewOnly':
        return { refused: 'view_only', given: { account } };
      case 'notASpreadsheet':
        return { refused: 'not_a_spreadsheet' };
      case 'nothing':
        return { refused: 'no_spreadsheet' };
      case 'somethingElse':
        return { refused: 'holds_else', given: { title: inspection.title, tabs: inspection.tabs } };
    }
  }
}

/** 32 letters and digits, without those that are taken for each other: eight of them are 40 bits. */
const alphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
