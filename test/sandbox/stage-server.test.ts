import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LocalDiscord } from '../../server/sandbox/discord/discord.ts';
import { openSandboxServer } from '../../server/sandbox/sandbox.ts';
import { localDiscord } from './stand.ts';

let discord: LocalDiscord;
let sandbox: Awaited<ReturnType<typeof openSandboxServer>>;

beforeAll(async () => {
  discord = localDiscord();
  const nobody = 'http://localhost:9';
  sandbox = await openSandboxServer({ port: 0, discord, panelUrl: nobody, sheetUrl: nobody });
});
afterAll(() => sandbox.close());

describe('what the stage asks its server', () => {
  it.each([
    ['somebody who is not here', 'PUT', 'people/nobody/wire', '{"cut":true}', 404, 'Nobody in the sandbox is called'],
    ['a field too many', 'PUT', 'people/ana/wire', '{"cut":true,"loud":true}', 400, 'Unrecognized key: "loud"'],
    ['a field too few', 'PUT', 'people/ana/wire', '{}', 400, 'cut'],
    ['no body at all', 'PUT', 'people/ana/wire', '', 400, ''],
    ['what is not JSON', 'PUT', 'people/ana/wire', '{cut', 400, 'JSON'],
    ['too much', 'PUT', 'people/ana/wire', JSON.stringify({ cut: 'x'.repeat(20_000) }), 413, 'too large'],
    ['a role that there is not', 'PUT', 'servers/club/people/ana/roles', '{"roles":["king"]}', 400, 'host'],
    ['a server that there is not', 'GET', 'servers/nowhere/people/ana/standing', '', 404, 'has no server "nowhere"'],
    [
      'somebody who is not in that server',
      'GET',
      'servers/moonlight/people/host/standing',
      '',
      404,
      'Nobody in Moonlight Karts is called "host"',
    ],
    [
      'a frame for somebody who is not in that server',
      'PUT',
      'frames/1',
      '{"stage":"1","server":"moonlight","person":"zoe","cut":false}',
      404,
      'Nobody in Moonlight Karts is called "zoe"',
    ],
    [
      'a frame on a page that is not open',
      'PUT',
      'frames/1',
      '{"stage":"1","server":"club","person":"ana","cut":false}',
      409,
      'reconnects',
    ],
  ])('refuses %s', async (_what, method, path, body, status, message) => {
    const answer = await fetch(`${sandbox.url}/stage/${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body && { body }),
    });
    const refusal = await answer.json();
    expect([answer.status, refusal.message]).toEqual([status, expect.stringContaining(message)]);
  });

  it('hands out the files of its page and nothing beside them', async () => {
    const files = ['style.css', 'main.ts', 'mark.svg', 'chat/style.css', 'chat/channel.ts'];
    for (const path of ['', 'stage', ...files.map((file) => `stage/page/${file}`)])
      expect((await fetch(`${sandbox.url}/${path}`)).status, path).toBe(200);
    for (const file of ['none.ts', '..%2fstage.ts', 'chat/..%2f..%2fstage.ts', '..%2f/stage.ts', 'page', 'constructor'])
      expect((await fetch(`${sandbox.url}/stage/page/${file}`)).status, file).toBe(404);
  });

  it('leaves its modules without types and its page without anything from elsewhere', async () => {
    const module = await (await fetch(`${sandbox.url}/stage/page/element.ts`)).text();
    expect(module).not.toContain('keyof HTMLElementTagNameMap');
    const page = await fetch(`${sandbox.url}/`);
    expect(page.headers.get('content-security-policy')).toContain("default-src 'self'");
    expect(await page.text()).not.toMatch(/https?:/);
  });
});
