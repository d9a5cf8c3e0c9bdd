import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { netEffects } from '../../server/bot/posts/net-effects.ts';
import { type Effects, effectsOf } from '../../server/league/effects.ts';
import { season } from '../league/anything-raced.ts';
import { league } from '../league/played.ts';

/** A few racers and races, so that nothing is left out of the list. */
const small = season.map((played) => ({ ...played, races: played.races.slice(0, 3) }));

describe('several corrections together', () => {
  it('come to what one that does all of it would come to', () => {
    fc.assert(
      fc.property(fc.array(small, { minLength: 2, maxLength: 4 }), (versions) => {
        const facts = versions.map((played) => league({ Spring: played }));
        const [first, last] = [facts[0], facts.at(-1)];
        if (!first || !last) throw new Error('there are two at least');
        const steps = facts.slice(1).map((after, index) => effectsOf(facts[index] ?? first, after));
        fc.pre(steps.every(({ more }) => more === undefined));
        expect(sorted(netEffects(steps))).toEqual(sorted(effectsOf(first, last)));
      }),
    );
  });
});

/** By racer and trophy: among those who leave the table the order doesn't matter. */
function sorted({ seasons, trophies }: Effects): unknown {
  const byText = (a: unknown, b: unknown) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);
  return {
    seasons: seasons.map(({ racers, ...rest }) => ({ ...rest, racers: racers.toSorted(byText) })),
    trophies: trophies.map(({ at: _, ...trophy }) => trophy).toSorted(byText),
  };
}
