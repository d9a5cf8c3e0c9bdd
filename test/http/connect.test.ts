import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LeagueView } from '../../server/contract/league.ts';
import type { PublicLeague } from '../../server/contract/public.ts';
import type { ConnectAnswer, ConnectView } from '../../server/contract/session.ts';
import { guildId } from '../../server/sandbox/discord/guild.ts';
import { account, type LeagueOverHttp, leagueOverHttp, person } from './league-over-http.ts';
import { type Panel, post, request, signIn } from './panel.ts';

/** The league that is there already is another guild's. */
const otherGuild = '812047735206313984';
const book = 'a-blank-spreadsheet';
let league: LeagueOverHttp;
let juno: Panel;

beforeEach(async () => {
  league = await leagueOverHttp(otherGuild);
  league.sheets.ensureSpreadsheet(book, 'Night Owls');
  juno = await signIn(league.url(), league.client('host'));
});
afterEach(() => league.close());

const connect = <T = ConnectAnswer>(spreadsheet: unknown, panel = juno) =>
  post<T>(`${league.url()}/api/connect`, { spreadsheet }, panel.token);

async function refused(spreadsheet: unknown, panel = juno) {
  const { status, body } = await connect<{ error: { message: string; remedy: string } }>(spreadsheet, panel);
  return [status, `${body.error.message} ${body.error.remedy}`];
}

async function codeFor(spreadsheet: string): Promise<string> {
  const { body } = await connect(spreadsheet);
  return body.state === 'code' ? body.code : '';
}

function type(range: string, value: string, spreadsheetId = book): void {
  const requestBody = { values: [[value]] };
  league.sheets.spreadsheets.values.update({ spreadsheetId, range, valueInputOption: 'USER_ENTERED', requestBody });
}

