import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Ask } from '../../server/actions/actions.ts';
import { leagueView } from '../../server/views/league.ts';
import { smallLeague } from '../small-league.ts';

let league: Awaited<ReturnType<typeof smallLeague>>;
beforeEach(async () => {
  league = await smallLeague();
});
afterEach(async () => {
  expect(league.errors).toEqual([]);
  await league.close();
});

const refused = async (what: Promise<string>, words: string) => {
  const before = league.desk.state.seq;
  expect(await what).toBe(words);
  expect(league.desk.state.seq).toBe(before);
};
const hour = 3_600_000;
const day = 24 * hour;
const plan = (inMs: number, more: Partial<Ask<'planRace'>> = {}) =>
  league.ask('Juno', { type: 'planRace', at: league.clock.now() + inMs, ...more });

describe('a planned race', () => {
  test('has its number and its night, and doesn’t open by itself', async () => {
    expect(await plan(2 * day)).toBe('Race 1 is planned for Night 1.');
    expect(league.log()).toBe('Race 1 was planned.');
    await league.clock.advance(3 * day);
    expect(league.raceNow()).toMatchObject({ race: 'Race 1', status: 'Planned', night: 'Night 1' });
    expect(league.raceNow()?.planned).toBe(Date.UTC(2026, 2, 8, 20, 0));
  });

  test('is opened by a host, with its own night, and raced', async () => {
    await plan(2 * day, { name: ' The  Grand Finale ', night: 'Finals' });
    const race = league.race();
    await league.clock.advance(2 * day);
    expect(await league.ask('Ana', { type: 'join', race })).toContain('no_race_open');
    expect(await league.ask('Juno', { type: 'openRace', race })).toBe('The Grand Finale is open.');
    expect(league.raceNow()).toMatchObject({
      status: 'Open',
      night: 'Finals',
      opened: league.clock.now(),
      host: 'Juno',
    });
    for (const name of ['Ana', 'Robin'] as const) await league.ask(name, { type: 'join', race });
    await league.ask('Juno', { type: 'startRace', race });
    await league.report('Ana', 1);
    await league.report('Robin', 2);
    await league.clock.advance(30_000);
    expect(league.table()).toEqual(['1 Ana 15', '2 Robin 12']);
  });

  test('may be voided, and its number stays taken', async () => {
    await plan(day);
    await league.ask('Juno', { type: 'voidRace', race: league.race(), reason: 'Nobody can' });
    expect(await league.ask('Juno', { type: 'openRace' })).toBe('Race 2 is open.');
  });

  test('belongs to the night on which it falls', async () => {
    await league.play('Ana', 'Robin');
    expect(await plan(3 * hour)).toBe('Race 2 is planned for Night 1.');
    expect(await plan(7 * day)).toBe('Race 3 is planned for Night 2.');
    expect(await plan(7 * day + hour)).toBe('Race 4 is planned for Night 2.');
    await league.clock.advance(7 * day + 2 * hour);
    await league.ask('Juno', { type: 'openRace' });
    expect(league.raceNow()).toMatchObject({ race: 'Race 5', night: 'Night 2' });
  });

  test.each([0, -hour, 367 * day, Number.POSITIVE_INFINITY])('is in a time to come, within a year: %d', (inMs) =>
    refused(
      plan(inMs),
      'bad_time: A race is planned for a time to come, at most a year from now. Choose another time.',
    ),
  );

  test('has a name that can be seen', async () => {
    const words = "bad_title: That can't be what a race or a night is called. Give it a name of 1 to 60 characters.";
    await refused(plan(day, { name: '  ' }), words);
    await refused(plan(day, { night: '' }), words);
    await refused(plan(day, { name: 'x'.repeat(61) }), words);
  });

  test('has a name that no race ever had', async () => {
    await league.play('Ana', 'Robin');
    await league.type({ kind: 'gone', tab: 'Races', id: league.race() });
    await refused(
      plan(day, { name: 'RACE 1' }),
      'race_name_taken: There is or was a race called RACE 1. Give this one another name.',
    );
  });

  test('is neither started, closed nor followed before it is open', async () => {
    await plan(day);
    for (const type of ['startRace', 'closeRace', 'nextRace'] as const)
      await refused(
        league.ask('Juno', { type, race: league.race() }),
        "not_open: Race 1 isn't open yet. Open it first.",
      );
  });

  test('opens once, and not after it was raced or voided', async () => {
    await plan(day);
    const open = () => league.ask('Juno', { type: 'openRace', race: league.race() });
    await open();
    await refused(open(), 'race_is_open: Race 1 is already open. Join it.');
    await league.ask('Juno', { type: 'voidRace', race: league.race(), reason: 'Rain' });
    await refused(open(), 'race_void: Race 1 was voided. Open another race.');
    await league.play('Ana', 'Robin');
    await refused(open(), 'race_final: Race 2 is already final. Ask a host to correct it.');
  });

  test('of a season that isn’t open stays unraced', async () => {
    await plan(day);
    await league.type(
      { kind: 'add', tab: 'Seasons', id: 'summer', cells: { season: 'Summer', status: 'Planned' } },
      { kind: 'edit', tab: 'Races', id: league.race(), cells: { season: 'Summer' } },
    );
    await refused(
      league.ask('Juno', { type: 'openRace', race: league.race() }),
      "other_season: Race 1 was planned for Summer, which isn't open. Open that season, or open a new race.",
    );
  });

  test('is planned by whoever may open races', async () => {
    const ask = { type: 'planRace', at: league.clock.now() + day } as const;
    await refused(league.ask('Ana', ask), 'hosts_only: Only hosts can do that. Ask a host.');
    await league.type({ kind: 'edit', tab: 'Settings', id: 'who may open races', cells: { value: 'Everyone' } });
    expect(await league.ask('Ana', ask)).toContain('is planned');
  });
});

