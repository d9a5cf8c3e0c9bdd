import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Tally, turnOf } from '../../server/sponsors/turns.ts';

const sponsors = ['orbit', 'teapot', 'lantern'].map((id) => ({ id }));

describe('sponsors of one season', () => {
  it('are seen equally over a day, however many there are and whoever looks away', () => {
    const days = fc.record({
      count: fc.integer({ min: 1, max: 8 }),
      day: fc.nat(60_000),
      looks: fc.array(fc.boolean(), { minLength: 1, maxLength: 300 }),
    });
    fc.assert(
      fc.property(days, ({ count, day, looks }) => {
        const all = Array.from({ length: count }, (_, index) => ({ id: `s${index}` }));
        const tallies = new Map(all.map(({ id }) => [id, { displays: 0, turns: 0 }]));
        for (const looked of looks) {
          const next = turnOf(all, (id) => tallies.get(id) as Tally, day);
          const tally = tallies.get(next?.id ?? '');
          if (!tally) throw new Error('nobody has a turn');
          tally.turns += 1;
          if (looked) tally.displays += 1;
        }
        const displays = [...tallies.values()].map((one) => one.displays);
        expect(Math.max(...displays) - Math.min(...displays)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('begin with another one every day', () => {
    const nobodySeen = () => ({ displays: 0, turns: 0 });
    expect([0, 1, 2, 3].map((day) => turnOf(sponsors, nobodySeen, day)?.id)).toEqual([
      'orbit',
      'teapot',
      'lantern',
      'orbit',
    ]);
  });

  it('are none where there are none', () => {
    expect(turnOf([], () => ({ displays: 0, turns: 0 }), 5)).toBeUndefined();
  });
});
