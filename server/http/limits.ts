/** How often something may be asked for in a minute; more of it is refused in our own words. */
import type { Request, Response } from 'express';
import { ipKeyGenerator, rateLimit } from 'express-rate-limit';
import { sendRefusal } from './errors.ts';

const windowMs = 60_000;
const handler = (_request: Request, response: Response) => sendRefusal(response, { refused: 'too_many' });

/** From one address. */
export function atMost(limit: number) {
  return rateLimit({ windowMs, limit, handler });
}

/** Where on the network somebody is: an IPv4 address, or the network of an IPv6 one, which is a household's. */
export function placeOf({ ip = '' }: Request): string {
  return ipKeyGenerator(ip);
}

/** By one person, on every device they have. Rejects as `whose` does. */
export function atMostEach(limit: number, whose: (request: Request) => Promise<{ user: string }>) {
  return rateLimit({ windowMs, limit, keyGenerator: async (request) => (await whose(request)).user, handler });
}
