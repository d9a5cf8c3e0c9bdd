import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { get } from 'node:http';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LeagueView } from '../../server/contract/league.ts';
import type { PublicLeague } from '../../server/contract/public.ts';
import { people } from '../../server/sandbox/people.ts';
import { wholeLeague } from '../whole-league.ts';
import { request } from './panel.ts';

let league: Awaited<ReturnType<typeof wholeLeague>>;

beforeAll(async () => {
  league = await wholeLeague();
});
afterAll(() => league.close());

/** With headers that fetch doesn't let anybody set. */
function statusOf(url: string, headers: Record<string, string>): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    get(url, { headers }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    }).on('error', reject);
  });
}

describe('the sandbox', () => {
  it('begins with a season that was raced: eight racers, five final races, one open', async () => {
    const { body } = await request<PublicLeague>(`${league.urls.panel}/api/public/league`);
    expect(body.races.map(({ race, night }) => `${race} ${night}`)).toEqual([
      'Race 5 Night 2',
      'Race 4 Night 2',
      'Race 3 Night 1',
      'Race 2 Night 1',
      'Race 1 Night 1',
    ]);
    expect(body.standings).toHaveLength(8);
    expect(body.standings[0]).toMatchObject({ rank: 1, racer: 'Ana', points: 62, wins: 2 });
    const { body: view } = await (await league.panel('spectator')).get<LeagueView>('/api/league');
    expect(view.sandbox).toBe(true);
    expect(Object.values(view.races).filter(({ status }) => status === 'Open')).toHaveLength(1);
  });

  it('tells nobody a Discord ID but who asks Discord', async () => {
    for (const path of ['/', '/league/league', '/api/public/league', '/healthz']) {
      const text = await (await fetch(league.urls.panel + path)).text();
      for (const { id } of people) expect(text, path).not.toContain(id);
    }
  });

  it.each(['panel', 'stage', 'sheet'] as const)('refuses a foreign Host or Origin at the %s', async (which) => {
    const url = league.urls[which];
    const paths = which === 'stage' ? ['/', '/stage/setup', '/api/users/@me', '/cdn/avatars/1/2.png'] : ['/'];
    for (const path of paths) {
      expect(await statusOf(url + path, { host: 'league.example' }), path).toBe(403);
      expect(await statusOf(url + path, { origin: 'https://league.example' }), path).toBe(403);
      expect(await statusOf(url + path, {}), path).not.toBe(403);
    }
  });

  it('answers a panel through the stage, each at its own address', async () => {
    const host = `ana.${new URL(league.urls.stage).host}`;
    const path = `${league.urls.stage}/api/public/league`;
    expect(await statusOf(path, { host })).toBe(200);
    expect(await statusOf(path, { host, origin: `http://${host}` })).toBe(200);
    expect(await statusOf(path, { host, origin: 'https://league.example' })).toBe(403);
  });

  it('keeps sessions and league over a restart, and plays its season once', async () => {
    const ana = await league.panel('ana');
    const { body: before } = await ana.get<LeagueView>('/api/league');
    await league.restart();
    const { body: after } = await ana.get<LeagueView>('/api/league');
    expect({ ...after, sheet: before.sheet }).toEqual(before);
  });

  it('starts also when its spreadsheet was lost: what was raced is in the journal', async () => {
    const ana = await league.panel('ana');
    const { body: before } = await ana.get<LeagueView>('/api/league');
    await league.restart(() => rm(join(league.dataDir, 'sheets.sqlite')));
    const { body: after } = await ana.get<LeagueView>('/api/league');
    expect(after.standings).toEqual(before.standings);
  });
});

it.each(['STAGE_PORT', 'SHEET_PORT'])('says in one sentence that %s is in use', async (variable) => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const address = other.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  await expect(wholeLeague({ [variable]: String(port) })).rejects.toThrow(
    `Port ${port} is in use. Stop what uses it, or set ${variable} to another port.`,
  );
  other.close();
});
