/** What a file would make of a league: its changes, or what is wrong with it. */
import type { SheetEdit, Wanted } from '../league/changes.ts';
import type { FileNote, FileProblem } from '../words/exchange.ts';

export interface Plan {
  changes: Wanted[];
  /** Cells that don't count as they stand, to be written once what counts is in: the same rows once more. */
  after: { changes: Wanted[]; edits: SheetEdit[] };
  makes: Makes;
  problems: FileProblem[];
  notes: FileNote[];
}

export function emptyPlan(): Plan {
  return { changes: [], after: { changes: [], edits: [] }, makes: nothing(), problems: [], notes: [] };
}

/** What is new, and what of the file is here already. */
export interface Makes {
  seasons: { added: string[]; known: string[] };
  races: { added: number; known: number };
  racers: { added: string[]; known: number };
  /** New ones. */
  results: number;
}

/** Who imports, when, and how a new row is called. */
export interface Import {
  /** Their name, for the column By. */
  by: string;
  /** Now as the league's Sheet writes it. */
  now: number;
  newId: () => string;
}

const nothing = (): Makes => ({
  seasons: { added: [], known: [] },
  races: { added: 0, known: 0 },
  racers: { added: [], known: 0 },
  results: 0,
});
