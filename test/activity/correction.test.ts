import { expect, test } from 'vitest';
import { type Correction, choose, listed, positionsOf, takeOut } from '../../activity/model/correction.ts';
import { race } from './night.ts';

const none: Correction = new Map();
const final = race(1, 'Final', [
  { racer: 'ana', position: 1 },
  { racer: 'robin', position: 2 },
  { racer: 'sam', position: 'DNF' },
]);

test('only places that differ are part of a correction', () => {
  const swapped = choose(choose(none, final, 'ana', 2), final, 'robin', 1);
  expect(positionsOf(swapped, final)).toEqual([
    { racer: 'ana', position: 2 },
    { racer: 'robin', position: 1 },
  ]);
  expect(positionsOf(choose(swapped, final, 'ana', 1), final)).toEqual([{ racer: 'robin', position: 1 }]);
});

test('a place can be taken away', () => {
  expect(positionsOf(choose(none, final, 'sam', null), final)).toEqual([{ racer: 'sam', position: null }]);
});

test('somebody who was in it is added with a place, and is nothing without one', () => {
  const added = choose(none, final, 'kit', null);
  expect(listed(added, final)).toEqual(['ana', 'robin', 'sam', 'kit']);
  expect(positionsOf(added, final)).toEqual([]);
  const placed = choose(added, final, 'kit', 3);
  expect(positionsOf(placed, final)).toEqual([{ racer: 'kit', position: 3 }]);
  expect(listed(takeOut(placed, 'kit'), final)).toEqual(['ana', 'robin', 'sam']);
});