describe('connecting a spreadsheet', () => {
  it('tells a host what it takes, and everybody else who can', async () => {
    const about = (panel: Panel) => panel.get<ConnectView>('/api/connect');
    expect((await about(juno)).body).toEqual({ host: true, server: 'Cozy-Kart Club', account });
    expect((await about(juno)).headers.get('cache-control')).toBe('private, no-store');
    const ana = await signIn(league.url(), league.client('ana'));
    expect((await about(ana)).body).toEqual({ host: false, server: 'Cozy-Kart Club', account });
    expect(await refused(book, ana)).toEqual([
      403,
      'Only who manages this server can connect a Sheet. Ask one of them to open the panel.',
    ]);
  });

  it('asks for a code in the Sheet, and with it the league is there for everybody', async () => {
    const address = `http://localhost:8081/?id=${book}`;
    const asked = await connect(address);
    expect(asked.body).toEqual({
      state: 'code',
      title: 'Night Owls',
      code: expect.stringMatching(/^KART-\w{4}-\w{4}$/),
    });
    expect((await connect(address)).body, 'the code stays the same').toEqual(asked.body);
    expect((await juno.get('/api/league')).status).toBe(404);

    type('D9', await codeFor(book));
    expect((await connect(address)).body).toEqual({ state: 'connected' });
    await league.clock.advance(10_000);

    const panel = await signIn(league.url(), league.client('host'));
    expect(panel.session.unconnected).toBeUndefined();
    const { body: view } = await panel.get<LeagueView>('/api/league');
    expect(view).toMatchObject({ name: 'Cozy-Kart Club', season: { name: 'Season 1' }, sheet: { state: 'saved' } });
    const tabs = league.sheets.spreadsheets
      .get({ spreadsheetId: book })
      .sheets?.map(({ properties }) => properties?.title);
    expect(tabs, 'the Sheet is set up, its first tab too').toEqual(
      expect.arrayContaining(['Start here', 'Results', 'Settings', 'Standings']),
    );
    expect(JSON.stringify(league.sheets.list()), 'the code is gone').not.toContain('KART-');
    const { body: page } = await request<PublicLeague>(`${league.url()}/api/public/cozy-kart-club`);
    expect(page.league).toBe('Cozy-Kart Club');
    expect((await panel.get('/api/connect')).status).toBe(200);
    expect(await refused(book, panel)).toEqual([409, 'This server already has its league. Open the panel again.']);
    expect(league.errors).toEqual([]);
  });

  it('keeps two leagues apart, each with its own racers, Sheet and page', async () => {
    type('A1', await codeFor(book));
    await connect(book);
    await league.clock.advance(10_000);
    const ana = await signIn(league.url(), league.client('ana'));
    const host = await signIn(league.url(), league.client('host'));
    const { body } = await host.act<{ race: string }>({ type: 'openRace' });
    await ana.act({ type: 'join', race: body.race, name: 'Ana' });
    await league.clock.advance(10_000);
    const racers = (spreadsheetId: string) =>
      league.sheets.spreadsheets.values.get({ spreadsheetId, range: 'Racers!A:A' }).values?.flat();
    expect(racers(book)).toEqual(['Racer', 'Ana']);
    expect(racers('book-league')).toEqual(['Racer']);
    const front = await fetch(league.url());
    const html = await front.text();
    expect(html).toContain('href="/league/league"');
    expect(html).toContain('href="/league/cozy-kart-club"');
  });

  it('gives each guild and each spreadsheet a code of its own', async () => {
    league.sheets.ensureSpreadsheet('another-blank-one', 'Another');
    const codes = [await codeFor(book), await codeFor('another-blank-one')];
    type('A1', codes[0] ?? '', 'another-blank-one');
    expect(new Set(codes).size).toBe(2);
    expect(await refused('another-blank-one')).toEqual([409, expect.stringContaining('already holds something else')]);
  });

  it('says exactly what is wrong', async () => {
    expect(await refused('my sheet')).toEqual([
      400,
      "That isn't the address of a Google Sheet. Copy it from the browser's address bar with the Sheet open.",
    ]);
    expect(await refused('https://docs.google.com/document/d/1aBcDeFgHiJkLmNo/edit')).toEqual([
      400,
      "That file isn't a Google Sheet. Make a new one at sheets.new; in an Excel file, use File > Save as Google Sheets.",
    ]);
    expect(await refused('no-such-spreadsheet')).toEqual([
      404,
      'There is no Sheet at that address. Copy the whole address again.',
    ]);
    expect(await refused('book-league')).toEqual([
      409,
      'That Sheet belongs to another league. Use one of your own: a blank one will do.',
    ]);
    type('A1', 'Rent');
    expect(await refused(book)).toEqual([
      409,
      '“Night Owls” already holds something else, in Sheet1. Use a blank Sheet, or one that was a league before. Your own tabs can be added to it afterwards.',
    ]);
    for (const bad of ['', ' ', 7, null, 'x'.repeat(2_001)]) expect((await connect(bad)).status).toBe(400);
  });

  it('says whom to share it with, and that looking isn’t enough', async () => {
    league.sheets.setAccess(book, 'none');
    expect(await refused(book)).toEqual([
      409,
      `The Sheet isn't shared with the league. In the Sheet, choose Share and add ${account} as Editor.`,
    ]);
    league.sheets.setAccess(book, 'view');
    expect(await refused(book)).toEqual([
      409,
      `The league may look at the Sheet, but not write to it. In the Sheet, choose Share and make ${account} an Editor.`,
    ]);
    league.sheets.setAccess(book, 'excel');
    expect((await refused(book))[1]).toContain("That file isn't a Google Sheet.");
  });

  it('gives a spreadsheet to one league alone, whoever comes at the same moment', async () => {
    type('A1', await codeFor(book));
    const both = await Promise.all([connect(book), connect(book)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('goes on with a league after a restart, and still knows whose Sheet it is', async () => {
    type('A1', await codeFor(book));
    await connect(book);
    expect(await league.journal.leagues()).toEqual([
      expect.objectContaining({ guild: otherGuild }),
      expect.objectContaining({ guild: guildId, workbook: book, slug: 'cozy-kart-club' }),
    ]);
    await expect(
      league.journal.addLeague({ id: 'x', slug: 'x', guild: person('ana').id, workbook: book }),
    ).rejects.toThrow('UNIQUE');
  });

  it('asks who wants to know to sign in first', async () => {
    expect((await post(`${league.url()}/api/connect`, { spreadsheet: book })).status).toBe(401);
    expect((await request(`${league.url()}/api/connect`)).status).toBe(401);
  });
});
