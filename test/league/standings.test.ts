import { describe, expect, test } from 'vitest';
import { explain } from '../../server/league/explain.ts';
import { progress } from '../../server/league/progress.ts';
import { nightStandings, standings } from '../../server/league/standings.ts';
import { type Finish, league, only, type Played, played, pointsTable, seasonOf } from './played.ts';

const table = (races: readonly Finish[], more: Omit<Played, 'races'> = {}) => {
  const facts = played(races, more);
  return standings(facts, seasonOf(facts)).map((line) => `${line.rank} ${line.racer} ${line.points}`);
};

describe('ranks', () => {
  test('go by points', () => {
    expect(table([{ ana: 2, robin: 1, zoe: 3 }])).toEqual(['1 robin 15', '2 ana 12', '3 zoe 10']);
  });

  test('are shared where nothing separates two, and the next is skipped: 1, 2, 2, 4', () => {
    const races: Finish[] = [
      { ana: 1, robin: 2, zoe: 3, mateo: 4 },
      { ana: 1, robin: 3, zoe: 2, mateo: 4 },
      { ana: 1 },
    ];
    expect(table(races)).toEqual(['1 ana 45', '2 robin 22', '2 zoe 22', '4 mateo 18']);
  });

  test('countback: most 1sts, then most 2nds, and so on', () => {
    // 15 + 5 = 10 + 10: one has won.
    expect(
      table([
        { zoe: 3, ana: 1 },
        { zoe: 3, ana: 8 },
      ]),
    ).toEqual(['1 ana 20', '2 zoe 20']);
    // 12 + 9 + 0 = 12 + 8 + 1: both were second once; the fourth place decides.
    expect(
      table([
        { zoe: 2, ana: 4 },
        { zoe: 5, ana: 2 },
        { zoe: 'DNF', ana: 'DNS' },
      ]),
    ).toEqual(['1 ana 21', '2 zoe 21']);
  });

  test('countback goes by counted scores: a second place that is dropped breaks no tie', () => {
    const scoring = pointsTable(10, 10, 10);
    const races: Finish[] = [{ ana: 2, zoe: 3 }, { ana: 3 }, { zoe: 3 }, {}];
    expect(table(races, { scoring })).toEqual(['1 ana 20', '2 zoe 20']);
    // What wasn't raced goes first, then the earlier of two equal scores: Ana keeps her third place, as Zoe does.
    expect(table(races, { scoring, dropWorst: 3 })).toEqual(['1 ana 10', '1 zoe 10']);
  });

  test('then the better result in the latest race, even if it is dropped', () => {
    const races: Finish[] = [
      { ana: 1, robin: 2 },
      { ana: 2, robin: 1 },
    ];
    expect(table(races)).toEqual(['1 robin 27', '2 ana 27']);
    const last = { ana: 8, robin: 7 };
    expect(table([...races, last], { dropWorst: 1 })).toEqual(['1 robin 27', '2 ana 27']);
  });

  test('in the latest race a finish is better than a DNF, and that than a DSQ; a DSQ and absence are alike', () => {
    const scoring = pointsTable(5, 5, 5);
    const ranks = (latest: Finish) =>
      table([{ ana: '1=', robin: '1=', zoe: '1=' }, latest], { scoring }).map((line) => line.slice(0, -2));
    expect(ranks({ ana: 'DSQ', robin: 'DNF', zoe: 9 })).toEqual(['1 zoe', '2 robin', '3 ana']);
    expect(ranks({ ana: 'DSQ', zoe: 'DNS' })).toEqual(['1 ana', '1 robin', '1 zoe']);
  });

  test('somebody who did not race scores nothing and still stands there', () => {
    expect(table([{ ana: 1, robin: 'DNS' }])).toEqual(['1 ana 15', '2 robin 0']);
  });
});

