import type { LocalSheets, SpreadsheetCalls } from './engine.ts';
import { forbidden, notASpreadsheet } from './errors.ts';

type ById = { readonly spreadsheetId: string };

/**
 * The calls as a program's account may make them, with the refusals of a spreadsheet that isn't shared with it: each
 * throws Google's 403, or its 400 for a file of another kind, before it looks at what is asked. What the account makes
 * itself it may edit.
 */
export function asAccount({
  spreadsheets,
  accessOf,
}: Pick<LocalSheets, 'spreadsheets' | 'accessOf'>): SpreadsheetCalls {
  const mayRead = (id: string): void => {
    const access = accessOf(id);
    if (access === 'excel') throw notASpreadsheet();
    if (access === 'none') throw forbidden();
  };
  const mayWrite = (id: string): void => {
    mayRead(id);
    if (accessOf(id) !== 'edit') throw forbidden();
  };
  return guardedCalls(spreadsheets, { mayRead, mayWrite, mayCreate: () => {} });
}

/** What is asked before each call; a refusal is thrown. */
type Guards = {
  readonly mayRead: (spreadsheetId: string) => void;
  readonly mayWrite: (spreadsheetId: string) => void;
  readonly mayCreate: () => void;
};

/** The calls behind guards. Nothing of a call is done, or looked at, before its guard let it pass. */
export function guardedCalls(
  spreadsheets: SpreadsheetCalls,
  { mayRead, mayWrite, mayCreate }: Guards,
): SpreadsheetCalls {
  const { values, filtered } = spreadsheets;
  const guarded =
    (check: (id: string) => void) =>
    <P extends ById, R>(call: (params: P) => R) =>
    (params: P): R => {
      check(params.spreadsheetId);
      return call(params);
    };
  const reading = guarded(mayRead);
  const writing = guarded(mayWrite);

  return {
    create(params) {
      mayCreate();
      return spreadsheets.create(params);
    },
    get: reading(spreadsheets.get),
    batchUpdate: writing(spreadsheets.batchUpdate),
    copySheetTo: reading((params) => {
      mayWrite(params.requestBody?.destinationSpreadsheetId ?? '');
      return spreadsheets.copySheetTo(params);
    }),
    values: {
      get: reading(values.get),
      batchGet: reading(values.batchGet),
      update: writing(values.update),
      batchUpdate: writing(values.batchUpdate),
      append: writing(values.append),
      clear: writing(values.clear),
      batchClear: writing(values.batchClear),
    },
    filtered: {
      ranges: reading(filtered.ranges),
      batchGet: reading(filtered.batchGet),
      batchUpdate: writing(filtered.batchUpdate),
      batchClear: writing(filtered.batchClear),
      getMetadata: reading(filtered.getMetadata),
      searchMetadata: reading(filtered.searchMetadata),
    },
  };
}
