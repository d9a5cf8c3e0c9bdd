/** Sponsors: their logos and links, whose turn it is, what was seen, and the hosts' look at all of it. */
import express, { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import { isRefusal } from '../actions/verb.ts';
import type { Connecting } from '../connect.ts';
import type { SponsorDeskView, SponsorTurn } from '../contract/sponsors.ts';
import type { OpenLeague } from '../open-league.ts';
import { surfaceOf } from '../sponsors/counts.ts';
import { Refused } from './errors.ts';
import { atMost, atMostEach } from './limits.ts';
import type { Askers } from './member.ts';
import { parse } from './parse.ts';
import { rootOf } from './root.ts';

export interface SponsorRoutesOptions {
  askers: Askers;
  connecting: Connecting;
  leagues: () => readonly OpenLeague[];
  /** Where the world finds us, without a slash at the end; undefined if nobody said so. */
  publicUrl: string | undefined;
}

/** From one address: everybody behind a proxy that ends TLS comes from its address, so these only stop floods. */
const beaconsAMinute = 600;
const clicksAMinute = 600;
const logosAMinute = 600;
/** Each look at a spreadsheet costs a few calls to Google; a person needs a handful of looks. */
const looksAMinute = 20;

const id = z.string().min(1).max(64);
const seen = z.strictObject({ sponsor: id });
const wanted = z.strictObject({ spreadsheet: z.string().trim().min(1).max(2_000) });
const pageSeen = z.strictObject({ ticket: z.string().min(1).max(300) });

/** Below /api. Express's own parser of JSON stands before it. */
export function sponsorApi({ askers, connecting, publicUrl }: SponsorRoutesOptions): Router {
  const router = Router();

  router.post('/sponsors/turn', async (request, response) => {
    const { sponsors } = (await askers.of(request)).league;
    const sponsor = sponsors.counts.turn('panel');
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
    const view: SponsorDeskView = {
      sponsors: sponsors.all().map((sponsor) => {
        const leads = sponsors.leadsTo(sponsor);
        const report = `/sponsor-report/${sponsors.reportToken(sponsor.id)}`;
        return {
          ...sponsors.view(sponsor, 'panel', rootOf(request, publicUrl)),
          now: sponsors.isShown(sponsor.id),
          ...(leads !== undefined && { leadsTo: leads }),
          report: `${rootOf(request, publicUrl)}${report}`,
          picture: `${report}/standings.png`,
          problems: sponsors.problemsOf(sponsor).map(({ what, remedy }) => ({ what, remedy })),
        };
      }),
      account: league.account,
      workbook: league.sponsorSync.state(),
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

  router.get('/logo/:file', atMost(logosAMinute), (request, response) => {
    for (const { sponsors } of leagues()) {
      const logo = sponsors.logos.called(String(request.params.file));
      if (logo) return sendLogo(response, logo);
    }
    throw new Refused({ refused: 'not_found' });
  });

  router.get('/go/:sponsor', atMost(clicksAMinute), async (request, response) => {
    for (const { sponsors } of leagues()) {
      const sponsor = sponsors.find(String(request.params.sponsor));
      const to = sponsor && sponsors.leadsTo(sponsor);
      if (!sponsor || to === undefined) continue;
      const surface = surfaceOf(request.query.from);
      if (isPerson(request)) await sponsors.counts.clicked(request.ip ?? '', sponsor.id, surface);
      // Where somebody comes from says too much: the address may be that of a report.
      response.set({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' }).redirect(302, to);
      return;
    }
    throw new Refused({ refused: 'not_found' });
  });

  // Outside of /api, because a page's beacon brings no token and may come while the page is left.
  router.post('/seen', atMost(beaconsAMinute), express.json({ limit: '1kb' }), async (request, response) => {
    const { ticket } = parse(pageSeen, request.body);
    for (const { sponsors } of leagues()) if (await sponsors.redeem(ticket)) break;
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