describe('drops', () => {
  const season: Finish[] = [
    { ana: 1, robin: 8, kiki: 3 },
    { ana: 'DSQ', robin: 2, kiki: 3 },
    { ana: 2, robin: 3 },
    { ana: 1, robin: 8, kiki: 3 },
  ];
  const dropped = (racer: string, dropWorst: number) => {
    const facts = played(season, { dropWorst });
    return standings(facts, seasonOf(facts)).find((line) => line.racer === racer);
  };

  test('take the worst scores, a disqualification like any other', () => {
    expect(dropped('ana', 1)).toMatchObject({ points: 42, dropped: 0 });
    expect(dropped('ana', 2)).toMatchObject({ points: 30, dropped: 12 });
    expect(dropped('robin', 1)).toMatchObject({ points: 27, dropped: 5 });
  });

  test('take races that were not raced first', () => {
    expect(dropped('kiki', 1)).toMatchObject({ points: 30, dropped: 0, races: 3 });
    expect(dropped('kiki', 2)).toMatchObject({ points: 20, dropped: 10 });
  });

  test('take a later race that was not raced before an earlier disqualification', () => {
    const facts = played([{ ana: 'DSQ', robin: 1 }, { robin: 1 }, { ana: 'DNS', robin: 1 }, { ana: 2, robin: 1 }], {
      dropWorst: 2,
    });
    const scores = explain(facts, seasonOf(facts), 'ana')?.scores ?? [];
    expect(scores.map(({ dropped = false }) => dropped)).toEqual([false, true, true, false]);
  });

  test('leave one race, however many they are', () => {
    expect(dropped('ana', 100)).toMatchObject({ points: 15, dropped: 27 });
  });

  test('never take an adjustment', () => {
    const adjustments = [{ racer: 'ana', points: -3 }];
    expect(table(season, { dropWorst: 3, adjustments })[0]).toBe('1 ana 12');
  });

  test('leave wins, podiums and races as they were', () => {
    expect(dropped('ana', 3)).toMatchObject({ wins: 2, podiums: 3, races: 4 });
  });
});

test('a dead heat scores the place for both, and the next is skipped', () => {
  expect(table([{ ana: '1=', robin: '1=', zoe: 3 }])).toEqual(['1 ana 15', '1 robin 15', '3 zoe 10']);
});

test('points may be fractions, and add up as people add them', () => {
  const scoring = pointsTable(0.1, 0.2);
  expect(table([{ ana: 1 }, { ana: 2 }], { scoring })).toEqual(['1 ana 0.3']);
});

test('a racer has wins, podiums, and the races they started', () => {
  const facts = played([{ ana: 1 }, { ana: 3 }, { ana: 'DNF' }, { ana: 'DNS' }]);
  expect(standings(facts, seasonOf(facts))[0]).toMatchObject({ wins: 1, podiums: 2, races: 3, points: 26 });
});

describe('a table of one night', () => {
  const facts = league(
    { [only]: { status: 'Open', dropWorst: 1, races: [{ ana: 1, robin: 2 }, { ana: 2, robin: 1 }, { robin: 1 }] } },
    {},
  );
  const races = new Map(
    [...facts.races].map(([id, race]) => [id, { ...race, night: id === 'Spring 1' ? 'Mon' : 'Tue' }]),
  );
  const adjustments = [
    { id: 'a', season: only, racer: 'ana', points: -5, race: 'Spring 2' },
    { id: 'b', season: only, racer: 'robin', points: -50 },
    { id: 'c', season: only, racer: 'robin', points: -50, race: 'Spring 1' },
  ];

  test('drops nothing, and counts the adjustments of its own races alone', () => {
    const lines = nightStandings({ ...facts, races, adjustments }, seasonOf(facts), 'Tue');
    expect(lines.map(({ rank, racer, points }) => `${rank} ${racer} ${points}`)).toEqual(['1 robin 30', '2 ana 7']);
  });

  test('is empty for a night without a final race', () => {
    expect(nightStandings({ ...facts, races, adjustments }, seasonOf(facts), 'Wed')).toEqual([]);
  });
});

describe('progress', () => {
  const facts = played([{ ana: 1, robin: 2 }, { robin: 1 }, { ana: 3, robin: 'DSQ' }], {
    dropWorst: 1,
    adjustments: [
      { racer: 'ana', points: -2, race: 'Spring 2' },
      { racer: 'robin', points: 4 },
      { racer: 'kiki', points: 1, at: 3 },
    ],
  });

  test('shows points as they stood after each race, with the drops and adjustments of then', () => {
    const { racers, races } = progress(facts, seasonOf(facts));
    expect(racers).toEqual(['robin', 'ana', 'kiki']);
    expect(races.map(({ points }) => points)).toEqual([
      [16, 15, 0],
      [19, 13, 0],
      [31, 23, 1],
    ]);
  });

  test('ends where the standings are', () => {
    const { races } = progress(facts, seasonOf(facts));
    expect(races.at(-1)?.points).toEqual(standings(facts, seasonOf(facts)).map(({ points }) => points));
  });
});
