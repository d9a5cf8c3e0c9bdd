import { SignJWT, UnsecuredJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MeView } from '../../server/contract/me.ts';
import type { NonceAnswer, SessionAnswer } from '../../server/contract/session.ts';
import { guildId } from '../../server/sandbox/discord/guild.ts';
import { type LeagueOverHttp, leagueOverHttp, person, secret } from './league-over-http.ts';
import { openPanel, post, signIn } from './panel.ts';

const minute = 60_000;
let league: LeagueOverHttp;

beforeAll(async () => {
  league = await leagueOverHttp();
});
afterAll(() => league.close());

/** The first half of signing in: what is then posted to /api/session. */
async function begin(key: string) {
  const client = league.client(key);
  const { body } = await post<NonceAnswer>(`${league.url()}/api/nonce`, {});
  const code = await client.authorize(body.code_challenge);
  return { nonce: body.nonce, code, instance_id: client.instance };
}

const finish = (request: object) => post<SessionAnswer>(`${league.url()}/api/session`, request);
const refused = async (request: object) => {
  const { status, body } = await post(`${league.url()}/api/session`, request);
  return { status, code: body.error.code, said: `${body.error.message} ${body.error.remedy}` };
};

/** A token as ours are, but for what `claims` and `key` change. */
function forged(claims: object, { key = secret, exp = 10 * minute }: { key?: string; exp?: number } = {}) {
  const now = league.clock.now();
  return new SignJWT({ guild: guildId, instance: 'i-1', sub: person('ana').id, ...claims })
    .setProtectedHeader({ alg: 'HS256' })
    .setExpirationTime(Math.floor((now + exp) / 1000))
    .sign(new TextEncoder().encode(key));
}

async function statusWith(token: string) {
  const panel = openPanel(league.url(), { token, expires_at: 0, user: 'somebody', league: 'a league' });
  const { status, body } = await panel.get('/api/me');
  return [status, body.error?.code];
}

describe('signing in', () => {
  it('answers our token, Discord’s own, and names for the device’s storage that hold no Discord ID', async () => {
    const { status, body } = await finish(await begin('ana'));
    expect(status).toBe(200);
    expect(body).toEqual({
      token: expect.any(String),
      access_token: expect.any(String),
      expires_at: league.clock.now() + 30 * minute,
      user: expect.stringMatching(/^[\w-]{22}$/),
      league: expect.stringMatching(/^[\w-]{22}$/),
    });
    expect(JSON.stringify({ user: body.user, league: body.league })).not.toContain(person('ana').id);
    const me = await openPanel(league.url(), body).get<MeView>('/api/me');
    expect(me.body).toEqual({ name: 'Ana', host: false });
  });

  it('gives the same person the same storage names again, and another person others', async () => {
    const [first, again, other] = [
      await league.panel('robin'),
      await signIn(league.url(), league.client('robin')),
      await league.panel('zoe'),
    ];
    expect(again.session.user).toBe(first.session.user);
    expect(other.session.user).not.toBe(first.session.user);
    expect(other.session.league).toBe(first.session.league);
  });

  it('takes a nonce once', async () => {
    const request = await begin('ana');
    expect((await finish(request)).status).toBe(200);
    const { code } = await begin('ana');
    expect(await refused({ ...request, code })).toEqual({
      status: 401,
      code: 'nonce_unknown',
      said: 'This sign-in took too long or was already used. Sign in again.',
    });
  });

  it('takes a nonce once, also when Discord then refuses the code', async () => {
    const request = await begin('ana');
    expect(await refused({ ...request, code: 'made-up' })).toMatchObject({ status: 401, code: 'code_refused' });
    expect(await refused(request)).toMatchObject({ code: 'nonce_unknown' });
  });

  it('takes a nonce for five minutes', async () => {
    const client = league.client('ana');
    const { body } = await post<NonceAnswer>(`${league.url()}/api/nonce`, {});
    await league.clock.advance(5 * minute - 1);
    const inTime = {
      nonce: body.nonce,
      code: await client.authorize(body.code_challenge),
      instance_id: client.instance,
    };
    expect((await finish(inTime)).status).toBe(200);

    const { body: second } = await post<NonceAnswer>(`${league.url()}/api/nonce`, {});
    await league.clock.advance(5 * minute + 1);
    const late = {
      nonce: second.nonce,
      code: await client.authorize(second.code_challenge),
      instance_id: client.instance,
    };
    expect(await refused(late)).toMatchObject({ status: 401, code: 'nonce_unknown' });
  });

  it('proves itself by PKCE: a code that was made for another challenge is worth nothing', async () => {
    const [mine, stolen] = [await begin('ana'), await begin('host')];
    expect(await refused({ ...mine, code: stolen.code })).toEqual({
      status: 401,
      code: 'code_refused',
      said: "Discord didn't accept the sign-in. Sign in again.",
    });
  });

  it('refuses an instance that Discord says the person isn’t in', async () => {
    const request = await begin('ana');
    const gone = { ...request, instance_id: request.instance_id.replace(/\d/, '9') };
    expect(await refused(gone)).toMatchObject({ status: 403, code: 'not_in_instance' });

    const { instance } = league.client('host');
    const client = league.client('bart');
    league.local.instances.leave('frame of bart');
    const { body } = await post<NonceAnswer>(`${league.url()}/api/nonce`, {});
    const code = await client.authorize(body.code_challenge);
    expect(await refused({ nonce: body.nonce, code, instance_id: instance })).toEqual({
      status: 403,
      code: 'not_in_instance',
      said: "Discord says that you aren't in this activity. Close it, and open it again from the channel.",
    });
  });

  it('lets in who is in a guild that has no league, says so, and lets them do nothing there', async () => {
    const elsewhere = await leagueOverHttp('812047735206313984');
    try {
      const ana = await signIn(elsewhere.url(), elsewhere.client('ana'));
      expect(ana.session.unconnected).toBe(true);
      for (const path of ['/api/league', '/api/me']) {
        expect((await ana.get(path)).body.error.code, path).toBe('no_league');
      }
      expect((await ana.act({ type: 'openRace' })).body.error.code).toBe('no_league');
    } finally {
      await elsewhere.close();
    }
  });

  it.each([
    ['without a nonce', { nonce: undefined }, 'the field nonce is missing or has the wrong form'],
    ['with a number for a code', { code: 7 }, 'the field code is missing or has the wrong form'],
    ['with an endless code', { code: 'x'.repeat(513) }, 'the field code is missing or has the wrong form'],
    ['with a user of its own choosing', { user: person('host').id }, 'the field user is unknown'],
  ])('refuses a request %s', async (_, change, what) => {
    expect(await refused({ ...(await begin('ana')), ...change })).toEqual({
      status: 400,
      code: 'bad_request',
      said: `That request can't be understood: ${what}. Reload and try again.`,
    });
  });

  it('says so while Discord can’t be reached', async () => {
    const request = await begin('ana');
    league.local.faults.offline = true;
    try {
      expect(await refused(request)).toEqual({
        status: 503,
        code: 'discord_unreachable',
        said: "Discord can't be reached. Try again in a minute.",
      });
    } finally {
      league.local.faults.offline = false;
    }
  });

  it('stops a flood of sign-ins', async () => {
    const flooded = await leagueOverHttp();
    try {
      const statuses = new Set<number>();
      for (let request = 0; request < 601; request++)
        statuses.add((await post(`${flooded.url()}/api/nonce`, {})).status);
      expect([...statuses]).toEqual([200, 429]);
    } finally {
      await flooded.close();
    }
  });
});

