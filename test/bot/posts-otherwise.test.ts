/** Posts when a night goes otherwise: races voided, nights renamed, seasons reopened, questions that answer themselves. */
import { afterEach, describe, expect, it } from 'vitest';
import type { Channel } from '../../server/bot/posts/channel.ts';
import { serialOf } from '../../sheets/moments.ts';
import { openPosting, type Posting, textOf } from './posting.ts';

let league: Posting;
afterEach(() => league.close());

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const withTitle = (title: string) => league.said().filter((said) => said.includes(title));
const voidIt = () => league.ask('host', { type: 'voidRace', race: league.race(), reason: 'wrong cup' });
const nameNight = (night: string) => league.edit({ kind: 'edit', tab: 'Races', id: league.race(), cells: { night } });
const seasonId = () => [...league.facts().seasons.keys()][0] ?? '';

describe('a season that was closed by mistake', () => {
  it('has no champion in the channel once it’s open again', async () => {
    league = await openPosting();
    await league.play('ana', 'robin');
    await league.ask('host', { type: 'closeSeason', season: seasonId() });
    await league.pass();
    expect(withTitle('champion of')).toHaveLength(1);
    await league.ask('host', { type: 'reopenSeason', season: seasonId() });
    await league.pass(hour);
    expect(withTitle('champion of')).toEqual([]);
    expect(withTitle('## Season 1 goes on after all')).toHaveLength(1);
  });

  it('has its real end told weeks later, in a post of its own', async () => {
    league = await openPosting();
    await league.play('ana', 'robin');
    await league.ask('host', { type: 'closeSeason', season: seasonId() });
    await league.pass();
    await league.ask('host', { type: 'reopenSeason', season: seasonId() });
    await league.clock.advance(21 * day);
    await league.pass();
    await league.play('robin', 'ana');
    await league.play('robin', 'ana');
    const before = new Set(league.channel().map(({ id }) => id));
    await league.pass(hour);
    await league.ask('host', { type: 'closeSeason', season: seasonId() });
    await league.pass(hour);
    const fresh = league.channel().filter(({ id }) => !before.has(id));
    expect(fresh.map(textOf).filter((said) => said.includes('champion of'))).toHaveLength(1);
    expect(withTitle('goes on after all')).toHaveLength(1);
  });
});

describe('two who say the same', () => {
  const clash = async () => {
    league = await openPosting();
    await league.openRace('ana', 'robin', 'zoe');
    await league.ask('host', { type: 'startRace', race: league.race() });
    await league.ask('ana', { type: 'report', race: league.race(), position: 1 });
    await league.ask('robin', { type: 'report', race: league.race(), position: 1 });
    await league.pass(15_000);
    expect(withTitle('you both say')).toHaveLength(1);
  };

  it('are thanked only when a third doesn’t say it too', async () => {
    await clash();
    await league.ask('zoe', { type: 'report', race: league.race(), position: 1 });
    await league.pass(15_000);
    expect(withTitle('you all say')).toHaveLength(1);
    expect(withTitle('Settled')).toEqual([]);
    await league.ask('robin', { type: 'report', race: league.race(), position: 2 });
    await league.ask('zoe', { type: 'report', race: league.race(), position: 3 });
    await league.pass(15_000);
    expect(withTitle('Settled')).toHaveLength(2);
  });

  it('need not answer for a race that is voided', async () => {
    await clash();
    await voidIt();
    await league.pass(15_000);
    expect(withTitle('was voided')).toEqual(['**Race 1** was voided, so nobody has to answer.']);
    expect(withTitle('Settled')).toEqual([]);
  });
});

describe('the only race, voided', () => {
  it('leaves an empty table for pinning', async () => {
    league = await openPosting();
    await league.play('ana', 'robin');
    await voidIt();
    await league.pass(hour);
    expect(withTitle(': the table')).toEqual(['## Season 1: the table\n-# No race counts yet.\n[Open the panel]']);
    await league.play('robin', 'ana');
    expect(withTitle('1st Robin 15 pts')).toHaveLength(1);
  });

  it('leaves a recap without a winner', async () => {
    league = await openPosting({ settings: { Posts: 'Recaps' } });
    await league.play('ana', 'robin');
    await league.pass(35 * minute);
    expect(withTitle('🌙')).toHaveLength(1);
    await voidIt();
    await league.pass(hour);
    expect(withTitle('🌙')).toEqual([
      "## 🌙 Night 1: that's it for tonight\nIts races were voided, so nothing of it counts.",
    ]);
  });
});

