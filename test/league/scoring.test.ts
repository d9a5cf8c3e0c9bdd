import { describe, expect, test } from 'vitest';
import { presets, score, scoringOf, scoringRows, scoringTrouble, standardTable } from '../../server/league/scoring.ts';
import { standings } from '../../server/league/standings.ts';
import { league, only, pointsTable, seasonOf } from './played.ts';

test.each([
  [1, 15],
  [2, 12],
  [3, 10],
  [4, 9],
  [5, 8],
  [6, 7],
  [7, 6],
  [8, 5],
  [9, 1],
  [24, 1],
  ['3=', 10],
  ['9=', 1],
  ['DNF', 1],
  ['DSQ', 0],
  ['DNS', 0],
] as const)('by the standard table %s scores %i', (position, points) => {
  expect(score(position, standardTable)).toBe(points);
});

describe('presets', () => {
  test.each([
    ['Mario Kart 12 players', '15 12 10 9 8 7 6 5 4 3 2 1'],
    ['Wii 8 players', '15 11 8 6 4 2 1 0'],
    ['Mario Kart 7', '10 8 6 5 4 3 2 1'],
    ['F1', '25 18 15 12 10 8 6 4 2 1'],
  ])('%s: %s, and nothing for anything else', (name, points) => {
    const table = presets.get(name);
    expect([...(table?.places.values() ?? [])].join(' ')).toBe(points);
    expect(table).toMatchObject({ other: 0, dnf: 0, dsq: 0, dns: 0 });
  });

  test('give a better place never less than a worse one, and as rows name every place once', () => {
    for (const table of presets.values()) {
      const rows = scoringRows(table);
      expect(rows.slice(-4).map(({ position }) => position)).toEqual(['Other', 'DNF', 'DSQ', 'DNS']);
      const places = rows.slice(0, -4);
      expect(places.map(({ position }) => position)).toEqual(places.map((_, index) => index + 1));
      const points = places.map((row) => row.points);
      expect(points).toEqual(points.toSorted((a, b) => b - a));
    }
  });
});

describe('the table that a season names', () => {
  const scored = (scoring: string | undefined, tables: [string, typeof standardTable][]) => {
    const facts = league({ [only]: { status: 'Open', races: [{ ana: 1 }] } }, { scoring: new Map(tables) });
    const { scoring: _, ...season } = seasonOf(facts);
    const named = scoring === undefined ? season : { ...season, scoring };
    const points = standings(facts, named).map((line) => line.points);
    return [...points, scoringTrouble(facts, named), scoringOf(facts, named) === standardTable];
  };

  test('counts, however it is typed', () => {
    expect(scored(' f1 ', [['f1', pointsTable(25)]])).toEqual([25, undefined, false]);
  });

  test('is the standard one where it names none, or the standard one was never changed', () => {
    expect(scored(undefined, [])).toEqual([15, undefined, true]);
    expect(scored('Standard', [])).toEqual([15, undefined, true]);
    expect(scored(undefined, [['standard', pointsTable(7)]])).toEqual([7, undefined, false]);
  });

  test('that nobody has made is a trouble, and the standard one counts: no race goes without points', () => {
    expect(scored('Formula 2', [['f1', pointsTable(25)]])).toEqual([15, 'unknown', true]);
  });

  test('that says what no place is worth is a trouble, and the standard one counts', () => {
    expect(scored('Empty', [['empty', standardTable]])).toEqual([15, 'noPlaces', true]);
  });
});
