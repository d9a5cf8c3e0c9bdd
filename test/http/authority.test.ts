import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { MeView } from '../../server/contract/me.ts';
import { DiscordUnreachable } from '../../server/discord.ts';
import { openMembers } from '../../server/members.ts';
import { guildId } from '../../server/sandbox/discord/guild.ts';
import { type LeagueOverHttp, leagueOverHttp, person } from './league-over-http.ts';
import { openPanel } from './panel.ts';

const minute = 60_000;
let league: LeagueOverHttp;

beforeEach(async () => {
  league = await leagueOverHttp();
});
afterEach(() => league.close());

const isHost = async (key: string) => (await (await league.panel(key)).get<MeView>('/api/me')).body.host;
const open = async (key: string) => {
  const { status, body } = await (await league.panel(key)).act({ type: 'openRace' });
  return [status, body.error?.code];
};

describe('who is a host', () => {
  it('is whoever may manage the server, while Settings name no role', async () => {
    league.local.guild.setRoles(person('ana').id, ['manager']);
    league.local.guild.setRoles(person('robin').id, ['host']);
    expect([await isHost('ana'), await isHost('robin')]).toEqual([true, false]);
    expect(await open('robin')).toEqual([403, 'hosts_only']);
    expect(await open('ana')).toEqual([200, undefined]);
  });

  it.each(['League host', ' @league HOST '])('is whoever holds the role that Settings name, as “%s”', async (name) => {
    league.local.guild.setRoles(person('ana').id, ['manager']);
    league.local.guild.setRoles(person('robin').id, ['host']);
    await league.set('Host role', name);
    expect([await isHost('ana'), await isHost('robin')]).toEqual([false, true]);
    expect(await open('ana')).toEqual([403, 'hosts_only']);
    expect(await open('robin')).toEqual([200, undefined]);
  });

  it('changes within a minute of Discord’s own change', async () => {
    expect(await isHost('host')).toBe(true);
    league.local.guild.setRoles(person('host').id, []);
    league.local.guild.setRoles(person('ana').id, ['manager']);
    await league.clock.advance(minute);
    expect(await open('host')).toEqual([403, 'hosts_only']);
    expect(await open('ana')).toEqual([200, undefined]);
  });

  it('is never what the client says', async () => {
    const ana = await league.panel('ana');
    const { status } = await ana.act({ type: 'openRace', host: true, user: person('host').id });
    expect(status).toBe(400);
    expect(await open('ana')).toEqual([403, 'hosts_only']);
  });
});

describe('while Discord is down', () => {
  it('those whom the server knows race on', async () => {
    await league.start('ana', 'robin');
    league.local.faults.offline = true;
    await league.clock.advance(2 * minute);
    await league.act('ana', { type: 'report', position: 1 });
    await league.act('host', { type: 'closeRace', race: Object.keys((await league.view()).races)[0] });
  });

  it('nobody of them is turned away because somebody else asked at the same moment', async () => {
    const ana = await league.panel('ana');
    await ana.get('/api/me');
    league.local.faults.offline = true;
    await league.clock.advance(2 * minute);
    const answers = await Promise.all([1, 2, 3, 4].map(() => ana.get('/api/league')));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  });

  it('it is asked anew every fifteen seconds, not at every request', async () => {
    const ana = await league.panel('ana');
    await ana.get('/api/me');
    league.local.faults.offline = true;
    await league.clock.advance(2 * minute);
    await ana.get('/api/me');
    const asked = league.discordAsked();
    await league.clock.advance(14_999);
    expect((await ana.get('/api/me')).status).toBe(200);
    expect(league.discordAsked()).toBe(asked);
    await league.clock.advance(1);
    expect((await ana.get('/api/me')).status).toBe(200);
    expect(league.discordAsked()).toBeGreaterThan(asked);
  });

  it('a change of Discord’s is known soon after it’s back', async () => {
    const host = await league.panel('host');
    await host.get('/api/me');
    league.local.faults.offline = true;
    await league.clock.advance(2 * minute);
    expect(await isHost('host')).toBe(true);
    league.local.faults.offline = false;
    league.local.guild.setRoles(person('host').id, []);
    await league.clock.advance(minute);
    expect(await isHost('host')).toBe(false);
  });

  it('whoever the server doesn’t know gets a sentence', async () => {
    const ana = await league.panel('ana');
    await league.restart();
    league.local.faults.offline = true;
    const { status, body } = await openPanel(league.url(), ana.session).get('/api/league');
    expect(status).toBe(503);
    expect(body.error).toEqual({
      code: 'discord_unreachable',
      message: "Discord can't be reached.",
      remedy: 'Try again in a minute.',
    });
  });

  it('its last word holds for half a day', async () => {
    const members = openMembers(league.discord, league.clock);
    const ana = () => members.find(guildId, person('ana').id);
    await ana();
    league.local.faults.offline = true;
    await league.clock.advance(12 * 60 * minute - 1);
    expect(await ana()).toMatchObject({ user: { username: 'ana_drifts' } });
    await league.clock.advance(minute);
    await expect(ana()).rejects.toThrow(DiscordUnreachable);
  });
});
