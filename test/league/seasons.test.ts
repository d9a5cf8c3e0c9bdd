import { describe, expect, test } from 'vitest';
import type { Season } from '../../server/league/facts.ts';
import { champions, impossibleDates, seasonsLatestFirst } from '../../server/league/seasons.ts';
import { trophies } from '../../server/league/trophies.ts';
import { league, type Played, seasonOf } from './played.ts';

const day = 86_400_000;

/** Seasons without races: status, then their first and last day if they're known. */
function dated(seasons: Record<string, [status: Season['status'], starts?: number | undefined, ends?: number]>) {
  return league(
    Object.fromEntries(
      Object.entries(seasons).map(([name, [status, starts, ends]]): [string, Played] => {
        const dates = {
          ...(starts !== undefined && { starts: starts * day }),
          ...(ends !== undefined && { ends: ends * day }),
        };
        return [name, { ...(status && { status }), ...dates, races: [] }];
      }),
    ),
  );
}

describe('champions', () => {
  const won = (played: Played) => {
    const facts = league({ Spring: played });
    return champions(facts, seasonOf(facts));
  };

  test('lead the table of a closed season', () => {
    expect(won({ status: 'Closed', races: [{ ana: 2, robin: 1 }] })).toEqual(['robin']);
  });

  test('may be several', () => {
    expect(won({ status: 'Closed', races: [{ robin: '1=', ana: '1=' }] })).toEqual(['ana', 'robin']);
  });

  test('are nobody while it is open, and nobody without a race', () => {
    expect(won({ status: 'Open', races: [{ ana: 1 }] })).toEqual([]);
    expect(won({ status: 'Closed', races: [] })).toEqual([]);
    expect(won({ status: 'Closed', races: [{ ana: 'DNS' }], adjustments: [{ racer: 'robin', points: 5 }] })).toEqual(
      [],
    );
  });
});

describe('seasons stand', () => {
  const order = (seasons: Parameters<typeof dated>[0]) => seasonsLatestFirst(dated(seasons)).map(({ id }) => id);

  test('planned ones first, then the open one, then the closed ones, the latest first', () => {
    expect(
      order({
        Winter: ['Closed', 1, 90],
        Summer: ['Open', 180],
        Spring: ['Closed', 91, 180],
        Autumn: ['Planned', 270],
        Someday: ['Planned'],
      }),
    ).toEqual(['Someday', 'Autumn', 'Summer', 'Spring', 'Winter']);
  });

  test('by their races where they have no dates, and by name where they have neither', () => {
    const facts = league({
      Old: { status: 'Closed', races: [{ ana: 1 }] },
      New: { status: 'Closed', races: [{ ana: 1 }] },
      'Season 9': { status: 'Closed', races: [] },
      'Season 10': { status: 'Closed', races: [] },
    });
    expect(seasonsLatestFirst(facts).map(({ id }) => id)).toEqual(['New', 'Old', 'Season 10', 'Season 9']);
  });
});

describe('dates', () => {
  const found = (seasons: Parameters<typeof dated>[0]) => impossibleDates(dated(seasons));

  test('that end before they start are impossible', () => {
    expect(found({ Spring: ['Open', 10, 9] })).toEqual([{ kind: 'endsBeforeItStarts', season: 'Spring' }]);
    expect(found({ Spring: ['Open', 10, 10] })).toEqual([]);
  });

  test('overlap where two seasons have days in common', () => {
    expect(found({ Spring: ['Closed', 1, 90], Summer: ['Open', 80, 180] })).toEqual([
      { kind: 'overlap', season: 'Summer', with: 'Spring' },
    ]);
    expect(found({ Summer: ['Open', 80], Spring: ['Closed', 1, 90] })).toHaveLength(1);
    expect(found({ Spring: ['Closed', 1, 90], Again: ['Open', 1, 90] })).toHaveLength(1);
  });

  test('may follow each other at once, and may be missing', () => {
    expect(found({ Spring: ['Closed', 1, 90], Summer: ['Open', 90, 180], Autumn: ['Planned', 180] })).toEqual([]);
    expect(found({ Spring: ['Closed', undefined, 90], Summer: ['Open'], Autumn: ['Planned', undefined, 10] })).toEqual(
      [],
    );
    expect(found({ Spring: ['Open', 1], Summer: ['Planned', 1] })).toEqual([]);
  });
});

describe('trophies', () => {
  const facts = league({
    Winter: {
      status: 'Closed',
      ends: 90,
      races: [
        { ana: 1, robin: 2, zoe: 3, mateo: 4 },
        { robin: '1=', ana: '1=', zoe: 3 },
      ],
    },
    Spring: { status: 'Open', races: [{ zoe: 1, ana: 'DNF' }] },
  });

  test('go to the first three of every race and of every closed season, the latest first', () => {
    expect(trophies(facts).map(({ metal, racer, race, season }) => `${metal} ${racer} ${race ?? season}`)).toEqual([
      'gold zoe Spring 1',
      'gold ana Winter',
      'silver robin Winter',
      'bronze zoe Winter',
      // A dead heat: two win, and nobody is second.
      'gold ana Winter 2',
      'gold robin Winter 2',
      'bronze zoe Winter 2',
      'gold ana Winter 1',
      'silver robin Winter 1',
      'bronze zoe Winter 1',
    ]);
  });

  test('say when, as far as that is known', () => {
    expect(trophies(facts).map(({ at }) => at)).toEqual([3, 90, 90, 90, 2, 2, 2, 1, 1, 1]);
  });

  test('of a season go to those who raced in it: a bonus for somebody else takes none of them', () => {
    const bonus = league({
      Spring: { status: 'Closed', races: [{ ana: 1 }], adjustments: [{ racer: 'robin', points: 100 }] },
    });
    expect(trophies(bonus).map(({ metal, racer, race }) => `${metal} ${racer} ${race ?? ''}`)).toEqual([
      'gold ana ',
      'gold ana Spring 1',
    ]);
  });
});
