/** The server that panels, the public page and anyone's programs talk to. */
import { createServer, type IncomingMessage } from 'node:http';
import { join } from 'node:path';
import type { Duplex } from 'node:stream';
import express, { type NextFunction, type Request, type Response } from 'express';
import helmet from 'helmet';
import type { Logger } from 'pino';
import type { Clock } from '../clock.ts';
import type { Connecting } from '../connect.ts';
import type { Discord } from '../discord.ts';
import type { Leagues } from '../leagues.ts';
import type { Members } from '../members.ts';
import { apiRoutes } from './api.ts';
import { avatarRoutes } from './avatars.ts';
import { connectRoutes } from './connect.ts';
import { errorEdge, Refused, sendRefusal } from './errors.ts';
import { exchangeRoutes } from './exchange.ts';
import { forgetRoute } from './forget.ts';
import { hintRoute } from './hint.ts';
import { atMost } from './limits.ts';
import { openAskers } from './member.ts';
import { publicRoutes } from './public.ts';
import { openSessions } from './session.ts';
import { sheetScriptRoute } from './sheet-script.ts';
import { openSocket } from './socket.ts';
import { sponsorReportRoutes } from './sponsor-report.ts';
import { sponsorApi, sponsorRoutes } from './sponsors.ts';

export interface AppOptions {
  discord: Discord;
  members: Members;
  /** Whether the bot is on Discord's gateway, in a word. */
  bot: () => string;
  leagues: Pick<Leagues, 'all' | 'of' | 'at' | 'broken' | 'isBroken'>;
  connecting: Connecting;
  clock: Clock;
  log: Logger;
  /** Signs sessions. */
  secret: string;
  /** With which the script in a league's Sheet proves itself, by the league's ID; always the same. */
  hintSecret: (league: string) => Promise<string>;
  /** Where the world finds us; undefined if nobody said so. */
  publicUrl: string | undefined;
  /** So many proxies of our own stand in front, each of which says from where a request came to it. */
  proxies: number;
  /** The folder with the built panel. */
  panel: string;
  sandbox: boolean;
  /** Who may show the panel in a frame: origins. */
  framedBy: readonly string[];
  /** Whether a request may come in at all. */
  guard: (request: IncomingMessage) => boolean;
}

/** Sign-ins come through Discord's proxy from few addresses, so this only stops a flood. */
const signInsAMinute = 600;
const bodyLimit = '16kb';

/** An HTTP server that isn't listening yet, and what ends its sockets. */
export function createApp(options: AppOptions) {
  const { discord, members, leagues, connecting, clock, log, secret, sandbox, guard } = options;
  const { hintSecret: secretOf, publicUrl } = options;
  /** Throws Refused. */
  const leagueOf = (guild: string) => {
    if (leagues.isBroken(guild)) throw new Refused({ refused: 'league_broken' });
    return leagues.of(guild);
  };
  const hasLeague = (guild: string) => leagueOf(guild) !== undefined;
  const sessions = openSessions({ discord, members, clock, secret, hasLeague });
  const askers = openAskers(sessions, members, leagueOf);
  const socket = openSocket(sessions, askers, clock, log);

  // A number, not true: whoever comes past the proxies may write into that header whatever they like.
  const app = express().disable('x-powered-by').set('trust proxy', options.proxies);
  app.use((request, response, next) =>
    guard(request) ? next() : sendRefusal(response, { refused: 'foreign_origin' }),
  );
  app.use(headers(options));
  app.get('/healthz', (_request, response) => {
    const sheets = leagues.all().map(({ id, sync }) => {
      const trouble = sync.trouble()?.trouble;
      return { league: id, ...sync.view(), ...(trouble !== undefined && { trouble }) };
    });
    const broken = leagues.broken().map(({ id }) => id);
    const ok = broken.length === 0;
    response.status(ok ? 200 : 503).json({ ok, bot: options.bot(), sheets, ...(!ok && { broken }) });
  });
  app.use('/api', exchangeRoutes({ sessions, askers, clock, publicUrl }));
  app.use('/api', express.json({ limit: bodyLimit }));
  app.use(['/api/nonce', '/api/session'], atMost(signInsAMinute));
  app.get('/api/config', (_request, response) => {
    response.json({ client_id: discord.clientId });
  });
  app.use('/api', sessions.router);
  app.use('/api', apiRoutes(sessions, askers));
  app.use('/api', forgetRoute(sessions, askers));
  app.use('/api', connectRoutes(sessions, members, connecting));
  app.use('/api', hintRoute(leagues.at, secretOf));
  app.use('/api', sheetScriptRoute({ askers, activity: discord.clientId, secretOf, publicUrl, sandbox }));
  const ofSponsors = { askers, connecting, leagues, publicUrl };
  app.use('/api', sponsorApi(ofSponsors));
  app.use(sponsorRoutes(ofSponsors));
  app.use(sponsorReportRoutes(leagues.all, clock));
  app.use(avatarRoutes(discord, members, leagues.all, clock));
  app.get('/', panelOrPage(options.panel));
  app.use(publicRoutes(leagues, clock, sandbox));
  // The build names what it puts into assets/ by its content; only that may be kept for good.
  app.use('/assets', express.static(join(options.panel, 'assets'), { index: false, immutable: true, maxAge: '1y' }));
  app.use(express.static(options.panel, { index: false }));
  app.use((_request, response) => sendRefusal(response, { refused: 'not_found' }));
  app.use(errorEdge(log));

  const server = createServer(app);
  server.on('upgrade', (request: IncomingMessage, connection: Duplex, head: Buffer) => {
    // Not by way of URL: that throws for what isn't one, and nothing here would catch it.
    const path = request.url?.split('?')[0];
    if (!guard(request) || path !== '/api/live') connection.destroy();
    else socket.upgrade(request, connection, head);
  });
  return { server, closeSockets: socket.close };
}

/** Discord opens the panel with these two; whoever comes without them wants the page. */
function isPanel({ query }: Request): boolean {
  return query.frame_id !== undefined && query.instance_id !== undefined;
}

function panelOrPage(panel: string) {
  return (request: Request, response: Response, next: NextFunction): void => {
    if (isPanel(request)) response.set('cache-control', 'no-store').sendFile(join(panel, 'index.html'));
    else next();
  };
}

/** The panel may be framed by Discord, and in the sandbox by the stage; nothing else may be framed at all. */
function headers({ framedBy }: AppOptions) {
  const policy = (frameAncestors: string[]) =>
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'self'"],
          connectSrc: ["'self'"],
          imgSrc: ["'self'", 'data:'],
          objectSrc: ["'none'"],
          baseUri: ["'none'"],
          formAction: ["'none'"],
          frameAncestors,
        },
      },
      // Its older form of frame-ancestors can't name Discord; and TLS ends before us.
      xFrameOptions: false,
      strictTransportSecurity: false,
      // The SDK finds the client that frames it by the referrer of the page itself, not by what we send.
      referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
    });
  const framed = policy([...framedBy]);
  const alone = policy(["'none'"]);
  return (request: Request, response: Response, next: NextFunction): void => {
    (request.path === '/' && isPanel(request) ? framed : alone)(request, response, next);
  };
}
