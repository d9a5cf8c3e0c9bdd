import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkRace } from '../../server/league/races.ts';
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
const set = (id: string, value: string | number) =>
  league.type({ kind: 'edit', tab: 'Settings', id, cells: { value } });
const minute = 60_000;

describe('a position', () => {
  test.each([
    ['2nd', 2],
    [' 1 ', 1],
    ['2.', 2],
    ['dnf', 'DNF'],
  ])('is understood as people write it: %s', async (given, position) => {
    await league.start('Ana', 'Robin');
    await league.report('Ana', given);
    expect(league.facts().entrants.get(league.race())?.[0]?.position).toBe(position);
  });

  test.each(['DSQ', 'DNS'])('that only a host gives is refused to a racer: %s', async (position) => {
    await league.start('Ana', 'Robin');
    await refused(
      league.report('Ana', position),
      `bad_position: “${position}” isn't a place in this race. Give a place from 1 to 2, or DNF.`,
    );
  });

  test.each(['1=', 'T1'])('shared in a dead heat is nothing that a racer claims: %s', async (position) => {
    await league.start('Ana', 'Robin');
    await refused(
      league.report('Ana', position),
      'dead_heat_is_hosts: Only a host can say that it was a dead heat. Give your place without the =, and tell a host.',
    );
  });
});

describe('with CPUs or guests on the track', () => {
  beforeEach(() => set('cpus or guests on track', 'Yes'));

  test('gaps are fine, up to the last place of the track', async () => {
    await league.start('Ana', 'Robin');
    await league.report('Ana', 3);
    expect(await league.report('Robin', 8)).toBe('Saved: 8th. 5 pts once final. 2 of 2 in.');
    await league.clock.advance(30_000);
    expect(league.table()).toEqual(['1 Ana 10', '2 Robin 5']);
  });

  test('there is no place beyond', async () => {
    await league.start('Ana', 'Robin');
    await refused(
      league.report('Ana', 9),
      "bad_position: “9” isn't a place in this race. Give a place from 1 to 8, or DNF.",
    );
  });

  test('equal places still contradict each other', async () => {
    await league.start('Ana', 'Robin');
    await league.report('Ana', 3);
    await league.report('Robin', 3);
    await league.clock.advance(10 * minute);
    expect(league.raceNow()?.status).toBe('Reporting');
  });
});

describe('a racer vouches for another', () => {
  const confirmed = (name: string) => {
    const by = league.facts().memory.get(league.race())?.confirmed.get(league.racer(name)) ?? [];
    return by.map((id) => league.facts().racers.get(id)?.racer);
  };
  const confirm = (name: 'Ana' | 'Robin' | 'Zoe', racer: string) =>
    league.ask(name, { type: 'confirm', race: league.race(), racer: league.racer(racer) });

  test('until that place changes', async () => {
    await league.start('Ana', 'Robin', 'Zoe');
    await league.report('Ana', 1);
    expect(await confirm('Robin', 'Ana')).toBe('You vouch for Ana: 1st.');
    expect(league.log()).toBe('Robin vouches for the place of Ana in Race 1.');
    await confirm('Zoe', 'Ana');
    await league.report('Robin', 2);
    expect(confirmed('Ana')).toEqual(['Robin', 'Zoe']);
    await league.report('Ana', 3);
    expect(confirmed('Ana')).toEqual([]);
  });

  test('but not for themselves, not twice, and for nothing that was never said', async () => {
    await league.start('Ana', 'Robin', 'Zoe');
    await refused(
      confirm('Robin', 'Ana'),
      "nothing_to_confirm: Ana hasn't reported a place in Race 1. Wait until they have.",
    );
    await league.report('Ana', 1);
    await refused(
      confirm('Ana', 'Ana'),
      "own_place: You can't vouch for your own place. Anybody else in the race can.",
    );
    await confirm('Robin', 'Ana');
    await refused(confirm('Robin', 'Ana'), "already_confirmed: You already vouch for Ana's place. Nothing more to do.");
    expect(await league.ask('Juno', { type: 'confirm', race: league.race(), racer: league.racer('Ana') })).toContain(
      'not_in_race',
    );
  });
});

