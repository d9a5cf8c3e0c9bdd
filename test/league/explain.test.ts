import { describe, expect, test } from 'vitest';
import { explain, explainAll } from '../../server/league/explain.ts';
import { sayWhy } from '../../server/words/why.ts';
import { type Finish, type Played, played, pointsTable, seasonOf } from './played.ts';

const names = {
  racer: (id: string) => id.charAt(0).toUpperCase() + id.slice(1),
  race: (id: string) => id.replace('Spring', 'Race'),
};

/** Why they stand there, by racer. */
function why(races: readonly Finish[], more: Omit<Played, 'races'> = {}): Record<string, string> {
  const facts = played(races, more);
  return Object.fromEntries(explainAll(facts, seasonOf(facts)).map((one) => [one.racer, sayWhy(one, names)]));
}

const six: Finish[] = [
  { ana: 1, robin: 2, zoe: 3, mateo: 4 },
  { ana: 1, robin: 3, zoe: 2, mateo: 8 },
  { ana: 2, robin: 1, zoe: 4, mateo: 3 },
  { ana: 1, robin: 2, zoe: 3, mateo: 4 },
  { ana: 3, robin: 4, zoe: 2, mateo: 1 },
  { ana: 1, robin: 2, zoe: 3, mateo: 4 },
];

describe('“Why am I 4th?”', () => {
  test('is answered with what was dropped, what a host took away, and both neighbours', () => {
    const adjustments = [{ racer: 'zoe', points: -1, reason: 'cutting the track' }];
    expect(why(six, { dropWorst: 1, adjustments }).zoe).toBe(
      '3rd with 53 pts: 5 of 6 races count (Race 3 dropped, 9 pts), 1 pt penalty for cutting the track; ' +
        '8 pts behind Robin and 1 pt ahead of Mateo.',
    );
  });

  test('is plain where there is nothing to it', () => {
    expect(why([{ ana: 1 }])).toEqual({ ana: '1st with 15 pts: the one race counts.' });
    expect(why([{ ana: 1 }, { ana: 1 }]).ana).toBe('1st with 30 pts: both races count.');
    expect(why(six).ana).toBe('1st with 82 pts: all 6 races count; 12 pts ahead of Robin.');
  });

  test('names a shared rank, and the next one beyond it', () => {
    const said = why([{ ana: 1, robin: 2, zoe: 3, mateo: 4 }, { ana: 1, robin: 3, zoe: 2, mateo: 4 }, { ana: 1 }]);
    expect(said.robin).toBe(
      '2nd with 22 pts, shared with Zoe as nothing separates them: in 2 of 3 races; ' +
        '23 pts behind Ana and 4 pts ahead of Mateo.',
    );
    expect(said.mateo).toBe('4th with 18 pts: in 2 of 3 races; 4 pts behind Zoe.');
  });

  test('counts those who share a rank where they are many', () => {
    const said = why([{ ana: 'DNS', robin: 'DNS', zoe: 'DNS', mateo: 'DNS', kiki: 'DNS' }]);
    expect(said.ana).toBe('1st with 0 pts, shared with 4 others as nothing separates them: not in the one race.');
  });

  test('names the latest race as the step', () => {
    const said = why([
      { ana: 1, robin: 2 },
      { ana: 2, robin: 1 },
    ]);
    expect(said.robin).toBe('1st with 27 pts: both races count; ahead of Ana by the latest race, Race 2.');
    expect(said.ana).toBe('2nd with 27 pts: both races count; behind Robin by the latest race, Race 2.');
  });

  test('names fewer of a place from below', () => {
    const said = why([
      { zoe: 3, ana: 1 },
      { zoe: 3, ana: 8 },
    ]);
    expect(said.zoe).toBe('2nd with 20 pts: both races count; behind Ana by fewer 1sts (0 to 1).');
  });

  test('works below zero, and before any race', () => {
    const adjustments = [
      { racer: 'ana', points: -4, reason: 'Left twice.' },
      { racer: 'robin', points: 1 },
    ];
    expect(why([], { adjustments })).toEqual({
      robin: '1st with 1 pt: no race is final yet, 1 pt bonus; 5 pts ahead of Ana.',
      ana: '2nd with −4 pts: no race is final yet, 4 pts penalty (Left twice); 5 pts behind Robin.',
    });
  });

  test('says it where somebody was in no race', () => {
    const said = why([{ ana: 1, robin: 'DNS' }, { ana: 1 }], { dropWorst: 1 });
    expect(said.robin).toBe('2nd with 0 pts: in none of 2 races; 15 pts behind Ana.');
  });

  test('lists several drops, and counts them where they are many', () => {
    const said = (dropWorst: number) => why([...six, { robin: 1 }], { dropWorst }).ana;
    expect(said(3)).toBe(
      '1st with 60 pts: 4 of 7 races count (dropped: Race 3 with 12 pts, Race 5 with 10 pts and Race 7 not raced); ' +
        '6 pts ahead of Robin.',
    );
    expect(said(4)).toContain('3 of 7 races count (4 dropped, 37 pts in all)');
  });

  test('sums up many adjustments, and names the race of one', () => {
    const one = { racer: 'ana', points: 0.5, race: 'Spring 1', reason: 'for hosting!' };
    expect(why([{ ana: 1 }], { adjustments: [one] }).ana).toBe(
      '1st with 15.5 pts: the one race counts, 0.5 pts bonus in Race 1 for hosting.',
    );
    expect(why([{ ana: 1 }], { adjustments: [one, one, one, one] }).ana).toBe(
      '1st with 17 pts: the one race counts, 4 adjustments, 2 pts in all.',
    );
  });

  test('subtracts fractions as people do', () => {
    const scoring = pointsTable(0.3, 0.1);
    expect(why([{ ana: 1, robin: 2 }], { scoring }).ana).toContain('0.2 pts ahead of Robin');
  });
});

describe('an explanation', () => {
  const facts = played(six, { dropWorst: 1 });
  const season = seasonOf(facts);

  test('holds every score, in the order of the races, dropped ones marked', () => {
    expect(explain(facts, season, 'mateo')?.scores).toEqual([
      { race: 'Spring 1', position: 4, points: 9 },
      { race: 'Spring 2', position: 8, points: 5, dropped: true },
      { race: 'Spring 3', position: 3, points: 10 },
      { race: 'Spring 4', position: 4, points: 9 },
      { race: 'Spring 5', position: 1, points: 15 },
      { race: 'Spring 6', position: 4, points: 9 },
    ]);
  });

  test('of a racer who is the same as another is that one’s', () => {
    const merged = { ...facts, sameAs: new Map([['annie', 'ana']]) };
    expect(explain(merged, season, 'annie')).toEqual(explain(facts, season, 'ana'));
  });

  test('isn’t there for somebody who isn’t in the standings', () => {
    expect(explain(facts, season, 'nobody')).toBeUndefined();
  });
});
