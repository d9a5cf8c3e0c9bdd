import { request as httpRequest } from 'node:http';
import merge from 'json-merge-patch';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LeagueView } from '../../server/contract/league.ts';
import type { MeView } from '../../server/contract/me.ts';
import { type LeagueOverHttp, leagueOverHttp, person } from './league-over-http.ts';
import { type Listener, listen } from './panel.ts';

const minute = 60_000;
let league: LeagueOverHttp;

beforeEach(async () => {
  league = await leagueOverHttp();
});
afterEach(() => league.close());

/** The view that a panel has after a message of these. */
function applied(view: LeagueView, patch: object): LeagueView {
  return merge.apply(structuredClone(view), patch) as LeagueView;
}

/** Listens as somebody does, and has heard the snapshot. */
async function watch(key: string): Promise<{ listener: Listener; view: LeagueView }> {
  const listener = await (await league.panel(key)).live();
  return { listener, view: (await listener.take('snapshot')).league };
}

describe('a panel that says hello', () => {
  it('gets what /api/league says, and what is its own', async () => {
    const { listener, view } = await watch('ana');
    expect(view).toEqual(await league.view());
    expect((await listener.take('me')).me).toEqual({ name: 'Ana', host: false });
  });

  it('is told what changed, and nothing else, until it has what /api/league says', async () => {
    const { listener, view } = await watch('spectator');
    const race = await league.act('host', { type: 'openRace' });
    await league.act('ana', { type: 'join', race });
    await league.clock.advance(25);
    const { patch, from, version } = await listener.take('change');
    const now = applied(view, patch);
    expect(now).toEqual(await league.view());
    expect([from, version]).toEqual([view.version, now.version]);
    expect(Object.keys(patch)).not.toContain('standings');

    await league.act('ana', { type: 'leave', race });
    await league.act('host', { type: 'voidRace', race, reason: 'Nobody came.' });
    await league.clock.advance(25);
    expect(applied(now, (await listener.take('change')).patch)).toEqual(await league.view());
  });

  it('hears of many changes at once in one message', async () => {
    const { listener } = await watch('spectator');
    await league.play('ana', 'robin');
    await league.clock.advance(25);
    expect((await listener.take('change')).version).toBe((await league.view()).version);
    expect(listener.heard.filter(({ type }) => type === 'change')).toEqual([]);
  });

  it('follows through a whole race and the Sheet’s doings', async () => {
    const { listener, view } = await watch('robin');
    let own = view;
    const follow = async () => {
      await league.clock.advance(5_000);
      for (const message of listener.heard.splice(0)) if (message.type === 'change') own = applied(own, message.patch);
    };
    const race = await league.start('ana', 'robin');
    await follow();
    await league.act('ana', { type: 'report', race, position: 1 });
    await follow();
    await league.act('robin', { type: 'report', race, position: 2 });
    await follow();
    await league.clock.advance(40_000);
    await league.act('host', { type: 'nextRace', race });
    const last = (await league.view()).version;
    await league.clock.advance(5_000);
    while (own.version < last) own = applied(own, (await listener.take('change')).patch);
    await follow();
    expect(own).toEqual(await league.view());
    expect(own.sheet).toEqual({ state: 'saved' });
  });

  it('is told what became its own: their racer, and that they are a host now', async () => {
    const { listener } = await watch('ana');
    await listener.take('me');
    const race = await league.act('host', { type: 'openRace' });
    await league.act('ana', { type: 'join', race });
    await league.clock.advance(25);
    expect((await listener.take('me')).me).toEqual({
      racer: expect.any(String),
      name: 'Ana',
      host: false,
      onPage: true,
    });

    league.local.guild.setRoles(person('ana').id, ['manager']);
    await league.clock.advance(minute);
    await league.act('robin', { type: 'join', race });
    await league.clock.advance(25);
    const me: MeView = (await listener.take('me')).me;
    expect(me).toMatchObject({ host: true, queue: [], problems: [] });
  });

  it('hears a beat every 30 seconds, with the server’s time', async () => {
    const { listener } = await watch('ana');
    await league.clock.advance(30_000);
    expect((await listener.take('beat')).now).toBeLessThanOrEqual(league.clock.now());
  });

  it('is as one of many: all are told the same', async () => {
    const [ana, robin] = [await watch('ana'), await watch('robin')];
    await league.act('host', { type: 'openRace' });
    await league.clock.advance(25);
    expect(await ana.listener.take('change')).toEqual(await robin.listener.take('change'));
  });
});

