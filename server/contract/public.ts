/** What anyone may see. */
import type { Position } from '../../sheets/positions.ts';
import type { OfferedPrizeView } from './money.ts';
import type { SeasonId, Units } from './terms.ts';

/** GET /api/public/league, or /api/public/:slug. Whoever hides from the page has no name in it. */
export interface PublicLeague {
  league: string;
  season?: string;
  /** As of when. */
  at: number;
  /** ISO 4217; only while money is played for. */
  currency?: string;
  /** Of the open season. */
  grandPrize?: OfferedPrizeView;
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
  /** Of an open one what its champion gets so far; of a closed one what they got. */
  grandPrize?: OfferedPrizeView;
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
