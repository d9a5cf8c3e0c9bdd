/**
 * What one credential may ask of Google, shared by its leagues. Google counts 60 reads and 60 writes a minute for a
 * user, and a service account is one user (developers.google.com/workspace/sheets/api/limits).
 */
import { type SheetsCalls, SheetsFailure } from './google.ts';

export interface QuotaOptions {
  /** Milliseconds since 1970. */
  now: () => number;
  /** Runs once after that many milliseconds. */
  after: (ms: number, run: () => void) => unknown;
  perMinute?: number;
}

const minuteMs = 60_000;
/** After Google has said that it's too much all the same: other programs may use the same credential. */
const pauseMs = 10_000;

export function openQuota({ now, after, perMinute = 60 }: QuotaOptions) {
  const reads = openLane();
  const writes = openLane();

  return {
    /** The same calls, each waiting for its turn. Leagues take turns; one with much to do doesn't keep others waiting. */
    share(league: string, calls: SheetsCalls): SheetsCalls {
      return {
        meta: (...ask) => reads.take(league, () => calls.meta(...ask)),
        read: (...ask) => reads.take(league, () => calls.read(...ask)),
        batchUpdate: (...ask) => writes.take(league, () => calls.batchUpdate(...ask)),
      };
    },
  };

  /** Never more than `perMinute` calls begin within any minute. */
  function openLane() {
    /** When the latest calls began. */
    const begun: number[] = [];
    const waiting = new Map<string, (() => void)[]>();
    let pausedUntil = 0;
    let woken = false;

    return {
      async take<T>(league: string, call: () => Promise<T>): Promise<T> {
        await new Promise<void>((resolve) => {
          const turns = waiting.get(league) ?? [];
          waiting.set(league, turns);
          turns.push(resolve);
          serve();
        });
        try {
          return await call();
        } catch (error) {
          if (error instanceof SheetsFailure && error.status === 429) pausedUntil = now() + pauseMs;
          throw error;
        }
      },
    };

    function serve(): void {
      for (const [league, turns] of waiting) {
        const wait = waitFor(now());
        if (wait > 0) {
          wake(wait);
          return;
        }
        // Whoever was served stands last.
        waiting.delete(league);
        const [turn, ...rest] = turns;
        if (rest.length > 0) waiting.set(league, rest);
        begun.push(now());
        turn?.();
      }
    }

    function waitFor(moment: number): number {
      while (begun[0] !== undefined && begun[0] <= moment - minuteMs) begun.shift();
      const oldest = begun[0];
      const full = begun.length >= perMinute && oldest !== undefined ? oldest + minuteMs - moment : 0;
      return Math.max(full, pausedUntil - moment);
    }

    function wake(ms: number): void {
      if (woken) return;
      woken = true;
      after(ms, () => {
        woken = false;
        serve();
      });
    }
  }
}
