/** The one edge where refusals and errors become answers. */
import type { ErrorRequestHandler, Response } from 'express';
import type { Logger } from 'pino';
import type { ErrorAnswer } from '../contract/actions.ts';
import { DiscordUnreachable } from '../discord.ts';
import { type Refusal, type RefusalCode, sayRefusal } from '../words/refusals.ts';

/** A refusal thrown on the way to the edge. */
export class Refused extends Error {
  override name = 'Refused';
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.refused);
    this.refusal = refusal;
  }
}

/** What isn't here is 409: the request is fine, but not as things stand. */
const statuses: Partial<Record<RefusalCode, number>> = {
  bad_request: 400,
  bad_position: 400,
  bad_name: 400,
  reason_needed: 400,
  sentence_needed: 400,
  bad_time: 400,
  bad_title: 400,
  bad_season_name: 400,
  bad_dates: 400,
  bad_drop: 400,
  bad_points: 400,
  points_too_fine: 400,
  bad_amount: 400,
  bad_commission: 400,
  bad_split: 400,
  bad_bonuses: 400,
  same_account: 400,
  long_why: 400,
  why_needed: 400,
  named_twice: 400,
  dead_heat_is_hosts: 403,
  bad_address: 400,
  not_a_spreadsheet: 400,
  sign_in: 401,
  nonce_unknown: 401,
  code_refused: 401,
  hosts_only: 403,
  wrong_secret: 403,
  managers_only: 403,
  not_in_instance: 403,
  not_in_guild: 403,
  bot_missing: 403,
  foreign_origin: 403,
  unknown_race: 404,
  unknown_racer: 404,
  unknown_season: 404,
  unknown_protest: 404,
  unknown_correction: 404,
  no_league: 404,
  no_league_here: 404,
  no_spreadsheet: 404,
  page_off: 404,
  not_found: 404,
  too_large: 413,
  file_too_large: 413,
  link_used: 410,
  import_problems: 422,
  too_many: 429,
  discord_unreachable: 503,
  google_unreachable: 503,
  league_broken: 503,
  failed: 500,
};

export function statusOf({ refused }: Refusal): number {
  return statuses[refused] ?? 409;
}

export function sendRefusal(response: Response, refusal: Refusal): void {
  response.status(statusOf(refusal)).json({ error: sayRefusal(refusal) } satisfies ErrorAnswer);
}

export function errorEdge(log: Logger): ErrorRequestHandler {
  return (error, _request, response, next) => {
    if (response.headersSent) return next(error);
    sendRefusal(response, refusalOf(error, log));
  };
}

function refusalOf(error: unknown, log: Logger): Refusal {
  if (error instanceof Refused) return error.refusal;
  if (error instanceof DiscordUnreachable) {
    log.warn({ err: error }, 'Discord');
    return { refused: 'discord_unreachable' };
  }
  const type = typeOf(error);
  if (isTooLarge(error)) return { refused: 'too_large' };
  if (type === 'entity.parse.failed') return { refused: 'bad_request', given: { what: "it isn't JSON" } };
  if (error instanceof URIError || typeof type === 'string') {
    return { refused: 'bad_request', given: { what: "it can't be read" } };
  }
  log.error({ err: error }, 'a request failed');
  return { refused: 'failed' };
}

/** Whether a body was larger than its reader takes. */
export function isTooLarge(error: unknown): boolean {
  return typeOf(error) === 'entity.too.large';
}

/** Of the errors of express.json and express.raw: github.com/expressjs/body-parser#errors */
function typeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'type' in error ? error.type : undefined;
}
