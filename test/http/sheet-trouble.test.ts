import { afterEach, beforeEach, expect, it } from 'vitest';
import type { MeView } from '../../server/contract/me.ts';
import { account, type LeagueOverHttp, leagueOverHttp } from './league-over-http.ts';
import { post, request } from './panel.ts';

let league: LeagueOverHttp;
beforeEach(async () => {
  league = await leagueOverHttp();
});
afterEach(() => league.close());

const problems = async (key: string) => (await (await league.panel(key)).get<MeView>('/api/me')).body.problems;
const health = async () => (await request<{ sheets: object[] }>(`${league.url()}/healthz`)).body.sheets[0];

it('tells hosts, and nobody else, that the Sheet is only for looking; monitoring sees it too', async () => {
  league.sheets.setAccess('book-league', 'view');
  await league.act('host', { type: 'openRace' });
  await league.clock.advance(30_000);
  expect(await problems('host')).toEqual([
    {
      where: 'The Sheet',
      what: 'The league may look at the Sheet, but not write to it.',
      remedy: `In the Sheet, choose Share and make ${account} an Editor. What waits is written by itself.`,
    },
  ]);
  expect(await problems('ana')).toBeUndefined();
  expect(await health()).toEqual({
    league: 'league',
    state: 'unreachable',
    since: expect.any(Number),
    trouble: 'viewOnly',
  });
  league.sheets.setAccess('book-league', 'edit');
  await league.clock.advance(70_000);
  expect(await problems('host')).toEqual([]);
  expect(await health()).toEqual({ league: 'league', state: 'saved' });
});

it('lets a host take the writing back from another program', async () => {
  await league.act('host', { type: 'openRace' });
  await league.clock.advance(10_000);
  const marker = { sheetId: league.tabId('cozy_sync'), rowIndex: 0, columnIndex: 0 };
  const values = [{ userEnteredValue: { numberValue: 500 } }, { userEnteredValue: { stringValue: 'not ours' } }];
  league.sheets.spreadsheets.batchUpdate({
    spreadsheetId: 'book-league',
    requestBody: { requests: [{ updateCells: { start: marker, rows: [{ values }], fields: 'userEnteredValue' } }] },
  });
  await league.clock.advance(600_000);
  expect(await problems('host')).toEqual([expect.objectContaining({ where: 'The Sheet', otherWriter: true })]);

  const take = async (key: string) => post(`${league.url()}/api/sheet/writer`, {}, (await league.panel(key)).token);
  expect((await take('ana')).status).toBe(403);
  expect((await take('host')).status).toBe(202);
  await league.clock.advance(10_000);
  expect(await problems('host')).toEqual([]);
  await league.act('host', { type: 'openRace' });
  await league.clock.advance(10_000);
  expect(await health()).toEqual({ league: 'league', state: 'saved' });
});