describe('several races open at once', () => {
  test('have a racer in one of them', async () => {
    await league.ask('Juno', { type: 'openRace' });
    const first = league.race();
    await league.ask('Ana', { type: 'join', race: first });
    await league.ask('Juno', { type: 'openRace' });
    const second = league.race();
    await refused(
      league.ask('Ana', { type: 'join', race: second }),
      "in_another_race: Could not join: you're in Race 1, which isn't over. Finish or leave it first.",
    );
    await league.ask('Ana', { type: 'leave', race: first });
    expect(await league.ask('Ana', { type: 'join', race: second })).toContain("You're in Race 2.");
  });

  test('become final apart from each other', async () => {
    await league.start('Ana', 'Robin');
    const first = league.race();
    await league.start('Zoe', 'Mateo');
    expect(await league.ask('Ana', { type: 'report', position: 1 })).toContain('Saved: 1st.');
    for (const [name, position] of [
      ['Robin', 2],
      ['Zoe', 1],
      ['Mateo', 1],
    ] as const)
      await league.ask(name, { type: 'report', position });
    await league.clock.advance(60_000);
    expect(league.facts().races.get(first)?.status).toBe('Final');
    expect(league.raceNow()?.status).toBe('Reporting');
  });
});

test('races that name no night are nobody’s tonight', async () => {
  const noNight = () => league.type({ kind: 'edit', tab: 'Races', id: league.race(), cells: { night: '' } });
  await league.play('Ana', 'Robin');
  await noNight();
  await league.clock.advance(7 * 24 * 3_600_000);
  await league.play('Ana', 'Robin');
  await noNight();
  const view = leagueView(league.desk.state, true, { state: 'saved' });
  expect(view.standings.map(({ points, tonight }) => [points, tonight])).toEqual([
    [30, 0],
    [24, 0],
  ]);
  expect(view).not.toHaveProperty('night');
});
