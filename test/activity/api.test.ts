import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApi } from '../../activity/api.ts';
import { openServer } from './league-server.ts';
import { night } from './night.ts';

const refusal = { error: { code: 'race_final', message: 'Race 6 is already final.', remedy: 'Ask a host.' } };
const closed = { error: { code: 'failed', message: 'Something went wrong here.', remedy: 'Try again in a minute.' } };

let server: Awaited<ReturnType<typeof openServer>>;
let answer: { status: number; body: object | string };

beforeAll(async () => {
  server = await openServer((app) => {
    app.get('/api/league', (_request, response) => void response.json(night()));
    app.post('/api/actions', (request, response) => {
      response.set('x-seen', request.get('authorization')).status(answer.status).send(answer.body);
    });
  });
});
afterAll(() => server.close());

const report = { id: 'tap-1', type: 'report', race: 'a', position: 3 } as const;
const act = () => createApi(server.origin, () => {}).act('token', report);

test('what the server accepts is an answer', async () => {
  answer = { status: 200, body: { message: 'Saved: 3rd.', version: 2 } };
  expect(await act()).toEqual({ kind: 'ok', value: { message: 'Saved: 3rd.', version: 2 } });
});

test('what the server refuses is a refusal in its own words', async () => {
  answer = { status: 409, body: refusal };
  expect(await act()).toEqual({ kind: 'refused', status: 409, error: refusal.error });
});

test.each([
  ['the server fails', { status: 500, body: closed }, closed.error],
  ['there were too many requests', { status: 429, body: closed }, closed.error],
  ['a proxy answers with a page of its own', { status: 502, body: '<h1>Bad gateway</h1>' }, undefined],
  ['a proxy answers a page and calls it fine', { status: 200, body: '<h1>Hello</h1>' }, undefined],
])('when %s it may be tried again', async (_, given, error) => {
  answer = given;
  expect(await act()).toEqual(error ? { kind: 'unreachable', error } : { kind: 'unreachable' });
});

test('when nobody is there it may be tried again', async () => {
  const gone = await openServer(() => {});
  await gone.close();
  expect(await createApi(gone.origin, () => {}).config()).toEqual({ kind: 'unreachable' });
});

test('the league is fetched once as long as it stays the same', async () => {
  const api = createApi(server.origin, () => {});
  expect(await api.league('token')).toEqual({ kind: 'ok', value: night() });
  expect(await api.league('token')).toEqual({ kind: 'ok', value: undefined });
});

test('every answer tells what time it is on the server', async () => {
  const heard: number[] = [];
  await createApi(server.origin, (serverNow) => heard.push(serverNow)).league('token');
  expect(Math.abs((heard[0] ?? 0) - Date.now())).toBeLessThan(5_000);
});
