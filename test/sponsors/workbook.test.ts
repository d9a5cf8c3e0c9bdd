import { afterEach, beforeEach, expect, it } from 'vitest';
import { factsOf } from '../../server/facts.ts';
import { openSponsorSync } from '../../server/sponsor-sync.ts';
import { type LeagueOverHttp, leagueOverHttp } from '../http/league-over-http.ts';
import { post } from '../http/panel.ts';

const book = 'book-of-sponsors';
let league: LeagueOverHttp;

beforeEach(async () => {
  league = await leagueOverHttp();
  league.sheets.ensureSpreadsheet(book, 'For sponsors');
});
afterEach(() => league.close());

const rows = (tab: string) =>
  league.sheets.spreadsheets.values.get({ spreadsheetId: book, range: `'${tab}'` }).values ?? [];
const titles = () =>
  (league.sheets.spreadsheets.get({ spreadsheetId: book }).sheets ?? []).map(({ properties }) => properties?.title);

it('keeps the sponsors’ spreadsheet up to date with what is public, and takes out what others typed', async () => {
  await league.play('ana', 'robin');
  league.league.sponsorSync.use(book);
  await league.clock.advance(1_000);
  expect(titles()).toEqual(['Results for our sponsors', 'Standings', 'Progress', 'Past standings', 'Report']);
  const [header, first, second] = rows('Standings');
  expect(header).toEqual(['Rank', 'Racer', 'Points', 'Wins', 'Podiums', 'Races', 'Season 1']);
  expect([first?.[0], second?.[0]]).toEqual(['1', '2']);
  const charts = league.sheets.spreadsheets.get({ spreadsheetId: book }).sheets?.flatMap((sheet) => sheet.charts ?? []);
  expect(charts?.map(({ spec }) => spec?.title)).toEqual(['Standings', 'Wins', 'Points by race']);

  const typed = { valueInputOption: 'RAW', requestBody: { values: [['mine', 'all', 'mine']] } };
  league.sheets.spreadsheets.values.update({ spreadsheetId: book, range: 'Standings!H9:J9', ...typed });
  await league.play('robin', 'ana');
  await league.clock.advance(60_000);
  expect(rows('Progress')).toHaveLength(3);
  expect(JSON.stringify(rows('Standings'))).not.toContain('mine');
});

it('holds the latest season’s standings and progress until the next one is open', async () => {
  await league.play('ana', 'robin');
  const season = [...factsOf(league.league.desk.state).seasons.keys()][0] ?? '';
  await league.act('host', { type: 'closeSeason', season });
  league.league.sponsorSync.use(book);
  await league.clock.advance(1_000);
  expect(rows('Standings')[0]?.at(-1)).toBe('Season 1, closed');
  expect(rows('Standings')).toHaveLength(3);
  expect(rows('Progress')).toHaveLength(2);
  await league.act('host', { type: 'planSeason', name: 'Season 2' });
  const next = [...factsOf(league.league.desk.state).seasons.keys()][1] ?? '';
  await league.act('host', { type: 'openSeason', season: next });
  await league.clock.advance(60_000);
  expect(rows('Standings')).toEqual([expect.arrayContaining(['Season 2'])]);
  expect(rows('Progress')).toHaveLength(1);
});

it('names nobody who hides, and holds nothing that is private', async () => {
  await league.play('ana', 'robin');
  await league.act('ana', { type: 'setOnPage', on: false });
  league.league.sponsorSync.use(book);
  await league.clock.advance(1_000);
  const all = JSON.stringify(titles().map((title) => rows(title ?? '')));
  const { body } = await (await league.panel('ana')).get<{ name: string }>('/api/me');
  expect(all).toContain('A racer');
  expect(all).not.toContain(body.name);
  expect(all).not.toMatch(/\d{17,}/);
});

it('names nobody who hides by another row of theirs', async () => {
  await league.play('ana', 'robin');
  await league.act('ana', { type: 'setOnPage', on: false });
  await league.act('host', { type: 'addRacer', name: 'Grandpa' });
  const racers = [...factsOf(league.league.desk.state).racers.values()];
  const idOf = (is: (racer: (typeof racers)[number]) => boolean) => racers.find(is)?.id ?? '';
  const into = idOf(({ racer }) => racer === 'Grandpa');
  await league.act('host', { type: 'mergeRacers', racer: idOf(({ onPage }) => onPage === false), into });
  league.league.sponsorSync.use(book);
  await league.clock.advance(1_000);
  const all = JSON.stringify(titles().map((title) => rows(title ?? '')));
  expect(all).toContain('A racer');
  expect(all).not.toContain('Grandpa');
});

