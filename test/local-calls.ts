/** The local spreadsheet in this process, as the league calls it, with the faults that a network has. */
import { type Doing, metaOf, type Request, renderOptions, type SheetsCalls, SheetsFailure } from '../sheets/google.ts';
import { asAccount } from '../sheets/local/access.ts';
import type { LocalSheets } from '../sheets/local/engine.ts';
import { SheetsError } from '../sheets/local/errors.ts';
import type { Raw } from '../sheets/records.ts';

/** What happens to a write: it's refused; lost on the way; applied, but the answer is lost; or applied after the next. */
export type Fault = 'refused' | 'lost' | 'answer lost' | 'late';

export interface LocalCalls extends SheetsCalls {
  /** The faults of the next writes, in order; then all is well. */
  faults: Fault[];
  /** While true nothing can be reached. */
  down: boolean;
  /** Writes so far. */
  writes: number;
  /** Runs right before a write is applied: the very moment at which a host may edit. */
  beforeWrite: (() => void) | undefined;
  /** Writes that were late arrive now. */
  applyLate(): void;
}

export function localCalls(sheets: LocalSheets): LocalCalls {
  const account = asAccount(sheets);
  const late: (() => void)[] = [];
  const calls: LocalCalls = {
    faults: [],
    down: false,
    writes: 0,
    beforeWrite: undefined,

    async meta(spreadsheetId) {
      return attempt('reading', () => metaOf(account.get({ spreadsheetId })));
    },

    async read(spreadsheetId, ranges, as = 'values') {
      const wanted = { valueRenderOption: renderOptions[as], dateTimeRenderOption: 'SERIAL_NUMBER' } as const;
      return attempt('reading', () => {
        const { valueRanges } = account.values.batchGet({ spreadsheetId, ranges: [...ranges], ...wanted });
        return ranges.map((_, index) => (valueRanges?.[index]?.values ?? []) as Raw[][]);
      });
    },

    async batchUpdate(spreadsheetId, requests: readonly Request[]) {
      calls.writes += 1;
      const fault = calls.faults.shift();
      if (fault === 'refused') throw new SheetsFailure('Quota exceeded', 429, 'no', 'writing');
      const apply = () => account.batchUpdate({ spreadsheetId, requestBody: { requests: [...requests] } });
      if (fault === 'late') late.push(apply);
      if (fault === 'lost' || fault === 'late') throw new SheetsFailure('socket hang up', 0, 'unknown', 'writing');
      calls.beforeWrite?.();
      attempt('writing', apply);
      calls.applyLate();
      if (fault === 'answer lost')
        throw new SheetsFailure('The service is currently unavailable.', 503, 'unknown', 'writing');
    },

    applyLate() {
      for (const apply of late.splice(0)) {
        try {
          apply();
        } catch (error) {
          // That it's refused by then is just what the numbers of the pushes are for.
          if (!(error instanceof SheetsError)) throw error;
        }
      }
    },
  };
  return calls;

  function attempt<T>(doing: Doing, work: () => T): T {
    if (calls.down) throw new SheetsFailure('connect ECONNREFUSED', 0, 'unknown', doing);
    try {
      return work();
    } catch (error) {
      if (error instanceof SheetsError) throw new SheetsFailure(error.message, error.code, 'no', doing);
      throw error;
    }
  }
}
