import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Ask } from '../../server/actions/actions.ts';
import type { Wanted } from '../../server/league/changes.ts';
import { effectsOf, isNoEffect } from '../../server/league/effects.ts';
import type { Facts } from '../../server/league/facts.ts';
import { countedPositions } from '../../server/league/races.ts';
import { standings } from '../../server/league/standings.ts';
import { trophies } from '../../server/league/trophies.ts';
import { type Name, smallLeague } from '../small-league.ts';

type League = Awaited<ReturnType<typeof smallLeague>>;
type Given = string | number | null;

let league: League;
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
const fix = (name: string, position: Given) =>
  league.ask('Juno', { type: 'fix', race: league.race(), racer: league.racer(name), position });
const correct = (...positions: [string, Given][]) =>
  league.ask('Juno', {
    type: 'correct',
    race: league.race(),
    positions: positions.map(([name, position]) => ({ racer: league.racer(name), position })),
  });
const latest = () => league.facts().corrections.at(-1)?.entry ?? 0;
const undo = (entry = latest()) => league.ask('Juno', { type: 'undo', entry });
/** Somebody who is a racer, but raced nothing. */
const adds = (name: string): Wanted => ({ kind: 'add', tab: 'Racers', id: name, cells: { racer: name } });

describe('a correction of a final race', () => {
  beforeEach(() => league.play('Ana', 'Robin', 'Zoe'));

  test('sets several positions at once', async () => {
    expect(await correct(['Ana', 3], ['Zoe', 1])).toBe('Race 1: 2 places corrected.');
    expect(league.table()).toEqual(['1 Zoe 15', '2 Robin 12', '3 Ana 10']);
    expect(league.log()).toBe('Race 1 was corrected: Ana from 1 to 3, Zoe from 3 to 1.');
  });

  test('adds who was forgotten, even without Discord', async () => {
    await league.type(adds('Grandpa'));
    expect(await correct(['Grandpa', 3], ['Zoe', 4])).toBe('Race 1: 2 places corrected.');
    expect(league.table()).toEqual(['1 Ana 15', '2 Robin 12', '3 Grandpa 10', '4 Zoe 9']);
  });

  test('of one is none: whoever is left alone in a dead heat has the place plainly, in the Sheet too', async () => {
    await league.play('Ana', 'Robin', 'Zoe');
    await correct(['Robin', '2='], ['Zoe', '2=']);
    expect(league.positions()).toBe('Ana 1, Robin 2=, Zoe 2=');
    const cell = (name: string) =>
      [...league.desk.state.rows.Results.values()].find(({ value }) => value.racer === league.racer(name))?.raw
        .position;
    await fix('Zoe', 3);
    expect(league.positions()).toBe('Ana 1, Robin 2, Zoe 3');
    expect(cell('Robin')).toBe(2);
    await correct(['Robin', '2='], ['Zoe', '2=']);
    await correct(['Robin', 3]);
    expect(league.positions()).toBe('Ana 1, Robin 3, Zoe 2');
    await fix('Robin', '3=');
    expect(league.positions(), 'until somebody shares it').toBe('Ana 1, Robin 3, Zoe 2');
  });

  test('may make it a dead heat', async () => {
    await correct(['Ana', '1='], ['Robin', '1=']);
    expect(league.table()).toEqual(['1 Ana 15', '1 Robin 15', '3 Zoe 10']);
  });

  test('takes a place away', async () => {
    await correct(['Ana', null]);
    expect(league.table()).toEqual(['1 Robin 12', '2 Zoe 10', '3 Ana 0']);
  });

  test('writes down only what it changes', async () => {
    await correct(['Ana', 1], ['Robin', 3], ['Zoe', 2]);
    const [ana, robin] = league.facts().entrants.get(league.race()) ?? [];
    expect([ana?.source, robin?.source]).toEqual(['Claim', 'Host']);
  });

  test('is kept with its effects, and shown before', async () => {
    const ask: Ask = {
      type: 'correct',
      race: league.race(),
      positions: [
        { racer: league.racer('Ana'), position: 2 },
        { racer: league.racer('Robin'), position: 1 },
      ],
    };
    const before = league.desk.state.seq;
    const preview = await league.preview('Juno', ask);
    expect(league.desk.state.seq).toBe(before);
    expect(preview).toMatchObject({
      seasons: [
        {
          racers: [
            { racer: league.racer('Robin'), rank: [2, 1], points: [12, 15], wins: [0, 1] },
            { racer: league.racer('Ana'), rank: [1, 2], points: [15, 12], wins: [1, 0] },
          ],
        },
      ],
    });
    await league.ask('Juno', ask);
    expect(league.facts().corrections.at(-1)?.effects).toEqual(preview);
  });

  test('moves a past champion, and says so', async () => {
    await league.type({ kind: 'add', tab: 'Seasons', id: 'past', cells: { season: 'Past', status: 'Closed' } });
    await league.type({ kind: 'edit', tab: 'Races', id: league.race(), cells: { season: 'Past' } });
    const positions = [
      { racer: league.racer('Ana'), position: 2 },
      { racer: league.racer('Robin'), position: 1 },
    ];
    expect(await league.preview('Juno', { type: 'correct', race: league.race(), positions })).toMatchObject({
      seasons: [{ season: 'past', champions: { from: [league.racer('Ana')], to: [league.racer('Robin')] } }],
    });
  });

  describe('gets a sentence and a remedy, and changes nothing, if', () => {
    test('two would hold a place', async () => {
      await refused(
        correct(['Ana', 2]),
        'would_contradict: Then Ana and Robin would both hold 2nd in Race 1. Correct all of them at once, or make it a dead heat.',
      );
      await refused(
        correct(['Ana', '2='], ['Zoe', '2=']),
        'would_contradict: Then Ana, Robin and Zoe would all hold 2nd in Race 1. Correct all of them at once, or make it a dead heat.',
      );
    });

    test('it says what is so already', () =>
      refused(
        correct(['Ana', 1], ['Robin', 2]),
        "nothing_to_correct: That's the result of Race 1 already. Change a place, or decline the protest.",
      ));

    test('it names somebody twice', async () => {
      await refused(correct(['Ana', 1], ['Ana', 2]), 'named_twice: Ana is named twice. Give everybody one place.');
    });

    test('it is about somebody who isn’t a racer, or takes away what nobody had', async () => {
      const stranger = "unknown_racer: That racer isn't in this league. Choose a racer from the list.";
      await refused(correct(['Nobody', 1]), stranger);
      await refused(fix('Nobody', 1), stranger);
      await league.type(adds('Grandpa'));
      const absent = "did_not_race: Grandpa isn't in Race 1. Give a place to add them.";
      await refused(correct(['Grandpa', null]), absent);
      await refused(fix('Grandpa', null), absent);
    });

    test('there is no such place', async () => {
      await refused(
        correct(['Ana', 4]),
        "bad_position: “4” isn't a place in this race. Give a place from 1 to 3, or DNF.",
      );
    });

    test('the race is full', async () => {
      await league.type({ kind: 'edit', tab: 'Settings', id: 'places', cells: { value: 3 } }, adds('Grandpa'));
      const full = 'no_place_left: Race 1 has no more than 3 places. Raise Places in the Settings tab first.';
      await refused(correct(['Grandpa', 4]), full);
      await refused(fix('Grandpa', 4), full);
    });

    test('whoever asks is no host', async () => {
      const positions = [{ racer: league.racer('Ana'), position: 2 }];
      const ask: Ask = { type: 'correct', race: league.race(), positions };
      await refused(league.ask('Ana', ask), 'hosts_only: Only hosts can do that. Ask a host.');
      expect(await league.preview('Ana', ask)).toBe('hosts_only: Only hosts can do that. Ask a host.');
    });

    test('the race is void, or hasn’t started', async () => {
      await league.ask('Juno', { type: 'voidRace', race: league.race(), reason: 'Rain' });
      await refused(correct(['Ana', 2]), 'race_void: Race 1 was voided. Open another race.');
      await league.ask('Juno', { type: 'openRace' });
      await refused(
        correct(['Ana', 2]),
        "not_started: Could not save the result: Race 2 hasn't started. Ask a host to start it.",
      );
    });
  });

  test('whose places were lowered since can still be fixed', async () => {
    await league.type({ kind: 'edit', tab: 'Settings', id: 'places', cells: { value: 2 } });
    expect(await fix('Zoe', 'DSQ')).toBe('Zoe: DSQ.');
  });
});