it('goes on after the spreadsheet could not be reached, and never delays the league’s own', async () => {
  league.league.sponsorSync.use('there-is-none');
  await league.clock.advance(1_000);
  expect(league.league.sponsorSync.state()).toBe('unreachable');
  await league.play('ana', 'robin');
  await league.clock.advance(5_000);
  expect(league.league.sync.view().state).toBe('saved');
  league.sheets.ensureSpreadsheet('there-is-none', 'Now there is one');
  await league.clock.advance(120_000);
  expect(league.league.sponsorSync.state()).toBe('kept');
});

const ask = async (key: string, spreadsheet: string) => {
  const { token } = await league.panel(key);
  return post<{ state?: string; code?: string; error?: { code: string } }>(
    `${league.url()}/api/sponsors/workbook`,
    { spreadsheet },
    token,
  );
};
const write = (id: string, value: string, range = 'A1') =>
  league.sheets.spreadsheets.values.update({
    spreadsheetId: id,
    range,
    valueInputOption: 'RAW',
    requestBody: { values: [[value]] },
  });

it('is connected by a host who proves that it’s theirs, and only while it’s empty', async () => {
  const { sheets } = league;
  sheets.ensureSpreadsheet('book-with-something', 'A diary');
  write('book-with-something', 'Dear diary');
  expect((await ask('ana', book)).status).toBe(403);
  expect((await ask('host', 'book-with-something')).body.error?.code).toBe('holds_else');
  expect((await ask('host', league.league.workbook)).body.error?.code).toBe('other_league');
  const { body } = await ask('host', book);
  expect(body.state).toBe('code');
  write(book, body.code ?? '');
  expect((await ask('host', book)).body).toEqual({ state: 'connected' });
  await league.clock.advance(1_000);
  expect(titles()).toContain('Report');
  expect(await league.journal.leagues()).toMatchObject([{ sponsorWorkbook: book }]);
});

it('gives way to another one once it can’t be reached, and may come back with what it holds of ours', async () => {
  const { sheets, clock } = league;
  const connect = async (id: string, range?: string) => {
    const { body } = await ask('host', id);
    expect(body).toMatchObject({ state: 'code' });
    write(id, body.code ?? '', range);
    expect((await ask('host', id)).body).toEqual({ state: 'connected' });
    await clock.advance(1_000);
    expect(league.league.sponsorSync.state()).toBe('kept');
  };
  league.league.sponsorSync.use('there-is-none');
  await clock.advance(1_000);
  expect(league.league.sponsorSync.state()).toBe('unreachable');
  await connect(book);
  sheets.ensureSpreadsheet('another-book', 'Another');
  await connect('another-book');
  await connect(book, "'Report'!Z20");
  expect(rows('Report').flat().join()).not.toContain('KART-');
  expect((await ask('host', book)).body).toEqual({ state: 'connected' });
  write(book, 'A diary', "'Results for our sponsors'!A1");
  sheets.ensureSpreadsheet('third-book', 'Third');
  await connect('third-book');
  expect((await ask('host', book)).body.error?.code).toBe('holds_else');
});

it('says nothing of one that failed after another had taken its place', async () => {
  const { clock, calls, sheets } = league;
  const slow = Promise.withResolvers<never>();
  const errors: unknown[] = [];
  const sync = openSponsorSync({
    calls: { ...calls, meta: (id) => (id === 'a-slow-book' ? slow.promise : calls.meta(id)) },
    workbook: 'a-slow-book',
    book: () => league.league.sponsors.book(undefined),
    watch: () => () => {},
    clock,
    onError: (error) => errors.push(error),
  });
  await clock.advance(1_000);
  sync.use(book);
  slow.reject(new Error('it was away'));
  await clock.advance(1_000);
  expect(errors).toEqual([]);
  expect(sync.state()).toBe('kept');
  expect(sheets.spreadsheets.get({ spreadsheetId: book }).sheets?.length).toBeGreaterThan(1);
  await sync.close();
});
