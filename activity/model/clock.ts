import { signal } from '@preact/signals';

/** Runs `run` once after so many milliseconds; what it returns calls that off. */
export type After = (milliseconds: number, run: () => void) => () => void;

/** The server's time as far as we know it: a device's own clock may be minutes off. All in milliseconds since 1970. */
export function createClock(now: () => number) {
  const time = signal(now());
  let offset = 0;
  let exact = false;

  return {
    /** The server's time at the last tick; what counts down on the screen reads it. */
    time,
    now: () => now() + offset,
    tick(): void {
      time.value = now() + offset;
    },
    /** The server just said what time it is. A Date header, good to a second, gives way to what the socket said. */
    hear(serverNow: number, from: 'socket' | 'header'): void {
      if (from === 'header' && exact) return;
      exact = from === 'socket';
      offset = serverNow - now();
      time.value = serverNow;
    },
  };
}

export type Clock = ReturnType<typeof createClock>;