describe('a night', () => {
  it('is not over the moment its latest race is voided', async () => {
    league = await openPosting();
    await league.play('ana', 'robin');
    await league.openRace('ana', 'robin');
    await league.ask('host', { type: 'startRace', race: league.race() });
    await league.pass(40 * minute);
    await voidIt();
    await league.pass(28 * minute);
    expect(withTitle('🌙')).toEqual([]);
    await league.pass(3 * minute);
    expect(withTitle('🌙')).toHaveLength(1);
  });

  it.each([
    ['planned', false],
    ['planned and given up', true],
  ])('of which one is %s for next week is summed up when this evening is over', async (_, givenUp) => {
    league = await openPosting();
    const planned = serialOf(league.clock.now() + 7 * day, 'UTC');
    await league.plan({ race: 'Cup', season: 'Season 1', night: 'Next week', status: 'Planned', planned });
    if (givenUp) await league.ask('host', { type: 'voidRace', race: league.raceCalled('Cup'), reason: 'a holiday' });
    await league.play('ana', 'robin');
    await league.pass(5_000);
    expect(withTitle('🌙')).toEqual([]);
    await league.pass(hour);
    expect(withTitle('🌙')).toHaveLength(1);
    await league.play('robin', 'ana');
    await league.pass(hour);
    expect(withTitle('🌙')).toHaveLength(1);
    expect(withTitle('🌙')[0]).toContain('2 races');
  });

  it('that is renamed keeps its recap', async () => {
    league = await openPosting();
    await league.play('ana', 'robin');
    await league.pass(35 * minute);
    await nameNight('Opening night');
    await league.pass(hour);
    expect(withTitle('🌙')).toHaveLength(1);
    expect(withTitle('🌙 Opening night')).toHaveLength(1);
  });

  it('that is called as one of a week ago has a recap of its own', async () => {
    league = await openPosting();
    await league.play('ana', 'robin');
    await nameNight('Tuesday');
    await league.pass(35 * minute);
    expect(withTitle('🌙')).toHaveLength(1);
    await league.clock.advance(7 * day);
    await league.pass();
    await league.openRace('ana', 'robin');
    await nameNight('Tuesday');
    await league.ask('host', { type: 'startRace', race: league.race() });
    await league.ask('ana', { type: 'report', race: league.race(), position: 1 });
    await league.ask('robin', { type: 'report', race: league.race(), position: 2 });
    await league.pass(2 * hour);
    expect(withTitle('🌙 Tuesday')).toHaveLength(2);
    expect(withTitle('🌙 Tuesday')[1]).toContain('1 race, 2 racers.\n🏆 Ana · 15 pts · 1 win');
  });

  it('with a name as long as a page has its recap, the next date included', async () => {
    league = await openPosting();
    await league.play('ana', 'robin');
    await nameNight('N'.repeat(4_100));
    const planned = 46090.75;
    await league.plan({ race: 'Grand final', season: 'Season 1', night: 'Night 2', status: 'Planned', planned });
    await league.pass(40 * minute);
    expect(withTitle('🌙')).toHaveLength(1);
    expect(withTitle('🌙')[0]).toContain('Ana · 15 pts');
    expect(withTitle('🌙')[0]).toContain('📅 Next: ');
  });
});

describe('a race that opens', () => {
  it('has its card before old ones are touched up', async () => {
    league = await openPosting();
    for (let race = 0; race < 5; race++) await league.play('ana', 'robin');
    const order: string[] = [];
    const watched: Channel = {
      ...league.real,
      post: (...given) => {
        order.push('post');
        return league.real.post(...given);
      },
      edit: (...given) => {
        order.push('edit');
        return league.real.edit(...given);
      },
    };
    await league.restart(watched);
    const [id = ''] = league.facts().racers.keys();
    order.length = 0;
    await league.edit({ kind: 'edit', tab: 'Racers', id, cells: { racer: 'Anita' } });
    await league.openRace('ana', 'robin');
    await league.pass();
    expect(order[0]).toBe('post');
    expect(order).toContain('edit');
  });
});

describe('a correction of what is dropped anyway', () => {
  it('is nobody’s business', async () => {
    league = await openPosting();
    await league.edit({ kind: 'edit', tab: 'Seasons', id: seasonId(), cells: { dropWorst: 1 } });
    await league.play('ana', 'robin', 'zoe');
    const one = league.race();
    await league.play('ana', 'zoe', 'robin');
    await league.pass(minute);
    await league.fix('zoe', null, one);
    await league.pass(3 * minute);
    expect(withTitle('more change')).toEqual([]);
    for (const said of withTitle('✏️')) expect(said.split('\n').length).toBeGreaterThan(2);
  });
});

describe('the weekly summary', () => {
  it('tells of a season that ended in that week', async () => {
    const start = Date.UTC(2026, 2, 2, 12);
    league = await openPosting({ settings: { 'Weekly summary': 'Sunday 20:00', Posts: 'Recaps' }, start });
    await league.play('ana', 'robin');
    await league.ask('host', { type: 'closeSeason', season: seasonId(), next: 'Season 2' });
    const planned = 46100.75;
    await league.plan({ race: 'Opener', season: 'Season 2', night: 'Night 1', status: 'Planned', planned });
    await league.pass(day);
    await league.play('robin', 'ana');
    await league.pass(6 * day);
    const [week = ''] = withTitle('📅 The week');
    expect(week).toContain('-# Season 2\n1 race this week, 2 racers.\nMost points: **Robin** with 15 pts.');
    expect(week).toContain('-# Season 1\n1 race this week, 2 racers.\nMost points: **Ana** with 15 pts.');
    expect(week).toContain('(Season 2: 1st Robin 15 pts, 2nd Ana 12 pts)');
  });
});
