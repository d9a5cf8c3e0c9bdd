import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { commands } from '../../server/bot/commands/all.ts';
import { declarationsOf } from '../../server/bot/gateway/declarations.ts';
import { isDeployed } from '../../server/bot/gateway/deploy.ts';
import { leagueInChat, textOf } from './league-in-chat.ts';

let chat: Awaited<ReturnType<typeof leagueInChat>>;
beforeEach(async () => {
  chat = await leagueInChat();
});
afterEach(() => chat.close());

describe('the commands', () => {
  it('are declared once: the next start finds them as they should be', async () => {
    const before = chat.discord.chat.commands('club', 'host');
    expect(before.map(({ name }) => name).sort()).toEqual(
      [
        'admin-fix',
        'launch',
        'league',
        'profile',
        'protest',
        'race',
        'result',
        'season',
        'standings',
        'wallet',
        'why',
      ].sort(),
    );
    expect(await chat.bot().declared).toBe(true);
    const count = chat.discord.events.count();
    await chat.restartBot();
    expect(await chat.bot().declared).toBe(false);
    expect(chat.discord.chat.commands('club', 'host')).toEqual(before);
    expect(chat.discord.events.count()).toBeLessThan(count + 5);
  });

  it('are for servers alone, in English and Spanish', () => {
    for (const command of chat.discord.chat.commands('club', 'host')) {
      expect(command.contexts, command.name).toEqual([0]);
      if (command.name !== 'launch')
        expect(Object.keys(command.description_localizations ?? {}).sort()).toEqual(['en-US', 'es-419', 'es-ES']);
    }
  });

  it('are declared anew where a single word differs, or an option is left over', () => {
    const wanted = declarationsOf(commands);
    const there = () => JSON.parse(JSON.stringify(wanted));
    expect(isDeployed(wanted, there())).toBe(true);
    const [word, option, limit, left] = [there(), there(), there(), there()];
    word[0].description = 'Other.';
    option[0].options.push({ type: 3, name: 'more', description: 'More.' });
    delete limit[0].options[0].autocomplete;
    expect(isDeployed(wanted, word)).toBe(false);
    expect(isDeployed(wanted, option)).toBe(false);
    expect(isDeployed(wanted, limit)).toBe(false);
    expect(isDeployed(wanted, [...left, { name: 'old', type: 1 }])).toBe(false);
    expect(isDeployed(wanted, undefined)).toBe(false);
  });

  it('find races, racers and seasons as they are typed, the newest race first', async () => {
    await chat.play('ana', 'robin');
    await chat.play('ana', 'zoe');
    await chat.openRace();
    expect(await chat.choices('host', 'admin-fix', 'race')).toEqual(['Race 2', 'Race 1']);
    expect(await chat.choices('host', 'admin-fix', 'race', '1')).toEqual(['Race 1']);
    expect(await chat.choices('host', 'admin-fix', 'racer', 'zoe')).toEqual(['Zoë']);
    expect(await chat.choices('host', 'race start', 'race')).toEqual(['Race 3']);
    expect(await chat.choices('host', 'standings', 'season', 'seas')).toEqual(['Season 1']);
    expect(await chat.choices('spectator', 'standings', 'season', 'zzz')).toEqual([]);
    expect(chat.errors).toEqual([]);
  });
});

