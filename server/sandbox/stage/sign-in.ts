import type { LocalDiscord } from '../discord/discord.ts';
import type { Persona } from '../people.ts';
import type { Authenticated, RpcError } from './contract.ts';

// Codes: the SDK's RPCErrorCodes, and Discord's documentation on RPC error codes for 1000 and 5000.
const UNKNOWN_ERROR = 1000;
const INVALID_CLIENTID = 4007;
const INVALID_TOKEN = 4009;
const OAUTH2_ERROR = 5000;

// What a verified app may be granted without asking Discord for more; the rest is refused as an invalid scope.
const grantableScopes = new Set([
  'identify',
  'guilds',
  'guilds.members.read',
  'applications.commands',
  'relationships.read',
  'rpc.activities.write',
  'rpc.voice.read',
]);

export interface AuthorizeRequest {
  clientId: string;
  scopes: string[];
  codeChallenge?: string | undefined;
  codeChallengeMethod?: string | undefined;
}

/** The client's half of signing in, for the person at one frame: what Discord's app does with its own server. */
export function authorize(
  discord: LocalDiscord,
  persona: Persona,
  request: AuthorizeRequest,
): { code: string } | RpcError {
  if (discord.faults.offline) return { code: UNKNOWN_ERROR, message: 'Unknown Error' };
  if (request.clientId !== discord.clientId) return { code: INVALID_CLIENTID, message: 'Invalid Client ID' };
  if (request.scopes.length === 0 || request.scopes.some((scope) => !grantableScopes.has(scope)))
    return oauthError('invalid_scope: The requested scope is invalid, unknown, or malformed.');
  if (request.codeChallenge !== undefined && request.codeChallengeMethod !== 'S256')
    return oauthError('invalid_request: The code challenge method must be S256.');
  return { code: discord.oauth.issueCode({ userId: persona.id, scopes: request.scopes }, request.codeChallenge) };
}

function oauthError(detail: string): RpcError {
  return { code: OAUTH2_ERROR, message: `OAuth2 Error: ${detail}` };
}

/** Refuses a token that isn't this person's: a client shows an activity for whoever sits in front of it. */
export function authenticate(
  discord: LocalDiscord,
  persona: Persona,
  accessToken: string,
  application: { name: string; description: string },
): Authenticated | RpcError {
  const session = discord.oauth.session(accessToken);
  if (!session || session.userId !== persona.id) return { code: INVALID_TOKEN, message: 'Invalid token' };
  return {
    access_token: accessToken,
    user: {
      id: persona.id,
      username: persona.username,
      discriminator: '0',
      public_flags: 0,
      avatar: persona.avatar,
      global_name: persona.globalName,
    },
    scopes: [...session.scopes],
    expires: new Date(session.expiresAt).toISOString(),
    application: { id: discord.clientId, ...application, icon: null },
  };
}
