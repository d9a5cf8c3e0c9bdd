import type { Request } from 'express';
import type { Caller } from '../callers.ts';

/** Who sends a request, by the credentials that it brings. Any token is believed: nobody but this machine can ask. */
export function callerOf({ headers, query }: Request): Caller {
  const bearer = /^Bearer\s+\S/i.test(headers.authorization ?? '');
  if (bearer || isGiven(query.access_token) || isGiven(query.oauth_token)) return 'account';
  return isGiven(query.key) || isGiven(headers['x-goog-api-key']) ? 'key' : 'nobody';
}

const isGiven = (value: unknown): boolean => typeof value === 'string' && value !== '';
