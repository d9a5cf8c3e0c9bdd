import { once } from 'node:events';
import { RESTEvents } from 'discord.js';
import { afterEach, describe, expect, it } from 'vitest';
import type { Channel } from '../../server/bot/posts/channel.ts';
import { openPosting, type Posting, personCalled, textOf } from './posting.ts';

let league: Posting;
afterEach(() => league.close());

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

const withTitle = (title: string) => league.said().filter((said) => said.includes(title));
const theCard = () => league.said()[0] ?? '';

describe('a race', () => {
  it('has one card, which follows it and becomes its result', async () => {
    league = await openPosting();
    await league.openRace('ana', 'robin');
    await league.pass();
    expect(league.said()).toEqual([
      '### 🏁 Race 1 is open\n-# Season 1 · Night 1\n**2 of 8** in: Ana and Robin\n[Join]\n[Start]\n[Open the panel]',
    ]);
    await league.ask('host', { type: 'startRace', race: league.race() });
    await league.pass();
    expect(theCard()).toContain('### 🏎️ Race 1 is on');
    expect(theCard()).toContain('[Report]');
    await league.ask('ana', { type: 'report', race: league.race(), position: 1 });
    await league.pass();
    expect(theCard()).toContain('1st Ana\nStill to report: Robin');
    await league.ask('robin', { type: 'report', race: league.race(), position: 2 });
    await league.pass();
    expect(theCard()).toMatch(
      /1st Ana · 2nd Robin\nFinal <t:\d+:R>, if nobody objects\.\n\[Report\]\n\[That's wrong\]/,
    );
    await league.pass(40_000);
    expect(theCard()).toBe(
      '### 🏆 Ana wins Race 1!\n-# Season 1 · Night 1\n🏆 **1st** Ana · +15 pts\n🥈 **2nd** Robin · +12 pts\n[Next race]\n[This is wrong]\n[Open the panel]',
    );
    expect(withTitle('Race 1!')).toHaveLength(1);
  });

  it('has one edit for all that happens at once', async () => {
    league = await openPosting();
    const since = league.stand.discord.events.count();
    await league.openRace('ana', 'robin', 'zoe', 'mateo');
    await league.pass();
    expect(league.stand.discord.events.count() - since).toBe(1);
  });

  it('pings the role that Settings names as it opens, and nobody otherwise', async () => {
    league = await openPosting({ settings: { 'Ping role': '@regular' } });
    await league.openRace('ana');
    await league.pass();
    const { regular } = league.stand.discord.guild.plan.roles;
    expect(theCard()).toContain(`<@&${regular.id}>`);
    await league.ask('robin', { type: 'join', race: league.race() });
    await league.pass();
    expect(theCard()).not.toContain('<@');
    expect(league.channel()[0]?.mentions).toEqual([]);
  });

  it('that is voided says so', async () => {
    league = await openPosting();
    await league.play('ana', 'robin');
    await league.ask('host', { type: 'voidRace', race: league.race(), reason: 'Wrong cup' });
    await league.pass();
    expect(theCard()).toContain("### Race 1 doesn't count");
  });

  it('shows names as they are, whatever signs they have', async () => {
    league = await openPosting();
    await league.openRace('ana');
    const [racer] = league.facts().racers.keys();
    const cells = { racer: '**@everyone** <@1> [x](y)' };
    await league.edit({ kind: 'edit', tab: 'Racers', id: racer ?? '', cells });
    await league.pass();
    expect(theCard()).toContain('in: \\*\\*\\@everyone\\*\\* \\<\\@1\\> \\[x\\](y)');
  });
});

describe('two who say the same', () => {
  const clash = async () => {
    league = await openPosting();
    await league.openRace('ana', 'robin', 'zoe');
    await league.ask('host', { type: 'startRace', race: league.race() });
    await league.pass();
    await league.ask('ana', { type: 'report', race: league.race(), position: 1 });
    await league.ask('robin', { type: 'report', race: league.race(), position: 1 });
  };

  it('are asked in an answer to the card, and nobody else is', async () => {
    await clash();
    await league.pass(12_000);
    const [card, question] = league.channel();
    expect(question?.mentions.map(({ id }) => id)).toEqual([personCalled('ana').user, personCalled('robin').user]);
    expect(question?.message_reference?.message_id).toBe(card?.id);
    expect(league.said()[1]).toContain('you both say 1st in **Race 1**');
  });

  it('are not asked if one puts it right at once', async () => {
    await clash();
    await league.pass(5_000);
    await league.ask('robin', { type: 'report', race: league.race(), position: 2 });
    await league.pass(20_000);
    expect(league.channel()).toHaveLength(1);
  });

  it('are thanked once it fits, and not asked a second time', async () => {
    await clash();
    await league.pass(12_000);
    await league.ask('robin', { type: 'report', race: league.race(), position: 2 });
    await league.pass(12_000);
    expect(league.said()[1]).toBe('Settled: the places of **Race 1** fit. Thank you!');
    await league.ask('robin', { type: 'report', race: league.race(), position: 1 });
    await league.pass(20_000);
    expect(league.channel()).toHaveLength(2);
  });
});

describe('a night', () => {
  it('is summed up once it has been quiet for half an hour, with the next date in the reader’s own time', async () => {
    league = await openPosting();
    await league.play('ana', 'robin', 'zoe');
    await league.play('robin', 'zoe', 'ana');
    const planned = 46090.75;
    await league.plan({ race: 'Grand final', season: 'Season 1', night: 'Night 2', status: 'Planned', planned });
    await league.pass(28 * minute);
    expect(withTitle('🌙')).toEqual([]);
    await league.pass(3 * minute);
    const [recap] = withTitle('🌙');
    expect(recap).toContain("## 🌙 Night 1: that's it for tonight\n2 races, 3 racers.\n🏆 Robin · 27 pts · 1 win");
    expect(recap).toContain('(Season 1: 1st Robin 27 pts, 2nd Ana 25 pts, 3rd Zoë 22 pts)');
    expect(recap).toMatch(/📅 Next: \*\*Grand final\*\*, <t:(\d+):f> \(<t:\1:R>\)/);
    expect(withTitle('🌙')).toHaveLength(1);
  });

  it('is not over while a race of it is open, or planned for this evening', async () => {
    league = await openPosting();
    await league.play('ana', 'robin');
    const planned = 46087 + 22 / 24;
    await league.plan({ race: 'Late one', season: 'Season 1', night: 'Night 1', status: 'Planned', planned });
    await league.pass(2 * hour);
    expect(withTitle('🌙')).toEqual([]);
    await league.pass(hour);
    expect(withTitle('🌙')).toHaveLength(1);
  });

  it('takes another race of the same evening into its summary', async () => {
    league = await openPosting();
    await league.play('ana', 'robin');
    await league.pass(35 * minute);
    await league.play('ana', 'robin');
    await league.pass(35 * minute);
    expect(withTitle('🌙')).toHaveLength(1);
    expect(withTitle('🌙')[0]).toContain('2 races');
  });

  it('tells who moved up', async () => {
    league = await openPosting();
    await league.play('ana', 'robin', 'zoe');
    await league.pass(day);
    await league.play('zoe', 'kiki', 'ana', 'robin');
    await league.play('zoe', 'ana', 'kiki', 'robin');
    await league.pass(hour);
    expect(withTitle('🌙 Night 2')[0]).toContain('📈 Zoë 3rd → 1st\nZoë leads **Season 1** now.');
  });
});

describe('the standings', () => {
  it('are one message, kept as they are', async () => {
    league = await openPosting();
    await league.play('ana', 'robin');
    await league.play('robin', 'ana');
    expect(withTitle('the table')).toHaveLength(1);
    expect(withTitle('the table')[0]).toContain('After Race 2 · 2 races so far');
    const shown = JSON.stringify(league.channel()).match(/"url":"(http[^"]+standings\.png)"/)?.[1] ?? '';
    const png = Buffer.from(await (await fetch(shown)).arrayBuffer());
    expect(png.subarray(1, 4).toString()).toBe('PNG');
  });

  it('come back with the next change if somebody deletes them; a card does not', async () => {
    league = await openPosting();
    await league.play('ana', 'robin');
    for (const { id } of league.channel()) await league.rest.delete(`/channels/${league.channelId}/messages/${id}`);
    await league.fix('ana', 2);
    await league.fix('robin', 1);
    await league.pass(30_000);
    expect(league.said().map((said) => said.split('\n')[0])).toEqual(['## Season 1: the table']);
  });
});

