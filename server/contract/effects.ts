/** What a change does to what counts. */
import type { AccountName, RaceId, RacerId, SeasonId, Units } from './terms.ts';

export interface EffectsView {
  seasons: SeasonEffectView[];
  trophies: (TrophyView & { name: string; change: 'won' | 'lost' })[];
  /** What balances, pots and grand prizes gain by it, below 0 for what they lose; missing where none changes. Whoever isn't a host sees their own. */
  money?: { account: AccountName; race?: RaceId; season?: SeasonId; name: string; gain: Units }[];
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

/** GET /api/corrections, for hosts: what was corrected lately and can be taken back, the latest first. */
export interface CorrectionView {
  entry: number;
  at: number;
  by: string;
  what: string;
  effects: string[];
  undone?: true;
}