describe('three seconds', () => {
  it('are never over: an answer that takes longer is announced to the person alone', async () => {
    await chat.start('ana', 'robin');
    const release = chat.slowJournal();
    const asked = chat.discord.chat.slash('club', 'ana', 'result', { position: '1' });
    await waiting();
    await chat.clock.advance(1_600);
    const first = await asked.answer;
    expect(first).toMatchObject({ kind: 'thinking' });
    await chat.clock.advance(60_000);
    release();
    const message = await asked.message;
    expect(textOf(message)).toMatch('🏆 Recorded! You finished **#1**');
    expect(chat.discord.chat.messages(message.channel_id).map(({ id }) => id)).not.toContain(message.id);
    expect(chat.errors).toEqual([]);
  });

  it('are never over for a button on a message either, which stays until it’s replaced', async () => {
    await chat.play('ana', 'robin');
    const asked = await chat.command('host', 'admin-fix', { race: 'Race 1', racer: 'Robin', position: 'DSQ' });
    const release = chat.slowJournal();
    const pressed = chat.press('host', asked, 'Yes, set it');
    await waiting();
    await chat.clock.advance(1_600);
    expect(await pressed.answer).toEqual({ kind: 'quiet' });
    release();
    expect(textOf(await pressed.message)).toBe('Robin: DSQ.');
    expect(chat.errors).toEqual([]);
  });

  it('do for fifteen minutes: after that what was asked is done all the same, and the bot goes on', async () => {
    const { race } = await chat.start('ana', 'robin');
    const release = chat.slowJournal();
    const asked = chat.discord.chat.slash('club', 'ana', 'result', { position: '1' });
    await waiting();
    await chat.clock.advance(1_600);
    await asked.answer;
    // The token of an interaction lives for fifteen minutes.
    await chat.clock.advance(16 * 60_000);
    release();
    await expect.poll(() => chat.facts().entrants.get(race)?.[0]?.position).toBe(1);
    expect(await chat.say('robin', 'race status')).toMatch('Ana 1st');
    expect(chat.errors).toEqual([]);
  });

  /** Until the request has come over the wire, and is on its way to the journal. */
  async function waiting(): Promise<void> {
    await expect.poll(chat.held).toBe(1);
  }
});

describe('the gateway', () => {
  it('may break: what is asked meanwhile is answered once it’s back', async () => {
    await chat.start('ana', 'robin');
    const since = chat.discord.events.count();
    chat.discord.gateway.drop();
    const asked = chat.discord.chat.slash('club', 'ana', 'result', { position: '1' });
    await chat.discord.events.waitFor('gateway', ({ now }) => now === 'resumed', since);
    expect(textOf(await asked.message)).toMatch('🏆 Recorded!');
    expect(chat.errors).toEqual([]);
  });

  it('with a token that Discord doesn’t take says so in words, and leaves the rest alone', async () => {
    const other = chat.openOurs('another token');
    await expect.poll(() => chat.said).toEqual([expect.stringContaining("doesn't take the bot's token")]);
    expect(chat.said[0]).toContain('DISCORD_BOT_TOKEN');
    await other.close();
    expect(await chat.say('ana', 'race status')).toMatch('No race is on.');
    expect(chat.errors).toEqual([]);
  });

  it('is tried again while Discord is down', async () => {
    chat.discord.faults.offline = true;
    const other = chat.openOurs();
    await expect.poll(() => chat.said).toEqual([expect.stringMatching(/tries again by itself/)]);
    chat.discord.faults.offline = false;
    await chat.clock.advance(5_000);
    await other.ready;
    expect(other.isIn(chat.discord.guild.plan.id)).toBe(true);
    expect(chat.said).toHaveLength(1);
    expect(chat.errors).toEqual([]);
    await other.close();
  });
});

