/** What Discord refuses, or what goes wrong with one post, and what becomes of the others. */
import { PermissionFlagsBits, Routes } from 'discord.js';
import { afterEach, describe, expect, it } from 'vitest';
import type { Channel } from '../../server/bot/posts/channel.ts';
import type { Post } from '../../server/bot/posts/post.ts';
import { openPosting, type Posting, textOf } from './posting.ts';

let league: Posting;
afterEach(() => league.close());

const minute = 60_000;
const hour = 60 * minute;
const withTitle = (title: string) => league.said().filter((said) => said.includes(title));
const heads = (channel: string) =>
  league.stand.discord.chat.messages(channel).map((message) => textOf(message).split('\n')[0]);
const holds = ({ blocks }: Post, words: string) =>
  blocks.some((block) => block.block === 'text' && block.text.includes(words));

/** The channel, but for posts that hold those words: what is done with them instead. */
const except = (words: string, post: () => ReturnType<Channel['post']>): Channel => ({
  ...league.real,
  post: (to, what, sending) => (holds(what, words) ? post() : league.real.post(to, what, sending)),
});

describe('another channel that a host names', () => {
  it('gets what never arrived in one that the bot may no longer see', async () => {
    league = await openPosting();
    league.stand.discord.channels.deny(league.channelId, 'VIEW_CHANNEL');
    await league.openRace('ana');
    await league.pass();
    expect(league.posts().trouble()).toMatchObject({ refused: 'notSeen' });
    const { plan } = league.stand.discord.guild;
    await league.type({ Channel: plan.channelId });
    await league.pass(20 * minute);
    expect(league.posts().trouble()).toBeUndefined();
    expect(heads(plan.channelId)).toEqual(['### 🏁 Race 1 is open']);
  });

  it('gets the card of the race that is on and the standings', async () => {
    league = await openPosting();
    await league.play('ana', 'robin');
    await league.openRace('ana');
    await league.pass();
    const { plan } = league.stand.discord.guild;
    await league.type({ Channel: plan.channelId });
    await league.pass(10 * minute);
    expect(heads(plan.channelId)).toEqual(['### 🏁 Race 2 is open', '## Season 1: the table']);
  });
});

describe('a post that is refused', () => {
  it('holds up no other, and is tried again', async () => {
    league = await openPosting();
    let refused = true;
    const answer = { refused: 'notAllowed', message: 'Missing Permissions' } as const;
    const real = except('Race 2 is open', async () => answer);
    await league.restart({
      ...league.real,
      post: (to, post, sending) => (refused ? real : league.real).post(to, post, sending),
    });
    await league.play('ana', 'robin');
    await league.openRace('zoe');
    await league.openRace('kiki');
    await league.pass(minute);
    expect(withTitle('is open')).toHaveLength(1);
    expect(withTitle('Race 3 is open')).toHaveLength(1);
    expect(league.troubles).toEqual(['The bot may not post in #results.']);
    refused = false;
    await league.pass(6 * minute);
    expect(withTitle('Race 2 is open')).toHaveLength(1);
    expect(league.posts().trouble()).toBeUndefined();
  });

  it('is told once while it lasts, although old cards may still be edited', async () => {
    league = await openPosting();
    await league.play('ana', 'robin');
    league.stand.discord.channels.deny(league.channelId, 'SEND_MESSAGES');
    await league.openRace('zoe');
    await league.pass(minute);
    const [id = ''] = league.facts().racers.keys();
    for (const racer of ['Anita', 'Anna', 'Ana B']) {
      await league.edit({ kind: 'edit', tab: 'Racers', id, cells: { racer } });
      await league.pass(20 * minute);
    }
    expect(withTitle('Ana B')).not.toEqual([]);
    expect(league.troubles).toEqual(['The bot may not post in #results.']);
  });
});

