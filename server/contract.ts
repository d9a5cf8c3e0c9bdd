/**
 * What panel and server say to each other, as types; the parsers stand beside the routes. Times are milliseconds since
 * 1970 by the server's clock. Nothing here holds a Discord ID: people are known by their racer ID, which is ours.
 */
import type { Account } from '../sheets/accounts.ts';
import type { Position } from '../sheets/positions.ts';
import type { FactTab, RaceStatus, seasonStatuses } from '../sheets/records.ts';

export type { FactTab, Position, RaceStatus };
export type RacerId = string;
export type RaceId = string;
export type SeasonId = string;
/** Whole minor units (cents) of the league's currency. */
export type Units = number;
/** Whose an amount is: the league's own accounts by their names, racers and sponsors by their IDs. */
export type AccountName = Account;
export type SeasonStatus = (typeof seasonStatuses)[number];

/** The league as every member sees it. Never null inside: a change to it travels as a JSON merge patch (RFC 7386). */
export interface LeagueView {
  /** The journal's position that this shows; grows with every change. */
  version: number;
  name: string;
  game: string;
  /** In which its days begin and end, as in "Europe/Lisbon". */
  timeZone: string;
  /** True while a stand-in plays Discord or Google: the screen says so. */
  sandbox: boolean;
  season?: { id: string; name: string };
  /** Missing while no money is played for: then nothing anywhere speaks of any. */
  money?: LeagueMoneyView;
  /** All of them, the latest first. */
  seasons: SeasonSummary[];
  /** The most racers a race takes. */
  places: number;
  whoMayOpen: WhoMayOpen;
  /** CPUs or guests may hold places too: gaps in a result are fine. */
  cpus: boolean;
  /** How long a racer may protest after a race is final, hours. */
  protestHours: number;
  /** How long a complete result waits for objections before it is final, seconds. */
  objectionSeconds: number;
  /** Points for the first place, the second, and so on; then for any other finish, and for DNF. */
  points: { places: number[]; other: number; dnf: number };
  racers: Record<RacerId, RacerView>;
  /**
   * Races that are not over, planned ones among them, those of the latest night, and those of a closed season that may
   * still be protested against.
   */
  races: Record<RaceId, RaceView>;
  standings: StandingView[];
  /** The table of the latest night alone. */
  night?: { name: string; standings: NightStandingView[] };
  sheet: SheetView;
}

export interface SeasonSummary {
  id: SeasonId;
  name: string;
  status: SeasonStatus;
  starts?: number;
  ends?: number;
  /** Of a closed season: who won it; several where they share it. */
  champions?: RacerId[];
}

export interface LeagueMoneyView {
  /** ISO 4217. Every amount is in its minor units. */
  currency: string;
  /** Of the open season itself; races have their own. */
  season?: StakesView;
}

/** What a race or a season is played for. */
export interface StakesView {
  /** What it costs to take part, once. */
  entryFee?: Units;
  /** What is in the pot; once it's paid out, what was in it. */
  pot: Units;
  /** Percent of it for the league, as 12.5; then percent of the rest for the first, the second, and so on. */
  commission?: number;
  shares: number[];
}

/** What a champion gets. */
export interface GrandPrizeView {
  amount: Units;
  champions: { racer: RacerId; name: string; amount: Units }[];
  /** Who gives it; without one, the league. */
  sponsor?: string;
}

export interface NightStandingView {
  rank: number;
  racer: RacerId;
  points: number;
  wins: number;
}

export const whoMayOpen = ['Hosts', 'Everyone'] as const;
export type WhoMayOpen = (typeof whoMayOpen)[number];

export interface RacerView {
  name: string;
  /** Has no Discord account here: their owner may take them over. */
  placeholder?: true;
}

export interface RaceView {
  name: string;
  /** What the evening is called, as in the Sheet. */
  night: string;
  status: RaceStatus;
  /** When it is to be, if that was said. It doesn't open by itself. */
  planned?: number;
  /** The name of whoever opened it. */
  host?: string;
  /** Missing where the Sheet names none. */
  season?: SeasonId;
  /** Orders races: later ones have a greater number. */
  order: number;
  /** Missing where nothing is at stake. */
  stakes?: StakesView;
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
  /** The report minutes are over: who hasn't reported, and the places that fit so far, as from 1st to that one. */
  overdue?: { missing: RacerId[]; fits?: number };
  /** Until when it may be protested against; only of a final race. */
  protestUntil?: number;
}

