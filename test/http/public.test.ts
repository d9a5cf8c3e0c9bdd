import { get } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LeagueView } from '../../server/contract/league.ts';
import type { PublicLeague } from '../../server/contract/public.ts';
import { people } from '../../server/sandbox/people.ts';
import { type LeagueOverHttp, leagueOverHttp, person, stageOrigin } from './league-over-http.ts';
import { type Answer, request } from './panel.ts';

const hostile = '<img src=x onerror="1">&\'';
let league: LeagueOverHttp;

beforeAll(async () => {
  league = await leagueOverHttp();
  const race = await league.act('host', { type: 'openRace' });
  await league.act('ana', { type: 'join', race });
  await league.act('robin', { type: 'join', race, name: hostile });
  await league.act('zoe', { type: 'join', race });
  await league.act('host', { type: 'startRace', race });
  await league.act('ana', { type: 'report', race, position: 'DNF' });
  await league.act('robin', { type: 'report', race, position: 1 });
  await league.act('zoe', { type: 'report', race, position: 2 });
  await league.act('host', { type: 'closeRace', race });
  await league.clock.advance(5_000);
});
afterAll(() => league.close());

const look = (path: string, headers: Record<string, string> = {}) => fetch(league.url() + path, { headers });
/** With headers that fetch doesn't let anybody set. */
function statusOf(path: string, headers: Record<string, string>): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    get(league.url() + path, { headers }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    }).on('error', reject);
  });
}
const racerCalled = async (name: string) =>
  Object.entries((await league.view()).racers).find(([, racer]) => racer.name === name)?.[0];