describe('taking a correction back', () => {
  beforeEach(() => league.play('Ana', 'Robin', 'Zoe'));

  test('puts every cell back as it was', async () => {
    const cells = () => league.facts().entrants.get(league.race());
    const before = cells();
    await correct(['Ana', 3], ['Zoe', 1]);
    expect(await undo()).toBe('Taken back.');
    expect(cells()).toEqual(before);
    expect(league.table()).toEqual(['1 Ana 15', '2 Robin 12', '3 Zoe 10']);
    expect(league.log()).toBe('Taken back: Race 1 was corrected: Ana from 1 to 3, Zoe from 3 to 1.');
  });

  test('can itself be taken back, again and again', async () => {
    await correct(['Ana', 3], ['Zoe', 1]);
    const first = latest();
    await undo();
    await refused(undo(first), 'already_undone: That was already taken back. Nothing more to do.');
    expect(await undo()).toBe('Done again.');
    expect(league.table()[0]).toBe('1 Zoe 15');
    expect(league.log()).toBe('Done again: Race 1 was corrected: Ana from 1 to 3, Zoe from 3 to 1.');
    expect(await undo()).toBe('Taken back.');
    expect(league.table()[0]).toBe('1 Ana 15');
    expect(league.log()).toBe('Taken back: Race 1 was corrected: Ana from 1 to 3, Zoe from 3 to 1.');
  });

  test('lets go of whoever was added', async () => {
    await league.type(adds('Grandpa'));
    await correct(['Grandpa', 4]);
    await undo();
    expect(league.positions()).toBe('Ana 1, Robin 2, Zoe 3');
    expect(league.table()).toEqual(['1 Ana 15', '2 Robin 12', '3 Zoe 10']);
    await undo();
    expect(league.positions()).toBe('Ana 1, Robin 2, Zoe 3, Grandpa 4');
  });

  test('works for what a host typed into the Sheet, deleted rows included', async () => {
    const [row] = league.facts().entrants.get(league.race()) ?? [];
    await league.type({ kind: 'edit', tab: 'Results', id: row?.id ?? '', cells: { position: 'DSQ', source: 'Sheet' } });
    expect(league.table()).toEqual(['1 Robin 12', '2 Zoe 10', '3 Ana 0']);
    await undo();
    await league.type({ kind: 'gone', tab: 'Results', id: row?.id ?? '' });
    expect(league.table()).toEqual(['1 Robin 12', '2 Zoe 10']);
    await undo();
    expect(league.table()).toEqual(['1 Ana 15', '2 Robin 12', '3 Zoe 10']);
  });

  test('brings a voided race back, and reopens one that was closed', async () => {
    await league.ask('Juno', { type: 'voidRace', race: league.race(), reason: 'Rain' });
    expect(league.table()).toEqual([]);
    await undo();
    expect(league.table()[0]).toBe('1 Ana 15');
    await league.start('Ana', 'Robin');
    await league.report('Ana', 1);
    await league.ask('Juno', { type: 'closeRace', race: league.race() });
    await undo();
    expect(league.raceNow()).toMatchObject({ status: 'Reporting' });
    expect(league.raceNow()?.finished).toBeUndefined();
    expect(league.positions()).toBe('Ana 1, Robin -');
  });

  test('names the cell that was changed since, and leaves all as it is', async () => {
    await correct(['Ana', 3], ['Zoe', 1]);
    const first = latest();
    await fix('Zoe', 'DSQ');
    await refused(
      undo(first),
      'changed_since: Could not take it back: Position of Zoe in Race 1 in Results was changed since. Take the later change back first, or correct it by hand.',
    );
    await undo();
    expect(await undo(first)).toBe('Taken back.');
    expect(league.table()[0]).toBe('1 Ana 15');
  });

  test('says so if the row is gone', async () => {
    await fix('Zoe', 'DSQ');
    const first = latest();
    const zoe = league.facts().entrants.get(league.race())?.[2]?.id ?? '';
    await league.type({ kind: 'gone', tab: 'Results', id: zoe });
    await refused(
      undo(first),
      'gone_since: Could not take it back: a row of Results was deleted since. Correct it by hand.',
    );
  });

  test('leaves no race that contradicts itself', async () => {
    await fix('Ana', 2);
    await fix('Robin', 1);
    await refused(
      undo(),
      'would_contradict: Then Ana and Robin would both hold 2nd in Race 1. Correct all of them at once, or make it a dead heat.',
    );
  });

  test('leaves none either when two people are told apart again', async () => {
    await fix('Zoe', 1);
    await league.ask('Juno', { type: 'mergeRacers', racer: league.racer('Ana'), into: league.racer('Zoe') });
    expect(league.table()).toEqual(['1 Zoe 15', '2 Robin 12']);
    await refused(
      undo(),
      'would_contradict: Then Ana and Zoe would both hold 1st in Race 1. Correct all of them at once, or make it a dead heat.',
    );
  });

  test('is for hosts, and for corrections that are remembered', async () => {
    await fix('Zoe', 'DSQ');
    await refused(
      league.ask('Ana', { type: 'undo', entry: latest() }),
      'hosts_only: Only hosts can do that. Ask a host.',
    );
    await refused(undo(1), "unknown_correction: That can't be taken back any more. Correct it by hand.");
  });

  test('leaves what never counted alone: nothing to take back', async () => {
    await league.start('Ana', 'Robin');
    await fix('Ana', 1);
    expect(league.facts().corrections).toEqual([]);
  });
});

