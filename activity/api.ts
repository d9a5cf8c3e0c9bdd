/** The only place that talks to the server: one function for each route, and the socket. */
import type {
  ActionAnswer,
  ActionBody,
  ActionRequest,
  ErrorAnswer,
  PreviewAnswer,
} from '../server/contract/actions.ts';
import type { CorrectionView } from '../server/contract/effects.ts';
import type { ExportAnswer, ForgetAnswer, ImportAnswer } from '../server/contract/exchange.ts';
import type { LeagueView } from '../server/contract/league.ts';
import type { LiveHello, LiveMessage } from '../server/contract/live.ts';
import type { MeView } from '../server/contract/me.ts';
import type { LedgerView } from '../server/contract/money.ts';
import type { HeadToHeadView, ProfileView } from '../server/contract/racer.ts';
import type { SeasonView } from '../server/contract/season.ts';
import type {
  ConnectAnswer,
  ConnectRequest,
  ConnectView,
  NonceAnswer,
  SessionAnswer,
  SessionRequest,
} from '../server/contract/session.ts';
import type { SheetScriptAnswer } from '../server/contract/sheet.ts';
import type { SponsorDeskView, SponsorSeen, SponsorTurn } from '../server/contract/sponsors.ts';
import type { RacerId, SeasonId } from '../server/contract/terms.ts';

/** On a phone that changes cells an answer may take long; after that it is rather lost than late. */
const answerMilliseconds = 15_000;
/** A file of some megabytes over such a line. */
const fileMilliseconds = 120_000;

type Refusal = { kind: 'refused'; status: number; error: ErrorAnswer['error'] };
export type Answer<T> =
  | { kind: 'ok'; value: T }
  | Refusal
  /** No answer, or one that says "later"; `error` is there when the server itself explains it. */
  | { kind: 'unreachable'; error?: ErrorAnswer['error'] };

