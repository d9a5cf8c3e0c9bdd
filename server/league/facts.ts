/** What the rulebook reads: the good values of every fact, by ID. Nothing in this folder changes them. */
import type { FactTab, Position, RecordOf } from '../../sheets/records.ts';
import type { Settings } from '../../sheets/settings.ts';

export type Racer = RecordOf<'Racers'>;
export type Season = RecordOf<'Seasons'>;
export type Race = RecordOf<'Races'>;
export type Result = RecordOf<'Results'>;

export interface Facts {
  readonly settings: Settings;
  readonly racers: ReadonlyMap<string, Racer>;
  readonly seasons: ReadonlyMap<string, Season>;
  readonly races: ReadonlyMap<string, Race>;
  /** By race, in the order in which they came; without those who left. */
  readonly entrants: ReadonlyMap<string, readonly Result[]>;
  /** By folded name. */
  readonly scoring: ReadonlyMap<string, PointsTable>;
  /** Every name that a race ever had, folded: deleted ones too, since results may still name them. */
  readonly namesOfRaces: ReadonlyMap<string, string>;
  /** Rows that vanished from a tab with many others, by ID, until a host decides. */
  readonly missing: ReadonlyMap<FactTab, readonly string[]>;
  /** What the cells don't hold: when a race's positions last changed, who objected, its last consistent result. */
  readonly memory: ReadonlyMap<string, RaceMemory>;
}

/** Points by place from 1, and for what has no place of its own. */
export interface PointsTable {
  readonly places: ReadonlyMap<number, number>;
  readonly other: number;
  readonly dnf: number;
  readonly dsq: number;
  readonly dns: number;
}

export interface RaceMemory {
  /** Milliseconds since 1970. */
  readonly changedAt: number;
  /** Who said "That's wrong" since then. */
  readonly objection?: string;
  /** Its positions have contradicted each other for a while. */
  readonly contradicted?: true;
  /** Positions by result and racer, as they are now. */
  readonly held: ReadonlyMap<string, Position | undefined>;
  /** Positions by result ID, as they were when they last fitted together. */
  readonly settled: ReadonlyMap<string, Position>;
}
