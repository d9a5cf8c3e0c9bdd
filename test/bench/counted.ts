/** How many calls of the API a piece of work makes, counted where they arrive, and how long it takes. */
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';

export interface Counted {
  reads: number;
  writes: number;
  /** Milliseconds on this machine until the last of those who reported is told that it's saved. */
  toldMs: number;
  /** And until all of it is in the Sheet. */
  ms: number;
}

/** Told by Node of every request that a server in this process begins to answer. */
const channel = 'http.server.request.start';

/**
 * Whatever isn't a GET is counted as a write, as Google does with the calls that are used here. `work` calls `told` when
 * everybody has been told, if that is before all is written.
 */
export async function counted(work: (told: () => void) => Promise<unknown>): Promise<Counted> {
  let reads = 0;
  let writes = 0;
  const count = (message: unknown) => {
    const { request } = message as { request: IncomingMessage };
    if (request.method === 'GET') reads += 1;
    else writes += 1;
  };
  subscribe(channel, count);
  const begun = performance.now();
  let toldMs: number | undefined;
  try {
    await work(() => {
      toldMs = performance.now() - begun;
    });
    const ms = performance.now() - begun;
    return { reads, writes, toldMs: toldMs ?? ms, ms };
  } finally {
    unsubscribe(channel, count);
  }
}

/** The one in the middle by time. */
export function median(runs: readonly Counted[]): Counted {
  const sorted = runs.toSorted((a, b) => a.ms - b.ms);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (!middle) throw new Error('nothing was run');
  return middle;
}
