/** Time as everything here gets it: passed in, so that a simulation can pass another. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Runs once after that many milliseconds; what it returns calls it off. */
  after(ms: number, run: () => void): () => void;
}

/** The longest that a Node timer can wait. */
const longestMs = 2 ** 31 - 1;

export const realClock: Clock = {
  now: () => Date.now(),
  after(ms, run) {
    const timer = setTimeout(run, Math.min(Math.max(0, ms), longestMs));
    return () => clearTimeout(timer);
  },
};
