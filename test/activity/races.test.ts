import { describe, expect, test } from 'vitest';
import {
  byPosition,
  holders,
  lastPlace,
  plannedRaces,
  raceImIn,
  shownRace,
  worth,
} from '../../activity/model/races.ts';
import type { Position } from '../../server/contract/terms.ts';
import { night, race } from './night.ts';

const ana = { racer: 'ana', name: 'Ana', host: false };

describe('the race on the screen', () => {
  const races = {
    over: race(1, 'Final', ['ana', 'robin']),
    mine: race(2, 'Reporting', ['ana', 'robin']),
    other: race(3, 'Open', ['sam']),
  };

  test('is the one I am in, before any newer one', () => {
    expect(shownRace(night({ races }), ana, undefined)?.id).toBe('mine');
  });

  test('is the newest under way for somebody who is in none', () => {
    expect(shownRace(night({ races }), { name: 'Kit', host: false }, undefined)?.id).toBe('other');
  });

  test('is the one I chose, until a newer race appears', () => {
    const choice = { race: 'over', newest: 3 };
    expect(shownRace(night({ races }), ana, choice)?.id).toBe('over');
    expect(shownRace(night({ races: { ...races, next: race(4, 'Open') } }), ana, choice)?.id).toBe('mine');
  });

  test('is the latest result when nothing is under way', () => {
    expect(shownRace(night({ races: { over: races.over, older: race(0, 'Final') } }), ana, undefined)?.id).toBe('over');
  });

  test('is none when there is none, and a planned one is not there yet', () => {
    expect(shownRace(night({ races: { soon: race(1, 'Planned') } }), ana, undefined)).toBeUndefined();
  });
});

test('somebody without a racer is in no race', () => {
  expect(raceImIn(night({ races: { a: race(1, 'Open', ['ana']) } }), { name: 'New', host: false })).toBeUndefined();
});

test('places to choose go up to the last racer, or where CPUs race too, up to the last place there is', () => {
  const three = race(1, 'Running', ['ana', 'robin', 'sam']);
  expect(lastPlace(night(), three)).toBe(3);
  expect(lastPlace(night({ cpus: true }), three)).toBe(8);
  expect(lastPlace(night({ cpus: true, places: 2 }), three)).toBe(3);
});

test('who crossed the line together hold the place together, and score it', () => {
  const level = race(1, 'Final', [
    { racer: 'ana', position: '1=' },
    { racer: 'robin', position: '1=' },
    { racer: 'sam', position: 3 },
  ]);
  expect(holders(level, 1)).toEqual(['ana', 'robin']);
  expect(worth(night().points, '1=')).toBe(15);
  expect(byPosition(level.entrants.toReversed()).at(-1)?.racer).toBe('sam');
});

test('planned races come the soonest first, and are no races of tonight', () => {
  const view = night({
    races: {
      late: { ...race(3, 'Planned'), planned: 2_000 },
      soon: { ...race(2, 'Planned'), planned: 1_000 },
      now: race(1, 'Open'),
    },
  });
  expect(plannedRaces(view).map(({ id }) => id)).toEqual(['soon', 'late']);
  expect(shownRace(view, undefined, undefined)?.id).toBe('now');
});

test('a place is worth what the table says: any other finish 1, DNF 1, DSQ and DNS nothing', () => {
  const { points } = night();
  const positions: Position[] = [1, 8, 9, 'DNF', 'DSQ', 'DNS'];
  expect(positions.map((position) => worth(points, position))).toEqual([15, 5, 1, 1, 0, 0]);
});

test('a result lists places first, then DNF, DSQ and DNS, then those who have said nothing', () => {
  const entrants = [
    'kit',
    { racer: 'sam', position: 'DNS' as const },
    { racer: 'robin', position: 'DNF' as const },
    { racer: 'ana', position: 2 },
  ];
  expect(byPosition(race(1, 'Reporting', entrants).entrants).map(({ racer }) => racer)).toEqual([
    'ana',
    'robin',
    'sam',
    'kit',
  ]);
});
