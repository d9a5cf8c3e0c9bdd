/** The clock that stands still, for parts that do real work between its moments: it waits for their answers. */
import { type SimulatedClock, simulatedClock } from '../clock.ts';

export interface WireClock extends SimulatedClock {
  /** Time doesn't go on before that is answered. */
  awaited<T>(answer: Promise<T>): Promise<T>;
}

export function wireClock(): WireClock {
  const clock = simulatedClock();
  const alarms = new Set<{ at: number }>();
  const underWay = new Set<Promise<unknown>>();

  return {
    now: clock.now,
    after(ms, run) {
      const alarm = { at: clock.now() + Math.max(0, ms) };
      alarms.add(alarm);
      const cancel = clock.after(ms, () => {
        alarms.delete(alarm);
        run();
      });
      return () => {
        alarms.delete(alarm);
        cancel();
      };
    },
    async awaited(answer) {
      underWay.add(answer);
      try {
        return await answer;
      } finally {
        underWay.delete(answer);
      }
    },
    /** From one alarm to the next, each time until everybody has been answered and has nothing more to ask. */
    async advance(ms) {
      const end = clock.now() + ms;
      for (;;) {
        await allAnswered();
        const next = Math.min(...[...alarms].map(({ at }) => at));
        if (next > end) break;
        await clock.advance(next - clock.now());
      }
      await clock.advance(end - clock.now());
      await allAnswered();
    },
  };

  async function allAnswered(): Promise<void> {
    do {
      await Promise.allSettled(underWay);
      await clock.advance(0);
    } while (underWay.size > 0);
  }
}