describe('a session', () => {
  it('ends after half an hour', async () => {
    const { token } = await signIn(league.url(), league.client('ana'));
    await league.clock.advance(30 * minute - 1_000);
    expect(await statusWith(token)).toEqual([200, undefined]);
    await league.clock.advance(1_000);
    expect(await statusWith(token)).toEqual([401, 'sign_in']);
  });

  it('is renewed while it lasts, without Discord’s token', async () => {
    const { token, session } = await signIn(league.url(), league.client('ana'));
    await league.clock.advance(20 * minute);
    const { status, body } = await post<SessionAnswer>(`${league.url()}/api/session/renew`, {}, token);
    expect(status).toBe(200);
    expect(body).toEqual({
      token: expect.any(String),
      expires_at: league.clock.now() + 30 * minute,
      user: session.user,
      league: session.league,
    });
    await league.clock.advance(20 * minute);
    expect(await statusWith(token)).toEqual([401, 'sign_in']);
    expect(await statusWith(body.token)).toEqual([200, undefined]);
  });

  it('isn’t renewed once it has ended, nor for who has left the activity', async () => {
    const { token } = await signIn(league.url(), league.client('zoe'));
    league.local.instances.leave('frame of zoe');
    const left = await post(`${league.url()}/api/session/renew`, {}, token);
    expect([left.status, left.body.error.code]).toEqual([403, 'not_in_instance']);
    league.client('zoe');
    await league.clock.advance(31 * minute);
    const ended = await post(`${league.url()}/api/session/renew`, {}, token);
    expect([ended.status, ended.body.error.code]).toEqual([401, 'sign_in']);
  });

  it('goes on after a restart of the server', async () => {
    const { token } = await signIn(league.url(), league.client('ana'));
    await league.restart();
    expect(await statusWith(token)).toEqual([200, undefined]);
  });

  it('is nothing that anyone else can make', async () => {
    const { token } = await signIn(league.url(), league.client('ana'));
    const [header, claims, signature] = token.split('.');
    const asHost = Buffer.from(JSON.stringify({ ...JSON.parse(atob(claims ?? '')), sub: person('host').id }));
    const unsigned = new UnsecuredJWT({ guild: guildId, instance: 'i-1' })
      .setSubject(person('host').id)
      .setExpirationTime(Math.floor(league.clock.now() / 1000) + 600)
      .encode();
    const no = [401, 'sign_in'];
    expect(await statusWith(await forged({}))).toEqual([200, undefined]);
    expect(await statusWith(await forged({}, { key: 'another secret' })), 'signed by somebody else').toEqual(no);
    expect(await statusWith(await forged({}, { exp: -1_000 })), 'expired').toEqual(no);
    expect(await statusWith(await forged({ guild: undefined })), 'without a guild').toEqual(no);
    expect(await statusWith(await forged({ instance: undefined })), 'without an instance').toEqual(no);
    expect(await statusWith(await forged({ sub: undefined })), 'without a user').toEqual(no);
    expect(await statusWith(unsigned), 'alg none').toEqual(no);
    expect(await statusWith(`${header}.${asHost.toString('base64url')}.${signature}`), 'tampered').toEqual(no);
    expect(await statusWith('nonsense'), 'no token at all').toEqual(no);
  });

  it('is of no use in a guild that its user isn’t in, or that has no league', async () => {
    await league.addLeague('other', '812047735206313984');
    expect(await statusWith(await forged({ guild: '812047735206313984' }))).toEqual([403, 'not_in_guild']);
    expect(await statusWith(await forged({ guild: '712047735206313984' }))).toEqual([404, 'no_league']);
    expect(await statusWith(await forged({ sub: '401877254093348864' }))).toEqual([403, 'not_in_guild']);
  });
});
