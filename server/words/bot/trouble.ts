/** What keeps a league from its Sheet, with what its words need. */
import type { sheetTroubles } from '../sheet.ts';

export interface TroubleSaid {
  trouble: keyof typeof sheetTroubles;
  /** Whom the Sheet has to be shared with. */
  account: string;
  /** Google's own sentence, where it said one. */
  message: string;
}