export interface EntrantView {
  racer: RacerId;
  /** What they hold now: their own claim, or what a host set. */
  position?: Position;
  /** What that position scores, once the race is final. */
  points?: number;
  /** Prize and bonus for it, where it brought any. */
  won?: Units;
  /** A host or the Sheet has the last word here: the racer's own claim no longer counts. */
  decidedByHost?: true;
  /** Joined after the start. */
  late?: true;
  /** Others in the race who vouch for this position. */
  confirmedBy?: RacerId[];
}

export interface StandingView {
  /** 1, 2, 2, 4. */
  rank: number;
  racer: RacerId;
  points: number;
  wins: number;
  podiums: number;
  races: number;
  /** Points of dropped races; not part of `points`. */
  dropped: number;
  /** Points that hosts added or took away; part of `points`. */
  adjustments: number;
  /** Prizes won in the season; only while money is played for. */
  winnings?: Units;
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
  /** Whether the public page names me. */
  onPage?: boolean;
  /** What is mine; only while money is played for. */
  wallet?: WalletView;
  /** Racers without Discord who I say that I am, until a host answers. */
  asked?: RacerId[];
  /** What I protested against, the latest first. */
  protests?: MyProtest[];
  /** For hosts: what waits for their word, the oldest first. */
  queue?: QueueItem[];
  /** For hosts: racers who are the same as another, and who that is. They are in no other list. */
  merged?: { racer: RacerId; name: string; into: RacerId }[];
  /** For hosts: scoring tables that a season may use; those that aren't in the Scoring tab are for `addScoring`. */
  scorings?: { name: string; there: boolean }[];
  /** For hosts, while money is played for: who may give something. */
  sponsors?: { id: string; name: string }[];
  /** For hosts: what is wrong in the Sheet and what to do about it. */
  problems?: ProblemView[];
}

/** A racer's own account: for nobody else's eyes but those of hosts. */
export interface WalletView {
  /** Below zero for what they owe. */
  balance: Units;
  /** The latest first. */
  bookings: BookingView[];
  /** So many older ones more. */
  more?: number;
}

export interface BookingView {
  id: string;
  at?: number;
  /** Below zero for what went out. */
  amount: Units;
  why: string;
  /** Which race or season it's about. */
  about?: string;
}

/** GET /api/ledger, for hosts, while money is played for. */
export interface LedgerView {
  /** Everything that holds something or owes it: the league's own accounts, pots, then racers and sponsors by name. */
  accounts: AccountView[];
  /** The latest first. */
  rows: LedgerRowView[];
  /** So many older ones more. */
  more?: number;
}

export interface AccountView {
  account: AccountName;
  name: string;
  /** Which race's or season's it is, of a pot or a grand prize. */
  about?: string;
  balance: Units;
}

export interface LedgerRowView {
  id: string;
  at?: number;
  /** Whose they are, in words: "Ana", "the pot". */
  from: string;
  to: string;
  amount: Units;
  why: string;
  about?: string;
  by?: string;
}

export interface MyProtest {
  race: RaceId;
  raceName: string;
  says: string;
  state: 'waiting' | 'fixed' | 'declined';
  /** What a host said to it. */
  answer?: string;
}