describe('taking back what named somebody', () => {
  const name = (racer: string, called: string) =>
    league.type({ kind: 'edit', tab: 'Racers', id: racer, cells: { racer: called } });

  test('gives the result to whom it was taken from, though names have changed hands since', async () => {
    await league.play('Robin', 'Ana');
    await league.ask('Juno', { type: 'addRacer', name: 'Mateo' });
    const [first] = league.facts().entrants.get(league.race()) ?? [];
    const robin = league.racer('Robin');
    await league.type({ kind: 'edit', tab: 'Results', id: first?.id ?? '', cells: { racer: 'Mateo' } });
    const entry = latest();
    await name(robin, 'Red Baron');
    await league.ask('Juno', { type: 'addRacer', name: 'Robin' });
    expect(await undo(entry)).toBe('Taken back.');
    expect(league.facts().entrants.get(league.race())?.[0]?.racer).toBe(robin);
    expect(league.table()).toEqual(['1 Red Baron 15', '2 Ana 12']);
  });

  test('merges the same two again', async () => {
    await league.play('Robin', 'Ana', 'Zoe');
    const [robin, zoe] = [league.racer('Robin'), league.racer('Zoe')];
    await league.ask('Juno', { type: 'mergeRacers', racer: zoe, into: robin });
    await undo();
    const undone = latest();
    await name(robin, 'Red Baron');
    await league.ask('Juno', { type: 'addRacer', name: 'Robin' });
    expect(await undo(undone)).toBe('Done again.');
    expect(league.facts().sameAs.get(zoe)).toBe(robin);
  });

  test('says so if whoever that was is gone', async () => {
    await league.play('Robin', 'Ana');
    await league.ask('Juno', { type: 'addRacer', name: 'Mateo' });
    const [first] = league.facts().entrants.get(league.race()) ?? [];
    const robin = league.racer('Robin');
    await league.type({ kind: 'edit', tab: 'Results', id: first?.id ?? '', cells: { racer: 'Mateo' } });
    const entry = latest();
    await league.type({ kind: 'gone', tab: 'Racers', id: robin });
    await refused(
      undo(entry),
      'gone_since: Could not take it back: a row of Racers was deleted since. Correct it by hand.',
    );
  });
});

