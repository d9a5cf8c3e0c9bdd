/** A clock that stands still until it's told to go on. */
import { setImmediate } from 'node:timers/promises';
import type { Clock } from '../server/clock.ts';

export interface SimulatedClock extends Clock {
  /** Goes on by that many milliseconds; whatever is due on the way happens at its time, and is let finish. */
  advance(ms: number): Promise<void>;
}

/** Turns of the event loop that what has just begun may take: nothing here waits for more than promises. */
const turns = 5;

export function simulatedClock(start = Date.UTC(2026, 2, 6, 20, 0)): SimulatedClock {
  let now = start;
  const alarms = new Set<{ at: number; run: () => void }>();

  return {
    now: () => now,
    after(ms, run) {
      const alarm = { at: now + Math.max(0, ms), run };
      alarms.add(alarm);
      return () => alarms.delete(alarm);
    },
    async advance(ms) {
      const end = now + ms;
      await settle();
      for (;;) {
        const due = [...alarms].filter((alarm) => alarm.at <= end).sort((a, b) => a.at - b.at)[0];
        if (!due) break;
        alarms.delete(due);
        now = Math.max(now, due.at);
        due.run();
        await settle();
      }
      now = end;
    },
  };
}

async function settle(): Promise<void> {
  for (let turn = 0; turn < turns; turn++) await setImmediate();
}