describe('the league in public', () => {
  it('is its standings and its final races, and nothing private', async () => {
    const { status, headers, body } = await request<PublicLeague>(`${league.url()}/api/public/league`);
    expect(status).toBe(200);
    expect(headers.get('cache-control')).toBe('public, max-age=5');
    expect(body).toEqual({
      league: 'Cozy-Kart Club',
      season: 'Season 1',
      at: league.clock.now(),
      standings: [
        { rank: 1, racer: hostile, points: 15, wins: 1, podiums: 1, races: 1 },
        { rank: 2, racer: 'Zoë', points: 12, wins: 0, podiums: 1, races: 1 },
        { rank: 3, racer: 'Ana', points: 1, wins: 0, podiums: 0, races: 1 },
      ],
      races: [
        {
          race: 'Race 1',
          night: 'Night 1',
          results: [
            { position: 1, racer: hostile, points: 15 },
            { position: 2, racer: 'Zoë', points: 12 },
            { position: 'DNF', racer: 'Ana', points: 1 },
          ],
        },
      ],
      trophies: [
        { racer: hostile, titles: 0, gold: 1, silver: 0, bronze: 0 },
        { racer: 'Zoë', titles: 0, gold: 0, silver: 1, bronze: 0 },
      ],
      seasons: [{ id: 'season-1', season: 'Season 1', open: true, champions: [] }],
    });
  });

  it('holds no Discord ID, and neither does what members get', async () => {
    const ana = await league.panel('ana');
    const member = async (path: string) => JSON.stringify((await ana.get(path)).body);
    const racer = await racerCalled('Zoë');
    const texts = await Promise.all([
      ...['/', '/league/league', '/api/public/league', '/healthz', '/api/config'].map(async (path) =>
        (await look(path)).text(),
      ),
      ...[`/avatar/${racer}`, '/avatar/nobody'].map(async (path) =>
        JSON.stringify([...(await look(path)).headers.entries()]),
      ),
      member('/api/league'),
      member('/api/me'),
    ]);
    for (const { id, username } of people) {
      for (const text of texts) {
        expect(text).not.toContain(id);
        // Somebody without a display name is called by it.
        if (username !== 'sam') expect(text).not.toContain(username);
      }
    }
  });

  it('that isn’t here is a 404 with a sentence', async () => {
    const { status, body } = await request(`${league.url()}/api/public/nope`);
    expect([status, body.error]).toEqual([
      404,
      { code: 'not_found', message: "There's nothing here.", remedy: 'Check the address.' },
    ]);
  });

  it('leaves out the name of a racer who wants to stay off the page', async () => {
    await league.type('Racers', 'Zoë', 'On page', 'No');
    const { body } = await request<PublicLeague>(`${league.url()}/api/public/league`);
    expect(body.standings.map(({ racer }) => racer)).toEqual([hostile, 'A racer', 'Ana']);
    expect(await (await look('/')).text()).not.toContain('Zoë');
  });

  it('is nobody’s business while the page is off', async () => {
    await league.set('Public page', 'Off');
    const { status, body } = await request(`${league.url()}/api/public/league`);
    expect([status, body.error]).toEqual([
      404,
      {
        code: 'page_off',
        message: "This league's page is off.",
        remedy: 'A host can turn it on in the Settings tab.',
      },
    ]);
    const page = await look('/');
    expect([page.status, page.headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8']);
    expect(await page.text()).toContain('This league&#39;s page is off.');
    await league.set('Public page', 'On');
    expect((await look('/')).status).toBe(200);
  });
});

describe('the page', () => {
  it('shows names as they are, and never runs them', async () => {
    const text = await (await look('/')).text();
    expect(text).toContain('<bdi>&lt;img src=x onerror=&quot;1&quot;&gt;&amp;&#39;</bdi>');
    expect(text).not.toContain('<img');
  });

  it('is at / and at its league’s own address', async () => {
    expect(await (await look('/league/league')).text()).toBe(await (await look('/')).text());
  });

  it('of a league that isn’t here says so, as a page', async () => {
    const page = await look('/league/nope');
    expect([page.status, page.headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8']);
    expect(await page.text()).toContain('There&#39;s nothing here.');
  });

  it('may be framed by nobody, and runs nothing but its own', async () => {
    for (const path of ['/', '/?frame_id=1', '/league/league', '/index.html?frame_id=1&instance_id=2']) {
      const policy = (await look(path)).headers.get('content-security-policy');
      expect(policy, path).toContain("frame-ancestors 'none'");
      expect(policy).toContain("default-src 'self'");
      expect(policy).not.toMatch(/unsafe|\*/);
    }
  });
});

describe('the panel', () => {
  it('is what comes with frame_id and instance_id, fresh each time, and framed by Discord and the stage', async () => {
    const panel = await look('/?frame_id=1&instance_id=2&platform=desktop');
    expect(await panel.text()).toContain('<title>The panel</title>');
    expect(panel.headers.get('cache-control')).toBe('no-store');
    expect(panel.headers.get('content-security-policy')).toContain(
      `frame-ancestors ${stageOrigin} https://discord.com`,
    );
    expect(panel.headers.get('x-frame-options')).toBeNull();
  });

  it('has its own files kept for a year, but never its first page', async () => {
    expect((await look('/assets/panel.js')).headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect((await look('/index.html')).headers.get('cache-control') ?? '').not.toContain('immutable');
  });

  it('learns from the server which application it is', async () => {
    const { body } = await request<{ client_id: string }>(`${league.url()}/api/config`);
    expect(body).toEqual({ client_id: league.local.clientId });
  });
});

describe('/api/league', () => {
  it('is the same for every member, and not sent again while nothing changed', async () => {
    const [ana, host] = [await league.panel('ana'), await league.panel('host')];
    const first = await ana.get<LeagueView>('/api/league');
    const other = await host.get<LeagueView>('/api/league');
    expect(other.body).toEqual(first.body);
    const etag = first.headers.get('etag') ?? '';
    expect(other.headers.get('etag')).toBe(etag);
    // What the panel sends: with no-cache, which fetch would add, a server may not answer 304.
    const known = { 'if-none-match': etag, 'cache-control': 'max-age=0' };
    const again: Answer<unknown> = await ana.get('/api/league', known);
    expect([again.status, again.body]).toEqual([304, undefined]);

    await league.act('host', { type: 'openRace' });
    const changed = await ana.get<LeagueView>('/api/league', known);
    expect([changed.status, changed.body.version > first.body.version]).toEqual([200, true]);
  });

  it('and whatever else is a member’s own is kept by no cache on the way', async () => {
    const ana = await league.panel('ana');
    for (const path of ['/api/league', '/api/me']) {
      expect((await ana.get(path)).headers.get('cache-control'), path).toBe('private, no-cache');
    }
  });

  it('is for members alone', async () => {
    for (const path of ['/api/league', '/api/me']) {
      const { status, body } = await request(league.url() + path);
      expect([status, body.error.code], path).toEqual([401, 'sign_in']);
    }
  });
});

describe('a picture', () => {
  it('is the racer’s own from Discord', async () => {
    const answer = await look(`/avatar/${await racerCalled('Ana')}`);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/png']);
    expect([...new Uint8Array(await answer.arrayBuffer()).slice(1, 4)]).toEqual([...Buffer.from('PNG')]);
    expect(answer.headers.get('cache-control')).toBe('public, max-age=600');
  });

  it('is their initial where they have none', async () => {
    await league.act('sam', { type: 'join' });
    const answer = await look(`/avatar/${await racerCalled('sam')}`);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/svg+xml; charset=utf-8']);
    expect(await answer.text()).toContain('>S</text>');
  });

  it('is their initial while Discord is down, a harmless letter, and not for long', async () => {
    const racer = await racerCalled(hostile);
    league.local.faults.offline = true;
    await league.restart();
    const answer = await look(`/avatar/${racer}`);
    league.local.faults.offline = false;
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/svg+xml; charset=utf-8']);
    expect(answer.headers.get('cache-control')).toBe('public, max-age=30');
    expect(await answer.text()).toContain('>I</text>');
  });

  it.each(['nobody', '..%2F..%2Fetc', '%E0%A4%A', person('ana').id])('of “%s” isn’t there', async (racer) => {
    const { status } = await look(`/avatar/${racer}`);
    expect([400, 404]).toContain(status);
  });
});

describe('the server', () => {
  it('says how it and the Sheet are doing', async () => {
    await league.clock.advance(10_000);
    const { body } = await request<object>(`${league.url()}/healthz`);
    expect(body).toEqual({ ok: true, bot: 'connected', sheets: [{ league: 'league', state: 'saved' }] });
  });

  it.each([
    ['another Host', { host: 'league.example' }],
    ['another Origin', { origin: 'https://league.example' }],
    ['an Origin that hides', { origin: 'null' }],
  ])('answers no request with %s', async (_, headers) => {
    for (const path of ['/', '/healthz', '/api/public/league', '/?frame_id=1&instance_id=2']) {
      expect(await statusOf(path, headers), path).toBe(403);
    }
  });

  it('answers the stage', async () => {
    expect(await statusOf('/healthz', { origin: 'http://ana.localhost:3333' })).toBe(200);
  });
});