describe('what somebody deletes while the bot is away', () => {
  it('comes back with it, if it’s the standings or a race that is on', async () => {
    league = await openPosting();
    await league.play('ana', 'robin');
    await league.openRace('ana', 'robin');
    await league.pass();
    await league.stop();
    for (const { id } of league.channel()) await league.rest.delete(`/channels/${league.channelId}/messages/${id}`);
    await league.restart();
    expect(league.said().map((said) => said.split('\n')[0])).toEqual([
      '### 🏁 Race 2 is open',
      '## Season 1: the table',
    ]);
  });
});

describe('a correction', () => {
  it('is told once the race was quiet for a minute, with what it changed', async () => {
    league = await openPosting();
    await league.play('ana', 'robin', 'zoe');
    await league.pass(minute);
    const swap = (person: 'ana' | 'robin', position: number) =>
      league.edit({ kind: 'edit', tab: 'Results', id: league.resultOf(person), cells: { position } });
    await swap('robin', 1);
    await league.pass(20_000);
    await swap('ana', 2);
    await league.pass(50_000);
    expect(withTitle('✏️')).toEqual([]);
    await league.pass(15_000);
    expect(withTitle('✏️')).toEqual([
      '### ✏️ Corrected: Race 1\n-# Season 1\n**Robin** 12 → 15 pts, 2nd → 1st\n**Ana** 15 → 12 pts, 1st → 2nd',
    ]);
    expect(theCard()).toContain('### 🏆 Robin wins Race 1!');
    expect(league.channel().find((message) => textOf(message).includes('✏️'))?.mentions).toEqual([]);
    await league.pass(hour);
    expect(withTitle('✏️')).toHaveLength(1);
  });

  it('that is taken back at once is nobody’s business', async () => {
    league = await openPosting();
    await league.play('ana', 'robin');
    await league.fix('ana', null);
    await league.fix('ana', 1);
    await league.pass(3 * minute);
    expect(withTitle('✏️')).toEqual([]);
  });
});

