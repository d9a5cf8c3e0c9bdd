/** Whose an amount in the Ledger is. People type names: `Ana`, `Pot`, `League`; the rules count by what they mean. */
import { folded } from './names.ts';

/**
 * A pot is that of its row's race, else of its season; the grand prize is its season's. The league has the commission;
 * Outside is whatever isn't in the book, such as a racer's own pocket.
 */
export const houseAccounts = ['Pot', 'Grand prize', 'League', 'Outside'] as const;
export type HouseAccount = (typeof houseAccounts)[number];

export type Account = HouseAccount | `racer:${string}` | `sponsor:${string}`;

/** The tabs whose rows hold accounts, and what such a row is called where its name alone would mean somebody else. */
const kinds = { racer: 'Racers', sponsor: 'Sponsors' } as const;
type Kind = keyof typeof kinds;
type HolderTab = (typeof kinds)[Kind];

/** How names and IDs of racers and sponsors are found. */
export interface Holders {
  idOf(to: HolderTab, name: string): string | undefined;
  nameOf(to: HolderTab, id: string): string | undefined;
}

/**
 * Undefined if nobody is called that. The league's own accounts come first, then racers, then sponsors: a racer called
 * Pot is "Racer: Pot".
 */
export function parseAccount(text: string, holders: Holders): Account | undefined {
  const house = houseAccounts.find((name) => folded(name) === folded(text));
  if (house) return house;
  const [, kind, name = ''] = /^(racer|sponsor)\s*:\s*(.+)$/i.exec(text.trim()) ?? [];
  const said = kind === undefined ? undefined : accountCalled(kind.toLowerCase() as Kind, name, holders);
  return said ?? accountCalled('racer', text, holders) ?? accountCalled('sponsor', text, holders);
}

function accountCalled(kind: Kind, name: string, holders: Holders): Account | undefined {
  const id = holders.idOf(kinds[kind], name);
  return id === undefined ? undefined : `${kind}:${id}`;
}

/** The text that means an account; '' for a holder without a name. */
export function makeAccount(account: string, holders: Holders): string {
  const { kind, id } = holderOf(account);
  if (kind === undefined) return account;
  const name = holders.nameOf(kinds[kind], id);
  if (name === undefined) return '';
  const said = `${kind === 'racer' ? 'Racer' : 'Sponsor'}: ${name}`;
  // Whoever is deleted, or whose name is another's, means nobody by it: then the plain name tells people most.
  return parseAccount(name, holders) !== account && parseAccount(said, holders) === account ? said : name;
}

/** What kind of holder, and the ID of the row; no kind for the league's own accounts. */
export function holderOf(account: string): { kind?: Kind; tab?: HolderTab; id: string } {
  const [, kind, id = ''] = /^(racer|sponsor):(.+)$/.exec(account) ?? [];
  return kind === 'racer' || kind === 'sponsor' ? { kind, tab: kinds[kind], id } : { id: account };
}
