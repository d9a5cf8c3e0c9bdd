import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ErrorAnswer } from '../../server/contract/actions.ts';
import type { ExportAnswer, ForgetAnswer, ImportAnswer } from '../../server/contract/exchange.ts';
import type { MeView } from '../../server/contract/me.ts';
import { type LeagueOverHttp, leagueOverHttp, person } from '../http/league-over-http.ts';
import { bearer, post, request } from '../http/panel.ts';

let league: LeagueOverHttp;
beforeAll(async () => {
  league = await leagueOverHttp();
  await league.play('ana', 'robin');
});
afterAll(() => league.close());

const file = 'Season,Race,Racer,Position\n2024,Monza,Ana,1\n2024,Monza,Bo,2\n';

async function send<T = ImportAnswer>(key: string, body: BodyInit, { dry = false, type = 'text/csv' } = {}) {
  const { token } = await league.panel(key);
  const headers = { 'content-type': type, ...bearer(token) };
  return request<T>(`${league.url()}/api/import${dry ? '?dry=1' : ''}`, { method: 'POST', headers, body });
}

async function download(path: string, key?: string) {
  const headers = key === undefined ? {} : bearer((await league.panel(key)).token);
  const answer = await fetch(path.startsWith('http') ? path : league.url() + path, {
    headers: { connection: 'close', ...headers },
  });
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
}

describe('an import', () => {
  test('says first what it would make, and changes nothing', async () => {
    const { version } = await league.view();
    const { status, body } = await send('host', file, { dry: true });
    expect(status).toBe(200);
    expect(body).toEqual({
      message: 'New: 1 season, 1 race, 1 racer, 2 results. Nothing is changed yet.',
      seasons: { added: ['2024'], known: [] },
      races: { added: 1, known: 0 },
      racers: { added: ['Bo'], known: 1 },
      results: 2,
      problems: [],
      notes: ['A race of 2024 has no date: it counts as raced where it stands in the file.'],
    });
    expect((await league.view()).version).toBe(version);
  });

  test('with problems is refused whole, each with its line', async () => {
    const { version } = await league.view();
    const { status, body } = await send<ImportAnswer & ErrorAnswer>('host', file.replace('Bo,2', 'Bo,1'));
    expect(status).toBe(422);
    expect(body.error).toEqual({
      code: 'import_problems',
      message: 'Nothing was imported: the file has a problem.',
      remedy: 'Mend what is listed, and import it again.',
    });
    expect(body.problems).toEqual([
      {
        line: 3,
        what: 'Ana and Bo both hold 1st in Monza.',
        remedy: 'Change one of them. If it was a dead heat, write 1= for both.',
      },
    ]);
    expect((await league.view()).version).toBe(version);
  });

  test('is done once, however often it is asked', async () => {
    const first = await send('host', file);
    expect(first.body).toMatchObject({ message: 'Imported: 1 season, 1 race, 1 racer, 2 results.' });
    const again = await send('host', file);
    expect(again.body).toMatchObject({ message: 'All of it is here already.', results: 0 });
    expect(again.body.version).toBe(first.body.version);
    await league.clock.advance(10_000);
    const past = league.sheets.spreadsheets.values.get({ spreadsheetId: 'book-league', range: "'Past standings'" });
    expect(past.values?.[1]?.slice(0, 4)).toEqual(['2024', '1', 'Ana', '15']);
  });

  test('is for hosts, and for files that aren’t too large', async () => {
    expect((await send<ErrorAnswer>('ana', file)).body.error.code).toBe('hosts_only');
    const large = await send<ErrorAnswer>('host', 'x'.repeat(2 * 1024 * 1024 + 1));
    expect(large.status).toBe(413);
    expect(large.body.error.message).toBe('That file is too large.');
    expect((await send<ErrorAnswer>('host', file, { type: 'text/plain', dry: true })).status).toBe(200);
  });

  test('takes a league as JSON', async () => {
    const { text } = await download('/api/export/league.json', 'host');
    const { body } = await send('host', text, { type: 'application/json', dry: true });
    expect(body).toMatchObject({ message: 'All of it is here already.', problems: [] });
  });

  test('of nothing says that there is nothing', async () => {
    const { body } = await send('host', '', { dry: true });
    expect(body.problems).toMatchObject([{ what: 'The file has no results.' }]);
  });
});

