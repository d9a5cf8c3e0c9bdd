/** What anyone may see, without an account. */
import { join } from 'node:path';
import { type Request, type Response, Router } from 'express';
import type { Clock } from '../clock.ts';
import { factsOf } from '../facts.ts';
import type { OpenLeague } from '../open-league.ts';
import { publicLeague } from '../view.ts';
import { sayRefusal } from '../words/refusals.ts';
import { Refused, statusOf } from './errors.ts';
import { noPage, publicPage } from './page.ts';

/** The slug of a server's first league, whose page is at `/`. */
export const firstSlug = 'league';

/** Seconds for which a page may be shown again without asking. */
const cacheFor = 5;

export function publicRoutes(leagueAt: (slug: string) => OpenLeague | undefined, clock: Clock, sandbox: boolean) {
  const router = Router();

  router.get('/api/public/:slug', (request, response) => {
    response.set('cache-control', `public, max-age=${cacheFor}`);
    response.json(look(request));
  });

  router.get('/page.css', (_request, response) => {
    response.sendFile(join(import.meta.dirname, 'page.css'));
  });

  function sendPage(request: Request, response: Response): void {
    response.set('cache-control', `public, max-age=${cacheFor}`).type('html');
    try {
      response.send(publicPage(look(request), sandbox));
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      response.status(statusOf(error.refusal)).send(noPage(sayRefusal(error.refusal)));
    }
  }
  router.get('/league/:slug', sendPage);
  router.get('/', sendPage);
  return router;

  function look({ params }: Request): ReturnType<typeof publicLeague> {
    const league = leagueAt(String(params.slug ?? firstSlug));
    if (!league) throw new Refused({ refused: 'not_found' });
    league.sync.attention();
    const { state } = league.desk;
    if (!factsOf(state).settings.publicPage) throw new Refused({ refused: 'page_off' });
    return publicLeague(state, clock.now());
  }
}
