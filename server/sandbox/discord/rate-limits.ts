import { RatelimitedResponseSchema } from 'discord-api-spec/zod';
import type { Request, RequestHandler, Response } from 'express';
import type { Faults } from './faults.ts';
import { fitting } from './spec.ts';

export interface RateLimits {
  /** Lets `allowed` requests through in `perMs`, for each channel or webhook apart. */
  limited(bucket: string, allowed: number, perMs: number): RequestHandler;
  /** Stands before every route: the global limit, which only `exhaustGlobally` reaches. */
  readonly global: RequestHandler;
  /** Uses up every bucket of a channel for that many milliseconds. */
  exhaust(channelId: string, ms: number): void;
  exhaustGlobally(ms: number): void;
}

interface Window {
  used: number;
  /** Milliseconds since 1970. */
  endsAt: number;
}

/** As in Discord's documentation, "Rate Limits": a count for each route and major parameter, told in headers. */
export function createRateLimits(faults: Faults, now: () => number): RateLimits {
  const windows = new Map<string, Window>();
  const exhausted = new Map<string, number>();
  let globallyUntil = 0;

  const count = (key: string, perMs: number): Window => {
    const open = windows.get(key);
    const window = open && open.endsAt > now() ? open : { used: 0, endsAt: now() + perMs };
    windows.set(key, window);
    window.used += 1;
    return window;
  };

  return {
    limited: (bucket, allowed, perMs) => (request, response, next) => {
      const major = majorOf(request);
      const until = exhausted.get(major) ?? 0;
      const { used, endsAt } =
        until > now()
          ? { used: allowed + 1, endsAt: until }
          : faults.unlimited
            ? { used: 1, endsAt: now() + perMs }
            : count(`${bucket} ${major}`, perMs);
      const left = Math.max(0, endsAt - now()) / 1000;
      response.set({
        'x-ratelimit-bucket': bucket,
        'x-ratelimit-limit': String(allowed),
        'x-ratelimit-remaining': String(Math.max(0, allowed - used)),
        'x-ratelimit-reset': (endsAt / 1000).toFixed(3),
        'x-ratelimit-reset-after': left.toFixed(3),
      });
      if (used <= allowed) return next();
      refuse(response, left, false);
    },
    global(_request, response, next) {
      if (globallyUntil <= now()) return next();
      response.set('x-ratelimit-global', 'true');
      refuse(response, (globallyUntil - now()) / 1000, true);
    },
    exhaust: (channelId, ms) => void exhausted.set(channelId, now() + ms),
    exhaustGlobally(ms) {
      globallyUntil = now() + ms;
    },
  };
}

function majorOf({ params }: Request): string {
  const { channel_id: channel, webhook_token: webhook } = params;
  return String(channel ?? webhook ?? '');
}

function refuse(response: Response, seconds: number, global: boolean): void {
  const answer = { message: 'You are being rate limited.', code: 0, retry_after: seconds, global };
  response
    .status(429)
    // Whole seconds, as HTTP has it (RFC 9110, 10.2.3).
    .set({ 'retry-after': String(Math.ceil(seconds)), 'x-ratelimit-scope': global ? 'global' : 'user' })
    .json(fitting(RatelimitedResponseSchema, answer));
}
