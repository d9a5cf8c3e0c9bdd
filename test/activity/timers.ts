/** Time that passes only when a test says so. Milliseconds. */
export function createTimers(start = 0) {
  let now = start;
  let waiting: { at: number; run: () => void }[] = [];

  return {
    now: () => now,
    after(milliseconds: number, run: () => void): () => void {
      const entry = { at: now + milliseconds, run };
      waiting.push(entry);
      return () => {
        waiting = waiting.filter((other) => other !== entry);
      };
    },
    /** Lets so much time pass, and whatever was due in it happen, in its order and to its end. */
    async pass(milliseconds: number): Promise<void> {
      const end = now + milliseconds;
      for (;;) {
        await settled();
        const due = waiting.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
        if (!due) break;
        waiting = waiting.filter((other) => other !== due);
        now = due.at;
        due.run();
      }
      now = end;
    },
  };
}

/** Everything that only waits for promises has happened once a whole turn of the event loop is over. */
const settled = () => new Promise<void>((resolve) => setImmediate(resolve));