describe('a season that closes', () => {
  it('has its champion and podium told, and its sponsor named', async () => {
    league = await openPosting({
      presenter: () => ({ id: 'cafe', name: 'Kart *Café*' }),
    });
    await league.play('ana', 'robin', 'zoe');
    const [season = ''] = league.facts().seasons.keys();
    await league.ask('host', { type: 'closeSeason', season });
    await league.pass();
    expect(withTitle('champion of')).toEqual([
      [
        '## 🏆 Ana: champion of Season 1!',
        '1 race and 3 racers made this season.',
        '🏆 **Ana** · 15 pts',
        '🥈 **Robin** · 12 pts',
        '🥉 **Zoë** · 10 pts',
        '(The podium of Season 1: 1st Ana with 15 pts, 2nd Robin with 12 pts, 3rd Zoë with 10 pts)',
        'Thank you all for racing.',
        '-# Presented by Kart \\*Café\\*',
      ].join('\n'),
    ]);
    // Nobody leads a season that is over.
    expect(withTitle('🌙')).toEqual([expect.not.stringContaining('lead')]);
  });

  it('shows its sponsors in turn, and remembers who stood on which post', async () => {
    const both = ['cafe', 'arcade'].map((id) => ({ id, name: id }));
    league = await openPosting({ presenter: (_, turn) => both[turn % 2] });
    const shown = async () => {
      const posts = await league.journal.posts('cozy');
      return posts.find(({ subject }) => subject.startsWith('standings'))?.sponsors;
    };
    await league.play('ana', 'robin');
    await league.pass();
    expect(await shown()).toEqual(['cafe']);
    await league.play('robin', 'ana');
    await league.pass();
    expect(await shown()).toEqual(['cafe', 'arcade']);
  });

  it('after its only night has shown both of its sponsors', async () => {
    const both = ['cafe', 'arcade'].map((id) => ({ id, name: id }));
    league = await openPosting({ presenter: (_, turn) => both[turn % 2] });
    await league.play('ana', 'robin');
    await league.pass(hour);
    const [season = ''] = league.facts().seasons.keys();
    await league.ask('host', { type: 'closeSeason', season });
    await league.pass();
    const posts = await league.journal.posts('cozy');
    const shown = (kind: string) => posts.find(({ subject }) => subject.startsWith(`${kind} `))?.sponsors;
    expect([shown('standings'), shown('recap'), shown('final')]).toEqual([['cafe'], ['arcade'], ['arcade']]);
  });

  it('has its Grand Prize told, where money is played for', async () => {
    league = await openPosting({ settings: { Money: 'On', Currency: 'EUR' } });
    const [season = ''] = league.facts().seasons.keys();
    await league.edit({ kind: 'edit', tab: 'Seasons', id: season, cells: { grandPrize: 120 } });
    await league.play('ana', 'robin');
    await league.ask('host', { type: 'closeSeason', season });
    await league.pass();
    expect(withTitle('champion of')[0]).toContain('🎁 Grand prize: **€120.00** for Ana\n');
  });

  it('before there were posts is history', async () => {
    league = await openPosting({ settings: { Channel: '' } });
    await league.play('ana', 'robin');
    const [season = ''] = league.facts().seasons.keys();
    await league.ask('host', { type: 'closeSeason', season });
    await league.pass(day);
    await league.type({ Channel: 'results' });
    await league.pass(day);
    expect(league.said()).toEqual([]);
  });
});

