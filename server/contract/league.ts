/** The league as every member sees it, the same for all of them. */
import type { Position } from '../../sheets/positions.ts';
import type { RaceStatus } from '../../sheets/records.ts';
import type { LeagueMoneyView, StakesView } from './money.ts';
import type { SheetView } from './sheet.ts';
import type { RaceId, RacerId, SeasonId, SeasonStatus, Units } from './terms.ts';

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
  /** Another one whenever sponsors, their logos or who stands on the screens changed; missing without sponsors. */
  sponsors?: string;
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