export type QueueItem =
  /** "This is wrong", said of a final race: `correct` with its ID, or `declineProtest`. */
  | {
      kind: 'protest';
      id: string;
      race: RaceId;
      raceName: string;
      season: SeasonId;
      racer: RacerId;
      says: string;
      at: number;
    }
  /** The report minutes of a race are over: `fix` for those who haven't reported, or `wait`. */
  | { kind: 'overdue'; race: RaceId; raceName: string; missing: RacerId[]; fits?: number; at: number }
  /** Somebody says that a racer without Discord is them: `answerTakeOver`. */
  | { kind: 'takeOver'; id: string; racer: RacerId; name: string }
  /** The Sheet says Closed: `closeSeason` or `keepSeasonOpen`. */
  | { kind: 'closing'; season: SeasonId; since: number }
  /** A date has come: `openSeason` or `closeSeason`, or `dismissReminder`. */
  | { kind: 'starts' | 'ends'; season: SeasonId; at: number };

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
  /** I vouch for somebody else's place in the race I am in. */
  | { type: 'confirm'; race: RaceId; racer: RacerId }
  /** "That's wrong": stops the clock until a position changes or a host closes the race. */
  | { type: 'object'; race: RaceId }
  /** "This is wrong", after it's final. */
  | { type: 'protest'; race: RaceId; says: string }
  /** Without `race`, a new one; else one that was planned. */
  | { type: 'openRace'; race?: RaceId; entryFee?: Units | null }
  /** A race at a time to come, milliseconds since 1970. */
  | { type: 'planRace'; at: number; name?: string; night?: string; entryFee?: Units | null }
  | { type: 'startRace'; race: RaceId }
  /** A host sets anyone's position, in any race; null takes it away. */
  | { type: 'fix'; race: RaceId; racer: RacerId; position: Position | null }
  /** Several at once, of a race that's over; settles a protest with it. */
  | { type: 'correct'; race: RaceId; positions: { racer: RacerId; position: Position | null }[]; protest?: string }
  /** Those who hold that place crossed the line together. */
  | { type: 'deadHeat'; race: RaceId; position: number }
  /** Those who haven't reported get as long again. */
  | { type: 'wait'; race: RaceId }
  | { type: 'declineProtest'; protest: string; says: string }
  /** Takes a correction back, by its position in the journal. */
  | { type: 'undo'; entry: number }
  /** Makes it final; whoever has no position did not start. */
  | { type: 'closeRace'; race: RaceId }
  | { type: 'voidRace'; race: RaceId; reason: string }
  /** Closes nothing: opens the next race with the same racers, once this one is over. */
  | { type: 'nextRace'; race: RaceId }
  | ({ type: 'planSeason'; name: string } & SeasonFields)
  | ({ type: 'editSeason'; season: SeasonId; name?: string } & SeasonFields)
  | { type: 'openSeason'; season: SeasonId }
  /** With `next`, the season of that name opens at once: a planned one, or a new one that is scored alike. */
  | { type: 'closeSeason'; season: SeasonId; next?: string }
  | { type: 'reopenSeason'; season: SeasonId }
  /** The Sheet said Closed, but the season goes on. */
  | { type: 'keepSeasonOpen'; season: SeasonId }
  | { type: 'dismissReminder'; season: SeasonId }
  /** A bonus, or a penalty below zero, in the open season unless `season` says another. */
  | { type: 'adjust'; racer: RacerId; points: number; reason: string; season?: SeasonId; race?: RaceId }
  /** What entering a race costs, of one that's over too. */
  | { type: 'setFee'; race: RaceId; entryFee: Units | null }
  /**
   * A host notes that money changed hands: paid in from outside, cashed out, or what a sponsor gives. A pot is that of
   * `race`, else of `season`, else of the open season.
   */
  | {
      type: 'notePayment';
      from: AccountName;
      to: AccountName;
      amount: Units;
      why?: string;
      season?: SeasonId;
      race?: RaceId;
    }
  /** Writes a well-known scoring table into the Scoring tab. */
  | { type: 'addScoring'; preset: string }
  /** Somebody without Discord. */
  | { type: 'addRacer'; name: string }
  /** Both are one person: everything of `racer` counts for `into`. `into: null` ends that. */
  | { type: 'mergeRacers'; racer: RacerId; into: RacerId | null }
  /** "That's me", said of a racer without Discord. */
  | { type: 'takeOver'; racer: RacerId }
  | { type: 'answerTakeOver'; takeOver: string; yes: boolean }
  /** Whether the public page names me. */
  | { type: 'setOnPage'; on: boolean }
  /** A host lets rows go that vanished at once, or has them written again. */
  | { type: 'missingRows'; tab: FactTab; choice: 'delete' | 'putBack' };

/** What is left out stays as it is, or is as in the season before; null takes a date away. */
export interface SeasonFields {
  starts?: number | null;
  ends?: number | null;
  /** The name of a table in the Scoring tab. */
  scoring?: string;
  dropWorst?: number;
  /** Due once from everybody who starts in the season. Of all of these, null is none. */
  entryFee?: Units | null;
  /** Percent of every pot, as 12.5. */
  commission?: number | null;
  /** Percentages of a pot for the first, the second and so on: "50, 30, 20". */
  split?: string | null;
  /** "Win 2, Podium 0.50". */
  bonuses?: string | null;
  grandPrize?: Units | null;
  sponsor?: string | null;
}

/** 200. The action is in the journal. */
export interface ActionAnswer {
  /** "Saved: 3rd. 10 pts once final. 6 of 8 in." */
  message: string;
  /** The version of the league that holds it. */
  version: number;
  /** The race that it made or changed. */
  race?: RaceId;
}

