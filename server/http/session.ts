/**
 * Signing in. An activity has no redirect, and Discord's client answers only a code: so the panel first gets a nonce,
 * bound to a PKCE verifier that stays here, and posts nonce, code and instance. Who somebody is, and in which guild, is
 * Discord's word to us.
 */
import { createHash, createHmac, randomBytes } from 'node:crypto';
import { type Request, Router } from 'express';
import { jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import type { Clock } from '../clock.ts';
import type { NonceAnswer, SessionAnswer } from '../contract/session.ts';
import type { Discord, GuildMember } from '../discord.ts';
import type { Members } from '../members.ts';
import { Refused } from './errors.ts';
import { parse } from './parse.ts';

/** Whose token it is, and for which guild and instance. */
export interface Session {
  user: string;
  guild: string;
  instance: string;
  /** Milliseconds since 1970. */
  expiresAt: number;
}

export interface SessionOptions {
  discord: Discord;
  members: Members;
  clock: Clock;
  /** Signs our tokens; kept with the journal, so that a restart ends no session. */
  secret: string;
  /** Whether a guild has a league. Throws Refused if it couldn't be opened. */
  hasLeague: (guild: string) => boolean;
}

export type Sessions = ReturnType<typeof openSessions>;

const nonceMs = 5 * 60_000;
const tokenMs = 30 * 60_000;
/** So many sign-ins may be under way at once; the oldest give way. */
const noncesKept = 10_000;

const nothing = z.strictObject({}).optional();
const signIn = z.strictObject({
  nonce: z.string().min(1).max(128),
  code: z.string().min(1).max(512),
  instance_id: z.string().min(1).max(256),
});

export function openSessions({ discord, members, clock, secret, hasLeague }: SessionOptions) {
  const key = new TextEncoder().encode(secret);
  const nonces = new Map<string, { verifier: string; until: number }>();
  const router = Router();

  router.post('/nonce', (request, response) => {
    parse(nothing, request.body);
    const nonce = randomBytes(24).toString('base64url');
    const verifier = randomBytes(48).toString('base64url');
    nonces.set(nonce, { verifier, until: clock.now() + nonceMs });
    const [oldest] = nonces.keys();
    if (nonces.size > noncesKept && oldest !== undefined) nonces.delete(oldest);
    const code_challenge = createHash('sha256').update(verifier).digest('base64url');
    response.json({ nonce, code_challenge } satisfies NonceAnswer);
  });

  router.post('/session', async (request, response) => {
    const { nonce, code, instance_id } = parse(signIn, request.body);
    const started = nonces.get(nonce);
    nonces.delete(nonce);
    if (!started || started.until < clock.now()) throw new Refused({ refused: 'nonce_unknown' });
    const access_token = await discord.exchange(code, started.verifier);
    const user = access_token === undefined ? undefined : await discord.userOf(access_token);
    if (access_token === undefined || user === undefined) throw new Refused({ refused: 'code_refused' });
    const { guild } = await place(user, instance_id);
    response.json({ ...(await issue(user, guild, instance_id)), access_token });
  });

  router.post('/session/renew', async (request, response) => {
    parse(nothing, request.body);
    const { user, guild, instance } = await authenticate(request);
    if ((await place(user, instance)).guild !== guild) throw new Refused({ refused: 'sign_in' });
    response.json(await issue(user, guild, instance));
  });

  return { router, authenticate, verify };

  /** The session of a request's bearer token. Rejects with Refused. */
  async function authenticate(request: Request): Promise<Session> {
    const token = /^Bearer (\S+)$/.exec(request.get('authorization') ?? '')?.[1];
    const session = token === undefined ? undefined : await verify(token);
    if (!session) throw new Refused({ refused: 'sign_in' });
    return session;
  }

  /** The session of a token; undefined for one that isn't ours or has ended. */
  async function verify(token: string): Promise<Session | undefined> {
    try {
      const { payload } = await jwtVerify(token, key, { currentDate: new Date(clock.now()), algorithms: ['HS256'] });
      const { sub, exp, guild, instance } = payload;
      if (typeof guild !== 'string' || typeof instance !== 'string' || !sub || !exp) return undefined;
      return { user: sub, guild, instance, expiresAt: exp * 1000 };
    } catch {
      // Every reason that jose gives (signature, form, expiry) means the same to us: sign in again.
      return undefined;
    }
  }

  /** The guild of an activity's instance, if Discord says that this user is in both. */
  async function place(user: string, instanceId: string): Promise<{ guild: string; member: GuildMember }> {
    const instance = await discord.instance(instanceId);
    if (!instance?.guild || !instance.users.includes(user)) throw new Refused({ refused: 'not_in_instance' });
    const member = await members.find(instance.guild, user);
    if (!member) throw new Refused({ refused: (await members.knows(instance.guild)) ? 'not_in_guild' : 'bot_missing' });
    return { guild: instance.guild, member };
  }

  async function issue(user: string, guild: string, instance: string): Promise<SessionAnswer> {
    const expiresAt = clock.now() + tokenMs;
    const token = await new SignJWT({ guild, instance })
      .setProtectedHeader({ alg: 'HS256' })
      .setSubject(user)
      .setIssuedAt(Math.floor(clock.now() / 1000))
      .setExpirationTime(Math.floor(expiresAt / 1000))
      .sign(key);
    return {
      token,
      expires_at: expiresAt,
      user: alias(`user ${user}`),
      league: alias(`guild ${guild}`),
      ...(!hasLeague(guild) && { unconnected: true as const }),
    };
  }

  /** A stable name for a device's storage that tells nobody who it is. */
  function alias(of: string): string {
    return createHmac('sha256', key).update(of).digest('base64url').slice(0, 22);
  }
}