describe('Settings decide', () => {
  it.each([
    ['All', ['### 🏆 Ana wins Race 1!', '## Season 1: the table', "## 🌙 Night 1: that's it for tonight"]],
    ['Results', ['### 🏆 Ana wins Race 1!', '## Season 1: the table', "## 🌙 Night 1: that's it for tonight"]],
    ['Recaps', ['## Season 1: the table', "## 🌙 Night 1: that's it for tonight"]],
    ['None', []],
  ])('what is posted: %s', async (Posts, expected) => {
    league = await openPosting({ settings: { Posts } });
    await league.openRace('ana', 'robin');
    await league.pass();
    expect(league.said()).toHaveLength(Posts === 'All' ? 1 : 0);
    await league.ask('host', { type: 'startRace', race: league.race() });
    await league.ask('ana', { type: 'report', race: league.race(), position: 1 });
    await league.ask('robin', { type: 'report', race: league.race(), position: 2 });
    await league.pass(hour);
    expect(league.said().map((said) => said.split('\n')[0])).toEqual(expected);
  });

  it.each(['results', '#results', ' #Results ', '912047738570096645', '<#912047738570096645>'])(
    'where: %s',
    async (Channel) => {
      league = await openPosting({ settings: { Channel } });
      await league.openRace('ana');
      await league.pass();
      expect(league.channel()).toHaveLength(1);
    },
  );

  it('in which language', async () => {
    league = await openPosting({ settings: { Language: 'Español' } });
    await league.play('ana', 'robin');
    expect(theCard()).toContain('### 🏆 ¡Ana gana Race 1!\n-# Season 1 · Night 1\n🏆 **1.º** Ana · +15 puntos');
    expect(theCard()).toContain('[Abrir el panel]');
  });
});

describe('the weekly summary', () => {
  /** Monday 2026-03-02, 12:00 UTC. */
  const start = Date.UTC(2026, 2, 2, 12);
  const weekly = { 'Weekly summary': 'Sunday 20:00', Posts: 'Recaps' };

  it('comes at its time, once', async () => {
    league = await openPosting({ settings: weekly, start });
    await league.play('ana', 'robin');
    await league.pass(6 * day);
    expect(withTitle('📅 The week')).toEqual([]);
    await league.pass(9 * hour);
    expect(withTitle('📅 The week')).toEqual([
      '## 📅 The week in Cozy-Kart Club\n1 race this week, 2 racers.\nMost points: **Ana** with 15 pts.\n(Season 1: 1st Ana 15 pts, 2nd Robin 12 pts)',
    ]);
    await league.restart();
    expect(withTitle('📅 The week')).toHaveLength(1);
  });

  it('is caught up on after a weekend without power', async () => {
    league = await openPosting({ settings: weekly, start });
    await league.play('ana', 'robin');
    await league.pass(day);
    await league.stop();
    await league.clock.advance(6 * day);
    await league.restart();
    expect(withTitle('📅 The week')).toHaveLength(1);
  });

  it('says nothing of a week in which nothing was', async () => {
    league = await openPosting({ settings: weekly, start });
    await league.pass(15 * day);
    expect(league.said()).toEqual([]);
  });

  it('is not sent for a time that was over when a host chose it, nor twice when it moves by a day', async () => {
    league = await openPosting({ settings: weekly, start });
    await league.play('ana', 'robin');
    await league.type({ 'Weekly summary': 'Monday 10:00' });
    await league.pass(hour);
    expect(withTitle('📅 The week')).toEqual([]);
    await league.pass(7 * day);
    expect(withTitle('📅 The week')).toHaveLength(1);
    await league.type({ 'Weekly summary': 'Tuesday 10:00' });
    await league.pass(2 * day);
    expect(withTitle('📅 The week')).toHaveLength(1);
  });
});