/** POST /api/preview takes an action without its `id`, and answers what it would do to what counts. */
export interface PreviewAnswer {
  effects: EffectsView;
  /** What else is worth knowing before: a sentence each. */
  notes: string[];
}

export interface EffectsView {
  seasons: SeasonEffectView[];
  trophies: (TrophyView & { name: string; change: 'won' | 'lost' })[];
  /** What balances gain by it, below 0 for what they lose; missing where none changes. Whoever isn't a host sees their own. */
  money?: { account: AccountName; name: string; gain: Units }[];
  /** So many more than are listed. */
  more?: number;
  /** All of it in words, a sentence each; none if nothing changes. */
  sentences: string[];
}

export interface SeasonEffectView {
  season: SeasonId;
  racers: {
    racer: RacerId;
    name: string;
    /** Before and after; null where they aren't in the standings. */
    rank: readonly [from: number | null, to: number | null];
    points: readonly [from: number, to: number];
    dropped: readonly [from: number, to: number];
    wins: readonly [from: number, to: number];
  }[];
  /** A closed season's champions change. */
  champions?: { from: readonly RacerId[]; to: readonly RacerId[] };
}

export interface TrophyView {
  racer: RacerId;
  metal: 'gold' | 'silver' | 'bronze';
  season: SeasonId;
  seasonName: string;
  /** Missing for the season's own trophy. */
  race?: RaceId;
  raceName?: string;
  at?: number;
}

/** GET /api/seasons/:id */
export interface SeasonView extends SeasonSummary {
  /** The name of its scoring table, and how many of the worst races don't count. */
  scoring: string;
  dropWorst: number;
  /** Only while money is played for. */
  money?: SeasonMoneyView;
  standings: SeasonStandingView[];
  /** The latest first; void and planned ones too. */
  races: (RaceView & { id: RaceId })[];
}

/** A season's rules of money as the Seasons tab says them, and what they come to. */
export interface SeasonMoneyView {
  stakes: StakesView;
  /** "50, 30, 20", where it isn't what every season has. */
  split?: string;
  bonuses?: string;
  /** What sponsor or league give; pots add what they don't pay out. */
  grandPrize?: Units;
  sponsor?: string;
  /** What the champion got, or would if the season closed now; missing where there's nothing to get. */
  check?: GrandPrizeView;
}

export interface SeasonStandingView {
  rank: number;
  racer: RacerId;
  name: string;
  points: number;
  wins: number;
  podiums: number;
  races: number;
  dropped: number;
  adjustments: number;
  winnings?: Units;
  why: WhyView;
}

/** Why somebody stands where they do. */
export interface WhyView {
  sentence: string;
  scores: { race: RaceId; raceName: string; position?: Position; points: number; dropped?: true }[];
  adjustments: { points: number; reason: string; by: string; raceName?: string }[];
}

/** GET /api/racers/:id */
export interface ProfileView {
  racer: RacerId;
  name: string;
  /** In the open season. */
  season?: { name: string; rank: number; points: number; wins: number };
  career: { seasons: number; races: number; wins: number; podiums: number; titles: number };
  /** Everything ever won here; only while money is played for. */
  earnings?: Units;
  /** The latest first. */
  cabinet: TrophyView[];
  form: FormView;
}

export interface FormView {
  /** The latest five results, the latest first. */
  lastFive: { race: RaceId; raceName: string; position: Position }[];
  /** Races won in a row up to now, and the most ever; the same for podiums. */
  winStreak: { now: number; best: number };
  podiumStreak: { now: number; best: number };
  /** Of races that they started, from 0 to 1; missing before the first. */
  podiumRate?: number;
  /** The highest rank in a closed season, or the open one; then points. */
  bestSeason?: { name: string; rank: number; points: number };
}

/** GET /api/racers/:id/against/:other: races in which both started, and who was ahead. */
export interface HeadToHeadView {
  races: number;
  ahead: number;
  behind: number;
  level: number;
  /** The latest first. */
  meetings: { race: RaceId; raceName: string; own: Position; other: Position }[];
}

/** GET /api/corrections, for hosts: what was corrected lately and can be taken back, the latest first. */
export interface CorrectionView {
  entry: number;
  at: number;
  by: string;
  what: string;
  effects: string[];
  undone?: true;
}

/**
 * POST /api/import, for hosts: a file as the body, a CSV of results (2 MB at most) or a league's JSON (application/json,
 * 16 MB). With `?dry=1` nothing is changed. With problems nothing is changed either, and it answers 422 with an ErrorAnswer
 * in addition.
 */
