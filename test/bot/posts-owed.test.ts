/** A post that was noted and never arrived is still owed, as long as it's news. */
import { afterEach, describe, expect, it } from 'vitest';
import { type Channel, isRefused } from '../../server/bot/posts/channel.ts';
import { openPosting, type Posting } from './posting.ts';

let league: Posting;
afterEach(() => league.close());

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const lost = { refused: 'unreachable', message: 'the line went dead' } as const;
const withTitle = (title: string) => league.said().filter((said) => said.includes(title));
const closeSeason = async (next?: string) => {
  const [season = ''] = league.facts().seasons.keys();
  await league.ask('host', { type: 'closeSeason', season, ...(next !== undefined && { next }) });
};

describe('the season’s last night, its season closed at once', () => {
  it('has its recap although the line was dead for a moment', async () => {
    league = await openPosting();
    await league.play('ana', 'robin');
    league.stand.discord.faults.offline = true;
    await closeSeason();
    await league.pass();
    league.stand.discord.faults.offline = false;
    await league.pass(hour);
    expect(withTitle('champion of')).toHaveLength(1);
    expect(withTitle('🌙')).toHaveLength(1);
  });

  it('has its recap although the server was killed as it was sent', async () => {
    league = await openPosting();
    await league.play('ana', 'robin');
    await league.restart({ ...league.real, post: async () => lost });
    await closeSeason();
    await league.pass();
    await league.restart();
    await league.pass(hour);
    expect(withTitle('champion of')).toHaveLength(1);
    expect(withTitle('🌙')).toHaveLength(1);
  });
});

describe('what is no news any more', () => {
  it('is not poured out days later', async () => {
    league = await openPosting();
    league.stand.discord.channels.deny(league.channelId, 'SEND_MESSAGES');
    await league.play('ana', 'robin');
    await league.play('ana', 'robin');
    await league.pass(hour);
    await league.clock.advance(3 * day);
    league.stand.discord.channels.deny(league.channelId);
    league.posts().lookAgain();
    await league.posts().settled();
    expect(league.said().map((said) => said.split('\n')[0])).toEqual(['## Season 1: the table']);
  });

  it('is followed all the same if it did arrive', async () => {
    league = await openPosting();
    const post: Channel['post'] = async (...given) => {
      await league.real.post(...given);
      return lost;
    };
    await league.restart({ ...league.real, post });
    await league.openRace('ana', 'robin');
    await league.clock.advance(2_000);
    await league.posts().settled();
    await league.stop();
    await league.ask('host', { type: 'startRace', race: league.race() });
    await league.ask('ana', { type: 'report', race: league.race(), position: 1 });
    await league.ask('robin', { type: 'report', race: league.race(), position: 2 });
    await league.clock.advance(2 * hour);
    await league.restart();
    await league.pass();
    expect(withTitle('Race 1')[0]).toContain('### 🏆 Ana wins Race 1!');
  });

  it.each([
    ['looked for in the channel an hour later', hour, true],
    ['forgotten two days later, without reading all that was said since', 2 * day, false],
  ])('is %s', async (_, away, looked) => {
    league = await openPosting();
    await league.openRace('ana', 'robin');
    await league.ask('host', { type: 'startRace', race: league.race() });
    await league.pass();
    await league.restart({ ...league.real, post: async () => lost });
    await league.ask('ana', { type: 'report', race: league.race(), position: 1 });
    await league.ask('robin', { type: 'report', race: league.race(), position: 1 });
    await league.pass(10_000);
    await league.stop();
    await league.ask('robin', { type: 'report', race: league.race(), position: 2 });
    await league.clock.advance(away);
    let looks = 0;
    await league.restart({
      ...league.real,
      latest: (...given) => {
        looks += 1;
        return league.real.latest(...given);
      },
    });
    await league.pass();
    expect(looks > 0).toBe(looked);
    const posts = await league.journal.posts('cozy');
    expect(posts.filter(({ state }) => state === 'sending')).toEqual([]);
  });

  it('was never asked, so nobody is thanked for an answer', async () => {
    league = await openPosting();
    await league.openRace('ana', 'robin');
    await league.ask('host', { type: 'startRace', race: league.race() });
    await league.pass();
    await league.ask('ana', { type: 'report', race: league.race(), position: 1 });
    await league.ask('robin', { type: 'report', race: league.race(), position: 1 });
    await league.pass(9_000);
    await league.restart({ ...league.real, post: async () => lost });
    await league.pass(10_000);
    await league.ask('robin', { type: 'report', race: league.race(), position: 2 });
    await league.restart();
    await league.pass(5 * minute);
    expect(withTitle('Settled')).toEqual([]);
    expect(withTitle('you both say')).toEqual([]);
  });
});

describe.each([
  ['taken', true],
  ['not taken', false],
])('a server killed in the middle of a post that was %s', (_, taken) => {
  it.each([1, 2, 3, 4, 5, 6])('begins anew without a gap and without a double: post %s', async (k) => {
    league = await openPosting();
    let count = 0;
    let dead = false;
    const channel: Channel = {
      ...league.real,
      // Discord forgets nonces.
      latest: async (...given) => {
        const all = await league.real.latest(...given);
        return isRefused(all) ? all : { messages: all.messages.map(({ nonce: _nonce, ...one }) => one) };
      },
      post: async (...given) => {
        if (dead) return lost;
        count += 1;
        if (count !== k) return league.real.post(...given);
        dead = true;
        if (taken) await league.real.post(...given);
        return lost;
      },
      edit: async (...given) => (dead ? lost : league.real.edit(...given)),
    };
    await league.restart(channel);
    const pass = async (ms?: number) => {
      await league.pass(ms);
      if (!dead) return;
      await league.stop();
      await league.clock.advance(6 * minute);
      dead = false;
      await league.restart(channel);
    };
    await league.openRace('ana', 'robin', 'zoe');
    await pass();
    await league.ask('host', { type: 'startRace', race: league.race() });
    await league.ask('ana', { type: 'report', race: league.race(), position: 1 });
    await league.ask('robin', { type: 'report', race: league.race(), position: 1 });
    await pass(15_000);
    await league.ask('robin', { type: 'report', race: league.race(), position: 2 });
    await league.ask('zoe', { type: 'report', race: league.race(), position: 3 });
    await pass(40_000);
    await league.pass(minute);
    await league.fix('zoe', null);
    await pass(2 * minute);
    await pass(40 * minute);
    await closeSeason('Season 2');
    await pass(minute);
    await league.pass(30 * minute);
    expect(league.said().map((said) => said.split('\n')[0])).toHaveLength(6);
    expect(new Set(league.said().map((said) => said.split('\n')[0]))).toEqual(
      new Set([
        'Settled: the places of **Race 1** fit. Thank you!',
        '### 🏆 Ana wins Race 1!',
        '## Season 1: the table',
        '### ✏️ Corrected: Race 1',
        "## 🌙 Night 1: that's it for tonight",
        '## 🏆 Ana: champion of Season 1!',
      ]),
    );
  });
});