describe('a panel that comes back', () => {
  it('is told what changed since the version it has', async () => {
    const { listener, view } = await watch('ana');
    await listener.close();
    await league.play('ana', 'robin');
    await league.clock.advance(5_000);
    const back = await (await league.panel('ana')).live(view.version);
    const { from, patch } = await back.take('change');
    expect(from).toBe(view.version);
    expect(applied(view, patch)).toEqual(await league.view());
  });

  it('is told of the Sheet though no version passed', async () => {
    await league.act('host', { type: 'openRace' });
    const { listener, view } = await watch('ana');
    expect(view.sheet.state).toBe('saving');
    await listener.close();
    await league.clock.advance(5_000);
    const back = await (await league.panel('ana')).live(view.version);
    const now = applied(view, (await back.take('change')).patch);
    expect(now).toEqual(await league.view());
    expect(now.sheet).toEqual({ state: 'saved' });
  });

  it.each([
    ['newer than ours', 1_000_000],
    ['forgotten', 0],
  ])('with a version %s gets it all', async (_, version) => {
    const listener = await (await league.panel('ana')).live(version);
    expect((await listener.take('snapshot')).league).toEqual(await league.view());
  });

  it('after a restart of the server gets what it lacks', async () => {
    const ana = await league.panel('ana');
    const { view } = await watch('ana');
    await league.restart();
    const back = await listen(league.url(), { type: 'hello', token: ana.token, version: view.version });
    const { patch } = await back.take('change');
    expect(applied(view, patch)).toEqual(await league.view());
  });
});

describe('a socket is closed', () => {
  it.each([
    ['words', 'hello'],
    ['a list', '[1,2]'],
    ['a hello without a token', '{"type":"hello"}'],
    ['a hello with more than belongs in it', '{"type":"hello","token":"x","host":true}'],
    ['a version that isn’t one', '{"type":"hello","token":"x","version":-1.5}'],
  ])('after %s', async (_, said) => {
    const listener = await listen(league.url(), said);
    expect(await listener.closed).toEqual({ code: 1008, reason: 'not a hello' });
  });

  it('after a hello that is far too long', async () => {
    const listener = await listen(league.url(), 'x'.repeat(10_000));
    expect((await listener.closed).code).toBe(1009);
  });

  it('without a hello, after ten seconds', async () => {
    const listener = await listen(league.url());
    await league.clock.advance(10_000);
    expect(await listener.closed).toEqual({ code: 1008, reason: 'no hello' });
  });

  it('with 4401 for a token that isn’t ours', async () => {
    const listener = await listen(league.url(), { type: 'hello', token: 'nonsense' });
    expect(await listener.closed).toEqual({ code: 4401, reason: 'sign_in' });
  });

  it('with 4401 for a token that has ended', async () => {
    const ana = await league.panel('ana');
    await league.clock.advance(31 * minute);
    expect(await (await ana.live()).closed).toEqual({ code: 4401, reason: 'sign_in' });
  });

  it('with 4401 when its token ends', async () => {
    const { listener } = await watch('ana');
    await league.clock.advance(29 * minute);
    expect(listener.socket.readyState).toBe(listener.socket.OPEN);
    await league.clock.advance(minute);
    expect((await listener.closed).code).toBe(4401);
  });

  it('with 4401 for who is no member any more', async () => {
    const { listener } = await watch('ana');
    league.leaveGuild('ana');
    await league.clock.advance(minute);
    await league.act('host', { type: 'openRace' });
    await league.clock.advance(25);
    expect(await listener.closed).toEqual({ code: 4401, reason: 'not_in_guild' });
  });

  it('and what is said after a hello changes nothing', async () => {
    const { listener } = await watch('ana');
    listener.socket.send('{"type":"openRace"}');
    const race = await league.act('host', { type: 'openRace' });
    await league.clock.advance(25);
    await listener.take('change');
    expect(Object.keys((await league.view()).races)).toEqual([race]);
  });
});

describe('an upgrade', () => {
  /** Asks for a WebSocket with a request line as it is, which fetch would tidy up. */
  function upgrade(path: string, headers: Record<string, string> = {}): Promise<string> {
    const { hostname, port } = new URL(league.url());
    return new Promise((resolve) => {
      const websocket = {
        connection: 'Upgrade',
        upgrade: 'websocket',
        'sec-websocket-version': '13',
        'sec-websocket-key': Buffer.from('sixteen bytes...').toString('base64'),
      };
      const asked = httpRequest({ hostname, port, path, headers: { ...websocket, ...headers } });
      asked.on('upgrade', (_answer, socket) => {
        socket.destroy();
        resolve('opened');
      });
      asked.on('response', ({ statusCode }) => resolve(String(statusCode)));
      asked.on('error', () => resolve('cut off'));
      asked.end();
    });
  }

  it('is for /api/live', async () => {
    expect(await upgrade('/api/live')).toBe('opened');
    expect(await upgrade('/api/live?hello')).toBe('opened');
  });

  it.each(['/', '/api/league', '/api/live/', '//', '///api/live', 'http://[', '/%'])(
    'at %s is cut off',
    async (path) => {
      expect(await upgrade(path)).toBe('cut off');
      expect((await fetch(`${league.url()}/healthz`)).status).toBe(200);
    },
  );

  it.each([
    ['another Host', { host: 'league.example:8080' }],
    ['another Origin', { origin: 'https://league.example' }],
    ['an Origin that hides', { origin: 'null' }],
  ])('with %s is cut off', async (_, headers) => {
    expect(await upgrade('/api/live', headers)).toBe('cut off');
  });

  it('with the stage’s Origin is opened', async () => {
    expect(await upgrade('/api/live', { origin: 'http://ana.localhost:3333' })).toBe('opened');
  });
});
