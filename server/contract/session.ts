/** Signing in, and connecting a Sheet where there is no league yet. */

/** POST /api/nonce */
export interface NonceAnswer {
  nonce: string;
  code_challenge: string;
}

/** POST /api/session takes this and answers SessionAnswer. */
export interface SessionRequest {
  nonce: string;
  code: string;
  instance_id: string;
}

export interface SessionAnswer {
  /** Ours; `Authorization: Bearer …`. POST /api/session/renew gives a new one for one that is still valid. */
  token: string;
  /** When the token ends. */
  expires_at: number;
  /** Discord's, for `authenticate` alone; only the first answer has it. */
  access_token?: string;
  /** Keys what the panel stores on the device: no Discord ID, the same at every sign-in. */
  user: string;
  league: string;
  /** The server has no league yet: its hosts connect one. */
  unconnected?: true;
}

/** GET /api/connect: what it takes to connect a spreadsheet, in a server that has no league yet. */
export interface ConnectView {
  /** Whether I may. */
  host: boolean;
  /** What the server is called. */
  server?: string;
  /** Whom the spreadsheet has to be shared with. */
  account: string;
}

/** POST /api/connect */
export interface ConnectRequest {
  /** Its address, or its ID. */
  spreadsheet: string;
}

export type ConnectAnswer =
  /** The code has to be typed into any cell of the spreadsheet with that title; then ask again. */
  { state: 'code'; title: string; code: string } | { state: 'connected' };
