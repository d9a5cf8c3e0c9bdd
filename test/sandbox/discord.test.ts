import { createHash } from 'node:crypto';
import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  EmbeddedActivityInstanceSchema,
  ErrorResponseSchema,
  GuildMemberResponseSchema,
  GuildRoleResponseSchema,
  GuildWithCountsResponseSchema,
  PrivateGuildMemberResponseSchema,
  UserPIIResponseSchema,
} from 'discord-api-spec/zod';
import express from 'express';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { ZodMiniObject } from 'zod/mini';
import { realClock } from '../../server/clock.ts';
import { sandboxCredentials } from '../../server/sandbox/credentials.ts';
import { createLocalDiscord, type LocalDiscord } from '../../server/sandbox/discord/discord.ts';
import { guildId, guilds } from '../../server/sandbox/discord/guild.ts';
import { type Persona, people } from '../../server/sandbox/people.ts';

const { clientId, clientSecret, botToken } = sandboxCredentials;
const [{ roles }, moonlight = guilds[0]] = guilds;
const ana = personCalled('ana');
const host = personCalled('host');
const stranger = '999999999999999999';
const bot = { authorization: `Bot ${botToken}` };

let discord: LocalDiscord;
let server: http.Server;
let base: string;
let clock: number;
let slept: number[];

