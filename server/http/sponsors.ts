/** Sponsors: their logos and links, whose turn it is, what was seen, and the hosts' look at all of it. */
import express, { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import { isRefusal } from '../actions/verb.ts';
import type { Connecting } from '../connect.ts';
import type { SponsorDeskView, SponsorTurn } from '../contract/sponsors.ts';
import type { Leagues } from '../leagues.ts';
import { surfaceOf } from '../sponsors/counts.ts';
import { Refused } from './errors.ts';
import { atMost, atMostEach, placeOf } from './limits.ts';
import type { Askers } from './member.ts';
import { parse } from './parse.ts';
import { rootOf } from './root.ts';

export interface SponsorRoutesOptions {
  askers: Askers;
  connecting: Connecting;
  leagues: Pick<Leagues, 'all' | 'at'>;
  /** Where the world finds us, without a slash at the end; undefined if nobody said so. */
  publicUrl: string | undefined;
}

/** From one address, which may be that of many people: these only stop floods. */
const beaconsAMinute = 600;
const clicksAMinute = 600;
const logosAMinute = 600;
/** Each look at a spreadsheet costs a few calls to Google; a person needs a handful of looks. */
const looksAMinute = 20;

/** An ID is what a host's cell holds, however long. */
const seen = z.strictObject({ sponsor: z.string().min(1) });
const wanted = z.strictObject({ spreadsheet: z.string().trim().min(1).max(2_000) });
const pageSeen = z.strictObject({ ticket: z.string().min(1).max(300) });

/** Below /api. Express's own parser of JSON stands before it. */
export function sponsorApi({ askers, connecting, publicUrl }: SponsorRoutesOptions): Router {
  const router = Router();

  router.post('/sponsors/turn', async (request, response) => {
    const { league, member } = await askers.of(request);
    const { sponsors } = league;
    const sponsor = sponsors.counts.turn('panel', member.user);
    const turn: SponsorTurn = sponsor ? { sponsor: sponsors.view(sponsor, 'panel', rootOf(request, publicUrl)) } : {};
    response.set('cache-control', 'private, no-store').json(turn);
  });

  router.post('/sponsors/seen', atMost(beaconsAMinute), async (request, response) => {
    const { league, member } = await askers.of(request);
    const { sponsor } = parse(seen, request.body);
    await league.sponsors.counts.seen(member.user, sponsor, 'panel');
    response.status(202).json({});
  });

  router.get('/sponsors', async (request, response) => {
    const { league } = await askers.hostOf(request);
    const { sponsors } = league;
    sponsors.logos.lookAgain();
    const workbookAt = league.sponsorSync.address();
    const view: SponsorDeskView = {
      sponsors: sponsors.all().map((sponsor) => {
        const leads = sponsors.leadsTo(sponsor);
        const report = `/sponsor-report/${sponsors.reportToken(sponsor.id)}`;
        return {
          ...sponsors.view(sponsor, 'panel', rootOf(request, publicUrl)),
          now: sponsors.isShown(sponsor.id),
          ...(leads !== undefined && { leadsTo: leads }),
          report: `${rootOf(request, publicUrl)}${report}`,
          pictures: { standings: `${report}/standings.png`, final: `${report}/final.png` },
          mark: sponsors.markOf(sponsor),
          problems: sponsors.problemsOf(sponsor).map(({ field, what, remedy }) => ({ field, what, remedy })),
        };
      }),
      account: league.account,
      workbook: league.sponsorSync.state(),
      ...(workbookAt !== undefined && { workbookAt }),
    };
    response.set('cache-control', 'private, no-store').json(view);
  });

  const looks = atMostEach(looksAMinute, async (request) => (await askers.of(request)).member);
  router.post('/sponsors/workbook', looks, async (request, response) => {
    const { league } = await askers.hostOf(request);
    const answer = await connecting.connectSponsors(league, parse(wanted, request.body).spreadsheet);
    if (isRefusal(answer)) throw new Refused(answer);
    response.set('cache-control', 'private, no-store').json(answer);
  });
  return router;
}

/** What anybody may ask for. */
export function sponsorRoutes({ leagues }: Pick<SponsorRoutesOptions, 'leagues'>): Router {
  const router = Router();

  // Its name is a hash of the picture itself: it's the same one, whoever has it.
  router.get('/logo/:file', atMost(logosAMinute), (request, response) => {
    for (const { sponsors } of leagues.all()) {
      const logo = sponsors.logos.called(String(request.params.file));
      if (logo) return sendLogo(response, logo);
    }
    throw new Refused({ refused: 'not_found' });
  });

  // Below its league: what another one's Sheet says leads nowhere from here.
  router.get('/go/:league/:sponsor', atMost(clicksAMinute), async (request, response) => {
    const sponsors = leagues.at(String(request.params.league))?.sponsors;
    const sponsor = sponsors?.find(String(request.params.sponsor));
    const to = sponsor && sponsors?.leadsTo(sponsor);
    if (!sponsors || !sponsor || to === undefined) throw new Refused({ refused: 'not_found' });
    const surface = surfaceOf(request.query.from);
    if (isPerson(request)) await sponsors.counts.clicked(placeOf(request), sponsor.id, surface);
    // Where somebody comes from says too much: the address may be that of a report.
    response.set({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' }).redirect(302, to);
  });

  // Outside of /api, because a page's beacon brings no token and may come while the page is left.
  router.post('/seen', atMost(beaconsAMinute), express.json({ limit: '1kb' }), async (request, response) => {
    const { ticket } = parse(pageSeen, request.body);
    // It begins with its league's slug, and is signed for that league alone.
    await leagues.at(ticket.split('.')[0] ?? '')?.sponsors.redeem(ticket, placeOf(request));
    response.status(202).json({});
  });
  return router;
}

function sendLogo(response: Response, { type, bytes }: { type: string; bytes: Uint8Array }): void {
  response
    .set({
      'content-type': type,
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      // A spreadsheet elsewhere may show it.
      'cross-origin-resource-policy': 'cross-origin',
    })
    .send(Buffer.from(bytes));
}

/** What only looks, fetches ahead, or says itself that it's a program isn't counted. */
function isPerson({ method, headers }: Request): boolean {
  const ahead = [headers['sec-purpose'], headers.purpose].some((purpose) => String(purpose ?? '').includes('prefetch'));
  return method === 'GET' && !ahead && !/bot\b|crawl|spider|preview/i.test(headers['user-agent'] ?? '');
}