describe('taking back what a host typed about a season', () => {
  const setStatus = (to: string): Wanted => ({ kind: 'edit', tab: 'Seasons', id: 'season-1', cells: { status: to } });
  const status = () => league.facts().seasons.get('season-1')?.status;
  const words =
    "undo_by_season: It changed a season's status, which isn't taken back like that. Open, close or reopen the season instead; correct the rest by hand.";

  test('opens no season that was closed since', async () => {
    await league.play('Ana', 'Robin');
    const [first] = league.facts().entrants.get(league.race()) ?? [];
    const dsq: Wanted = { kind: 'edit', tab: 'Results', id: first?.id ?? '', cells: { position: 'DSQ' } };
    await league.type(dsq, setStatus('Closed'));
    const entry = latest();
    await league.ask('Juno', { type: 'closeSeason', season: 'season-1', next: 'Season 2' });
    await refused(undo(entry), words);
    expect(status()).toBe('Closed');
  });

  test('closes no season in which a race is under way', async () => {
    await league.play('Ana', 'Robin');
    await league.ask('Juno', { type: 'closeSeason', season: 'season-1' });
    await league.type(setStatus('Open'));
    const entry = latest();
    await league.start('Ana', 'Robin');
    await refused(undo(entry), words);
    expect(status()).toBe('Open');
  });
});

describe('nobody is put into a second race under way', () => {
  test('by a fix or a correction; a race that is over is another matter', async () => {
    await league.play('Ana', 'Robin');
    const over = league.race();
    await league.start('Ana', 'Robin');
    await league.start('Zoe', 'Mateo');
    const words = "races_elsewhere: Ana is in Race 2, which isn't over. Finish that race, close it or void it first.";
    await refused(fix('Ana', 3), words);
    await refused(correct(['Ana', 3]), words);
    const positions = [{ racer: league.racer('Zoe'), position: 3 }];
    expect(await league.ask('Juno', { type: 'correct', race: over, positions })).toBe('Race 1: 1 place corrected.');
  });
});