describe('a post that fails here', () => {
  it('holds up nothing that comes after it', async () => {
    league = await openPosting({ settings: { Posts: 'Recaps' } });
    await league.restart(except('🌙', () => Promise.reject(new Error('a post that nobody can make'))));
    await league.play('ana', 'robin');
    await league.pass(40 * minute);
    const [season = ''] = league.facts().seasons.keys();
    await league.ask('host', { type: 'closeSeason', season });
    await league.pass(10 * minute);
    expect(withTitle('champion')).toHaveLength(1);
    expect(league.errors.splice(0)).not.toEqual([]);
  });

  it('for its picture is sent with what the picture says, and once', async () => {
    league = await openPosting();
    const noPicture: Channel['post'] = (to, post, sending) => {
      if (post.blocks.some(({ block }) => block === 'picture')) throw new Error('the picture is too large to be drawn');
      return league.real.post(to, post, sending);
    };
    await league.restart({ ...league.real, post: noPicture });
    await league.play('ana', 'robin');
    await league.pass(hour);
    expect(withTitle('the table')).toEqual([
      '## Season 1: the table\n-# After Race 1 · 1 race so far\nSeason 1: 1st Ana 15 pts, 2nd Robin 12 pts\n[Open the panel]',
    ]);
    expect(league.errors.splice(0).map(String)).toEqual(
      Array.from({ length: 2 }, () => 'Error: the picture is too large to be drawn'),
    );
  });
});

describe('a channel whose history the bot may not read', () => {
  const history = () => {
    const channel = league.stand.discord.channels.get(league.channelId);
    return (channel.botPermissions() & PermissionFlagsBits.ReadMessageHistory) !== 0n;
  };

  it('gets what answers another message without pointing at it', async () => {
    league = await openPosting();
    await league.openRace('ana', 'robin');
    await league.ask('host', { type: 'startRace', race: league.race() });
    await league.pass();
    league.stand.discord.channels.deny(league.channelId, 'READ_MESSAGE_HISTORY');
    for (const name of ['ana', 'robin'] as const)
      await league.ask(name, { type: 'report', race: league.race(), position: 1 });
    await league.pass(2 * minute);
    const asked = league.channel().find((message) => textOf(message).includes('both'));
    expect(asked).toBeDefined();
    expect(asked?.message_reference).toBeUndefined();
    expect(league.posts().trouble()).toBeUndefined();
  });

  it('gets nothing twice: what may be there is looked for once a host gives the permission', async () => {
    league = await openPosting({ history: () => history() });
    await league.play('ana', 'robin');
    await league.pass(hour);
    const before = league.channel().length;
    const lost = { refused: 'unreachable', message: 'the line went dead' } as const;
    const deaf: Channel = {
      ...league.real,
      async post(...sending) {
        await league.real.post(...sending);
        return lost;
      },
    };
    await league.restart(deaf);
    await league.openRace('ana');
    await league.pass(2_000);
    expect(league.channel()).toHaveLength(before + 1);
    await league.stop();
    league.stand.discord.channels.deny(league.channelId, 'READ_MESSAGE_HISTORY');
    // Discord forgets a nonce after some minutes.
    await league.clock.advance(hour);
    await league.restart();
    expect(league.posts().trouble()).toMatchObject({ refused: 'notSeen' });
    expect(league.channel()).toHaveLength(before + 1);
    league.stand.discord.channels.deny(league.channelId);
    await league.pass(10 * minute);
    expect(league.channel()).toHaveLength(before + 1);
    expect(league.posts().trouble()).toBeUndefined();
  });
});

it('what was sent before much else was said is found', async () => {
  league = await openPosting();
  const lost = { refused: 'unreachable', message: 'the line went dead' } as const;
  let down = true;
  const flaky: Channel = {
    ...league.real,
    async post(...sending) {
      if (!down) await league.real.post(...sending);
      return lost;
    },
  };
  await league.restart(flaky);
  await league.openRace('ana');
  await league.pass(minute);
  for (let n = 0; n < 220; n += 1)
    await league.rest.post(Routes.channelMessages(league.channelId), { body: { content: `chat ${n}` } });
  down = false;
  await league.pass(10 * minute);
  await league.stop();
  await league.clock.advance(hour);
  await league.restart();
  expect(withTitle('Race 1 is open')).toHaveLength(1);
});