beforeEach(async () => {
  clock = Date.UTC(2026, 0, 10, 20);
  slept = [];
  let seed = 0;
  discord = createLocalDiscord({
    ...sandboxCredentials,
    now: () => clock,
    random: () => {
      seed = (seed * 16807 + 7) % 2147483647;
      return seed / 2147483647;
    },
    sleep: async (ms) => void slept.push(ms),
    after: realClock.after,
  });
  server = http.createServer(express().use('/api', discord.api).use('/cdn', discord.cdn));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterEach(() => void server.close());

describe("every answer fits Discord's own specification", () => {
  it('users/@me', async () => {
    const answer = await get('/users/@me', await bearerOf(ana, ['identify']));
    expect(fits(UserPIIResponseSchema, answer.body)).toMatchObject({ id: ana.id, global_name: 'Ana' });
  });

  it.each(guilds)('the own membership in $name, for each who is in it', async ({ id, members }) => {
    for (const persona of members) {
      const answer = await get(`/users/@me/guilds/${id}/member`, await bearerOf(persona, ['guilds.members.read']));
      expect(fits(PrivateGuildMemberResponseSchema, answer.body)).toMatchObject({ nick: persona.nick });
    }
  });

  it.each(guilds)('$name', async ({ id, name }) => {
    const answer = await get(`/guilds/${id}`, bot);
    expect(fits(GuildWithCountsResponseSchema, answer.body)).toMatchObject({ id, name });
  });

  it.each(guilds)("$name's roles, with @everyone under the guild's id", async ({ id }) => {
    const answer = await get(`/guilds/${id}/roles`, bot);
    const names = z.array(z.object({ id: z.string(), name: z.string() })).parse(answer.body);
    for (const role of answer.body as unknown[]) fits(GuildRoleResponseSchema, role);
    expect(names.map(({ name }) => name)).toEqual([
      '@everyone',
      'League host',
      'Server manager',
      'Regular',
      'Cozy-Kart League',
    ]);
    expect(names[0]?.id).toBe(id);
  });

  it('a member', async () => {
    const answer = await get(`/guilds/${guildId}/members/${host.id}`, bot);
    expect(fits(GuildMemberResponseSchema, answer.body)).toMatchObject({
      roles: [roles.host.id, roles.manager.id, roles.regular.id],
    });
  });

  it.each(guilds)("a running activity instance in $name's channel", async (guild) => {
    const instance = discord.instances.join('frame', ana.id, { guild });
    const answer = await get(`/applications/${clientId}/activity-instances/${instance}`, bot);
    expect(fits(EmbeddedActivityInstanceSchema, answer.body)).toMatchObject({
      instance_id: instance,
      location: {
        id: `gc-${guild.id}-${guild.channelId}`,
        kind: 'gc',
        channel_id: guild.channelId,
        guild_id: guild.id,
      },
      users: [ana.id],
    });
  });

  it('each refusal', async () => {
    const identify = await bearerOf(ana, ['identify']);
    const refusals: [string, Record<string, string>, number, number][] = [
      ['/users/@me', {}, 401, 0],
      ['/users/@me', { authorization: 'Bearer made-up' }, 401, 0],
      [`/users/@me/guilds/${guildId}/member`, identify, 403, 50001],
      [`/guilds/${guildId}`, identify, 401, 0],
      [`/guilds/${guildId}/roles`, { authorization: 'Bot wrong' }, 401, 0],
      [`/guilds/${stranger}`, bot, 404, 10004],
      [`/guilds/${guildId}/members/${stranger}`, bot, 404, 10007],
      [`/guilds/${moonlight.id}/members/${host.id}`, bot, 404, 10007],
      [`/users/@me/guilds/${moonlight.id}/member`, await bearerOf(host, ['guilds.members.read']), 404, 10007],
      ['/guilds/my-guild', bot, 400, 50035],
      [`/applications/${stranger}/activity-instances/i-1`, bot, 403, 50001],
      [`/applications/${clientId}/activity-instances/i-1`, bot, 404, 0],
      ['/no/such/route', bot, 404, 0],
    ];
    for (const [path, headers, status, code] of refusals) {
      const answer = await get(path, headers);
      expect(ErrorResponseSchema.safeParse(answer.body).success, path).toBe(true);
      expect([path, answer.status, answer.body]).toMatchObject([path, status, { code }]);
    }
  });
});

it('answers below /v10 and, as discord.js appends the version, without it', async () => {
  expect((await get('/v10/users/@me')).status).toBe(401);
  expect((await get('/users/@me')).body).toEqual((await get('/v10/users/@me')).body);
});

describe('OAuth', () => {
  const grant = { userId: ana.id, scopes: ['identify', 'guilds.members.read'] };

  it('changes a code for a token that speaks for the person', async () => {
    const answer = await exchange({ code: discord.oauth.issueCode(grant) });
    expect(answer).toMatchObject({
      status: 200,
      body: { token_type: 'Bearer', expires_in: 604_800, scope: 'identify guilds.members.read' },
    });
  });

  it('takes a code once', async () => {
    const code = discord.oauth.issueCode(grant);
    await exchange({ code });
    expect(await exchange({ code })).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
  });

  it('takes a code for a minute', async () => {
    const code = discord.oauth.issueCode(grant);
    clock += 60_000;
    expect(await exchange({ code })).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
  });

  it('wants the verifier where a challenge was given, and the right one', async () => {
    const verifier = 'a-verifier-that-only-the-server-knows-and-keeps';
    const challenge = createHash('sha256').update(verifier).digest('base64url');
    const tries = { none: {}, wrong: { code_verifier: 'guessed' } };
    for (const fields of Object.values(tries)) {
      const code = discord.oauth.issueCode(grant, challenge);
      expect(await exchange({ code, ...fields })).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
    }
    const code = discord.oauth.issueCode(grant, challenge);
    expect(await exchange({ code, code_verifier: verifier })).toMatchObject({ status: 200 });
  });

  it('refuses a wrong secret, an unknown grant type, and JSON', async () => {
    const code = discord.oauth.issueCode(grant);
    expect(await exchange({ code, client_secret: 'guessed' })).toMatchObject({
      status: 401,
      body: { error: 'invalid_client' },
    });
    expect(await exchange({ code, grant_type: 'password' })).toMatchObject({
      status: 400,
      body: { error: 'unsupported_grant_type' },
    });
    const asJson = await fetch(`${base}/api/oauth2/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ code }),
    });
    expect(asJson.status).toBe(415);
    // None of them used the code up.
    expect(await exchange({ code })).toMatchObject({ status: 200 });
  });

  it('ends a token after seven days, and renews it before', async () => {
    const first = session.parse((await exchange({ code: discord.oauth.issueCode(grant) })).body);
    clock += 604_800_000;
    expect((await get('/users/@me', { authorization: `Bearer ${first.access_token}` })).status).toBe(401);
    const renew = { grant_type: 'refresh_token', refresh_token: first.refresh_token };
    const second = session.parse((await exchange(renew)).body);
    expect((await get('/users/@me', { authorization: `Bearer ${second.access_token}` })).status).toBe(200);
    expect(await exchange(renew)).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
  });
});

describe('an activity instance', () => {
  const read = async (instance: string) => get(`/applications/${clientId}/activity-instances/${instance}`, bot);

  it('is one for everybody in the channel, and ends when the last one leaves', async () => {
    const instance = discord.instances.join('frame of Ana', ana.id);
    expect(discord.instances.join('frame of the host', host.id)).toBe(instance);
    discord.instances.leave('frame of Ana');
    expect((await read(instance)).body).toMatchObject({ users: [host.id] });
    discord.instances.leave('frame of the host');
    expect((await read(instance)).status).toBe(404);
    expect(discord.instances.join('frame of Ana', ana.id)).not.toBe(instance);
  });

  it('runs in each guild by itself', async () => {
    const ofTheClub = discord.instances.join('frame of Ana', ana.id);
    const byMoonlight = discord.instances.join('another of Ana', ana.id, { guild: moonlight });
    expect(byMoonlight).not.toBe(ofTheClub);
    discord.instances.leave('frame of Ana');
    expect((await read(ofTheClub)).status).toBe(404);
    expect((await read(byMoonlight)).body).toMatchObject({ users: [ana.id] });
  });

  it('goes on under its id in its own guild only', () => {
    const instance = discord.instances.join('frame', ana.id);
    discord.instances.leave('frame');
    expect(discord.instances.join('frame', ana.id, { guild: moonlight, rejoin: instance })).not.toBe(instance);
  });

  it('counts somebody with two devices once, until both are closed', async () => {
    const instance = discord.instances.join('phone', ana.id);
    discord.instances.join('laptop', ana.id);
    expect((await read(instance)).body).toMatchObject({ users: [ana.id] });
    discord.instances.leave('phone');
    expect((await read(instance)).body).toMatchObject({ users: [ana.id] });
  });

  it('goes on under its id when a restarted Discord is told of it', async () => {
    const instance = discord.instances.join('frame', ana.id);
    discord.instances.leave('frame');
    expect(discord.instances.join('frame', ana.id, { rejoin: instance })).toBe(instance);
    discord.instances.leave('frame');
    expect(discord.instances.join('frame', ana.id, { rejoin: 'i-made-up' })).toMatch(/^i-\d+-gc-/);
  });
});

it("gives and takes roles as a guild's admin would", async () => {
  discord.guild.setRoles(ana.id, ['manager']);
  const member = await get(`/guilds/${guildId}/members/${ana.id}`, bot);
  expect(member.body).toMatchObject({ roles: [roles.manager.id] });
  // Manage Server is bit 5.
  expect(discord.guild.permissionsOf(ana.id) & 0x20n).toBe(0x20n);
  discord.guild.setRoles(host.id, ['host']);
  expect(discord.guild.permissionsOf(host.id) & 0x20n).toBe(0n);
});

it("keeps each guild's roles apart", async () => {
  const priya = personCalled('priya');
  const rolesIn = async (guild: string) => (await get(`/guilds/${guild}/members/${priya.id}`, bot)).body;
  expect(await rolesIn(guildId)).toMatchObject({ roles: [] });
  expect(await rolesIn(moonlight.id)).toMatchObject({ roles: [moonlight.roles.manager.id] });
  expect(discord.guild.permissionsOf(priya.id) & 0x20n).toBe(0n);
  discord.guild.setRoles(priya.id, ['host']);
  expect(await rolesIn(guildId)).toMatchObject({ roles: [roles.host.id] });
  expect(await rolesIn(moonlight.id)).toMatchObject({ roles: [moonlight.roles.manager.id] });
});

it('has no id twice', () => {
  const ids = guilds.flatMap(({ id, channelId, roles }) => [id, channelId, ...Object.values(roles).map((it) => it.id)]);
  ids.push(...people.map(({ id }) => id));
  expect(new Set(ids).size).toBe(ids.length);
});

describe('faults', () => {
  it('offline is a 503 that is not JSON', async () => {
    discord.faults.offline = true;
    const answer = await fetch(`${base}/api/v10/users/@me`);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([503, 'text/plain; charset=utf-8']);
  });

  it('slow waits before it answers', async () => {
    discord.faults.delayMs = 2000;
    await get('/users/@me');
    expect(slept).toEqual([2000]);
  });
});

describe('pictures', () => {
  it('are PNGs for those who have one', async () => {
    const answer = await fetch(`${base}/cdn/avatars/${ana.id}/${ana.avatar}.png`);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/png']);
    expect(
      Buffer.from(await answer.arrayBuffer())
        .subarray(1, 4)
        .toString(),
    ).toBe('PNG');
  });

  it('are missing for those who have none, and under another hash', async () => {
    const plain = personCalled('sam');
    expect((await fetch(`${base}/cdn/avatars/${plain.id}/null.png`)).status).toBe(404);
    expect((await fetch(`${base}/cdn/avatars/${ana.id}/${host.avatar}.png`)).status).toBe(404);
  });
});

const session = z.object({ access_token: z.string(), refresh_token: z.string() });

/** Stricter than Discord's schema: no field of ours may be one that Discord doesn't have. */
function fits(schema: ZodMiniObject, body: unknown) {
  return z.strictObject(schema.shape).parse(body);
}

async function get(path: string, headers: Record<string, string> = {}) {
  const response = await fetch(`${base}/api${path}`, { headers });
  return { status: response.status, body: await response.json() };
}

async function exchange(fields: Record<string, string>) {
  const form = { client_id: clientId, client_secret: clientSecret, grant_type: 'authorization_code', ...fields };
  const response = await fetch(`${base}/api/v10/oauth2/token`, { method: 'POST', body: new URLSearchParams(form) });
  return { status: response.status, body: await response.json() };
}

async function bearerOf(persona: Persona, scopes: string[]) {
  const { body } = await exchange({ code: discord.oauth.issueCode({ userId: persona.id, scopes }) });
  return { authorization: `Bearer ${session.parse(body).access_token}` };
}

function personCalled(key: string): Persona {
  const persona = people.find((candidate) => candidate.key === key);
  if (!persona) throw new Error(`No persona has the key ${key}.`);
  return persona;
}