describe('a restart in the middle of a post', () => {
  const lost = { refused: 'unreachable', message: 'the line went dead' } as const;
  const start = Date.UTC(2026, 2, 2, 12);

  /** Sunday evening comes while the server is on its way down: `post` is what became of the summary. */
  const interrupted = async (post: (real: Channel) => Channel['post'], downFor: number) => {
    league = await openPosting({ settings: { 'Weekly summary': 'Sunday 20:00', Posts: 'Recaps' }, start });
    await league.play('ana', 'robin');
    await league.pass(6 * day);
    await league.restart({ ...league.real, post: post(league.real) });
    await league.clock.advance(8 * hour);
    await league.posts().settled();
    await league.stop();
    await league.clock.advance(downFor);
    await league.restart();
  };

  it.each([
    ['a second', 1_000],
    ['an hour, after which Discord has forgotten the nonce', hour],
  ])('of which Discord took it and we never heard, for %s', async (_, downFor) => {
    await interrupted(
      (real) => async (to, post, sending) => {
        await real.post(to, post, sending);
        return lost;
      },
      downFor,
    );
    expect(withTitle('📅 The week')).toHaveLength(1);
    await league.pass(day);
    expect(withTitle('📅 The week')).toHaveLength(1);
  });

  it.each([
    ['a second', 1_000],
    ['a day', day],
  ])('that never left, for %s', async (_, downFor) => {
    await interrupted(() => async () => lost, downFor);
    expect(withTitle('📅 The week')).toHaveLength(1);
  });
});

describe('a channel', () => {
  it('that the bot may not write to is told to hosts once, and posted to as soon as it may', async () => {
    league = await openPosting();
    league.stand.discord.channels.deny(league.channelId, 'SEND_MESSAGES');
    await league.openRace('ana');
    await league.pass();
    await league.pass(20 * minute);
    expect(league.troubles).toEqual(['The bot may not post in #results.']);
    expect(league.posts().trouble()).toMatchObject({ refused: 'notAllowed', channel: '#results' });
    league.stand.discord.channels.deny(league.channelId);
    league.posts().lookAgain();
    await league.posts().settled();
    expect(league.posts().trouble()).toBeUndefined();
    expect(league.said()).toHaveLength(1);
  });

  it.each([
    ['VIEW_CHANNEL', "The bot can't post: it doesn't see #results."],
    ['ATTACH_FILES', 'The bot may not post in #results.'],
  ] as const)('without %s is told to hosts', async (permission, what) => {
    league = await openPosting();
    league.stand.discord.channels.deny(league.channelId, permission);
    await league.play('ana', 'robin');
    expect(league.troubles).toEqual([what]);
  });

  it('that is not there is named, and looked for when a host names another', async () => {
    league = await openPosting({ settings: { Channel: '#resluts' } });
    await league.openRace('ana');
    await league.pass();
    expect(league.troubles).toEqual(["The bot can't post: there's no channel #resluts here that it sees."]);
    await league.type({ Channel: '#results' });
    await league.pass();
    expect(league.posts().trouble()).toBeUndefined();
    expect(league.said()).toHaveLength(1);
  });

  it('of a Discord that is down gets what is still of interest when it is back', async () => {
    league = await openPosting();
    league.stand.discord.faults.offline = true;
    await league.openRace('ana', 'robin');
    await league.pass();
    expect(league.troubles).toEqual(["The bot can't reach Discord, so its posts wait."]);
    league.stand.discord.faults.offline = false;
    await league.pass(2 * minute);
    expect(league.said()).toHaveLength(1);
    expect(league.posts().trouble()).toBeUndefined();
  });

  it('that is rate limited gets everything in order, and nothing twice', async () => {
    league = await openPosting();
    league.stand.discord.rateLimits.exhaust(league.channelId, 2_500);
    const limited = once(league.rest, RESTEvents.RateLimited);
    await league.openRace('ana');
    await league.clock.advance(2_000);
    await limited;
    await league.openRace('robin');
    await league.openRace('zoe');
    await league.ask('kiki', { type: 'join', race: league.raceCalled('Race 1') });
    await league.pass();
    expect(league.said().map((said) => said.split('\n')[0])).toEqual([
      '### 🏁 Race 1 is open',
      '### 🏁 Race 2 is open',
      '### 🏁 Race 3 is open',
    ]);
    expect(theCard()).toContain('Ana and Kiki');
  });
});