describe('servers', () => {
  it('are each a league of their own, and one without says how to begin', async () => {
    expect(await chat.say('sam', 'standings', {}, 'moonlight')).toBe(
      'This server has no league yet. Somebody who manages the server starts one with /league setup.',
    );
    expect(await chat.choices('sam', 'standings', 'season', '', 'moonlight')).toEqual([]);
    expect(await chat.say('sam', 'league setup', {}, 'moonlight')).toBe(
      'Only who manages this server can connect a Sheet. Ask one of them to open the panel.',
    );
    expect(await chat.say('priya', 'league setup', {}, 'moonlight')).toMatch('add `league@example.com` as Editor.');
    expect(await chat.say('priya', 'league setup', { sheet: 'no address' }, 'moonlight')).toMatch(
      "That isn't the address of a Google Sheet.",
    );
    const sheet = 'a-blank-sheet-of-theirs';
    const asked = await chat.command('priya', 'league setup', { sheet }, 'moonlight');
    const code = /KART-\w{4}-\w{4}/.exec(textOf(asked))?.[0] ?? '';
    expect(textOf(asked)).toMatch('Type this into any empty cell of **Moonlight**');
    expect(textOf(await chat.press('priya', asked, "It's in the Sheet").message)).toMatch("It isn't there yet.");
    chat.type(sheet, code);
    expect(textOf(await chat.press('priya', asked, "It's in the Sheet").message)).toMatch('The league is ready.');
    await chat.clock.advance(10_000);
    expect(await chat.say('sam', 'standings', {}, 'moonlight')).toMatch('## Season 1');
    expect(await chat.say('priya', 'race open', {}, 'moonlight')).toMatch('Race 1 is open.');
    expect(await chat.say('host', 'race status')).toMatch('No race is on.');
    expect(await chat.say('priya', 'league setup', {}, 'moonlight')).toMatch('This server has its league');
    expect(chat.errors).toEqual([]);
  });

  it('that the bot was shown out of are left alone, and greeted by nobody when it’s back', async () => {
    const { bot, guild } = chat.discord;
    bot.remove(guild);
    await expect.poll(() => chat.bot().isIn(guild.plan.id)).toBe(false);
    bot.invite(guild);
    await expect.poll(() => chat.bot().isIn(guild.plan.id)).toBe(true);
    expect(await chat.say('ana', 'race status')).toMatch('No race is on.');
    expect(chat.discord.channels.in(guild).flatMap(({ id }) => chat.discord.chat.messages(id))).toEqual([]);
    expect(chat.errors).toEqual([]);
  });
});

describe('a host', () => {
  it('is told once of what keeps the bot from posting, with the next thing that they ask', async () => {
    chat.keepPosts({
      key: 'channel',
      say: (language) => (language === 'es' ? 'No puedo escribir.' : 'I may not post.'),
    });
    await chat.say('ana', 'race status');
    expect(chat.discord.chat.ephemeral('ana').map(textOf)).toEqual([expect.stringContaining('No race is on.')]);
    await chat.say('host', 'race status');
    await notices(1);
    await chat.say('host', 'race status');
    chat.keepPosts(undefined);
    await chat.say('host', 'race status');
    chat.keepPosts({ key: 'channel', say: () => 'I may not post.' });
    await chat.say('host', 'race status');
    await notices(2);
    expect(chat.errors).toEqual([]);
  });

  it('is told of a Sheet that can’t be reached', async () => {
    await chat.loseSheet();
    await chat.say('host', 'race status');
    await notices(1);
    expect(chat.discord.chat.ephemeral('host').map(textOf).at(-1)).toMatch(/⚠️ For you as a host:\n.*Sheet/);
    expect(await chat.say('host', 'league problems')).toMatch('**The Sheet**');
    expect(await chat.say('ana', 'league problems')).toBe('Only hosts can do that. Ask a host.');
  });

  it('sees how the league is doing', async () => {
    await chat.play('ana', 'robin');
    await chat.clock.advance(10_000);
    expect(await chat.say('ana', 'league status')).toBe(
      '## Cozy-Kart Club\nSeason 1 is open, 1 race final so far.\nEverything is in the Sheet.\n[Open the panel]',
    );
    expect(await chat.say('host', 'league status')).toMatch('No problems in the Sheet.');
    expect(await chat.say('host', 'league problems')).toBe('Nothing is wrong in the Sheet.');
    const form = await chat.answer('ana', 'protest');
    await chat.fill('ana', form, { says: 'That was my place.' });
    expect(await chat.say('host', 'league status')).toMatch("1 thing waits for a host's word in the panel.");
  });

  async function notices(count: number): Promise<void> {
    const told = () => chat.discord.chat.ephemeral('host').filter((one) => textOf(one).startsWith('⚠️')).length;
    await expect.poll(told).toBe(count);
  }
});
