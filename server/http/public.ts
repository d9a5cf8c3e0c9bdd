/** What anyone may see, without an account. */
import { join } from 'node:path';
import { type Request, type Response, Router } from 'express';
import type { Clock } from '../clock.ts';
import type { PublicSeason } from '../contract.ts';
import { factsOf } from '../facts.ts';
import type { Leagues } from '../leagues.ts';
import type { OpenLeague } from '../open-league.ts';
import { publicLeague, publicSeason } from '../views/public.ts';
import { sayRefusal } from '../words/refusals.ts';
import { Refused, statusOf } from './errors.ts';
import { leaguesPage, noPage, publicPage, seasonPage } from './page.ts';

/** A page may be shown again for a few seconds without asking. */
const forEverybody = { 'cache-control': 'public, max-age=5' };

export function publicRoutes(leagues: Pick<Leagues, 'all' | 'at'>, clock: Clock, sandbox: boolean) {
  const router = Router();

  router.get('/api/public/:slug', (request, response) => {
    response.set(forEverybody).json(publicLeague(look(request).desk.state, clock.now()));
  });

  router.get('/api/public/:slug/season/:season', (request, response) => {
    response.set(forEverybody).json(lookAtSeason(request, look(request)));
  });

  router.get('/page.css', (_request, response) => {
    response.sendFile(join(import.meta.dirname, 'page.css'));
  });

  router.get('/league/:slug', sendPage);
  router.get('/league/:slug/season/:season', (request, response) => {
    send(response, () => {
      const league = look(request);
      return seasonPage(lookAtSeason(request, league), { slug: league.slug, sandbox });
    });
  });
  router.get('/', (request, response) => {
    const all = leagues.all();
    // The page of one league is all that there is to see; of several, the way to each.
    if (all.length < 2) sendPage(request, response);
    else {
      const shown = all.filter(isPublic).map(({ slug, view }) => ({ slug, name: view().name }));
      response.set(forEverybody).type('html').send(leaguesPage(shown, sandbox));
    }
  });
  return router;

  function sendPage(request: Request, response: Response): void {
    send(response, () => {
      const league = look(request);
      return publicPage(publicLeague(league.desk.state, clock.now()), { slug: league.slug, sandbox });
    });
  }

  function send(response: Response, page: () => string): void {
    response.set(forEverybody).type('html');
    try {
      response.send(page());
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      response.status(statusOf(error.refusal)).send(noPage(sayRefusal(error.refusal)));
    }
  }

  /** Throws Refused. */
  function look({ params }: Request): OpenLeague {
    const { slug } = params;
    const league = slug === undefined ? leagues.all()[0] : leagues.at(String(slug));
    if (!league && slug === undefined) throw new Refused({ refused: 'no_league_here' });
    if (!league) throw new Refused({ refused: 'not_found' });
    if (!isPublic(league)) throw new Refused({ refused: 'page_off' });
    league.sync.attention();
    return league;
  }

  /** Throws Refused. */
  function lookAtSeason({ params }: Request, { desk }: OpenLeague): PublicSeason {
    const season = publicSeason(desk.state, String(params.season), clock.now());
    if (!season) throw new Refused({ refused: 'unknown_season' });
    return season;
  }
}

function isPublic({ desk }: OpenLeague): boolean {
  return factsOf(desk.state).settings.publicPage;
}