test('a race that was closed early and is taken back waits for whoever did that', async () => {
  await league.start('Ana', 'Robin');
  await league.report('Ana', 1);
  await league.report('Robin', 2);
  await league.ask('Juno', { type: 'closeRace', race: league.race() });
  await league.clock.advance(120_000);
  expect(await undo()).toBe('Taken back.');
  await league.clock.advance(600_000);
  expect(league.raceNow()?.status).toBe('Reporting');
  await league.ask('Juno', { type: 'closeRace', race: league.race() });
  expect(league.raceNow()?.status).toBe('Final');
});

describe('over any league and any correction', () => {
  const racers = ['Ana', 'Robin', 'Zoe', 'Mateo', 'Kiki'] as const satisfies readonly Name[];
  const anyRacer = fc.constantFrom(...racers);
  const anyRace = fc.constantFrom('past-1', 'past-2', 'now-1', 'now-2', 'now-3', 'raced');
  const anyPlace = fc.constantFrom(1, 2, 3, 4, 5, '1=', '2=', 'DNF', 'DSQ', 'DNS', null);
  /** The finish of each race: the first few of them take part. */
  const anyFinish = fc.record({
    order: fc.shuffledSubarray([...racers], { minLength: 2 }),
    out: fc.constantFrom('DNF', 'DSQ', 'DNS', undefined),
  });
  const anyLeague = fc.record({ races: fc.array(anyFinish, { minLength: 6, maxLength: 6 }), drops: fc.nat(2) });
  type AnyLeague = typeof anyLeague extends fc.Arbitrary<infer L> ? L : never;

  const anyCorrection = fc.oneof(
    fc.record({ do: fc.constant('fix' as const), race: anyRace, racer: anyRacer, position: anyPlace }),
    fc.record({
      do: fc.constant('correct' as const),
      race: anyRace,
      positions: fc.uniqueArray(fc.tuple(anyRacer, anyPlace), { selector: ([racer]) => racer, minLength: 1 }),
    }),
    fc.record({ do: fc.constant('swap' as const), race: anyRace, racer: anyRacer, other: anyRacer }),
    fc.record({ do: fc.constant('deadHeat' as const), race: anyRace, position: fc.integer({ min: 1, max: 3 }) }),
    fc.record({ do: fc.constantFrom('voidRace' as const, 'closeRace' as const), race: anyRace }),
    fc.record({
      do: fc.constant('adjust' as const),
      racer: anyRacer,
      points: fc.integer({ min: -20, max: 20 }),
      past: fc.boolean(),
    }),
    fc.record({ do: fc.constant('mergeRacers' as const), racer: anyRacer, into: anyRacer }),
    fc.record({ do: fc.constant('editSeason' as const), dropWorst: fc.nat(3), past: fc.boolean() }),
    fc.record({ do: fc.constant('undo' as const), back: fc.nat(4) }),
  );
  type AnyCorrection = typeof anyCorrection extends fc.Arbitrary<infer C> ? C : never;

  test('the preview is what then happens, and taking it back returns to the start', async () => {
    const done = { corrections: 0, undone: 0, refused: 0 };
    await fc.assert(
      fc.asyncProperty(anyLeague, fc.array(anyCorrection, { minLength: 1, maxLength: 5 }), async (given, wishes) => {
        const one = await smallLeague();
        try {
          await one.type(...rowsOf(given));
          for (const wish of wishes) await tryOne(one, askOf(one, wish), done);
          expect(one.errors).toEqual([]);
        } finally {
          await one.close();
        }
      }),
      { numRuns: 50 },
    );
    // The property would hold of a league that refuses everything.
    expect(done.corrections).toBeGreaterThan(40);
    expect(done.undone).toBeGreaterThan(done.corrections / 2);
  });

  async function tryOne(one: League, ask: Ask, done: { corrections: number; undone: number; refused: number }) {
    // Facts are the desk's own: a copy stays as it was.
    const before = structuredClone(one.facts());
    const seq = one.desk.state.seq;
    const preview = await one.preview('Juno', ask);
    expect(one.desk.state.seq).toBe(seq);
    const answer = await one.ask('Juno', ask);
    if (typeof preview === 'string') {
      expect(answer).toBe(preview);
      expect(one.desk.state.seq).toBe(seq);
      done.refused += 1;
      return;
    }
    const after = one.facts();
    expect(effectsOf(before, after)).toEqual(preview);
    const correction = after.corrections.at(-1);
    if (correction?.entry !== seq + 1) {
      expect(isNoEffect(preview)).toBe(true);
      return;
    }
    done.corrections += 1;
    const undone = await one.ask('Juno', { type: 'undo', entry: correction.entry });
    if (undone.startsWith('would_contradict')) {
      expect(whatCounts(one.facts())).toEqual(whatCounts(after));
      return;
    }
    expect(undone).toMatch(/^(Taken back|Done again)\.$/);
    expect(whatCounts(one.facts())).toEqual(whatCounts(before));
    done.undone += 1;
    const redone = await one.ask('Juno', { type: 'undo', entry: one.facts().corrections.at(-1)?.entry ?? 0 });
    expect(redone).toBe(undone === 'Taken back.' ? 'Done again.' : 'Taken back.');
    expect(whatCounts(one.facts())).toEqual(whatCounts(after));
  }

  /** Two races of a closed season, three of the open one, and one that is still being raced. */
  function rowsOf({ races, drops }: AnyLeague): Wanted[] {
    const ids = ['past-1', 'past-2', 'now-1', 'now-2', 'now-3', 'raced'];
    const people = racers.map((racer): Wanted => ({ kind: 'add', tab: 'Racers', id: racer, cells: { racer } }));
    return [
      { kind: 'edit', tab: 'Seasons', id: 'season-1', cells: { dropWorst: drops } },
      { kind: 'add', tab: 'Seasons', id: 'past', cells: { season: 'Past', status: 'Closed', dropWorst: 0 } },
      ...people,
      ...races.flatMap(({ order, out }, index): Wanted[] => {
        const id = ids[index] ?? '';
        const season = id.startsWith('past') ? 'Past' : 'Season 1';
        const status = id === 'raced' ? 'Reporting' : 'Final';
        const results = order.map((racer, at): Wanted => {
          const last = at === order.length - 1;
          const position = (last && id === 'raced' ? '' : last ? out : undefined) ?? at + 1;
          const cells = { race: id, racer, position, source: 'Import', by: '', at: '', note: '' };
          return { kind: 'add', tab: 'Results', id: `${id} ${racer}`, cells };
        });
        return [
          { kind: 'add', tab: 'Races', id, cells: { race: id, season, status, opened: 46_000 + index } },
          ...results,
        ];
      }),
    ];
  }

  function askOf(one: League, wish: AnyCorrection): Ask {
    switch (wish.do) {
      case 'fix':
        return { type: 'fix', race: wish.race, racer: wish.racer, position: wish.position };
      case 'correct':
        return {
          type: 'correct',
          race: wish.race,
          positions: wish.positions.map(([racer, position]) => ({ racer, position })),
        };
      case 'swap': {
        const of = (racer: string) =>
          one
            .facts()
            .entrants.get(wish.race)
            ?.find((result) => result.racer === racer)?.position ?? 'DNF';
        const positions = [
          { racer: wish.racer, position: of(wish.other) },
          { racer: wish.other, position: of(wish.racer) },
        ];
        return { type: 'correct', race: wish.race, positions };
      }
      case 'deadHeat':
        return { type: 'deadHeat', race: wish.race, position: wish.position };
      case 'voidRace':
        return { type: 'voidRace', race: wish.race, reason: 'by chance' };
      case 'closeRace':
        return { type: 'closeRace', race: wish.race };
      case 'adjust': {
        const season = wish.past ? 'past' : 'season-1';
        return { type: 'adjust', racer: wish.racer, points: wish.points, reason: 'by chance', season };
      }
      case 'mergeRacers':
        return { type: 'mergeRacers', racer: wish.racer, into: wish.into };
      case 'editSeason':
        return { type: 'editSeason', season: wish.past ? 'past' : 'season-1', dropWorst: wish.dropWorst };
      case 'undo':
        return { type: 'undo', entry: one.facts().corrections.at(-1 - wish.back)?.entry ?? 0 };
    }
  }

  /** Everything that follows from the facts. */
  function whatCounts(facts: Facts) {
    return {
      standings: [...facts.seasons.values()].map((season) => standings(facts, season)),
      trophies: trophies(facts),
      races: [...facts.races.values()].map(({ id, status }) => [
        id,
        status,
        status === 'Final' && countedPositions(facts, id),
      ]),
    };
  }
});
