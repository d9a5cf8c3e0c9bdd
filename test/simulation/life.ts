/**
 * One run of the server, which may be killed between any two of its calls: then nothing that it waits for comes back,
 * and none of its alarms rings. What it had written by then is all that's left of it.
 */
import type { Clock } from '../../server/clock.ts';

export type Life = ReturnType<typeof openLife>;

export function openLife() {
  const { promise: ended, resolve } = Promise.withResolvers<'killed'>();
  let over = false;
  /** It dies at so manieth call from now, before or after that is done. */
  let doom: { calls: number; after: boolean } | undefined;

  const kill = () => {
    over = true;
    resolve('killed');
  };

  return {
    /** Resolves when it's killed. */
    ended,
    over: () => over,
    kill,

    /** Dies at the call that comes as the `calls`th from now; `after`: when that was done, but before it was told. */
    doom(calls: number, after: boolean): void {
      doom = { calls, after };
    },

    /** The same functions, as long as it lives. */
    mortal<T extends object>(target: T): T {
      return new Proxy(target, {
        get(of, key, receiver) {
          const value: unknown = Reflect.get(of, key, receiver);
          return typeof value === 'function' ? (...args: unknown[]) => call(() => value.apply(of, args)) : value;
        },
      });
    },

    clock(clock: Clock): Clock {
      return {
        now: clock.now,
        after: (ms, run) =>
          clock.after(ms, () => {
            if (!over) run();
          }),
      };
    },
  };

  async function call(work: () => unknown): Promise<unknown> {
    const dies = doom && --doom.calls <= 0 ? doom : undefined;
    if (dies && !dies.after) kill();
    if (over) return never();
    try {
      return await work();
    } finally {
      if (dies) kill();
      if (over) await never();
    }
  }
}

function never(): Promise<never> {
  return new Promise(() => {});
}