describe('an export', () => {
  test('is downloaded by hosts alone', async () => {
    const { status, headers, text } = await download('/api/export/results.csv', 'host');
    expect(status).toBe(200);
    expect(headers.get('content-disposition')).toBe('attachment; filename=league-results.csv');
    expect(headers.get('content-type')).toContain('text/csv');
    expect(headers.get('cache-control')).toContain('no-store');
    expect(text).toContain('2024,Monza,Ana,1,');
    expect((await download('/api/export/results.csv', 'ana')).status).toBe(403);
    expect((await download('/api/export/results.csv')).status).toBe(401);
    expect((await download('/api/export/passwords.csv', 'host')).status).toBe(404);
  });

  test('has a link for a browser that isn’t signed in, which works once', async () => {
    const { token } = await league.panel('host');
    const { body } = await post<ExportAnswer>(`${league.url()}/api/export`, { file: 'tab-racers.csv' }, token);
    expect(body.url).not.toContain(token);
    expect((await fetch(body.url, { method: 'HEAD', headers: { connection: 'close' } })).status).toBe(200);
    expect((await download(body.url)).text).toContain('Ana');
    const used = await download(body.url);
    expect(used.status).toBe(410);
    expect(JSON.parse(used.text).error.message).toBe('This link was used already, or is too old.');
  });

  test('has a link that is soon too old, and that leads to its own file alone', async () => {
    const { token } = await league.panel('host');
    const ask = () => post<ExportAnswer>(`${league.url()}/api/export`, { file: 'results.csv' }, token);
    const other = (await ask()).body.url.replace('results.csv', 'league.json');
    expect((await download(other)).status).toBe(410);
    const { url } = (await ask()).body;
    await league.clock.advance(2 * 60_000);
    expect((await download(url)).status).toBe(410);
  });

  test('of a file that nobody knows is refused', async () => {
    const { token } = await league.panel('host');
    const { status } = await post(`${league.url()}/api/export`, { file: '../journal' }, token);
    expect(status).toBe(400);
    expect(
      (await post(`${league.url()}/api/export`, { file: 'league.json' }, (await league.panel('ana')).token)).status,
    ).toBe(403);
  });
});

describe('forget me', () => {
  const forget = async <T = ForgetAnswer>(key: string, body: object) =>
    post<T>(`${league.url()}/api/forget-me`, body, (await league.panel(key)).token);

  test('wants to be confirmed, and others are a host’s business', async () => {
    const { racer } = (await (await league.panel('ana')).get<MeView>('/api/me')).body;
    expect((await forget('robin', {})).status).toBe(400);
    expect((await forget<ErrorAnswer>('robin', { confirm: true, racer })).body.error.code).toBe('hosts_only');
    expect((await forget<ErrorAnswer>('host', { confirm: true, racer: 'nobody' })).body.error.code).toBe(
      'unknown_racer',
    );
  });

  test('takes name, picture and Discord ID away, and who comes back is new', async () => {
    const panel = await league.panel('robin');
    const { racer } = (await panel.get<MeView>('/api/me')).body;
    const picture = () => fetch(`${league.url()}/avatar/${racer}`, { headers: { connection: 'close' } });
    expect((await picture()).headers.get('content-type')).toBe('image/png');
    const { body } = await forget('robin', { confirm: true });
    expect(body.message).toMatch(/^Done\. Your results stay as “Racer 2”\. The Sheet follows within a minute/);

    expect((await picture()).headers.get('content-type')).toMatch('image/svg+xml');
    expect((await panel.get<MeView>('/api/me')).body.racer).toBeUndefined();
    expect((await league.view()).standings.map(({ racer: id }) => id)).toContain(racer);
    const journal = JSON.stringify(await league.journal.entries('league'));
    expect(journal).not.toContain(person('robin').id);
    await league.clock.advance(10_000);
    const shown = ['Racers', 'Results', 'Log', 'cozy_sync', 'cozy_lists', 'Progress'].map(
      (range) => league.sheets.spreadsheets.values.get({ spreadsheetId: 'book-league', range }).values ?? [],
    );
    expect(JSON.stringify(shown)).not.toMatch(/robin/i);
    expect(JSON.stringify(shown)).not.toContain(person('robin').id);

    expect((await forget('robin', { confirm: true })).body.message).toBe('Nothing here is about you any more.');
    const race = await league.act('host', { type: 'openRace' });
    await league.act('robin', { type: 'join', race });
    expect((await panel.get<MeView>('/api/me')).body.racer).not.toBe(racer);
    expect(league.errors).toEqual([]);
  });

  test('a host may ask it for a racer', async () => {
    const { racer } = (await (await league.panel('ana')).get<MeView>('/api/me')).body;
    const { body } = await forget('host', { confirm: true, racer });
    expect(body.message).toMatch(/^Done: they are “Racer 1” now\./);
    expect(JSON.stringify(await league.journal.entries('league'))).not.toContain(person('ana').id);
  });
});
