/** The public pages of a league with a season behind it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PublicLeague, PublicSeason } from '../../server/contract/public.ts';
import { type Eventful, eventfulLeague } from './eventful.ts';
import { request } from './panel.ts';

let here: Eventful;
beforeAll(async () => {
  here = await eventfulLeague();
}, 60_000);
afterAll(() => here.league.close());

const page = async (path: string) => {
  const answer = await fetch(here.league.url() + path);
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
};
const league = async () => (await request<PublicLeague>(`${here.league.url()}/api/public/league`)).body;

describe('the league’s page', () => {
  it('says what was dropped and adjusted, where that is so', async () => {
    const { standings } = await league();
    expect(standings).toEqual([
      { rank: 1, racer: 'Robin', points: 30, wins: 2, podiums: 3, races: 3, dropped: 12 },
      { rank: 2, racer: 'Ana', points: 27, wins: 1, podiums: 3, races: 3, dropped: 12 },
      { rank: 3, racer: 'A racer', points: 20, wins: 0, podiums: 2, races: 2 },
      { rank: 4, racer: 'Teo', points: 7, wins: 0, podiums: 1, races: 1, adjustments: -3 },
    ]);
    const { text } = await page('/');
    expect(text).toContain('<bdi>Robin</bdi> <small>12 pts dropped</small>');
    expect(text).toContain('<bdi>Teo</bdi> <small>3 pts penalty</small>');
  });

  it('shows what the leaders won, but not of who hides', async () => {
    expect((await league()).trophies).toEqual([
      { racer: 'Robin', titles: 0, gold: 2, silver: 2, bronze: 1 },
      { racer: 'Ana', titles: 1, gold: 3, silver: 2, bronze: 0 },
    ]);
    expect((await page('/')).text).toContain('aria-label="3 1st places"');
  });

  it('lists the seasons with their champions, and leads to each', async () => {
    const { seasons } = await league();
    expect(seasons.map(({ season, open, champions }) => [season, open, champions])).toEqual([
      ['Spring', true, []],
      ['Season 1', false, ['Ana']],
    ]);
    const { text } = await page('/');
    const links = [...text.matchAll(/href="(\/league\/[^"]+)"/g)].map(([, to]) => String(to));
    expect(links).toEqual([`/league/league/season/${here.open}`, `/league/league/season/${here.past}`]);
    for (const link of links) expect((await page(link)).status, link).toBe(200);
  });
});

describe('a season’s page', () => {
  it('has its champion, its table and all of its races', async () => {
    const { text, headers } = await page(`/league/league/season/${here.past}`);
    expect(headers.get('cache-control')).toBe('public, max-age=5');
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(text).toContain('<title>Cozy-Kart Club · Season 1</title>');
    expect(text).toContain('🏆 Champion: Ana');
    expect([...text.matchAll(/<article>\n<h3>([^<]+)/g)].map(([, race]) => race?.trim())).toEqual(['Race 2', 'Race 1']);
    expect(text).toContain('href="/league/league"');
  });

  it('is found by the season’s name too, however it’s typed', async () => {
    const byId = await page(`/league/league/season/${here.past}`);
    for (const name of ['Season%201', 'season%201', 'SEASON%201'])
      expect((await page(`/league/league/season/${name}`)).text, name).toBe(byId.text);
  });

  it('of the open season says that it goes on', async () => {
    expect((await page('/league/league/season/spring')).text).toContain('Being raced now');
  });

  it('is there as data too', async () => {
    const path = `${here.league.url()}/api/public/league/season/season%201`;
    const { status, body } = await request<PublicSeason>(path);
    expect(status).toBe(200);
    expect(body).toMatchObject({ league: 'Cozy-Kart Club', season: 'Season 1', open: false, champions: ['Ana'] });
    expect(body.standings.map(({ racer }) => racer)).toEqual(['Ana', 'A racer', 'Robin', 'Old Kiki', 'Bartholomew']);
  });

  it.each(['nope', '%00', 'Race%201'])('that isn’t there is a sentence, as a page: %s', async (season) => {
    const missing = await page(`/league/league/season/${season}`);
    expect([missing.status, missing.headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8']);
    expect(missing.text).toContain('That season isn&#39;t in this league.');
    const { status, body } = await request(`${here.league.url()}/api/public/league/season/${season}`);
    expect([status, body.error.code]).toEqual([404, 'unknown_season']);
  });

  it('of a season that is only planned isn’t there yet', async () => {
    await here.league.act('host', { type: 'planSeason', name: 'Summer <b>' });
    expect((await page('/league/league/season/summer%20%3Cb%3E')).status).toBe(404);
    expect((await page('/')).text).not.toContain('Summer');
  });
});

describe('who hides from the page', () => {
  it('is named nowhere on it', async () => {
    const paths = ['/', ...[here.past, here.open].map((id) => `/league/league/season/${id}`)];
    for (const path of [...paths, '/api/public/league', `/api/public/league/season/${here.past}`])
      expect((await page(path)).text, path).not.toContain('Zoë');
  });

  it('even as a champion', async () => {
    await here.league.act('ana', { type: 'setOnPage', on: false });
    const { text } = await page(`/league/league/season/${here.past}`);
    expect(text).toContain('🏆 Champion: A racer');
    expect((await page('/')).text).not.toContain('Ana');
    await here.league.act('ana', { type: 'setOnPage', on: true });
    expect((await page('/')).text).toContain('Ana');
  });

  it('together with whoever is the same as they are', async () => {
    await here.league.act('host', {
      type: 'mergeRacers',
      racer: await here.racer('Old Kiki'),
      into: await here.racer('Zoë'),
    });
    expect((await page(`/league/league/season/${here.past}`)).text).not.toMatch(/Old Kiki|Zoë/);
  });
});

it('is nobody’s business while the page is off, a season’s neither', async () => {
  await here.league.set('Public page', 'Off');
  const { status, text } = await page(`/league/league/season/${here.past}`);
  expect([status, text.includes('Ana')]).toEqual([404, false]);
  await here.league.set('Public page', 'On');
});
