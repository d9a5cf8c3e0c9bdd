import { createHash } from 'node:crypto';
import express, { type Response, Router } from 'express';

/** What a person agreed to at AUTHORIZE. */
interface Grant {
  readonly userId: string;
  readonly scopes: readonly string[];
}

export interface Session extends Grant {
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
}

export interface OAuth {
  /** `POST /oauth2/token`. */
  readonly router: Router;
  /** A code for `POST /oauth2/token`: good once, for a minute, and only with the verifier when a challenge is given. */
  issueCode(grant: Grant, codeChallenge?: string): string;
  /** Who an access token speaks for; null when it is unknown or expired. */
  session(accessToken: string): Session | null;
}

const CODE_LIFE_MS = 60_000;
// Documentation: "OAuth2", access token response, its example of seven days.
const TOKEN_LIFE_MS = 604_800_000;

interface OAuthParts {
  clientId: string;
  clientSecret: string;
  now: () => number;
  random: () => number;
}

export function createOAuth({ clientId, clientSecret, now, random }: OAuthParts): OAuth {
  const codes = new Map<string, Grant & { challenge: string | undefined; expiresAt: number }>();
  const sessions = new Map<string, Session>();
  const refreshes = new Map<string, Grant>();

  const exchangeCode = (form: Form): TokenAnswer => {
    const code = codes.get(form.code ?? '');
    codes.delete(form.code ?? '');
    if (!code || code.expiresAt <= now()) return refuse('invalid_grant', 'Invalid "code" in request.');
    if (code.challenge !== undefined && s256(form.code_verifier ?? '') !== code.challenge)
      return refuse('invalid_grant', 'Invalid "code_verifier" in request.');
    return openSession(code);
  };

  const refresh = (form: Form): TokenAnswer => {
    const grant = refreshes.get(form.refresh_token ?? '');
    refreshes.delete(form.refresh_token ?? '');
    return grant ? openSession(grant) : refuse('invalid_grant', 'Invalid "refresh_token" in request.');
  };

  const openSession = ({ userId, scopes }: Grant): TokenAnswer => {
    const accessToken = token(random);
    const refreshToken = token(random);
    sessions.set(accessToken, { userId, scopes, expiresAt: now() + TOKEN_LIFE_MS });
    refreshes.set(refreshToken, { userId, scopes });
    return {
      status: 200,
      body: {
        token_type: 'Bearer',
        access_token: accessToken,
        expires_in: TOKEN_LIFE_MS / 1000,
        refresh_token: refreshToken,
        scope: scopes.join(' '),
      },
    };
  };

  const answerToken = (form: Form): TokenAnswer => {
    if (form.client_id !== clientId || form.client_secret !== clientSecret)
      return { status: 401, body: { error: 'invalid_client' } };
    if (form.grant_type === 'authorization_code') return exchangeCode(form);
    if (form.grant_type === 'refresh_token') return refresh(form);
    return refuse('unsupported_grant_type', 'Grant type None is not supported');
  };

  const router = Router();
  router.post('/oauth2/token', express.urlencoded({ extended: false, limit: '8kb' }), (request, response) => {
    if (!request.is('application/x-www-form-urlencoded'))
      return void response.status(415).json({ message: '415: Unsupported Media Type', code: 0 });
    send(response, answerToken(formOf(request.body)));
  });

  return {
    router,
    issueCode(grant, codeChallenge) {
      const code = token(random);
      codes.set(code, { ...grant, challenge: codeChallenge, expiresAt: now() + CODE_LIFE_MS });
      return code;
    },
    session(accessToken) {
      const session = sessions.get(accessToken);
      return session && session.expiresAt > now() ? session : null;
    },
  };
}

type Form = Partial<Record<string, string>>;
type TokenAnswer = { status: number; body: object };

/** A field sent twice counts as absent: OAuth forbids it (RFC 6749, 3.2). */
function formOf(body: unknown): Form {
  if (typeof body !== 'object' || body === null) return {};
  return Object.fromEntries(Object.entries(body).filter(([, value]) => typeof value === 'string'));
}

function refuse(error: string, error_description: string): TokenAnswer {
  return { status: 400, body: { error, error_description } };
}

function send(response: Response, { status, body }: TokenAnswer): void {
  response.status(status).set('cache-control', 'no-store').json(body);
}

/** PKCE's only method that Discord takes (RFC 7636, 4.2). */
function s256(verifier: string): string {
  return createHash('sha256').update(verifier).digest('base64url');
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

function token(random: () => number): string {
  return Array.from({ length: 30 }, () => ALPHABET[Math.floor(random() * ALPHABET.length)]).join('');
}
