/** How facts change, and what is said to have happened. */
import type { Account } from '../../sheets/accounts.ts';
import type { Position } from '../../sheets/positions.ts';
import type { FactTab, Raw } from '../../sheets/records.ts';

/** Raw cells of a row by field. */
export type Cells = Readonly<Record<string, Raw>>;

/** A row of the Sheet changes. */
export type RowChange =
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
  | { kind: 'released'; tab: FactTab; ids: readonly string[] };

/** What the cells don't hold. */
export type NoteChange =
  /** Its positions have contradicted each other for a while: worth telling hosts. */
  | { kind: 'contradiction'; race: string }
  /** "That's wrong", said of a race that isn't final yet. */
  | { kind: 'objection'; race: string; by: string }
  /** One racer of a race vouches for another's position. */
  | { kind: 'confirmation'; race: string; racer: string; by: string }
  /** The report minutes are over: hosts are asked about those who haven't reported. `waiting` ends that for now. */
  | { kind: 'overdue'; race: string }
  | { kind: 'waiting'; race: string }
  /** "This is wrong", said of a final race; and what hosts made of it. */
  | { kind: 'protest'; id: string; race: string; racer: string; says: string }
  | { kind: 'protestSettled'; id: string; how: 'fixed' | 'declined'; says: string }
  /** What hosts made of it was taken back. */
  | { kind: 'protestReopened'; id: string }
  /** The season's dates have come, and hosts were told. */
  | { kind: 'reminder'; season: string; of: 'starts' | 'ends' }
  /** Hosts don't follow that: the season goes on, or waits. */
  | { kind: 'reminderSeen'; season: string }
  /** Somebody says that a racer without Discord is them; and what hosts answered. */
  | { kind: 'takeOver'; id: string; racer: string; user: string; name: string; handle: string }
  | { kind: 'takeOverSettled'; id: string }
  /** The correction at that position of the journal was taken back. */
  | { kind: 'undone'; entry: number };

export type Change = RowChange | NoteChange;

export function isRowChange(change: Change): change is RowChange {
  return 'tab' in change;
}

/** A change as the rules ask for it: what an edited cell held before is filled in from the facts. */
export type Wanted = Exclude<Change, { kind: 'edit' }> | { kind: 'edit'; tab: FactTab; id: string; cells: Cells };

/** What happened, for the Log and the panels; names are looked up when it's read, so that a rename carries through. */
export type Happening =
  | { what: 'joined' | 'joinedLate' | 'left' | 'objected'; race: string; racer: string }
  | { what: 'reported'; race: string; racer: string; position: Position }
  | { what: 'fixed'; race: string; racer: string; from: Raw; to: Raw }
  | { what: 'corrected'; race: string; positions: readonly { racer: string; from: Raw; to: Raw }[] }
  | { what: 'confirmed'; race: string; racer: string; by: string }
  | { what: 'deadHeat'; race: string; position: number }
  | { what: 'opened' | 'started' | 'closed' | 'becameFinal' | 'reporting' | 'planned'; race: string }
  | { what: 'overdue' | 'waited' | 'contradicted'; race: string }
  | { what: 'voided'; race: string; reason: string }
  | { what: 'protested' | 'declined'; race: string; racer: string; says: string }
  | { what: 'undone'; was: Happening }
  | { what: 'seasonPlanned' | 'seasonOpened' | 'seasonReopened' | 'seasonKept'; season: string }
  /** `next` opened with it. */
  | { what: 'seasonClosed'; season: string; next?: string }
  | { what: 'seasonEdited' | 'reminderSeen'; season: string }
  | { what: 'reminded'; season: string; of: 'starts' | 'ends' }
  | { what: 'adjusted'; season: string; racer: string; race?: string; points: number; reason: string }
  | { what: 'scoringAdded'; scoring: string }
  /** A season that was added as Closed got a scoring table of its own. */
  | { what: 'rulesKept'; season: string; scoring: string }
  /** The race was voided in the Sheet. */
  | { what: 'protestsAnswered'; race: string }
  | { what: 'racerAdded' | 'unmerged' | 'hid' | 'shown' | 'takenOver' | 'takeOverDeclined'; racer: string }
  | { what: 'takeOverAsked'; racer: string; name: string }
  | { what: 'merged'; racer: string; into: string }
  | { what: 'imported'; seasons: number; races: number; results: number }
  | { what: 'forgotten'; racer?: string }
  /** What the Sheet's hidden tab still held of whoever was forgotten is gone. */
  | { what: 'swept' }
  | { what: 'booked'; rows: number }
  /** A host wrote it into the Ledger. Minor units of the league's currency then. */
  | {
      what: 'noted';
      from: Account;
      to: Account;
      amount: number;
      currency: string;
      season?: string;
      race?: string;
      why?: string;
    }
  | { what: 'feeSet'; race: string; fee: number; currency: string }
  | { what: 'setUp' }
  | { what: 'deleted' | 'putBack'; tab: FactTab; rows: number }
  | { what: 'edited'; edits: readonly SheetEdit[]; more: number };

/** One cell or row that a host changed; `instead` is our own change of the same cell that gave way. */
export type SheetEdit =
  | { tab: FactTab; id: string; field: string; from: Raw; to: Raw; instead?: Raw }
  | { tab: FactTab; id: string; row: 'added' | 'removed' | 'restored' | 'putBack' }
  | { tab: FactTab; rows: number; are: 'missing' | 'back' };
