/** One racer: career, cabinet and form. */
import type { Position } from '../../sheets/positions.ts';
import type { TrophyView } from './effects.ts';
import type { RaceId, RacerId, Units } from './terms.ts';

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
