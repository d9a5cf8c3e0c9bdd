/** How facts change, and what is said to have happened. */
import type { FactTab, Position, Raw } from '../../sheets/records.ts';

/** Raw cells of a row by field. */
export type Cells = Readonly<Record<string, Raw>>;

export type Change =
  | { kind: 'add'; tab: FactTab; id: string; cells: Cells }
  /** Raw cells by field, before and after. */
  | { kind: 'edit'; tab: FactTab; id: string; cells: Readonly<Record<string, readonly [from: Raw, to: Raw]>> }
  /** A row that a host deleted; `back` when it stands there again. */
  | { kind: 'gone'; tab: FactTab; id: string }
  | { kind: 'back'; tab: FactTab; id: string }
  /** Which cells of a row hold formulas: they count by their value, and only a host changes them. */
  | { kind: 'formulas'; tab: FactTab; id: string; fields: readonly string[] }
  /** Rows that vanished together, until a host decides; and the end of that. */
  | { kind: 'held'; tab: FactTab; ids: readonly string[] }
  | { kind: 'released'; tab: FactTab; ids: readonly string[] }
  /** Its positions have contradicted each other for a while: worth telling hosts. */
  | { kind: 'contradiction'; race: string }
  /** "That's wrong", said of a race. */
  | { kind: 'objection'; race: string; by: string };

/** A change as the rules ask for it: what an edited cell held before is filled in from the facts. */
export type Wanted = Exclude<Change, { kind: 'edit' }> | { kind: 'edit'; tab: FactTab; id: string; cells: Cells };

/** What happened, for the Log and the panels; names are looked up when it's read, so that a rename carries through. */
export type Happening =
  | { what: 'joined' | 'joinedLate' | 'left' | 'objected'; race: string; racer: string }
  | { what: 'reported'; race: string; racer: string; position: Position }
  | { what: 'fixed'; race: string; racer: string; from: Raw; to: Raw }
  | { what: 'opened' | 'started' | 'closed' | 'becameFinal' | 'reporting'; race: string }
  | { what: 'voided'; race: string; reason: string }
  | { what: 'setUp' }
  | { what: 'contradicted'; race: string }
  | { what: 'deleted' | 'putBack'; tab: FactTab; rows: number }
  | { what: 'edited'; edits: readonly SheetEdit[]; more: number };

/** One cell or row that a host changed; `instead` is our own change of the same cell that gave way. */
export type SheetEdit =
  | { tab: FactTab; id: string; field: string; from: Raw; to: Raw; instead?: Raw }
  | { tab: FactTab; id: string; row: 'added' | 'removed' | 'restored' }
  | { tab: FactTab; rows: number; are: 'missing' | 'back' };
