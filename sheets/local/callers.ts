import { asAccount, guardedCalls } from './access.ts';
import type { LocalSheets, SpreadsheetCalls } from './engine.ts';
import { forbidden, unauthenticated } from './errors.ts';
import type { Access } from './model/book.ts';

/** Who asks: somebody with a token, somebody with nothing but an API key, or somebody with neither. */
export const callers = ['account', 'key', 'nobody'] as const;
export type Caller = (typeof callers)[number];

type Shared = Pick<LocalSheets, 'spreadsheets' | 'accessOf' | 'permissionsOf'>;

/** What is open to whom. */
export type Doors = {
  /** The calls as somebody may make them. */
  readonly callsOf: (caller: Caller) => SpreadsheetCalls;
  /** What an account may do with a spreadsheet. */
  readonly accessOf: (spreadsheetId: string) => Access;
};

/**
 * The doors of a spreadsheet service. Open by default: everybody counts as an account. Strict ones are Google's: whoever
 * has a token may do what the spreadsheet's owner lets programs do, an API key may read what is shared with everybody
 * who has the link, and without either nothing goes.
 * @param privateIds spreadsheets, whether they exist or not, that are nobody's to use
 */
export function doorsOf(engine: Shared, strict: boolean, privateIds: ReadonlySet<string>): Doors {
  const linkOf = (id: string) => engine.permissionsOf(id).find(({ type }) => type === 'anyone')?.role;
  const accessOf = (id: string): Access => {
    if (privateIds.has(id)) return 'none';
    const own = engine.accessOf(id);
    if (own === 'edit' || own === 'excel') return own;
    const link = linkOf(id);
    if (link === 'writer') return 'edit';
    return link === undefined ? own : 'view';
  };
  const account = asAccount({ spreadsheets: engine.spreadsheets, accessOf });
  const mustSignIn = () => {
    throw unauthenticated();
  };
  const key = guardedCalls(engine.spreadsheets, {
    mayRead(id) {
      if (privateIds.has(id) || engine.accessOf(id) === 'excel' || linkOf(id) === undefined) throw forbidden();
    },
    mayWrite: mustSignIn,
    mayCreate: mustSignIn,
  });
  const nobody = guardedCalls(engine.spreadsheets, {
    mayRead: mustSignIn,
    mayWrite: mustSignIn,
    mayCreate: mustSignIn,
  });
  const doors = { account, key, nobody };
  return { callsOf: (caller) => (strict ? doors[caller] : account), accessOf };
}
