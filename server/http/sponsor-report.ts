/** A sponsor's report: a page, a CSV and a picture, for whoever has its address. */
import { type Response, Router } from 'express';
import type { Clock } from '../clock.ts';
import { factsOf } from '../facts.ts';
import type { Sponsor } from '../league/facts.ts';
import type { OpenLeague } from '../open-league.ts';
import { pngOf } from '../pictures/png.ts';
import { reportCsv } from '../sponsors/report-csv.ts';
import { finalPreview, reportPicture, standingsPreview } from '../sponsors/report-picture.ts';
import { publicLeague } from '../views/public.ts';
import { report as words } from '../words/sponsors.ts';
import { atMost } from './limits.ts';
import { noPage } from './page.ts';
import { sponsorReportPage } from './sponsor-page.ts';

/** From one address; also keeps anybody from trying addresses. */
const looksAMinute = 120;
/** Its address is all that keeps it private, so no other site and no search engine may learn it. */
const forItsOwner = {
  'cache-control': 'private, no-store',
  'referrer-policy': 'no-referrer',
  'x-robots-tag': 'noindex, nofollow',
};

const previews = [
  ['standings.png', standingsPreview],
  ['final.png', finalPreview],
] as const;

export function sponsorReportRoutes(leagues: () => readonly OpenLeague[], clock: Clock): Router {
  const router = Router();
  router.use('/sponsor-report', atMost(looksAMinute));

  router.get('/sponsor-report/:token', async (request, response) => {
    const found = find(request.params.token);
    response.set(forItsOwner).type('html');
    if (!found) {
      response.status(404).send(noPage({ message: words.nobody, remedy: words.nobodyRemedy }));
      return;
    }
    const { league, sponsor } = found;
    const seasons = await league.sponsors.report(sponsor);
    response.send(
      sponsorReportPage({
        sponsor: league.sponsors.view(sponsor, 'page', ''),
        league: factsOf(league.desk.state).settings.leagueName,
        seasons,
        address: `/sponsor-report/${request.params.token}`,
        at: clock.now(),
      }),
    );
  });

  router.get('/sponsor-report/:token/report.csv', async (request, response, next) => {
    const found = find(request.params.token);
    if (!found) return next();
    const { league, sponsor } = found;
    const csv = reportCsv(sponsor.sponsor ?? '', await league.sponsors.report(sponsor));
    response.set(forItsOwner).attachment('report.csv').type('csv').send(csv);
  });

  router.get('/sponsor-report/:token/report.png', async (request, response, next) => {
    const found = find(request.params.token);
    if (!found) return next();
    const { league, sponsor } = found;
    const [season] = await league.sponsors.report(sponsor);
    const name = factsOf(league.desk.state).settings.leagueName;
    await sendPicture(response, reportPicture(league.sponsors.presents(sponsor), name, season));
  });

  for (const [file, preview] of previews) {
    router.get(`/sponsor-report/:token/${file}`, async (request, response, next) => {
      const found = find(request.params.token);
      if (!found) return next();
      const { league, sponsor } = found;
      const shown = publicLeague(league.desk.state, clock.now());
      await sendPicture(response, preview(league.sponsors.presents(sponsor), shown));
    });
  }
  return router;

  function find(token: string): { league: OpenLeague; sponsor: Sponsor } | undefined {
    for (const league of leagues()) {
      const sponsor = league.sponsors.ofReport(token);
      if (sponsor) return { league, sponsor };
    }
    return undefined;
  }
}

async function sendPicture(response: Response, svg: string): Promise<void> {
  const png = await pngOf(svg);
  response.set(forItsOwner).type('png').send(Buffer.from(png));
}