export interface ImportAnswer {
  /** "Imported: 1 season, 12 races, 8 racers, 96 results." */
  message: string;
  /** The version of the league that holds it, if it was done. */
  version?: number;
  /** All of it is here already. */
  nothingNew?: true;
  /** By name: what is new, and what is here already. */
  seasons: { added: string[]; known: string[] };
  races: { added: number; known: number };
  racers: { added: string[]; known: number };
  /** New ones. */
  results: number;
  /** `line` counts from 1, the headers included. */
  problems: { line?: number; what: string; remedy: string }[];
  /** So many more problems than are listed. */
  more?: number;
  /** What is worth knowing before: a sentence each. */
  notes: string[];
}

/**
 * POST /api/export with `{ file }`, for hosts: league.json, results.csv, or tab-results.csv and its like. The link works
 * once and without signing in. GET /api/export/<file> answers the file itself to a host's token.
 */
export interface ExportAnswer {
  url: string;
  /** Milliseconds since 1970. */
  until: number;
}

/** POST /api/forget-me with `{ confirm: true }`; hosts may add the `racer` whom it's about. */
export interface ForgetAnswer {
  message: string;
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

/** A sponsor as a screen shows it. */
export interface SponsorView {
  id: string;
  name: string;
  message?: string;
  /** On our own origin; without one the name stands for it. */
  logo?: LogoView;
  /** For dark ground, where there is one of its own. */
  logoOnDark?: LogoView;
  /** Ours, which counts the click and leads on; missing where the sponsor has no link. */
  link?: string;
}

export interface LogoView {
  url: string;
  width: number;
  height: number;
}

/** POST /api/sponsors/turn: whose turn it is on this panel's standings; none if the season has no sponsor. */
export interface SponsorTurn {
  sponsor?: SponsorView;
}

/** POST /api/sponsors/seen: its logo was on the screen. */
export interface SponsorSeen {
  sponsor: string;
}

/** GET /api/sponsors, for hosts: each as it looks, before its season as well. */
export interface SponsorDeskView {
  sponsors: (SponsorView & {
    now: boolean;
    /** Where the link leads in the end. */
    leadsTo?: string;
    /** The sponsor's own report. Whoever has the address sees it. */
    report: string;
    problems: { what: string; remedy: string }[];
  })[];
  /** Whom the sponsor workbook has to be shared with. */
  account: string;
  workbook: 'none' | 'kept' | 'unreachable';
}

/** WebSocket close codes of ours. */
export const liveClose = { signInAgain: 4401, tooSlow: 4408 } as const;

/** GET /api/public/league, or /api/public/:slug. Whoever hides from the page has no name in it. */
export interface PublicLeague {
  league: string;
  season?: string;
  /** As of when. */
  at: number;
  /** ISO 4217; only while money is played for. */
  currency?: string;
  standings: PublicStanding[];
  /** Final races of the open season, the latest first. */
  races: PublicRace[];
  /** Of those who lead the standings and don't hide, in that order: what they ever won. */
  trophies: PublicTrophies[];
  /** Closed ones and the open one, the latest first. */
  seasons: PublicSeasonSummary[];
}

/** GET /api/public/:slug/season/:season, by its ID or name: one that is closed or open. */
export interface PublicSeason extends PublicSeasonSummary {
  league: string;
  at: number;
  currency?: string;
  /** Of a closed one: minor units. `sponsor` gave it, or the league. */
  grandPrize?: { amount: Units; sponsor?: string };
  standings: PublicStanding[];
  races: PublicRace[];
}

export interface PublicSeasonSummary {
  /** Part of its address. */
  id: SeasonId;
  season: string;
  open: boolean;
  starts?: number;
  ends?: number;
  /** Of a closed one: several where they share it. */
  champions: string[];
}

export interface PublicStanding {
  rank: number;
  racer: string;
  points: number;
  wins: number;
  podiums: number;
  races: number;
  /** Points of dropped races, where there are any. */
  dropped?: number;
  /** Points that hosts added or took away, where they did. */
  adjustments?: number;
  /** Prizes won in the season, minor units; only while money is played for. */
  winnings?: Units;
}

export interface PublicRace {
  race: string;
  night: string;
  results: { position: Position; racer: string; points: number }[];
}

export interface PublicTrophies {
  racer: string;
  /** Seasons won. */
  titles: number;
  /** Of races: first, second and third places. */
  gold: number;
  silver: number;
  bronze: number;
}
