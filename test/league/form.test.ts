import { describe, expect, test } from 'vitest';
import { career, form, headToHead } from '../../server/league/form.ts';
import { type Finish, league, only, played } from './played.ts';

describe('form', () => {
  const of = (...races: Finish[]) => form(played(races), 'ana');

  test('has the latest five races that somebody started, the latest first', () => {
    const { lastFive } = of(
      { ana: 8 },
      { ana: 1 },
      { ana: 'DNF' },
      { ana: 3 },
      { ana: 'DNS' },
      { robin: 1 },
      { ana: 2 },
      { ana: 'DSQ' },
    );
    expect(lastFive).toEqual([
      { race: 'Spring 8', position: 'DSQ' },
      { race: 'Spring 7', position: 2 },
      { race: 'Spring 4', position: 3 },
      { race: 'Spring 3', position: 'DNF' },
      { race: 'Spring 2', position: 1 },
    ]);
  });

  test('has streaks of wins and of podiums, now and at their best', () => {
    const now = of({ ana: 1 }, { ana: 1 }, { ana: 2 }, { ana: 4 }, { ana: 3 }, { ana: 1 });
    expect(now.winStreak).toEqual({ now: 1, best: 2 });
    expect(now.podiumStreak).toEqual({ now: 2, best: 3 });
    expect(of({ ana: 1 }, { ana: 1 }).winStreak).toEqual({ now: 2, best: 2 });
    expect(of({ ana: 1 }, { ana: 5 }).winStreak).toEqual({ now: 0, best: 1 });
  });

  test('ends no streak with a race that was not raced; a DNF and a DSQ end it', () => {
    expect(of({ ana: 1 }, { ana: 'DNS' }, { robin: 1 }, { ana: 1 }).winStreak).toEqual({ now: 2, best: 2 });
    expect(of({ ana: 1 }, { ana: 'DNF' }, { ana: 1 }).winStreak).toEqual({ now: 1, best: 1 });
    expect(of({ ana: 1 }, { ana: 'DSQ' }, { ana: 1 }).podiumStreak).toEqual({ now: 1, best: 1 });
  });

  test('counts a dead heat for the first place as a win', () => {
    expect(of({ ana: '1=', robin: '1=' }).winStreak.now).toBe(1);
  });

  test('has the rate of podiums among races that were started', () => {
    expect(of({ ana: 1 }, { ana: 4 }, { ana: 'DNF' }, { ana: 3 }, { ana: 'DNS' }).podiumRate).toBe(0.5);
  });

  test('is empty before the first race', () => {
    const nothing = { now: 0, best: 0 };
    expect(of({ robin: 1 })).toEqual({ lastFive: [], winStreak: nothing, podiumStreak: nothing });
  });
});

describe('a career', () => {
  const facts = league({
    Winter: {
      status: 'Closed',
      ends: 1,
      races: [
        { ana: 1, robin: 2, zoe: 3 },
        { ana: 1, robin: 2 },
      ],
    },
    Spring: { status: 'Closed', ends: 2, races: [{ ana: 2, robin: 1, zoe: 'DNS' }] },
    [`${only} again`]: {
      status: 'Open',
      races: [
        { ana: 2, robin: 1 },
        { ana: 4, robin: 3 },
      ],
    },
  });

  test('spans seasons', () => {
    expect(career(facts, 'ana')).toEqual({ seasons: 3, races: 5, wins: 2, podiums: 4, titles: 1 });
    expect(career(facts, 'zoe')).toEqual({ seasons: 1, races: 1, wins: 0, podiums: 1, titles: 0 });
    expect(career(facts, 'kiki')).toEqual({ seasons: 0, races: 0, wins: 0, podiums: 0, titles: 0 });
  });

  test('has a best season: the highest rank, then the most points, the open one too', () => {
    expect(form(facts, 'ana').bestSeason).toEqual({ season: 'Winter', rank: 1, points: 30 });
    expect(form(facts, 'robin').bestSeason).toEqual({ season: 'Spring again', rank: 1, points: 25 });
    expect(form(facts, 'zoe').bestSeason).toEqual({ season: 'Winter', rank: 3, points: 10 });
  });

  test('runs on through the seasons', () => {
    expect(form(facts, 'robin').winStreak).toEqual({ now: 0, best: 2 });
  });

  test('of a racer who is the same as another is one', () => {
    const merged = { ...facts, sameAs: new Map([['annie', 'ana']]) };
    expect(career(merged, 'annie')).toEqual(career(facts, 'ana'));
    expect(form(merged, 'annie')).toEqual(form(facts, 'ana'));
    expect(headToHead(merged, 'annie', 'ana').races).toBe(0);
  });

  test('leaves out races that are void or not over, and those of no season', () => {
    const races = new Map([...facts.races].map(([id, race]) => [id, { ...race, status: 'Void' as const }]));
    expect(career({ ...facts, races }, 'ana')).toMatchObject({ seasons: 0, races: 0, titles: 0 });
    expect(career({ ...facts, seasons: new Map() }, 'ana').races).toBe(0);
  });
});

describe('head to head', () => {
  const facts = played([
    { ana: 1, robin: 2 },
    { ana: 'DNF', robin: 5 },
    { ana: 'DNF', robin: 'DNF' },
    { ana: '2=', robin: '2=' },
    { ana: 'DNF', robin: 'DSQ' },
    { ana: 3, robin: 'DNS' },
    { ana: 3 },
  ]);

  test('counts the races that both started', () => {
    expect(headToHead(facts, 'ana', 'robin')).toMatchObject({ races: 5, ahead: 2, behind: 1, level: 2 });
    expect(headToHead(facts, 'robin', 'ana')).toMatchObject({ races: 5, ahead: 1, behind: 2, level: 2 });
  });

  test('lists them, the latest first', () => {
    const { meetings } = headToHead(facts, 'ana', 'robin');
    expect(meetings[0]).toEqual({ race: 'Spring 5', own: 'DNF', other: 'DSQ' });
    expect(meetings.at(-1)).toEqual({ race: 'Spring 1', own: 1, other: 2 });
  });

  test('is empty for two who never met', () => {
    expect(headToHead(facts, 'ana', 'kiki')).toEqual({ races: 0, ahead: 0, behind: 0, level: 0, meetings: [] });
  });
});
