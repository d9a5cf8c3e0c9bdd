/** What the rulebook reads: the good values of every fact, by ID. Nothing in this folder changes them. */
import type { Account } from '../../sheets/accounts.ts';
import type { Position } from '../../sheets/positions.ts';
import type { FactTab, NamedTab, RecordOf } from '../../sheets/records.ts';
import type { Settings } from '../../sheets/settings.ts';
import type { BookedAs } from './bookings.ts';
import type { Happening, RowChange } from './changes.ts';
import type { Effects } from './effects.ts';

export type Racer = RecordOf<'Racers'>;
/** `status` is the one that counts: what the cell says, but for a closing that a host has yet to confirm. */
export type Season = RecordOf<'Seasons'> & {
  /** The Sheet says Closed since then (milliseconds since 1970), and a host has yet to confirm it. */
  readonly closingSince?: number;
  /** Which of its dates hosts were told of, and whether they have yet to answer. */
  readonly told?: readonly ('starts' | 'ends')[];
  readonly unanswered?: true;
  /** It was added as Closed: history, for which nothing is booked. */
  readonly history?: true;
  /** It was closed while Money was Off: nothing is booked for it later. */
  readonly forPoints?: true;
  /** The scoring table that its own, in which its rules are kept, was copied from. */
  readonly copiedFrom?: string;
};
/** `came` is when its row did, in milliseconds since 1970; missing for one that was always there. */
export type Sponsor = RecordOf<'Sponsors'> & { readonly came?: number };
/** A booking that is complete: only such ones count. Minor units. Its season is its own, else that of its race. */
export type LedgerRow = Omit<RecordOf<'Ledger'>, 'from' | 'to' | 'amount'> & {
  readonly from: Account;
  readonly to: Account;
  readonly amount: number;
  /** By the rules, and what for; missing where people wrote it. */
  readonly booked?: BookedAs;
};
export type Race = RecordOf<'Races'>;
/** `racer` is the person: a row of a racer who is the same as another counts for that one. */
export type Result = RecordOf<'Results'>;
/** One that counts: it has a racer, points and a season (its own, else that of its race). */
export type Adjustment = RecordOf<'Adjustments'> & {
  readonly season: string;
  readonly racer: string;
  readonly points: number;
};

export interface Facts {
  /** IDs of every row of the Ledger, also of those that don't count: none of them is used again. */
  readonly ledgerIds: ReadonlySet<string>;
  readonly settings: Settings;
  readonly racers: ReadonlyMap<string, Racer>;
  readonly seasons: ReadonlyMap<string, Season>;
  readonly races: ReadonlyMap<string, Race>;
  /** By race, in the order in which they came; without those who left. */
  readonly entrants: ReadonlyMap<string, readonly Result[]>;
  /** Bonuses and penalties that count, in the order in which they came. Those of a void race don't. */
  readonly adjustments: readonly Adjustment[];
  readonly sponsors: ReadonlyMap<string, Sponsor>;
  /** Every booking that is complete, in the order in which they came. */
  readonly ledger: readonly LedgerRow[];
  /** Racers who are the same as another, and who that is. */
  readonly sameAs: ReadonlyMap<string, string>;
  /** By folded name. */
  readonly scoring: ReadonlyMap<string, PointsTable>;
  /** Every name that a race ever had, folded: deleted ones too, since results may still name them. */
  readonly namesOfRaces: ReadonlyMap<string, string>;
  /** Rows that vanished from a tab with many others, by ID, until a host decides. */
  readonly missing: ReadonlyMap<FactTab, readonly string[]>;
  /** What the cells don't hold: when a race's positions last changed, who objected, its last consistent result. */
  readonly memory: ReadonlyMap<string, RaceMemory>;
  /** By ID, the earliest first. */
  readonly protests: ReadonlyMap<string, Protest>;
  /** Who says to be a racer without Discord, by ID, until a host answers. */
  readonly takeOvers: ReadonlyMap<string, TakeOver>;
  /** What hosts corrected lately, the latest last. */
  readonly corrections: readonly Correction[];
}

/** "This is wrong", said of a final race. */
export interface Protest {
  readonly id: string;
  readonly race: string;
  readonly racer: string;
  readonly says: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly settled?: {
    readonly how: 'fixed' | 'declined';
    readonly says: string;
    readonly at: number;
    /** The journal's position. */
    readonly entry: number;
  };
  /** It had been settled with these words, until that was taken back at this position of the journal. */
  readonly reopened?: { readonly says: string; readonly entry: number };
}

export interface TakeOver {
  readonly id: string;
  readonly racer: string;
  /** Discord's user ID: never leaves the server. */
  readonly user: string;
  readonly name: string;
  readonly handle: string;
}

/** A change by hosts of what counts, which can be taken back. */
export interface Correction {
  /** The journal's position. */
  readonly entry: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly by: string;
  readonly happening: Happening;
  readonly effects: Effects;
  readonly changes: readonly RowChange[];
  /** Whom and what edited cells named, by ID: names may have changed hands since. */
  readonly named: readonly NamedBefore[];
  readonly undone?: true;
}

/** What a cell that names another row meant before it was edited. */
export interface NamedBefore {
  readonly tab: FactTab;
  readonly id: string;
  readonly field: string;
  /** The row that it named. */
  readonly to: NamedTab;
  readonly target: string;
}

/** Points by place from 1, and for what has no place of its own. */
export interface PointsTable {
  /** As the Scoring tab calls it. */
  readonly name?: string;
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
  /** When its first position came, or hosts said to wait: milliseconds since 1970. */
  readonly waitsSince?: number;
  /** The report minutes are over, and hosts are asked. */
  readonly overdue?: true;
  /** Who vouches for whose position, by racer. */
  readonly confirmed: ReadonlyMap<string, readonly string[]>;
  /** Positions by result and racer, as they are now. */
  readonly held: ReadonlyMap<string, Position | undefined>;
  /** Positions by result ID, as they were when they last fitted together. */
  readonly settled: ReadonlyMap<string, Position>;
}
