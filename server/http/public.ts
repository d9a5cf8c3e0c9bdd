/** What anyone may see, without an account. */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { type Request, type Response, Router } from 'express';
import type { Clock } from '../clock.ts';
import type { PublicSeason } from '../contract/public.ts';
import { factsOf } from '../facts.ts';
import type { Leagues } from '../leagues.ts';
import type { OpenLeague } from '../open-league.ts';
import { publicLeague, publicSeason } from '../views/public.ts';
import { sayRefusal } from '../words/refusals.ts';
import { Refused, statusOf } from './errors.ts';
import { leaguesPage, noPage, publicPage, seasonPage } from './page.ts';
import type { PageSponsor } from './page-parts.ts';

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

  router.get('/page-seen.js', (_request, response) => {
    response.sendFile(join(import.meta.dirname, 'page-seen.js'));
  });

  router.get('/page.css', (_request, response) => {
    response.sendFile(join(import.meta.dirname, 'page.css'));
  });

  router.get('/league/:slug', sendPage);
  router.get('/league/:slug/season/:season', (request, response) => {
    send(response, () => {
      const league = look(request);
      const season = lookAtSeason(request, league);
      return seasonPage(season, { slug: league.slug, sandbox, ...(season.open && sponsorOn(league, response)) });
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
      const view = publicLeague(league.desk.state, clock.now());
      return publicPage(view, { slug: league.slug, sandbox, ...sponsorOn(league, response) });
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

/** Whose turn it is. Each view is somebody's own then: a copy of it for somebody else would count as one view. */
function sponsorOn({ sponsors }: OpenLeague, response: Response): { sponsor?: PageSponsor } {
  const sponsor = sponsors.counts.turn('page');
  if (!sponsor) return {};
  response.set('cache-control', 'private, no-store');
  const ticket = sponsors.ticket(sponsor.id, randomBytes(9).toString('base64url'));
  return { sponsor: { view: sponsors.view(sponsor, 'page', ''), ticket } };
}

function isPublic({ desk }: OpenLeague): boolean {
  return factsOf(desk.state).settings.publicPage;
}
