/** How the Sheet is doing, for members and hosts. */
import type { FactTab } from '../../sheets/records.ts';

/** How the Sheet is doing. */
export interface SheetView {
  state: 'saved' | 'saving' | 'unreachable';
  /** Since when something has been waiting to be written. */
  since?: number;
}

export interface ProblemView {
  /** As in `Results!C14`, or the Sheet as a whole. */
  where: string;
  what: string;
  remedy: string;
  /** The tab whose rows vanished: a host decides with `missingRows`. */
  missing?: FactTab;
  /** Another program writes to the Sheet: a host may take that back with POST /api/sheet/writer. */
  otherWriter?: true;
}

/** GET /api/sheet-script, for hosts alone: it holds the league's secret. */
export interface SheetScriptAnswer {
  /** What goes into the Sheet's Apps Script, as it is. */
  script: string;
  /** Whether Google can reach this server, as far as it knows its own address. */
  reachable: boolean;
}
