/** The server's own calls to Discord's REST API. What a client says of itself is never taken for true. */
import { z } from 'zod';

export interface DiscordOptions {
  /** `https://discord.com/api`, or a stand-in's. */
  api: string;
  /** `https://cdn.discordapp.com`, or a stand-in's. */
  cdn: string;
  clientId: string;
  clientSecret: string;
  botToken: string;
}

/** Discord didn't answer, or not as it does: nobody's fault here, and worth another try. */
export class DiscordUnreachable extends Error {
  override name = 'DiscordUnreachable';
}

export interface GuildMember {
  user: { id: string; username: string; displayName: string; avatar?: string };
  /** Names of their roles. */
  roles: string[];
  /** May manage the server: by a role, or because it's theirs. */
  manages: boolean;
}

export interface Guild {
  owner: string;
  roles: { id: string; name: string; permissions: string }[];
}

export type Discord = ReturnType<typeof openDiscord>;

const timeoutMs = 8_000;
const manageGuild = 1n << 5n;
const administrator = 1n << 3n;

const userShape = z.object({
  id: z.string(),
  username: z.string(),
  global_name: z.string().nullish(),
  avatar: z.string().nullish(),
});
const memberShape = z.object({ user: userShape, nick: z.string().nullish(), roles: z.array(z.string()) });
/** Whole numbers, as text because they're large; another server may write them as numbers, or leave them out. */
const permissionsShape = z.union([z.string().regex(/^\d+$/), z.int().nonnegative().transform(String)]).catch('0');
const rolesShape = z.array(z.object({ id: z.string(), name: z.string(), permissions: permissionsShape }));
const guildShape = z.object({ owner_id: z.string(), name: z.string() });
const tokenShape = z.object({ access_token: z.string() });
const instanceShape = z.object({
  location: z.object({ guild_id: z.string().nullish() }),
  // Entries may be IDs or objects with one.
  users: z.array(z.union([z.string(), z.object({ id: z.string() }).transform(({ id }) => id)])),
});

/** All functions reject with DiscordUnreachable; undefined is Discord's own "no". */
export function openDiscord({ api, cdn, clientId, clientSecret, botToken }: DiscordOptions) {
  const bot = { authorization: `Bot ${botToken}` };

  return {
    clientId,

    /** Exchanges an authorization code; undefined if Discord doesn't take it. */
    async exchange(code: string, verifier: string): Promise<string | undefined> {
      const body = new URLSearchParams({
        grant_type: 'authorization_code',
        client_id: clientId,
        client_secret: clientSecret,
        code,
        code_verifier: verifier,
      });
      return (await ask(tokenShape, '/oauth2/token', { method: 'POST', body }))?.access_token;
    },

    /** Whose token it is: their user ID. */
    async userOf(accessToken: string): Promise<string | undefined> {
      return (await ask(userShape, '/users/@me', { headers: { authorization: `Bearer ${accessToken}` } }))?.id;
    },

    /** The guild in which an activity runs, and who is in it; undefined once everybody has left. */
    async instance(id: string): Promise<{ guild: string | undefined; users: string[] } | undefined> {
      const path = `/applications/${clientId}/activity-instances/${encodeURIComponent(id)}`;
      const found = await ask(instanceShape, path, { headers: bot });
      return found && { guild: found.location.guild_id ?? undefined, users: found.users };
    },

    /** Undefined too while Discord can't be reached: a name is worth no waiting. */
    async guildName(guild: string): Promise<string | undefined> {
      try {
        return (await ask(guildShape, `/guilds/${encodeURIComponent(guild)}`, { headers: bot }))?.name;
      } catch (error) {
        if (error instanceof DiscordUnreachable) return undefined;
        throw error;
      }
    },

    /** Who owns a guild, and its roles; undefined if the bot isn't in it. */
    async guild(guild: string): Promise<Guild | undefined> {
      const path = `/guilds/${encodeURIComponent(guild)}`;
      const [about, roles] = await Promise.all([
        ask(guildShape, path, { headers: bot }),
        ask(rolesShape, `${path}/roles`, { headers: bot }),
      ]);
      return about && { owner: about.owner_id, roles: roles ?? [] };
    },

    /** A member of a guild with what their roles allow; undefined for who isn't one. */
    async member(guild: string, user: string, { owner, roles }: Guild): Promise<GuildMember | undefined> {
      const path = `/guilds/${encodeURIComponent(guild)}/members/${encodeURIComponent(user)}`;
      const member = await ask(memberShape, path, { headers: bot });
      if (!member) return undefined;
      // Everyone has the role that bears the guild's own ID.
      const own = roles.filter((role) => role.id === guild || member.roles.includes(role.id));
      const permissions = own.reduce((all, role) => all | BigInt(role.permissions), 0n);
      const { id, username, global_name, avatar } = member.user;
      return {
        user: { id, username, displayName: member.nick ?? global_name ?? username, ...(avatar && { avatar }) },
        roles: own.map((role) => role.name),
        manages: owner === user || (permissions & (manageGuild | administrator)) !== 0n,
      };
    },

    /** A member's picture as a small PNG. */
    async avatar(user: string, hash: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
      const path = `/avatars/${encodeURIComponent(user)}/${encodeURIComponent(hash)}.png?size=128`;
      const answer = await send(cdn + path, {});
      return answer.ok ? new Uint8Array(await answer.arrayBuffer()) : undefined;
    },
  };

  async function ask<T>(shape: z.ZodType<T>, path: string, init: RequestInit): Promise<T | undefined> {
    const answer = await send(`${api}/v10${path}`, init);
    const body: unknown = await answer.json().catch(() => undefined);
    if (!answer.ok) return refuse(path, answer.status);
    const parsed = shape.safeParse(body);
    if (!parsed.success) throw new DiscordUnreachable(`Discord's answer to ${pattern(path)} has another shape`);
    return parsed.data;
  }
}

/** 400, 403 and 404 say no; our own credentials failing, limits and errors say that Discord can't help now. */
function refuse(path: string, status: number): undefined {
  if (status === 400 || status === 403 || status === 404) return undefined;
  throw new DiscordUnreachable(`Discord answered ${pattern(path)} with ${status}`);
}

async function send(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, { ...init, signal: AbortSignal.timeout(timeoutMs) });
  } catch (cause) {
    throw new DiscordUnreachable(`Discord can't be reached`, { cause });
  }
}

/** The route without the IDs in it: those don't belong in logs. */
function pattern(path: string): string {
  return path.replace(/\/(guilds|members|activity-instances|applications)\/[^/?]+/g, '/$1/…');
}
