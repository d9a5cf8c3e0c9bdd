/** What keeps the bot from Discord, by the error that it met. */
import { DiscordAPIError, GatewayCloseCodes, HTTPError } from 'discord.js';
import { NoSessionsLeft, NotAsDiscord } from './gateway-info.ts';

export type ReachTrouble =
  | { readonly trouble: 'badToken' | 'noHost' | 'refused' | 'certificate' | 'noTls' | 'slow' }
  /** `how` is what it answered, in short. */
  | { readonly trouble: 'odd'; readonly how: string }
  | { readonly trouble: 'noSessions'; readonly waitMs: number };

/** For which Discord closes the gateway for good (documentation: "Opcodes and Status Codes", Gateway Close Event Codes). */
export type FatalClose = 'badToken' | 'sharding' | 'version' | 'intents';

/** discord.js's word for 401, which is Discord's for a token that it doesn't know. */
const badToken = 'TokenInvalid';

const byCode: Readonly<Record<string, 'noHost' | 'refused' | 'noTls' | 'slow'>> = {
  ENOTFOUND: 'noHost',
  EAI_AGAIN: 'noHost',
  ECONNREFUSED: 'refused',
  ECONNRESET: 'refused',
  EHOSTUNREACH: 'refused',
  ENETUNREACH: 'refused',
  EPROTO: 'noTls',
  ERR_SSL_WRONG_VERSION_NUMBER: 'noTls',
  ETIMEDOUT: 'slow',
  UND_ERR_CONNECT_TIMEOUT: 'slow',
  UND_ERR_HEADERS_TIMEOUT: 'slow',
  UND_ERR_BODY_TIMEOUT: 'slow',
};

/** Node's names for what is wrong with a certificate, which are OpenSSL's. */
const certificates = /CERT|SELF_SIGNED|UNABLE_TO_/;

/** Undefined for what is none of these. */
export function reachTroubleOf(error: unknown): ReachTrouble | undefined {
  if (error instanceof NoSessionsLeft) return { trouble: 'noSessions', waitMs: error.waitMs };
  if (error instanceof NotAsDiscord) return { trouble: 'odd', how: error.message };
  if (error instanceof DiscordAPIError || error instanceof HTTPError) return { trouble: 'odd', how: `${error.status}` };
  if (!(error instanceof Error)) return undefined;
  const code = 'code' in error ? String(error.code) : '';
  if (code === badToken) return { trouble: 'badToken' };
  if (error.name === 'AbortError') return { trouble: 'slow' };
  if (certificates.test(code)) return { trouble: 'certificate' };
  const known = byCode[code];
  return known && { trouble: known };
}

export function fatalCloseOf(code: number): FatalClose | undefined {
  switch (code) {
    case GatewayCloseCodes.AuthenticationFailed:
      return 'badToken';
    case GatewayCloseCodes.InvalidShard:
    case GatewayCloseCodes.ShardingRequired:
      return 'sharding';
    case GatewayCloseCodes.InvalidAPIVersion:
      return 'version';
    case GatewayCloseCodes.InvalidIntents:
    case GatewayCloseCodes.DisallowedIntents:
      return 'intents';
    default:
      return undefined;
  }
}
