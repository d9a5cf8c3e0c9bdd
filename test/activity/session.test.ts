import { afterEach, expect, test, vi } from 'vitest';
import { createApi } from '../../activity/api.ts';
import { DiscordFailure } from '../../activity/discord.ts';
import { createSession } from '../../activity/model/session.ts';
import { openServer } from './league-server.ts';
import { createTimers } from './timers.ts';

const minutes = 60_000;
const notMember = { code: 'not_in_guild', message: "You aren't a member.", remedy: 'Join the server first.' };

let close = async () => {};
afterEach(async () => {
  vi.restoreAllMocks();
  await close();
});

/** A panel at the door of a server that gives out tokens t1, t2, … of 30 minutes; the client around it says yes. */
async function atTheDoor() {
  const timers = createTimers();
  const world = {
    nonces: 0,
    sessions: [] as object[],
    /** The tokens that the server still knows. */
    valid: new Set<string>(),
    refuseSession: false,
    authorize: async () => 'code',
  };
  const issue = () => {
    const token = `t${world.sessions.length}`;
    world.valid.add(token);
    return { token, expires_at: timers.now() + 30 * minutes, user: 'ana', league: 'league' };
  };
  const bearer = (header: string | undefined) => world.valid.has(header?.replace('Bearer ', '') ?? '');
  const server = await openServer((app) => {
    app.get('/api/config', (_request, response) => void response.json({ client_id: '1' }));
    app.post('/api/nonce', (_request, response) => {
      response.json({ nonce: `n${++world.nonces}`, code_challenge: 'challenge' });
    });
    app.post('/api/session', (request, response) => {
      if (world.refuseSession) return void response.status(403).json({ error: notMember });
      world.sessions.push(request.body);
      response.json({ ...issue(), access_token: 'discord' });
    });
    app.post('/api/session/renew', (request, response) => {
      if (!bearer(request.get('authorization'))) return void response.status(401).json({ error: notMember });
      world.sessions.push({ renewed: true });
      response.json(issue());
    });
    app.get('/api/me', (request, response) => {
      if (!bearer(request.get('authorization'))) return void response.status(401).json({ error: notMember });
      response.json({ name: 'Ana', host: false });
    });
  });
  close = server.close;
  const api = createApi(server.origin, () => {});
  const session = createSession({
    openDiscord: async () => ({
      instanceId: 'i-1',
      authorize: () => world.authorize(),
      openLink: async () => false,
      authenticate: () => Promise.reject(new DiscordFailure('silent')),
    }),
    api,
    now: timers.now,
    after: timers.after,
  });
  return { session, api, world, timers };
}

test('signing in hands the server its nonce, the code and the instance', async () => {
  const { session, world } = await atTheDoor();
  vi.spyOn(console, 'warn').mockImplementation(() => {}); // That Discord never answers authenticate is only noted.
  expect(await session.signIn()).toBe(true);
  expect(session.state.value).toEqual({ step: 'in' });
  expect(session.identity.value).toEqual({ user: 'ana', league: 'league' });
  expect(world.sessions).toEqual([{ nonce: 'n1', code: 'code', instance_id: 'i-1' }]);
});

test('somebody who refuses is told what that means, and may be asked again', async () => {
  const { session, world } = await atTheDoor();
  world.authorize = () => Promise.reject(new DiscordFailure('refused'));
  expect(await session.signIn()).toBe(false);
  expect(session.state.value).toMatchObject({ step: 'failed', later: false, trouble: { button: 'Ask me again' } });
  world.authorize = async () => 'code';
  expect(await session.signIn()).toBe(true);
  expect(world.nonces).toBe(2);
});

test('what the server has against it is said in the server’s words', async () => {
  const { session, world } = await atTheDoor();
  world.refuseSession = true;
  await session.signIn();
  const { message, remedy } = notMember;
  expect(session.state.value).toMatchObject({ step: 'failed', later: false, trouble: { message, remedy } });
});

test('when the server cannot be reached it may be tried again unasked', async () => {
  const { session } = await atTheDoor();
  await close();
  close = async () => {};
  await session.signIn();
  expect(session.state.value).toMatchObject({ step: 'failed', later: true });
});

test('a question that is asked again makes the first one void', async () => {
  const { session, world } = await atTheDoor();
  let refuseLate = (_: Error) => {};
  world.authorize = () => new Promise((_, reject) => (refuseLate = reject));
  const first = session.signIn();
  await vi.waitFor(() => expect(session.state.value.step).toBe('asking'));
  world.authorize = async () => 'code';
  await session.signIn();
  refuseLate(new DiscordFailure('unanswered'));
  expect(await first).toBe(false);
  expect(session.state.value).toEqual({ step: 'in' });
});

test('when the token has ended, all that find out sign in once and are answered', async () => {
  const { session, api, world } = await atTheDoor();
  await session.signIn();
  world.valid.clear();
  const answers = await Promise.all([
    session.authorized(api.me),
    session.authorized(api.me),
    session.authorized(api.me),
  ]);
  expect(answers.map(({ kind }) => kind)).toEqual(['ok', 'ok', 'ok']);
  expect(world.sessions).toHaveLength(2);
  expect(session.state.value).toEqual({ step: 'in' });
});

test('the token is renewed three minutes before it ends, again and again', async () => {
  const { session, world, timers } = await atTheDoor();
  await session.signIn();
  await timers.pass(27 * minutes - 1);
  expect(world.sessions).toHaveLength(1);
  await timers.pass(1);
  await vi.waitFor(() => expect(world.sessions).toHaveLength(2));
  await vi.waitFor(() => expect(session.token()).toBe('t2'));
  await timers.pass(27 * minutes);
  await vi.waitFor(() => expect(session.token()).toBe('t3'));
});

test('a token that is too late to renew is replaced by signing in anew', async () => {
  const { session, world, timers } = await atTheDoor();
  await session.signIn();
  world.valid.clear();
  await timers.pass(27 * minutes);
  await vi.waitFor(() => expect(session.token()).toBe('t2'));
  expect(world.nonces).toBe(2);
});
