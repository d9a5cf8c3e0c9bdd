/** One season, and why everybody stands where they do. */
import type { Position } from '../../sheets/positions.ts';
import type { RaceView, SeasonSummary } from './league.ts';
import type { SeasonMoneyView } from './money.ts';
import type { RaceId, RacerId, Units } from './terms.ts';

/** GET /api/seasons/:id */
export interface SeasonView extends SeasonSummary {
  /** The name of its scoring table, and how many of the worst races don't count. */
  scoring: string;
  dropWorst: number;
  /** The ID of the sponsor that its row names. */
  sponsor?: string;
  /** Only while money is played for. */
  money?: SeasonMoneyView;
  standings: SeasonStandingView[];
  /** The latest first; void and planned ones too. */
  races: (RaceView & { id: RaceId })[];
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
