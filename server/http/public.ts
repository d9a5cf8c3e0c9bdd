/** What anyone may see, without an account. */
import { join } from 'node:path';
import { type Request, type Response, Router } from 'express';
import type { Clock } from '../clock.ts';
import { factsOf } from '../facts.ts';
import type { Leagues } from '../leagues.ts';
import type { OpenLeague } from '../open-league.ts';
import { publicLeague } from '../view.ts';
import { sayRefusal } from '../words/refusals.ts';
import { Refused, statusOf } from './errors.ts';
import { leaguesPage, noPage, publicPage } from './page.ts';

/** Seconds for which a page may be shown again without asking. */
const cacheFor = 5;

export function publicRoutes(leagues: Pick<Leagues, 'all' | 'at'>, clock: Clock, sandbox: boolean) {
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
  router.get('/', (request, response) => {
    const all = leagues.all();
    // The page of one league is all that there is to see; of several, the way to each.
    if (all.length < 2) sendPage(request, response);
    else {
      const shown = all.filter(isPublic).map(({ slug, view }) => ({ slug, name: view().name }));
      response.set('cache-control', `public, max-age=${cacheFor}`).type('html').send(leaguesPage(shown, sandbox));
    }
  });
  return router;

  function look({ params }: Request): ReturnType<typeof publicLeague> {
    const { slug } = params;
    const league = slug === undefined ? leagues.all()[0] : leagues.at(String(slug));
    if (!league && slug === undefined) throw new Refused({ refused: 'no_league_here' });
    if (!league) throw new Refused({ refused: 'not_found' });
    if (!isPublic(league)) throw new Refused({ refused: 'page_off' });
    league.sync.attention();
    return publicLeague(league.desk.state, clock.now());
  }
}

function isPublic({ desk }: OpenLeague): boolean {
  return factsOf(desk.state).settings.publicPage;
}
