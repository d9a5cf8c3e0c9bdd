/** What went wrong in other leagues' software, as its users told it, can't go wrong here. */
import { describe, expect, test } from 'vitest';
import { explain, explainAll } from '../../server/league/explain.ts';
import { nightStandings, standings } from '../../server/league/standings.ts';
import { sayWhy } from '../../server/words/why.ts';
import { type Finish, played, pointsTable, seasonOf } from './played.ts';
import { type Rows, rows } from './rows.ts';

const names = { racer: (id: string) => id, race: (id: string) => id };

/** Two seasons; Ana has 3 points less in Spring for something in its first race. */
function penalized(): Rows {
  const league = rows();
  for (const racer of ['ana', 'robin']) league.add('Racers', racer, { racer });
  league.add('Seasons', 'spring', { season: 'Spring', status: 'Open' });
  league.add('Seasons', 'summer', { season: 'Summer', status: 'Planned' });
  league.race('Spring', 'Race 1', { ana: 1, robin: 2 });
  league.add('Adjustments', 'a', {
    season: 'Spring',
    racer: 'ana',
    race: 'Race 1',
    points: -3,
    reason: 'cut the track',
  });
  return league;
}

describe('saving a championship erased its penalties (assetto-server-manager #684)', () => {
  test.each<[string, (league: Rows) => void]>([
    ['renamed', (league) => league.edit('Seasons', 'spring', { season: 'Season of Spring' })],
    ['given other dates', (league) => league.edit('Seasons', 'spring', { starts: 40_000, ends: 50_000 })],
    ['scored by another table', (league) => league.edit('Seasons', 'spring', { scoring: 'None of ours' })],
    ['closed', (league) => league.edit('Seasons', 'spring', { status: 'Closed' })],
    [
      'closed and opened again',
      (league) => {
        league.edit('Seasons', 'spring', { status: 'Closed' });
        league.edit('Seasons', 'spring', { status: 'Open' });
      },
    ],
    [
      'given another race, that is void',
      (league) => league.add('Races', 'x', { race: 'X', season: 'Spring', status: 'Void' }),
    ],
    ['fixed, in the very race', (league) => league.edit('Results', 'Race 1 ana', { position: 1, source: 'Host' })],
    ['of a racer with a new name', (league) => league.edit('Racers', 'ana', { racer: 'Annie' })],
  ])('here it stays when the season is %s', (_, change) => {
    const league = penalized();
    change(league);
    expect(league.table('spring')).toEqual(['1 ana 12', '2 robin 12']);
    const found = explain(league.facts(), seasonOf(league.facts(), 'spring'), 'ana');
    expect(found?.adjustments).toMatchObject([{ points: -3, reason: 'cut the track' }]);
  });
});

describe('a penalty was applied to the next event again (assetto-server-manager #787)', () => {
  test('here it counts once', () => {
    const league = penalized();
    league.race('Spring', 'Race 2', { ana: 5, robin: 6 });
    expect(league.table('spring')).toEqual(['1 ana 20', '2 robin 19']);
  });

  test('here the next night is worth what it is worth', () => {
    const league = penalized();
    league.race('Spring', 'Race 2', { ana: 5, robin: 6 });
    league.edit('Races', 'Race 1', { night: 'First' });
    league.edit('Races', 'Race 2', { night: 'Second' });
    const points = (night: string) =>
      nightStandings(league.facts(), seasonOf(league.facts(), 'spring'), night).map((line) => line.points);
    expect(points('First')).toEqual([12, 12]);
    expect(points('Second')).toEqual([8, 7]);
  });

  test('here the next season knows nothing of it', () => {
    const league = penalized();
    league.edit('Seasons', 'spring', { status: 'Closed' });
    league.edit('Seasons', 'summer', { status: 'Open' });
    league.race('Summer', 'Race 2', { ana: 1, robin: 2 });
    expect(league.table('summer')).toEqual(['1 ana 15', '2 robin 12']);
    expect(league.table('spring')).toEqual(['1 ana 12', '2 robin 12']);
  });

  test('here it goes with its race when that is voided, and comes back with it', () => {
    const league = penalized();
    league.race('Spring', 'Race 2', { ana: 1, robin: 2 });
    league.edit('Races', 'Race 1', { status: 'Void' });
    expect(league.table('spring')).toEqual(['1 ana 15', '2 robin 12']);
    league.edit('Races', 'Race 1', { status: 'Final' });
    expect(league.table('spring')).toEqual(['1 ana 27', '2 robin 24']);
  });
});

test('whoever fell below zero vanished from the standings (F1-League-Management #12): here they stand last', () => {
  const races: Finish[] = [
    { ana: 1, robin: 'DSQ' },
    { ana: 1, robin: 'DSQ' },
  ];
  const adjustments = [{ racer: 'robin', points: -5, reason: 'ramming' }];
  const table = (more: Finish[]) => {
    const facts = played([...races, ...more], { adjustments });
    return standings(facts, seasonOf(facts)).map(({ rank, racer, points }) => `${rank} ${racer} ${points}`);
  };
  expect(table([])).toEqual(['1 ana 30', '2 robin -5']);
  // Above zero again, nobody is overtaken who shouldn't be.
  expect(table([{ zoe: 1, robin: 2 }])).toEqual(['1 ana 30', '2 zoe 15', '3 robin 7']);
  const facts = played(races, { adjustments });
  const robin = explain(facts, seasonOf(facts), 'robin');
  expect(robin && sayWhy(robin, names)).toBe(
    '2nd with −5 pts: both races count, 5 pts penalty for ramming; 35 pts behind ana.',
  );
});

test('with the worst heat dropped, 10 points shared a rank with 9 (derbynet #77): here ranks go by the points shown', () => {
  const scoring = pointsTable(5, 4, 3, 2);
  const facts = played(
    [
      { ana: 1, robin: 2, zoe: 3, mateo: 4 },
      { ana: 4, robin: 1, zoe: 2, mateo: 3 },
      { ana: 2, robin: 4, zoe: 1, mateo: 3 },
    ],
    { scoring, dropWorst: 1 },
  );
  expect(
    standings(facts, seasonOf(facts)).map(({ rank, racer, points, dropped }) => [rank, racer, points, dropped]),
  ).toEqual([
    // All three have one 1st and one 2nd place that count: the latest race decides.
    [1, 'zoe', 9, 3],
    [2, 'ana', 9, 2],
    [3, 'robin', 9, 2],
    [4, 'mateo', 6, 2],
  ]);
});

test('of two who were level, the one with more wins stood below, and nobody could tell why (leaguerunner #78)', () => {
  const facts = played([
    { ana: 3, robin: 1 },
    { ana: 3, robin: 8 },
  ]);
  expect(explainAll(facts, seasonOf(facts)).map((one) => sayWhy(one, names))).toEqual([
    '1st with 20 pts: both races count; ahead of ana by more 1sts (1 to 0).',
    '2nd with 20 pts: both races count; behind robin by fewer 1sts (0 to 1).',
  ]);
});

test('whoever missed a race could not catch up (assetto-server-manager #869): here the best so many may count', () => {
  const races: Finish[] = [{ ana: 2, robin: 1 }, { ana: 2, robin: 1 }, { ana: 1 }, { ana: 2, robin: 1 }];
  const first = (dropWorst: number) => {
    const facts = played(races, { dropWorst });
    return standings(facts, seasonOf(facts)).map(({ racer, points }) => `${racer} ${points}`);
  };
  expect(first(0)).toEqual(['ana 51', 'robin 45']);
  expect(first(1)).toEqual(['robin 45', 'ana 39']);
});
