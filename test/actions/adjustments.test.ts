import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { smallLeague } from '../small-league.ts';

let league: Awaited<ReturnType<typeof smallLeague>>;
beforeEach(async () => {
  league = await smallLeague();
  await league.play('Ana', 'Robin', 'Zoe');
});
afterEach(async () => {
  expect(league.errors).toEqual([]);
  await league.close();
});

const season = (name: string) => [...league.facts().seasons.values()].find((one) => one.season === name)?.id ?? '';
const adjust = (points: number, more: object = {}) =>
  league.ask('Juno', { type: 'adjust', racer: league.racer('Robin'), points, reason: 'Cut the track', ...more });

describe('an adjustment', () => {
  test('counts at once, says why and by whom, and is in the Log', async () => {
    expect(await adjust(-3)).toBe('Robin: −3 pts in Season 1.');
    expect(league.table()).toEqual(['1 Ana 15', '2 Zoe 10', '3 Robin 9']);
    expect(league.facts().adjustments).toMatchObject([{ points: -3, reason: 'Cut the track', by: 'Juno' }]);
    expect(league.log()).toBe('Robin: −3 pts in Season 1: Cut the track');
  });

  test('may be of one race, and goes when that is voided', async () => {
    expect(await adjust(4, { race: league.race() })).toBe('Robin: +4 pts in Season 1.');
    expect(league.log()).toBe('Robin: +4 pts in Race 1 of Season 1: Cut the track');
    expect(league.table()[0]).toBe('1 Robin 16');
    await league.ask('Juno', { type: 'voidRace', race: league.race(), reason: 'Wrong track' });
    expect(league.table()).toEqual([]);
  });

  test('pushes a total below zero, and the racer stays where they are seen', async () => {
    await adjust(-50);
    expect(league.table()).toEqual(['1 Ana 15', '2 Zoe 10', '3 Robin -38']);
  });

  test('is of its season alone, be it the open one, one that is named, or that of its race', async () => {
    const race = league.race();
    await league.ask('Juno', { type: 'closeSeason', season: season('Season 1'), next: 'Season 2' });
    await adjust(1);
    await adjust(2, { season: season('Season 1') });
    await adjust(3, { race });
    const of = league.facts().adjustments.map(({ points, season: one }) => [points, one]);
    expect(of).toEqual([
      [1, season('Season 2')],
      [2, season('Season 1')],
      [3, season('Season 1')],
    ]);
    expect(league.table()).toEqual(['1 Robin 1']);
  });

  test('that moves a past champion says so', async () => {
    await league.ask('Juno', { type: 'closeSeason', season: season('Season 1'), next: 'Season 2' });
    const effects = await league.preview('Juno', {
      type: 'adjust',
      racer: league.racer('Robin'),
      points: 10,
      reason: 'Counted wrong',
      season: season('Season 1'),
    });
    const champions = { from: [league.racer('Ana')], to: [league.racer('Robin')] };
    expect(effects).toMatchObject({ seasons: [{ season: season('Season 1'), champions }] });
  });

  test('may be half a point', async () => {
    expect(await adjust(0.5)).toBe('Robin: +0.5 pts in Season 1.');
    expect(league.table()[1]).toBe('2 Robin 12.5');
  });
});

describe('bad input gets a sentence and a remedy, and changes nothing', () => {
  async function refused(what: Promise<string>, words: string): Promise<void> {
    const before = league.desk.state.seq;
    expect(await what).toBe(words);
    expect(league.desk.state.seq).toBe(before);
  }

  test.each([1e-9, 0.001, 1.005])('%s points', (points) =>
    refused(
      adjust(points),
      'points_too_fine: Points are no finer than hundredths. Give two decimals at most, such as 2.25.',
    ),
  );

  test.each([0, 1_001, -1_001, Number.NaN, Number.POSITIVE_INFINITY])('%s points', (points) =>
    refused(
      adjust(points),
      "bad_points: That's neither a bonus nor a penalty. Give points from −1000 to 1000, but not 0.",
    ),
  );

  test.each(['', '  \n ', 'x'.repeat(201)])('the reason %j', (reason) =>
    refused(
      adjust(1, { reason }),
      'why_needed: A bonus or a penalty has a reason. Say in a few words why, 200 characters at most.',
    ),
  );

  test('not a host; nobody; another season’s race; a void race; no season', async () => {
    const ask = { type: 'adjust', racer: league.racer('Ana'), points: 1, reason: 'Mine' } as const;
    await refused(league.ask('Ana', ask), 'hosts_only: Only hosts can do that. Ask a host.');
    await refused(
      league.ask('Juno', { ...ask, racer: 'nobody' }),
      "unknown_racer: That racer isn't in this league. Choose a racer from the list.",
    );
    const race = league.race();
    await league.ask('Juno', { type: 'closeSeason', season: season('Season 1'), next: 'Season 2' });
    await refused(
      adjust(1, { race, season: season('Season 2') }),
      "race_elsewhere: Race 1 isn't a race of Season 2. Choose one of its races, or none.",
    );
    await league.ask('Juno', { type: 'voidRace', race, reason: 'Rain' });
    expect(await adjust(1, { race })).toContain('race_void');
    await league.ask('Juno', { type: 'closeSeason', season: season('Season 2') });
    await refused(adjust(1), 'no_open_season: No season is open. Choose a season.');
  });
});
