import type { RequestHandler } from 'express';

/** What can be wrong with Discord; the client itself (the stage) goes on. */
export interface Faults {
  /** Every answer of the REST API is a bare 503, as from the balancer in front of an API that is down. */
  offline: boolean;
  /** Milliseconds that each answer of the REST API waits. */
  delayMs: number;
  /** The gateway takes no new connection. Those that are open stay until they're dropped. */
  gatewayDown: boolean;
  /** Heartbeats get no answer, so the bot takes its connection for dead. */
  deafToHeartbeats: boolean;
  /** Milliseconds that each answer to a heartbeat waits. */
  heartbeatDelayMs: number;
  /** Requests aren't counted, so only what a test exhausts is ever limited. For clocks that stand still. */
  unlimited: boolean;
}

export const noFaults: Readonly<Faults> = {
  offline: false,
  delayMs: 0,
  gatewayDown: false,
  deafToHeartbeats: false,
  heartbeatDelayMs: 0,
  unlimited: false,
};

export function applyFaults(faults: Faults, sleep: (ms: number) => Promise<void>): RequestHandler {
  return async (_request, response, next) => {
    if (faults.delayMs > 0) await sleep(faults.delayMs);
    // Not JSON on purpose: whoever parses before looking at the status should find out here.
    if (faults.offline) return void response.status(503).type('text/plain').send('service unavailable');
    next();
  };
}
