import type { RequestHandler } from 'express';

/** What can be wrong with Discord's REST API; the client itself (the stage) goes on. */
export interface Faults {
  /** Every answer is a bare 503, as from the balancer in front of an API that is down. */
  offline: boolean;
  /** Milliseconds that each answer waits. */
  delayMs: number;
}

export function applyFaults(faults: Faults, sleep: (ms: number) => Promise<void>): RequestHandler {
  return async (_request, response, next) => {
    if (faults.delayMs > 0) await sleep(faults.delayMs);
    // Not JSON on purpose: whoever parses before looking at the status should find out here.
    if (faults.offline) return void response.status(503).type('text/plain').send('service unavailable');
    next();
  };
}
