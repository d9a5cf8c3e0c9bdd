import { describe, expect, test } from 'vitest';
import { effectsOf, isNoEffect } from '../../server/league/effects.ts';
import type { Facts } from '../../server/league/facts.ts';
import { sayEffects } from '../../server/words/effects.ts';
import { type Finish, league, type Played, played } from './played.ts';

const names = {
  racer: (id: string) => id.charAt(0).toUpperCase() + id.slice(1),
  race: (id: string) => id.replace('Spring', 'Race'),
  season: (id: string) => id,
  sponsor: (id: string) => id,
  currency: 'EUR',
};
const said = (before: Facts, after: Facts) => sayEffects(effectsOf(before, after), names);
const spring = (races: Finish[], more: Omit<Played, 'races'> = {}) => played(races, more);

const three = { ana: 1, robin: 2, zoe: 3 } as const;

describe('what a correction changes', () => {
  test('is said: ranks first, then points, then trophies', () => {
    const before = spring([three, { ana: 2, robin: 1, zoe: 3 }, { ana: 1, robin: 2, zoe: 3, kiki: 4 }]);
    const after = spring([three, { ana: 2, robin: 1, zoe: 3 }, { ana: 3, robin: 1, zoe: 2, kiki: 4 }]);
    expect(said(before, after)).toEqual([
      'Robin 39 → 42 pts, 2nd → 1st, wins 1 → 2.',
      'Ana 42 → 37 pts, 1st → 2nd, wins 2 → 1.',
      'Zoe 30 → 32 pts.',
      '🏆 of Race 3 goes from Ana to Robin.',
      '🥈 of Race 3 goes from Robin to Zoe.',
      '🥉 of Race 3 goes from Zoe to Ana.',
    ]);
  });

  test('names a past champion that moves first, and that trophy only once', () => {
    const status = 'Closed';
    expect(said(spring([three], { status }), spring([{ ana: 'DSQ', robin: 1, zoe: 3 }], { status }))).toEqual([
      "Spring's champion changes: Robin instead of Ana.",
      'Robin 12 → 15 pts, 2nd → 1st, wins 0 → 1.',
      'Zoe 3rd → 2nd.',
      'Ana 15 → 0 pts, 1st → 3rd, wins 1 → 0.',
      '🥈 of Spring goes from Robin to Zoe.',
      '🥉 of Spring goes from Zoe to Ana.',
      '🏆 of Race 1 goes from Ana to Robin.',
      '🥈 of Race 1 is taken from Robin.',
    ]);
  });

  test('says several champions, the first and the last', () => {
    const closed = (finish: Finish) => spring([finish], { status: 'Closed' });
    expect(said(closed({ ana: 1 }), closed({ ana: '1=', robin: '1=' }))[0]).toBe(
      "Spring's champions change: Ana and Robin instead of Ana.",
    );
    expect(said(spring([{ ana: 1 }], { status: 'Open' }), closed({ ana: 1 }))).toEqual(["Ana is Spring's champion."]);
    expect(said(closed({ ana: '1=', robin: '1=' }), spring([{ ana: '1=', robin: '1=' }]))[0]).toBe(
      'Spring has no champion any more: Ana and Robin were.',
    );
  });

  test('says who joins the standings, who leaves them, and whose trophy it was', () => {
    expect(said(spring([{ ana: 1 }]), spring([{ ana: 1, robin: 2 }]))).toEqual([
      'Robin joins the standings: 12 pts, 2nd.',
      '🥈 of Race 1 goes to Robin.',
    ]);
    expect(said(spring([{ ana: 1, robin: 2 }]), spring([{ ana: 1 }]))).toEqual([
      'Robin leaves the standings: was 2nd with 12 pts.',
      '🥈 of Race 1 is taken from Robin.',
    ]);
  });

  test('says what is dropped', () => {
    const races: Finish[] = [{ ana: 1 }, { ana: 8 }];
    expect(said(spring(races), spring(races, { dropWorst: 1 }))).toEqual(['Ana 20 → 15 pts, dropped 0 → 5 pts.']);
  });

  test('names the season where several change', () => {
    const both = (points: number) =>
      league({
        Winter: { status: 'Closed', ends: 1, races: [], adjustments: [{ racer: 'ana', points }] },
        Spring: { status: 'Open', races: [], adjustments: [{ racer: 'robin', points }] },
      });
    expect(said(both(1), both(2))).toEqual(['Spring: Robin 1 → 2 pts.', 'Winter: Ana 1 → 2 pts.']);
  });

  test('is nothing where nothing counts', () => {
    const facts = spring([three]);
    expect(isNoEffect(effectsOf(facts, facts))).toBe(true);
    expect(said(facts, facts)).toEqual([]);
    expect(said(spring([]), spring([]))).toEqual([]);
  });

  test('is counted where it is too much to list', () => {
    const crowd = (points: number) =>
      spring([], { adjustments: Array.from({ length: 70 }, (_, index) => ({ racer: `racer${index}`, points })) });
    const effects = effectsOf(crowd(1), crowd(2));
    expect(effects.more).toBe(10);
    expect(sayEffects(effects, names)).toHaveLength(61);
    expect(sayEffects(effects, names).at(-1)).toBe('And 10 more.');
  });
});