/** `heard` gets the server's time (milliseconds since 1970, good to a second) with every answer. */
export function createApi(origin: string, heard: (serverNow: number) => void) {
  let etag = '';

  async function call<T>(method: 'GET' | 'POST', path: string, token?: string, body?: object): Promise<Answer<T>> {
    const headers = headersFor(token, body && 'application/json');
    const answer = await ask(method, path, headers, body && JSON.stringify(body));
    return answer ? read<T>(answer) : { kind: 'unreachable' };
  }

  async function ask(
    method: string,
    path: string,
    headers: Headers,
    body?: string | Blob,
    limit = answerMilliseconds,
  ): Promise<Response | undefined> {
    try {
      const answer = await fetch(new URL(path, origin), {
        method,
        headers,
        body: body ?? null,
        cache: 'no-store',
        credentials: 'omit',
        signal: AbortSignal.timeout(limit),
      });
      const date = Date.parse(answer.headers.get('date') ?? '');
      if (!Number.isNaN(date)) heard(date);
      return answer;
    } catch {
      return undefined; // fetch rejects for exactly one reason: nothing came back.
    }
  }

  return {
    config: () => call<{ client_id: string }>('GET', '/api/config'),
    nonce: () => call<NonceAnswer>('POST', '/api/nonce'),
    session: (request: SessionRequest) => call<SessionAnswer>('POST', '/api/session', undefined, request),
    renew: (token: string) => call<SessionAnswer>('POST', '/api/session/renew', token),
    me: (token: string) => call<MeView>('GET', '/api/me', token),
    sheetScript: (token: string) => call<SheetScriptAnswer>('GET', '/api/sheet-script', token),
    aboutConnecting: (token: string) => call<ConnectView>('GET', '/api/connect', token),
    connect: (token: string, request: ConnectRequest) => call<ConnectAnswer>('POST', '/api/connect', token, request),
    writeAgain: (token: string) => call<object>('POST', '/api/sheet/writer', token),
    season: (token: string, id: SeasonId) => call<SeasonView>('GET', `/api/seasons/${encodeURIComponent(id)}`, token),
    racer: (token: string, id: RacerId) => call<ProfileView>('GET', `/api/racers/${encodeURIComponent(id)}`, token),
    against: (token: string, [one, other]: readonly [RacerId, RacerId]) =>
      call<HeadToHeadView>('GET', `/api/racers/${encodeURIComponent(one)}/against/${encodeURIComponent(other)}`, token),
    corrections: (token: string) => call<CorrectionView[]>('GET', '/api/corrections', token),
    ledger: (token: string) => call<LedgerView>('GET', '/api/ledger', token),
    preview: (token: string, body: ActionBody) => call<PreviewAnswer>('POST', '/api/preview', token, body),
    link: (token: string, file: string) => call<ExportAnswer>('POST', '/api/export', token, { file }),
    forget: (token: string, racer?: RacerId) =>
      call<ForgetAnswer>('POST', '/api/forget-me', token, { confirm: true, ...(racer !== undefined && { racer }) }),

    /** A CSV or a league's JSON; `dry` changes nothing and says what it would do. */
    async takeIn(token: string, file: File, dry: boolean): Promise<Answer<ImportAnswer>> {
      const headers = headersFor(token, /\.json$/i.test(file.name) ? 'application/json' : 'text/csv');
      const answer = await ask('POST', `/api/import${dry ? '?dry=1' : ''}`, headers, file, fileMilliseconds);
      return answer ? read<ImportAnswer>(answer) : { kind: 'unreachable' };
    },

    sponsors: (token: string) => call<SponsorDeskView>('GET', '/api/sponsors', token),
    sponsorTurn: (token: string) => call<SponsorTurn>('POST', '/api/sponsors/turn', token),
    sponsorSeen: (token: string, seen: SponsorSeen) => call<object>('POST', '/api/sponsors/seen', token, seen),

    sponsorWorkbook: (token: string, spreadsheet: string) =>
      call<ConnectAnswer>('POST', '/api/sponsors/workbook', token, { spreadsheet }),

    act: (token: string, request: ActionRequest) => call<ActionAnswer>('POST', '/api/actions', token, request),

    /** The league, or undefined when it is as it was at the last call. */
    async league(token: string): Promise<Answer<LeagueView | undefined>> {
      const headers = headersFor(token);
      if (etag) headers.set('if-none-match', etag);
      // Otherwise fetch adds no-cache here, which forbids the server to answer 304.
      headers.set('cache-control', 'max-age=0');
      const answer = await ask('GET', '/api/league', headers);
      if (!answer) return { kind: 'unreachable' };
      if (answer.status === 304) return { kind: 'ok', value: undefined };
      if (answer.ok) etag = answer.headers.get('etag') ?? '';
      return read<LeagueView>(answer);
    },

    /** Opens the socket and says hello; what it returns closes it for good, without a word to `closed`. */
    live(hello: LiveHello, on: { message(it: LiveMessage): void; closed(code: number): void }): () => void {
      const url = new URL('/api/live', origin);
      url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
      const socket = new WebSocket(url);
      const quiet = new AbortController();
      const { signal } = quiet;
      socket.addEventListener('open', () => socket.send(JSON.stringify(hello)), { signal });
      socket.addEventListener('message', ({ data }) => on.message(JSON.parse(data)), { signal });
      socket.addEventListener('close', ({ code }) => on.closed(code), { signal });
      return () => {
        quiet.abort();
        socket.close();
      };
    },
  };
}

export type Api = ReturnType<typeof createApi>;

function headersFor(token?: string, type?: string): Headers {
  const headers = new Headers();
  if (token) headers.set('authorization', `Bearer ${token}`);
  if (type) headers.set('content-type', type);
  return headers;
}

async function read<T>(answer: Response): Promise<Answer<T>> {
  const body: unknown = await answer.json().catch(() => undefined);
  if (answer.ok && body !== undefined) return { kind: 'ok', value: body as T };
  const error = hasError(body) ? body.error : undefined;
  const later = answer.status >= 500 || answer.status === 429;
  if (error && !later) return { kind: 'refused', status: answer.status, error };
  return error ? { kind: 'unreachable', error } : { kind: 'unreachable' };
}

/** A proxy on the way may answer with a page of its own instead of our words. */
function hasError(body: unknown): body is ErrorAnswer {
  return typeof body === 'object' && body !== null && 'error' in body && typeof body.error === 'object';
}
