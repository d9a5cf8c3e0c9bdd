import { expect, test } from 'vitest';
import { createLeague } from '../../activity/model/league.ts';
import { night } from './night.ts';

test('a change that follows on what we have is taken', () => {
  const league = createLeague();
  league.receive({ type: 'snapshot', now: 0, league: night({ version: 7 }) });
  const taken = league.receive({ type: 'change', now: 0, from: 7, version: 9, patch: { version: 9, places: 6 } });
  expect(taken).toBe('taken');
  expect(league.view.value).toMatchObject({ version: 9, places: 6, name: 'Cozy-Kart League' });
});

test('a change with others missing before it is a gap and changes nothing', () => {
  const league = createLeague();
  league.receive({ type: 'snapshot', now: 0, league: night({ version: 7 }) });
  const taken = league.receive({ type: 'change', now: 0, from: 8, version: 9, patch: { version: 9, places: 6 } });
  expect(taken).toBe('gap');
  expect(league.view.value).toMatchObject({ version: 7, places: 8 });
});

test('a change that we already have is nothing new', () => {
  const league = createLeague();
  league.receive({ type: 'snapshot', now: 0, league: night({ version: 9 }) });
  expect(league.receive({ type: 'change', now: 0, from: 7, version: 8, patch: { places: 2 } })).toBe('taken');
  expect(league.view.value?.places).toBe(8);
});

test('how the Sheet is doing changes within a version, and is taken too', () => {
  const league = createLeague();
  league.receive({ type: 'snapshot', now: 0, league: night({ version: 9, sheet: { state: 'saving', since: 5 } }) });
  const patch = { sheet: { state: 'saved', since: null } };
  expect(league.receive({ type: 'change', now: 0, from: 9, version: 9, patch })).toBe('taken');
  expect(league.view.value?.sheet).toEqual({ state: 'saved' });
});

test('an answer to polling never takes the league back behind what the socket said', () => {
  const league = createLeague();
  league.receive({ type: 'snapshot', now: 0, league: night({ version: 9 }) });
  league.replace(night({ version: 8, places: 2 }), { name: 'Ana', host: false });
  expect(league.view.value?.places).toBe(8);
  expect(league.me.value?.name).toBe('Ana');
});
