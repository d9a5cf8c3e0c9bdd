/** The only reader of the environment. What is wrong with it is said in one sentence that names the variable. */
import { z } from 'zod';

/** Something about this machine or its settings that only a person can put right; the message says what and how. */
export class NotReady extends Error {
  override name = 'NotReady';
}

export interface Config {
  /** Ports of the panel and page, the stage with the local Discord, and the local Sheets API. */
  ports: { panel: number; stage: number; sheet: number };
  /** The folder for everything that is kept. */
  dataDir: string;
  production: boolean;
  /** Where the world finds this server: scheme, host and port. */
  publicUrl?: string;
  /** So many proxies of one's own stand in front of it. */
  proxies: number;
  /** A real Discord; without it the local one plays. */
  discord?: { clientId: string; clientSecret: string; botToken: string; guildId?: string; urls: DiscordUrls };
  /** A real Google; without it the local spreadsheet plays. */
  google?: { clientEmail: string; privateKey: string; spreadsheetId?: string };
}

/** Where Discord's REST API is, without its version, and its pictures. */
export interface DiscordUrls {
  api: string;
  cdn: string;
}

export const realDiscord: DiscordUrls = { api: 'https://discord.com/api', cdn: 'https://cdn.discordapp.com' };

const groups = {
  Discord: {
    DISCORD_CLIENT_ID: 'the application ID',
    DISCORD_CLIENT_SECRET: "the application's OAuth2 secret",
    DISCORD_BOT_TOKEN: "the bot's token",
  },
  Google: {
    GOOGLE_CLIENT_EMAIL: "the service account's address",
    GOOGLE_PRIVATE_KEY: "the service account's key",
  },
} as const;

type Env = Readonly<Record<string, string | undefined>>;

/** Throws NotReady. */
export function readConfig(env: Env): Config {
  const discord = readGroup(env, 'Discord');
  const google = readGroup(env, 'Google');
  const publicUrl = readPublicUrl(env);
  const urls = readDiscordUrls(env, discord !== undefined);
  const production = env.NODE_ENV === 'production';
  const missing = [...(discord ? [] : ['Discord']), ...(google ? [] : ['Google'])];
  if (production && missing.length > 0) {
    throw new NotReady(
      `NODE_ENV is production, but no variables for ${missing.join(' and ')} are set: a stand-in never runs in production. Set them (see .env.example), or unset NODE_ENV.`,
    );
  }
  return {
    ports: {
      panel: readPort(env, 'PORT', 8080),
      // Not 0 for any free one: the local Discord's address is needed before it's opened.
      stage: readPort(env, 'STAGE_PORT', 3333, 1),
      sheet: readPort(env, 'SHEET_PORT', 8081),
    },
    dataDir: env.DATA_DIR || 'data',
    production,
    ...(publicUrl !== undefined && { publicUrl }),
    proxies: readProxies(env),
    ...(discord && {
      discord: {
        clientId: discord.DISCORD_CLIENT_ID,
        clientSecret: discord.DISCORD_CLIENT_SECRET,
        // As it stands in a request's header, and in many a guide.
        botToken: discord.DISCORD_BOT_TOKEN.trim().replace(/^Bot\s+/i, ''),
        ...(env.DISCORD_GUILD_ID && { guildId: env.DISCORD_GUILD_ID }),
        urls,
      },
    }),
    ...(google && {
      google: {
        clientEmail: google.GOOGLE_CLIENT_EMAIL,
        // In a .env file the line breaks of a key are written as \n.
        privateKey: google.GOOGLE_PRIVATE_KEY.replaceAll('\\n', '\n'),
        ...(env.GOOGLE_SPREADSHEET_ID && { spreadsheetId: env.GOOGLE_SPREADSHEET_ID }),
      },
    }),
  };
}

/** All of a group's variables, or undefined if none is set. */
function readGroup<G extends keyof typeof groups>(
  env: Env,
  group: G,
): Record<keyof (typeof groups)[G], string> | undefined {
  const wanted = Object.entries<string>(groups[group]);
  const missing = wanted.filter(([name]) => !env[name]);
  if (missing.length === wanted.length) return undefined;
  const [first] = missing;
  if (first) {
    throw new NotReady(
      `${first[0]} (${first[1]}) is not set, but other variables for ${group} are. Set all of ${wanted.map(([name]) => name).join(', ')}, or none of them to use the local stand-in.`,
    );
  }
  return Object.fromEntries(wanted.map(([name]) => [name, env[name] ?? ''])) as Record<
    keyof (typeof groups)[G],
    string
  >;
}

function readPort(env: Env, name: string, unset: number, lowest = 0): number {
  const given = env[name];
  if (given === undefined || given === '') return unset;
  const port = z.coerce.number().int().min(lowest).max(65_535).safeParse(given);
  if (!port.success) {
    throw new NotReady(`${name} is “${given}”, which isn't a port. Use a number from ${lowest} to 65535.`);
  }
  return port.data;
}

/** More than nine in a row would be a slip of the keyboard. */
function readProxies(env: Env): number {
  const given = env.PROXIES;
  if (!given) return 0;
  if (/^\d$/.test(given)) return Number(given);
  throw new NotReady(
    `PROXIES is “${given}”, which isn't a number of proxies. Use 0 if this server is reached directly, 1 behind one proxy that ends TLS, and 9 at most.`,
  );
}

/** Another server that speaks as Discord does. Its pictures are beside its API: `/cdn` for `/api`. */
function readDiscordUrls(env: Env, used: boolean): DiscordUrls {
  const given = env.DISCORD_API_URL;
  if (!given) return realDiscord;
  if (!used) {
    throw new NotReady(
      'DISCORD_API_URL is set, but no other variable for Discord is. Set DISCORD_CLIENT_ID, DISCORD_CLIENT_SECRET and DISCORD_BOT_TOKEN of that server too, or unset it to use the local stand-in.',
    );
  }
  const url = URL.canParse(given) ? new URL(given) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.search !== '' || url.hash !== '') {
    throw new NotReady(
      `DISCORD_API_URL is “${given}”, which isn't an API's address. Use one such as https://discord.example.com/api.`,
    );
  }
  if (url.username !== '' || url.password !== '') {
    throw new NotReady(
      'DISCORD_API_URL has a name or a password before its host, which no request would carry. Leave them out: the bot signs in with DISCORD_BOT_TOKEN.',
    );
  }
  // The clients append the version themselves.
  const path = url.pathname
    .replace(/\/{2,}/g, '/')
    .replace(/\/$/, '')
    .replace(/\/v10$/, '');
  const version = /\/v\d+$/.exec(path)?.[0];
  if (version !== undefined) {
    throw new NotReady(
      `DISCORD_API_URL ends in ${version}, but the league speaks v10. Leave the version out: v10 is appended.`,
    );
  }
  return { api: url.origin + path, cdn: `${url.origin}${path.replace(/\/api$/, '')}/cdn` };
}

/** A slash at the end is no mistake; anything else after the host is: every address of ours begins there. */
function readPublicUrl(env: Env): string | undefined {
  const given = env.PUBLIC_URL;
  if (!given) return undefined;
  const url = URL.canParse(given) ? new URL(given) : undefined;
  if (url && /^https?:$/.test(url.protocol) && url.href === `${url.origin}/`) return url.origin;
  throw new NotReady(
    `PUBLIC_URL is “${given}”, which isn't a server's address. Use one such as https://league.example.com, with nothing after the host.`,
  );
}
