/**
 * How whole amounts are divided. Amounts are minor units (cents), percentages are hundredths of a percent: integers
 * throughout, so that nothing is ever lost or made up.
 */
import { byText } from './races.ts';

/** 100 %. */
const whole = 10_000;

/**
 * Divides an amount by weights with the largest-remainder method (Hamilton's): everyone gets the whole part of their
 * share, and what is left goes, one unit each, to the largest fractions, among equals to the first. Sums to `amount`,
 * but for weights that are all 0: those get nothing.
 */
export function largestRemainder(amount: number, weights: readonly number[]): number[] {
  const total = sum(weights);
  if (total === 0) return weights.map(() => 0);
  // A product of both may be larger than what a number holds exactly.
  const products = weights.map((weight) => BigInt(amount) * BigInt(weight));
  const parts = products.map((product) => Number(product / BigInt(total)));
  const rests = products.map((product, index) => ({ index, rest: Number(product % BigInt(total)) }));
  const left = amount - sum(parts);
  for (const { index } of rests.sort((a, b) => b.rest - a.rest || a.index - b.index).slice(0, left))
    parts[index] = (parts[index] ?? 0) + 1;
  return parts;
}

/** In equal parts, the larger ones first. */
export function inEqualParts(amount: number, parts: number): number[] {
  return largestRemainder(amount, new Array<number>(parts).fill(1));
}

/** The league's part of a pot, rounded half up. `commission` in hundredths of a percent. */
export function commissionOf(pot: number, commission: number): number {
  return Number((BigInt(pot) * BigInt(commission) + BigInt(whole / 2)) / BigInt(whole));
}

export interface Ranked {
  readonly racer: string;
  /** 1, 2, 2, 4. */
  readonly rank: number;
}

export interface Payout extends Ranked {
  readonly amount: number;
}

/**
 * Pays an amount out by a split: so much for the first, the second, and so on. Who ties shares the sum of their places, an
 * odd unit going to the first by ID. `left` is what the split doesn't give, and the shares of ranks that nobody has.
 * Payouts and `left` sum to `amount`.
 */
export function payOut(
  amount: number,
  split: readonly number[],
  ranks: readonly Ranked[],
): { payouts: Payout[]; left: number } {
  const shares = largestRemainder(amount, [...split, whole - sum(split)]).slice(0, split.length);
  const payouts = [...Map.groupBy(ranks, ({ rank }) => rank)].flatMap(([rank, tied]) => {
    const parts = inEqualParts(sum(shares.slice(rank - 1, rank - 1 + tied.length)), tied.length);
    const racers = tied.map(({ racer }) => racer).sort(byText);
    return racers.map((racer, index) => ({ racer, rank, amount: parts[index] ?? 0 }));
  });
  const left = amount - sum(payouts.map((payout) => payout.amount));
  return { payouts: payouts.filter((payout) => payout.amount > 0), left };
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((all, one) => all + one, 0);
}
