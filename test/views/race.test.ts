import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { RaceView } from '../../server/contract/league.ts';
import { fitsUpTo } from '../../server/league/fits.ts';
import { leagueView } from '../../server/views/league.ts';
import { type Name, smallLeague } from '../small-league.ts';

const hour = 3_600_000;
let league: Awaited<ReturnType<typeof smallLeague>>;
beforeEach(async () => {
  league = await smallLeague();
});
afterEach(async () => {
  expect(league.errors).toEqual([]);
  await league.close();
});

const view = () => leagueView(league.desk.state, false, { state: 'saved' });
const raceView = (): RaceView | undefined => view().races[league.race()];
const set = (id: string, value: string | number) =>
  league.type({ kind: 'edit', tab: 'Settings', id, cells: { value } });
/** The race that was opened last, with these places taken by hosts; `null` for who hasn't reported. */
async function reported(places: Partial<Record<Name, string | number | null>>): Promise<number | undefined> {
  await league.start(...(Object.keys(places) as Name[]));
  const racers = Object.entries(view().racers);
  for (const [name, position] of Object.entries(places)) {
    const racer = racers.find(([, one]) => one.name === name)?.[0] ?? '';
    if (position !== null) await league.ask('Juno', { type: 'fix', race: league.race(), racer, position });
  }
  return fitsUpTo(league.facts(), league.race());
}

describe('what fits while some are missing', () => {
  test('is from 1st to the place before the first gap', async () => {
    expect(await reported({ Ana: 1, Robin: 2, Zoe: 4, Mateo: null })).toBe(2);
  });

  test('is nothing without a 1st', async () => {
    expect(await reported({ Ana: 2, Robin: 3, Zoe: null })).toBeUndefined();
  });

  test('ends before a place that two claim', async () => {
    expect(await reported({ Ana: 1, Robin: 2, Zoe: 2, Mateo: null })).toBe(1);
  });

  test('goes past a dead heat and the place that it skips', async () => {
    expect(await reported({ Ana: '1=', Robin: '1=', Zoe: 3, Mateo: null })).toBe(3);
  });

  test('takes no notice of who is out', async () => {
    expect(await reported({ Ana: 1, Robin: 'DNF', Zoe: 2, Mateo: null })).toBe(2);
  });

  test('has gaps with CPUs or guests on the track', async () => {
    await set('cpus or guests on track', 'Yes');
    expect(await reported({ Ana: 2, Robin: 7, Zoe: null })).toBe(7);
  });
});

describe('a race that is overdue', () => {
  test('says so after the report minutes, until a host says to wait or everybody is in', async () => {
    await league.start('Ana', 'Robin');
    await league.report('Ana', 1);
    expect(raceView()).not.toHaveProperty('overdue');
    await league.clock.advance(10 * 60_000);
    expect(raceView()?.overdue).toEqual({ missing: [expect.any(String)], fits: 1 });
    await league.ask('Juno', { type: 'wait', race: league.race() });
    expect(raceView()).not.toHaveProperty('overdue');
    await league.clock.advance(10 * 60_000);
    expect(raceView()).toHaveProperty('overdue');
    await league.report('Robin', 2);
    expect(raceView()).not.toHaveProperty('overdue');
  });
});

describe('a final race', () => {
  test('may be protested against for as long as Settings says', async () => {
    await league.play('Ana', 'Robin');
    const finished = league.raceNow()?.finished ?? 0;
    expect(raceView()?.protestUntil).toBe(finished + 24 * hour);
    await set('protest hours', 2);
    expect(raceView()?.protestUntil).toBe(finished + 2 * hour);
    await set('protest hours', 0);
    expect(raceView()).not.toHaveProperty('protestUntil');
  });
});

describe('a planned race', () => {
  test('is there whatever the night, until its season is closed', async () => {
    await league.play('Ana', 'Robin');
    await league.ask('Juno', { type: 'planRace', at: league.clock.now() + 100 * hour });
    expect(raceView()).toMatchObject({ status: 'Planned', planned: league.clock.now() + 100 * hour });
    await league.ask('Juno', { type: 'closeSeason', season: 'season-1' });
    expect(raceView()).toBeUndefined();
  });
});

describe('a league between seasons', () => {
  test('has no standings and no night, and still names who won', async () => {
    await league.play('Ana', 'Robin');
    await league.ask('Juno', { type: 'closeSeason', season: 'season-1' });
    const { standings, seasons, racers, ...rest } = view();
    expect(standings).toEqual([]);
    expect(rest).not.toHaveProperty('night');
    expect(rest).not.toHaveProperty('season');
    expect(seasons[0]?.champions?.map((racer) => racers[racer]?.name)).toEqual(['Ana']);
  });
});

test('nobody loses their name with their row: results still name them', async () => {
  await league.play('Ana', 'Robin');
  const ana = Object.entries(view().racers).find(([, { name }]) => name === 'Ana')?.[0] ?? '';
  await league.type({ kind: 'gone', tab: 'Racers', id: ana });
  expect(view().standings.map(({ racer }) => view().racers[racer]?.name)).toEqual(['Ana', 'Robin']);
});

test('nothing in the view is null, whatever happens: it travels as a merge patch', async () => {
  await league.play('Ana', 'Robin', 'Zoe');
  await league.ask('Juno', { type: 'planRace', at: league.clock.now() + hour });
  await league.ask('Juno', { type: 'closeSeason', season: 'season-1', next: 'Spring' });
  await league.start('Ana', 'Robin');
  expect(JSON.stringify(view())).not.toContain('null');
});
