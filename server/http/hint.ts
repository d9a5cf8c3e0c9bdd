/** POST /api/hint: the script in a league's Sheet says that somebody has just edited it. */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { Router } from 'express';
import { z } from 'zod';
import type { OpenLeague } from '../open-league.ts';
import { Refused } from './errors.ts';
import { atMost } from './limits.ts';
import { parse } from './parse.ts';

/**
 * From one address in a minute. All scripts of all leagues come from a few addresses of Google's, or of the proxy before
 * us, and any number of hints is one look: so this only stops a flood.
 */
const hintsAMinute = 6_000;
/**
 * Counted apart and only after a secret was found to be wrong, so that whoever guesses from a shared address silences
 * nobody else. An old script that went on in a copied Sheet stays well below it.
 */
const wrongOnesAMinute = 60;

const hint = z.strictObject({ league: z.string().min(1).max(64), secret: z.string().min(1).max(128) });

/** `secretOf` answers the secret of a league, by its ID. */
export function hintRoute(
  leagueAt: (slug: string) => OpenLeague | undefined,
  secretOf: (league: string) => Promise<string>,
): Router {
  const nobodys = randomBytes(32).toString('hex');
  const router = Router();
  router.post(
    '/hint',
    atMost(hintsAMinute),
    async (request, response, next) => {
      const { league: slug, secret } = parse(hint, request.body);
      const league = leagueAt(slug);
      // For a league that isn't there a secret is compared too: the time it takes tells nothing about who is here.
      const isRight = isSame(secret, league ? await secretOf(league.id) : nobodys);
      if (!league || !isRight) return next();
      league.sync.hint();
      response.status(202).json({});
    },
    atMost(wrongOnesAMinute),
    () => {
      throw new Refused({ refused: 'wrong_secret' });
    },
  );
  return router;
}

/** Hashes are of one length, which timingSafeEqual asks for, and tell nothing by where they first differ. */
function isSame(given: string, kept: string): boolean {
  return timingSafeEqual(hashed(given), hashed(kept));
}

function hashed(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