describe('a dead heat', () => {
  const deadHeat = (position: number) => league.ask('Juno', { type: 'deadHeat', race: league.race(), position });

  test('is a host’s word: both score the place, and the next one is skipped', async () => {
    await league.start('Ana', 'Robin', 'Zoe');
    await league.report('Ana', 1);
    await league.report('Robin', 1);
    await league.report('Zoe', 3);
    expect(await deadHeat(1)).toBe('A dead heat in Race 1: Ana and Robin share 1st.');
    expect(league.positions()).toBe('Ana 1=, Robin 1=, Zoe 3');
    expect(league.log()).toBe('Race 1: a dead heat for 1st.');
    await league.clock.advance(30_000);
    expect(league.table()).toEqual(['1 Ana 15', '1 Robin 15', '3 Zoe 10']);
  });

  test('leaves the race waiting while somebody holds the place that it skips', async () => {
    await league.start('Ana', 'Robin', 'Zoe');
    await league.report('Ana', 1);
    await league.report('Robin', 1);
    await league.report('Zoe', 2);
    await deadHeat(1);
    expect(checkRace(league.facts(), league.race()).gaps).toEqual([3]);
    await league.clock.advance(5 * minute);
    expect(league.raceNow()?.status).toBe('Reporting');
  });

  test('is closed like any other', async () => {
    await league.start('Ana', 'Robin', 'Zoe');
    await league.report('Ana', 1);
    await league.report('Robin', 1);
    await deadHeat(1);
    expect(await league.ask('Juno', { type: 'closeRace', race: league.race() })).toBe('Race 1 is final.');
    expect(league.table()).toEqual(['1 Ana 15', '1 Robin 15', '3 Zoe 0']);
  });

  test('needs two', async () => {
    await league.start('Ana', 'Robin', 'Zoe');
    await refused(
      deadHeat(1),
      'no_dead_heat: Nobody holds 1st in Race 1. Set the place of everybody who shares it first.',
    );
    await league.report('Ana', 1);
    await refused(
      deadHeat(1),
      'no_dead_heat: Only Ana holds 1st in Race 1. Set the place of everybody who shares it first.',
    );
    await league.report('Robin', 1);
    await deadHeat(1);
    await refused(deadHeat(1), 'already_dead_heat: Ana and Robin already share 1st. Nothing more to do.');
  });

  test('may be set by a host, one racer after the other', async () => {
    await league.start('Ana', 'Robin');
    for (const name of ['Ana', 'Robin'])
      await league.ask('Juno', { type: 'fix', race: league.race(), racer: league.racer(name), position: '1=' });
    expect(league.positions()).toBe('Ana 1=, Robin 1=');
    expect(checkRace(league.facts(), league.race()).complete).toBe(true);
  });
});

describe('after the report minutes', () => {
  const overdue = () => league.facts().memory.get(league.race())?.overdue ?? false;
  const fix = (name: string, position: string | number | null) =>
    league.ask('Juno', { type: 'fix', race: league.race(), racer: league.racer(name), position });
  beforeEach(async () => {
    await league.start('Ana', 'Robin', 'Zoe');
    await league.report('Ana', 1);
    await league.clock.advance(5 * minute);
    await league.report('Zoe', 2);
  });

  test('hosts are asked about whoever hasn’t reported, once', async () => {
    await league.clock.advance(5 * minute - 1);
    expect(overdue()).toBe(false);
    await league.clock.advance(1);
    expect(overdue()).toBe(true);
    expect(league.log()).toBe("Race 1 waits for racers who haven't reported.");
    const { seq } = league.desk.state;
    await league.clock.advance(600 * minute);
    expect(league.desk.state.seq).toBe(seq);
    expect(league.raceNow()?.status).toBe('Reporting');
  });

  test.each([
    ['DNS', ['1 Ana 15', '2 Zoe 12', '3 Robin 0']],
    ['DNF', ['1 Ana 15', '2 Zoe 12', '3 Robin 1']],
  ])('a host says %s, and the race becomes final as any other', async (position, table) => {
    await league.clock.advance(5 * minute);
    await fix('Robin', position);
    await league.clock.advance(29_999);
    expect(league.raceNow()?.status).toBe('Reporting');
    await league.clock.advance(1);
    expect(league.table()).toEqual(table);
  });

  test('or waits as long again', async () => {
    await league.clock.advance(5 * minute);
    expect(await league.ask('Juno', { type: 'wait', race: league.race() })).toBe('Race 1 waits 10 more minutes.');
    expect(league.log()).toBe('Race 1 waits a while longer.');
    expect(overdue()).toBe(false);
    await league.clock.advance(10 * minute);
    expect(overdue()).toBe(true);
  });

  test('waits for nobody when everybody has reported', async () => {
    await league.report('Robin', 3);
    await refused(
      league.ask('Juno', { type: 'wait', race: league.race() }),
      'nothing_to_wait_for: Everybody in Race 1 has reported. Nothing more to do.',
    );
    expect(await league.ask('Ana', { type: 'wait', race: league.race() })).toContain('hosts_only');
  });

  test('silence earns nothing', async () => {
    await league.clock.advance(5 * minute);
    await league.ask('Juno', { type: 'closeRace', race: league.race() });
    expect(league.positions()).toBe('Ana 1, Robin DNS, Zoe 2');
    expect(league.table()).toEqual(['1 Ana 15', '2 Zoe 12', '3 Robin 0']);
  });
});

test('nobody is waited for before the first report', async () => {
  await league.start('Ana', 'Robin');
  await refused(
    league.ask('Juno', { type: 'wait', race: league.race() }),
    'nothing_to_wait_for: Nobody has reported in Race 1 yet. The time begins with the first report.',
  );
});

describe('two rows for one person', () => {
  test('are one racer, who reports in the race that they are in', async () => {
    await league.start('Ana', 'Robin');
    const race = league.race();
    await league.type({
      kind: 'add',
      tab: 'Racers',
      id: 'old-ana',
      cells: { racer: 'Ana the Elder', discordId: '', joined: '', active: 'Yes', onPage: 'Yes', sameAs: '' },
    });
    await league.type({
      kind: 'edit',
      tab: 'Racers',
      id: league.racer('Ana'),
      cells: { sameAs: 'Ana the Elder' },
    });
    expect(await league.ask('Ana', { type: 'report', race, position: 1 })).toContain('Saved: 1st.');
    await league.ask('Robin', { type: 'confirm', race, racer: league.racer('Ana') });
    expect(league.facts().memory.get(race)?.confirmed.get('old-ana')).toEqual([league.racer('Robin')]);
    expect(await league.ask('Ana', { type: 'join', race })).toContain('already_in');
    await league.report('Robin', 2);
    await league.clock.advance(30_000);
    expect(league.table()).toEqual(['1 Ana the Elder 15', '2 Robin 12']);
  });
});
