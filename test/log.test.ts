/** What is written down of an error: why, and nothing that is secret or private. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DiscordAPIError } from 'discord.js';
import { auth } from 'googleapis/build/src/apis/sheets/index.js';
import { describe, expect, it } from 'vitest';
import { loggedError, openLog } from '../server/log.ts';

/** The one line that a log makes of it. */
function lineOf(err: unknown): string {
  const lines: string[] = [];
  openLog('warn', { write: (line) => void lines.push(line) }).warn({ err }, 'it went wrong');
  expect(lines).toHaveLength(1);
  return lines[0] ?? '';
}

const refusedAnswer = () =>
  new DiscordAPIError(
    { code: 50035, message: 'Invalid Form Body' },
    50035,
    400,
    'POST',
    'https://discord.com/api/v10/interactions/1/aW50ZXJhY3Rpb246SECRET/callback',
    { body: { data: { content: 'You hold 12.50' } }, files: undefined },
  );

describe('the log', () => {
  it('says which answer Discord refused, without its token and what was said in it', () => {
    const line = lineOf(refusedAnswer());
    expect(line).not.toMatch(/SECRET|12\.50/);
    expect(JSON.parse(line).err).toEqual({
      type: 'DiscordAPIError[50035]',
      message: 'Invalid Form Body',
      stack: expect.stringContaining('log.test.ts'),
      code: 50035,
      status: 400,
      method: 'POST',
    });
  });

  it('says what Google refused, without the token that we came with', async () => {
    const google = createServer((_request, response) => {
      response.writeHead(403, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ error: { code: 403, message: 'The caller has no permission' } }));
    });
    google.listen(0, '127.0.0.1');
    await once(google, 'listening');
    const client = new auth.OAuth2();
    client.setCredentials({ access_token: 'SECRET', expiry_date: 4e12 });
    const url = `http://127.0.0.1:${(google.address() as AddressInfo).port}/v4/spreadsheets/1?key=SECRET`;
    const refused: unknown = await client.request({ url }).catch((error: unknown) => error);
    google.close();
    const line = lineOf(refused);
    expect(line).not.toContain('SECRET');
    expect(JSON.parse(line).err).toMatchObject({
      type: 'GaxiosError',
      status: 403,
      message: 'The caller has no permission',
    });
  });

  it('says why, down to the first cause', () => {
    const cause = Object.assign(new TypeError('fetch failed'), { code: 'ECONNREFUSED', address: '10.0.0.1' });
    const { cause: logged } = loggedError(new Error('Discord is away', { cause }));
    expect(logged).toEqual({ type: 'TypeError', message: 'fetch failed', code: 'ECONNREFUSED', stack: cause.stack });
    const ring = new Error('round and round');
    ring.cause = ring;
    expect(lineOf(ring)).toContain('round and round');
  });

  it.each([
    ['asked https://ana:SECRET@example.com:81/a/SECRET?token=SECRET twice', 'asked https://example.com:81/… twice'],
    ['(wss://gateway.discord.gg)', '(wss://gateway.discord.gg/…)'],
    ['file:///league/main.ts:3:1', 'file:///league/main.ts:3:1'],
  ])('says of “%s” no more than the host', (said, logged) => {
    expect(loggedError(new Error(said)).message).toBe(logged);
    expect(loggedError(new Error(said)).stack).not.toContain('SECRET');
  });

  it('takes whatever is thrown', () => {
    expect(loggedError('at https://example.com/SECRET')).toEqual({
      type: 'string',
      message: 'at https://example.com/…',
    });
    expect(loggedError({ token: 'SECRET' })).toEqual({ type: 'object', message: '' });
    expect(loggedError(undefined)).toEqual({ type: 'undefined', message: '' });
    expect(loggedError(new (class NoSuchThing extends Error {})()).type).toBe('NoSuchThing');
  });
});
