/**
 * What panel and server say to each other, as types; the parsers stand beside the routes. Times are milliseconds since
 * 1970 by the server's clock. Nothing here holds a Discord ID: people are known by their racer ID, which is ours.
 */
import type { FactTab, Position, RaceStatus } from '../sheets/records.ts';

export type { FactTab, Position, RaceStatus };
export type RacerId = string;
export type RaceId = string;

/** The league as every member sees it. Never null inside: a change to it travels as a JSON merge patch (RFC 7386). */
export interface LeagueView {
  /** The journal's position that this shows; grows with every change. */
  version: number;
  name: string;
  game: string;
  /** True while a stand-in plays Discord or Google: the screen says so. */
  sandbox: boolean;
  season?: { id: string; name: string };
  /** The most racers a race takes. */
  places: number;
  whoMayOpen: WhoMayOpen;
  /** How long a complete result waits for objections before it is final, seconds. */
  objectionSeconds: number;
  /** Points for the first place, the second, and so on; then for any other finish, and for DNF. */
  points: { places: number[]; other: number; dnf: number };
  racers: Record<RacerId, RacerView>;
  /** Races that are not over, and those of the latest night. */
  races: Record<RaceId, RaceView>;
  standings: StandingView[];
  sheet: SheetView;
}

export const whoMayOpen = ['Hosts', 'Everyone'] as const;
export type WhoMayOpen = (typeof whoMayOpen)[number];

export interface RacerView {
  name: string;
}

export interface RaceView {
  name: string;
  /** What the evening is called, as in the Sheet. */
  night: string;
  status: RaceStatus;
  /** The name of whoever opened it. */
  host?: string;
  /** Orders races: later ones have a greater number. */
  order: number;
  /** Those who take part, in the order in which they joined. */
  entrants: EntrantView[];
  /** Positions that more than one racer holds. */
  contradictions: { position: number; racers: RacerId[] }[];
  /** Everybody has reported, yet nobody holds these positions. */
  gaps?: number[];
  /** When it becomes final by itself; only while the claims form a complete result and nobody has objected. */
  finalAt?: number;
  /** Who said "That's wrong" since the last change of a position. */
  objection?: { by: string };
}

export interface EntrantView {
  racer: RacerId;
  /** What they hold now: their own claim, or what a host set. */
  position?: Position;
  /** What that position scores, once the race is final. */
  points?: number;
  /** A host or the Sheet has the last word here: the racer's own claim no longer counts. */
  decidedByHost?: true;
  /** Joined after the start. */
  late?: true;
}

export interface StandingView {
  /** 1, 2, 2, 4. */
  rank: number;
  racer: RacerId;
  points: number;
  wins: number;
  podiums: number;
  races: number;
  /** Points from races of the latest night; part of `points`. */
  tonight: number;
  /** Points from the race that became final last, and the ranks gained (or, negative, lost) by it. */
  latest?: { points: number; moved: number };
}

/** How the Sheet is doing. */
export interface SheetView {
  state: 'saved' | 'saving' | 'unreachable';
  /** Since when something has been waiting to be written. */
  since?: number;
}

/** What is mine alone. */
export interface MeView {
  /** My racer in this league, once I have joined a race. */
  racer?: RacerId;
  /** What I am called: the in-game name, or a suggestion from Discord until I have joined. */
  name: string;
  host: boolean;
  /** For hosts: what is wrong in the Sheet and what to do about it. */
  problems?: ProblemView[];
}

export interface ProblemView {
  /** As in `Results!C14`, or the Sheet as a whole. */
  where: string;
  what: string;
  remedy: string;
  /** The tab whose rows vanished: a host decides with `missingRows`. */
  missing?: FactTab;
  /** Another program writes to the Sheet: a host may take that back with POST /api/sheet/writer. */
  otherWriter?: true;
}

/** `id` is made by whoever asks (a UUID): sent twice, it is done once and answered the same. */
export type ActionRequest = { id: string } & ActionBody;

export type ActionBody =
  /** Take part. `name` is the in-game name, asked for the first time. After the start it marks me as late. */
  | { type: 'join'; race?: RaceId; name?: string }
  | { type: 'leave'; race: RaceId }
  /** My own place. Without `race`, the race I am in. */
  | { type: 'report'; race?: RaceId; position: number | 'DNF' }
  /** "That's wrong": stops the clock until a position changes or a host closes the race. */
  | { type: 'object'; race: RaceId }
  | { type: 'openRace' }
  | { type: 'startRace'; race: RaceId }
  /** A host sets anyone's position, in any race; null takes it away. */
  | { type: 'fix'; race: RaceId; racer: RacerId; position: Position | null }
  /** Makes it final; whoever has no position did not start. */
  | { type: 'closeRace'; race: RaceId }
  | { type: 'voidRace'; race: RaceId; reason: string }
  /** Closes nothing: opens the next race with the same racers, once this one is over. */
  | { type: 'nextRace'; race: RaceId }
  /** A host lets rows go that vanished at once, or has them written again. */
  | { type: 'missingRows'; tab: FactTab; choice: 'delete' | 'putBack' };

/** 200. The action is in the journal. */
export interface ActionAnswer {
  /** "Saved: 3rd. 10 pts once final. 6 of 8 in." */
  message: string;
  /** The version of the league that holds it. */
  version: number;
  /** The race that it made or changed. */
  race?: RaceId;
}

/** Any answer from 400 up. Nothing was changed. */
export interface ErrorAnswer {
  error: {
    code: string;
    /** "Could not save the result: no race is running." */
    message: string;
    /** "Ask a host to open one." */
    remedy: string;
  };
}

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

/** GET /api/sheet-script, for hosts alone: it holds the league's secret. */
export interface SheetScriptAnswer {
  /** What goes into the Sheet's Apps Script, as it is. */
  script: string;
  /** Whether Google can reach this server, as far as it knows its own address. */
  reachable: boolean;
}

/** WebSocket close codes of ours. */
export const liveClose = { signInAgain: 4401, tooSlow: 4408 } as const;

/** GET /api/public/league, or /api/public/:slug. */
export interface PublicLeague {
  league: string;
  season?: string;
  /** As of when. */
  at: number;
  standings: { rank: number; racer: string; points: number; wins: number; podiums: number; races: number }[];
  /** Final races of the open season, the latest first. */
  races: { race: string; night: string; results: { position: Position; racer: string; points: number }[] }[];
}
