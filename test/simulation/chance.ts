/** Chance by a seed: the same everywhere. */

/** From 0 up to 1. */
export type Random = () => number;

/** Mulberry32 by Tommy Ettinger: one small state, good enough to choose among moves. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export function pick<T>(random: Random, from: readonly T[]): T {
  return from[Math.floor(random() * from.length)] as T;
}

/** A whole number from 0 up to, not including, `below`. */
export function below(random: Random, end: number): number {
  return Math.floor(random() * end);
}
