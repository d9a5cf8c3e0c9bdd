import { describe, expect, test } from 'vitest';
import { byPosition, gaps, raceImIn, shownRace, worth } from '../../activity/model/races.ts';
import type { Position } from '../../server/contract.ts';
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

test('places that nobody holds are named once everybody has spoken, up to the last that is held', () => {
  const held = [
    { racer: 'ana', position: 1 },
    { racer: 'robin', position: 4 },
    { racer: 'sam', position: 'DNF' as const },
  ];
  expect(gaps(race(1, 'Reporting', held))).toEqual([2, 3]);
  expect(gaps(race(1, 'Reporting', [...held, 'kit']))).toEqual([]);
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
