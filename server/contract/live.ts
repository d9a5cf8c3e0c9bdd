/** What travels on GET /api/live. */
import type { LeagueView } from './league.ts';
import type { MeView } from './me.ts';

/** The panel's first message on GET /api/live (WebSocket). With `version` it resumes from there. */
export interface LiveHello {
  type: 'hello';
  token: string;
  version?: number;
}

/** What the server sends there. At least a beat every 30 seconds. */
export type LiveMessage =
  | { type: 'snapshot'; now: number; league: LeagueView }
  /** `patch` turns the view at `from` into the one at `version`. */
  | { type: 'change'; now: number; from: number; version: number; patch: object }
  | { type: 'me'; me: MeView }
  | { type: 'beat'; now: number };

/** WebSocket close codes of ours. */
export const liveClose = { signInAgain: 4401, tooSlow: 4408 } as const;
