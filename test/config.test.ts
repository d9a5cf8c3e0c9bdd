import { describe, expect, it } from 'vitest';
import { NotReady, readConfig } from '../server/config.ts';

const discord = {
  DISCORD_CLIENT_ID: '1',
  DISCORD_CLIENT_SECRET: 'secret',
  DISCORD_BOT_TOKEN: 'token',
  DISCORD_GUILD_ID: '2',
};
const google = {
  GOOGLE_CLIENT_EMAIL: 'league@example.com',
  GOOGLE_PRIVATE_KEY: '-----BEGIN PRIVATE KEY-----\\nabc\\n-----END PRIVATE KEY-----\\n',
  GOOGLE_SPREADSHEET_ID: 'book',
};

describe('the environment', () => {
  it('may be empty: both stand-ins play', () => {
    expect(readConfig({})).toEqual({
      ports: { panel: 8080, stage: 3333, sheet: 8081 },
      dataDir: 'data',
      production: false,
      proxies: 0,
    });
  });

  it('counts the proxies in front', () => {
    expect(readConfig({ PROXIES: '1' }).proxies).toBe(1);
    for (const given of ['true', '-1', '1.5', '10', 'one'])
      expect(() => readConfig({ PROXIES: given })).toThrow(/^PROXIES is “.+”, which isn't a number of proxies/);
  });

  it('counts what is set to nothing as not set', () => {
    expect(readConfig({ PORT: '', DATA_DIR: '', DISCORD_CLIENT_ID: '', GOOGLE_PRIVATE_KEY: '' })).toEqual(
      readConfig({}),
    );
  });

  it('names ports and the folder', () => {
    expect(readConfig({ PORT: '0', STAGE_PORT: '4000', SHEET_PORT: '65535', DATA_DIR: '/somewhere' })).toMatchObject({
      ports: { panel: 0, stage: 4000, sheet: 65_535 },
      dataDir: '/somewhere',
    });
  });

  it('names a real Discord and a real Google, each by itself', () => {
    expect(readConfig(discord)).toMatchObject({
      discord: { clientId: '1', clientSecret: 'secret', botToken: 'token', guildId: '2' },
    });
    expect(readConfig(discord)).not.toHaveProperty('google');
    expect(readConfig(google)).not.toHaveProperty('discord');
  });

  it('finds Discord where Discord is, or at any server that speaks as Discord does', () => {
    expect(readConfig(discord).discord?.urls).toEqual({
      api: 'https://discord.com/api',
      cdn: 'https://cdn.discordapp.com',
    });
    const other = { api: 'http://127.0.0.1:4000/api', cdn: 'http://127.0.0.1:4000/cdn' };
    for (const url of [other.api, `${other.api}/`, `${other.api}/v10`]) {
      expect(readConfig({ ...discord, DISCORD_API_URL: url }).discord?.urls).toEqual(other);
    }
    expect(() => readConfig({ DISCORD_API_URL: other.api })).toThrow(/^DISCORD_API_URL is set, but/);
    expect(() => readConfig({ ...discord, DISCORD_API_URL: 'discord.com' })).toThrow(/isn't an API's address/);
    expect(() => readConfig({ ...discord, DISCORD_API_URL: 'ftp://a/api' })).toThrow(/isn't an API's address/);
    for (const url of ['http://127.0.0.1:4000//api', 'http://127.0.0.1:4000/api//v10/']) {
      expect(readConfig({ ...discord, DISCORD_API_URL: url }).discord?.urls).toEqual(other);
    }
    expect(() => readConfig({ ...discord, DISCORD_API_URL: `${other.api}/v9` })).toThrow(/ends in \/v9/);
    expect(() => readConfig({ ...discord, DISCORD_API_URL: 'http://me:pass@a/api' })).toThrow(/a name or a password/);
  });

  it('takes the bot’s token with or without the word before it', () => {
    expect(readConfig({ ...discord, DISCORD_BOT_TOKEN: ' Bot token ' }).discord?.botToken).toBe('token');
  });

  it('has the key’s line breaks put back', () => {
    expect(readConfig(google).google?.privateKey).toBe('-----BEGIN PRIVATE KEY-----\nabc\n-----END PRIVATE KEY-----\n');
  });

  it('may leave out guild and spreadsheet: then hosts connect theirs in the panel', () => {
    const { DISCORD_GUILD_ID: _, ...anyGuild } = discord;
    const { GOOGLE_SPREADSHEET_ID: __, ...anySheet } = google;
    expect(readConfig({ ...anyGuild, ...anySheet })).toMatchObject({ discord: { clientId: '1' }, google: {} });
    expect(readConfig(anyGuild).discord).not.toHaveProperty('guildId');
    expect(readConfig(anySheet).google).not.toHaveProperty('spreadsheetId');
  });

  const optional = ['DISCORD_GUILD_ID', 'GOOGLE_SPREADSHEET_ID'];
  it.each(Object.keys({ ...discord, ...google }).filter((name) => !optional.includes(name)))(
    'without %s names it, its group and what to do',
    (name) => {
      const group = name in discord ? discord : google;
      const of = name in discord ? 'Discord' : 'Google';
      const rest = { ...group, [name]: undefined };
      expect(() => readConfig(rest)).toThrow(NotReady);
      expect(() => readConfig(rest)).toThrow(
        new RegExp(`^${name} \\(.+\\) is not set, but other variables for ${of} are\\. Set all of .+, or none of them`),
      );
    },
  );

  it('names no value of a secret, whatever is missing', () => {
    const secrets = [discord.DISCORD_CLIENT_SECRET, discord.DISCORD_BOT_TOKEN, google.GOOGLE_PRIVATE_KEY];
    for (const name of Object.keys({ ...discord, ...google })) {
      try {
        readConfig({ ...discord, ...google, [name]: undefined });
        expect.unreachable();
      } catch (error) {
        for (const secret of secrets) expect(String(error)).not.toContain(`“${secret}”`);
        expect(String(error)).not.toContain('BEGIN PRIVATE KEY');
      }
    }
  });

  it.each([
    ['PORT', 'eight', 'from 0 to 65535'],
    ['PORT', '65536', 'from 0 to 65535'],
    ['PORT', '80.5', 'from 0 to 65535'],
    ['SHEET_PORT', '-1', 'from 0 to 65535'],
    ['STAGE_PORT', '0', 'from 1 to 65535'],
  ])('with %s=%s says that it isn’t a port', (name, value, range) => {
    expect(() => readConfig({ [name]: value })).toThrow(
      `${name} is “${value}”, which isn't a port. Use a number ${range}.`,
    );
  });
});

describe('the public address', () => {
  it.each([
    ['https://league.example.com', 'https://league.example.com'],
    ['https://league.example.com/', 'https://league.example.com'],
    ['http://203.0.113.7:8080', 'http://203.0.113.7:8080'],
    ['https://League.Example.com:443', 'https://league.example.com'],
  ])('%s is where every address of ours begins: %s', (given, publicUrl) => {
    expect(readConfig({ PUBLIC_URL: given }).publicUrl).toBe(publicUrl);
  });

  it('may be left out', () => {
    expect(readConfig({ PUBLIC_URL: '' })).not.toHaveProperty('publicUrl');
  });

  it.each([
    'league.example.com',
    'ftp://league.example.com',
    'https://league.example.com/league',
    'https://league.example.com/?a=b',
    'https://league.example.com/#top',
    'https://juno@league.example.com',
    'https://',
  ])('%s is none, says one sentence that tells what is', (given) => {
    expect(() => readConfig({ PUBLIC_URL: given })).toThrow(
      new NotReady(
        `PUBLIC_URL is “${given}”, which isn't a server's address. Use one such as https://league.example.com, with nothing after the host.`,
      ),
    );
  });
});

describe('production', () => {
  it.each([
    [{}, 'Discord and Google'],
    [discord, 'Google'],
    [google, 'Discord'],
  ])('plays no stand-in', (env, missing) => {
    expect(() => readConfig({ ...env, NODE_ENV: 'production' })).toThrow(
      `NODE_ENV is production, but no variables for ${missing} are set: a stand-in never runs in production.`,
    );
  });

  it('starts with both real ones', () => {
    expect(readConfig({ ...discord, ...google, NODE_ENV: 'production' }).production).toBe(true);
  });
});
