/** Worked by hand: how a pot is divided, to the cent. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { commissionOf, inEqualParts, largestRemainder, payOut } from '../../server/league/split.ts';

const standard = [5_000, 3_000, 2_000];

/** Racers a, b, c and so on by their ranks, and what they get, as `a 50 b 30`. */
function paid(amount: number, split: readonly number[], ranks: readonly number[]): string {
  const racers = ranks.map((rank, index) => ({ racer: String.fromCharCode(97 + index), rank }));
  const { payouts, left } = payOut(amount, split, racers);
  return [...payouts.map((one) => `${one.racer} ${one.amount}`), `left ${left}`].join(' ');
}

describe('a pot of 5.00 for each of so many', () => {
  test.each([
    [1, 'a 250 left 250'],
    [2, 'a 500 b 300 left 200'],
    [3, 'a 750 b 450 c 300 left 0'],
    [4, 'a 1000 b 600 c 400 left 0'],
    [5, 'a 1250 b 750 c 500 left 0'],
    [6, 'a 1500 b 900 c 600 left 0'],
    [7, 'a 1750 b 1050 c 700 left 0'],
    [8, 'a 2000 b 1200 c 800 left 0'],
  ])('%i entries', (entries, words) => {
    const ranks = Array.from({ length: entries }, (_, index) => index + 1);
    expect(paid(entries * 500, standard, ranks)).toBe(words);
  });
});

describe('odd cents go to the largest fractions, among equals to the first', () => {
  test.each([
    // 0.5, 0.3, 0.2: the first has the largest fraction.
    [1, 'a 1 left 0'],
    // 1, 0.6, 0.4.
    [2, 'a 1 b 1 left 0'],
    // 1.5, 0.9, 0.6: two cents are left, for 0.9 and 0.6.
    [3, 'a 1 b 1 c 1 left 0'],
    // 3.5, 2.1, 1.4.
    [7, 'a 4 b 2 c 1 left 0'],
    // 50.5, 30.3, 20.2.
    [101, 'a 51 b 30 c 20 left 0'],
    // 49.5, 29.7, 19.8: for 0.8 and 0.7.
    [99, 'a 49 b 30 c 20 left 0'],
    // 166.5, 99.9, 66.6: for 0.9 and 0.6.
    [333, 'a 166 b 100 c 67 left 0'],
  ])('%i cents', (amount, words) => expect(paid(amount, standard, [1, 2, 3])).toBe(words));

  test('three thirds of a euro', () => {
    expect(paid(100, [3_333, 3_333, 3_333], [1, 2, 3])).toBe('a 34 b 33 c 33 left 0');
    expect(paid(10_000, [3_333, 3_333, 3_333], [1, 2, 3])).toBe('a 3333 b 3333 c 3333 left 1');
  });
});

describe('who ties shares the sum of their places', () => {
  test.each([
    ['two first', [1, 1, 3], 'a 400 b 400 c 200 left 0'],
    ['two second', [1, 2, 2], 'a 500 b 250 c 250 left 0'],
    ['two third: the fourth gives nothing', [1, 2, 3, 3], 'a 500 b 300 c 100 d 100 left 0'],
    ['two fourth', [1, 2, 3, 4, 4], 'a 500 b 300 c 200 left 0'],
    ['three first', [1, 1, 1], 'a 334 b 333 c 333 left 0'],
    ['three second', [1, 2, 2, 2], 'a 500 b 167 c 167 d 166 left 0'],
    ['three third', [1, 2, 3, 3, 3], 'a 500 b 300 c 67 d 67 e 66 left 0'],
    ['two pairs', [1, 1, 3, 3], 'a 400 b 400 c 100 d 100 left 0'],
    ['all five', [1, 1, 1, 1, 1], 'a 200 b 200 c 200 d 200 e 200 left 0'],
  ])('%s', (_, ranks, words) => expect(paid(1_000, standard, ranks)).toBe(words));
});

describe('what a split leaves', () => {
  test('is what it does not give', () => {
    expect(paid(1_000, [5_000], [1, 2, 3])).toBe('a 500 left 500');
    expect(paid(1_001, [5_000, 2_500], [1, 2, 3])).toBe('a 501 b 250 left 250');
    expect(paid(1_000, [0], [1])).toBe('left 1000');
  });

  test('is the shares of places that nobody has', () => {
    expect(paid(1_000, standard, [1])).toBe('a 500 left 500');
    expect(paid(1_000, standard, [])).toBe('left 1000');
  });
});

test.each([
  [1_000, 0, 0],
  [1_000, 10_000, 1_000],
  [1_000, 1_000, 100],
  // 12.5 is rounded up, 12.4 down.
  [125, 1_000, 13],
  [124, 1_000, 12],
  [1, 5_000, 1],
  [1, 4_999, 0],
  [999, 1, 0],
])('of %i cents, %i hundredths of a percent are %i', (pot, commission, cut) => {
  expect(commissionOf(pot, commission)).toBe(cut);
});

describe('of any amount', () => {
  const amount = fc.nat({ max: 10 ** 14 });
  const weights = fc.array(fc.nat({ max: 10_000 }), { minLength: 1, maxLength: 24 });

  test('nothing is lost, nothing is made up, and nobody is a cent from their share', () => {
    fc.assert(
      fc.property(amount, weights, (all, of) => {
        const parts = largestRemainder(all, of);
        const total = of.reduce((sum, one) => sum + one, 0);
        expect(parts.reduce((sum, one) => sum + one, 0)).toBe(total === 0 ? 0 : all);
        for (const [index, part] of parts.entries()) {
          expect(Number.isSafeInteger(part) && part >= 0).toBe(true);
          const off = BigInt(part) * BigInt(total) - BigInt(all) * BigInt(of[index] ?? 0);
          expect(total === 0 || (off < BigInt(total) && off > -BigInt(total))).toBe(true);
        }
      }),
    );
  });

  test('equal parts are a cent apart at most, the larger ones first', () => {
    fc.assert(
      fc.property(amount, fc.integer({ min: 1, max: 24 }), (all, count) => {
        const parts = inEqualParts(all, count);
        expect(parts).toEqual(parts.toSorted((a, b) => b - a));
        expect((parts[0] ?? 0) - (parts.at(-1) ?? 0)).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('payouts and what is left are all of it, and a better rank never gets less than a worse one of a falling split', () => {
    const split = fc
      .array(fc.nat({ max: 3_000 }), { minLength: 1, maxLength: 3 })
      .map((parts) => parts.sort((a, b) => b - a));
    const ranks = fc.array(fc.boolean(), { maxLength: 8 }).map((ties) => {
      let rank = 1;
      return ties.map((tied, index) => {
        if (!tied) rank = index + 1;
        return rank;
      });
    });
    fc.assert(
      fc.property(amount, split, ranks, (all, shares, of) => {
        const racers = of.map((rank, index) => ({ racer: `racer${index}`, rank }));
        const { payouts, left } = payOut(all, shares, racers);
        expect(payouts.reduce((sum, one) => sum + one.amount, left)).toBe(all);
        expect(left).toBeGreaterThanOrEqual(0);
        for (const a of payouts)
          for (const b of payouts) if (a.rank < b.rank) expect(a.amount).toBeGreaterThanOrEqual(b.amount);
      }),
    );
  });
});
