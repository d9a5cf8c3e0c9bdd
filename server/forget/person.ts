/** Who is to be forgotten: their rows, what they were called, and what they are called from then on. */
import { folded } from '../../sheets/names.ts';
import { personOf } from '../facts.ts';
import type { State } from '../fold.ts';
import type { Entry } from '../journal/entry.ts';
import { isRowChange } from '../league/changes.ts';
import { exchange } from '../words/exchange.ts';

export interface Person {
  /** Discord's user ID; a racer without Discord has none. */
  user: string | undefined;
  /** Rows of the Racers tab. */
  rows: ReadonlySet<string>;
  /** What each of their racer names becomes, folded: another for each, so that what went by it still does. */
  names: ReadonlyMap<string, string>;
  /** Whatever else they were called: on Discord, and when they asked for a racer. Folded. */
  alsoCalled: ReadonlySet<string>;
  /** Names that others bear today, folded: those stay. */
  others: ReadonlySet<string>;
  /** What they are called from now on. */
  called: string;
}

/** Undefined if the journal holds nothing of them. `of` has the user, or a racer's ID. */
export function personIn(
  entries: readonly Entry[],
  state: State,
  of: { user: string } | { racer: string },
): Person | undefined {
  const racers = state.rows.Racers;
  const user = 'user' in of ? of.user : racers.get(of.racer)?.value.discordId?.toString();
  const own = [...racers.values()].filter((row) =>
    user === undefined ? 'racer' in of && row.id === of.racer : row.value.discordId === user,
  );
  const people = new Set(own.map(({ id }) => personOf(state, id)));
  // A row that is the same as theirs is theirs too, unless somebody else signs in to it.
  const rows = [...racers.values()].filter(
    (row) => own.includes(row) || (people.has(personOf(state, row.id)) && row.value.discordId === undefined),
  );
  const ids = new Set(rows.map(({ id }) => id));
  const isTheirs = user !== undefined && entries.some((entry) => isBy(entry, user) || entry.asked?.user === user);
  if (ids.size === 0 && !isTheirs) return undefined;

  const strangers = racers.values().filter((row) => !row.gone && !ids.has(row.id));
  const others = new Set(strangers.map((row) => folded(String(row.value.racer ?? ''))));
  const first = [...racers.keys()].findIndex((id) => ids.has(id)) + 1;
  const texts = everyText(entries);
  const isTaken = (name: string) => state.names.Racers.has(folded(name)) || texts.has(folded(name));
  const names = new Map<string, string>();
  // The current name comes first, and becomes the plainest one.
  const current = rows.map((row) => String(row.value.racer ?? ''));
  for (const name of [...current, ...cellsOf(entries, ids, 'racer')]) {
    if (name.trim() === '' || names.has(folded(name)) || others.has(folded(name))) continue;
    const used = new Set(names.values());
    names.set(
      folded(name),
      freeName(first, (one) => isTaken(one) || used.has(one)),
    );
  }
  const called = names.values().next().value ?? (ids.size > 0 ? freeName(first, isTaken) : exchange.somebody);
  return { user, rows: ids, names, alsoCalled: discordNames(entries, ids, user), others, called };
}

export function isBy({ by }: Entry, user: string): boolean {
  return by.kind === 'member' && by.user === user;
}

/** "Racer 17" for the seventeenth of the Racers tab, or the next number that is free. */
function freeName(first: number, isTaken: (name: string) => boolean): string {
  let number = first;
  while (isTaken(`Racer ${number}`)) number += 1;
  return `Racer ${number}`;
}

function discordNames(entries: readonly Entry[], ids: ReadonlySet<string>, user: string | undefined): Set<string> {
  const names = cellsOf(entries, ids, 'discordName');
  for (const { by, changes } of entries) {
    if (by.kind === 'member' && by.user === user) names.push(by.name);
    for (const change of changes) {
      if (change.kind === 'takeOver' && change.user === user) names.push(change.name, change.handle);
    }
  }
  return new Set(names.map(folded).filter((name) => name !== ''));
}

/** What a column of their rows ever held. */
function cellsOf(entries: readonly Entry[], ids: ReadonlySet<string>, field: string): string[] {
  return entries.flatMap(({ changes }) =>
    changes.flatMap((change) => {
      if (!isRowChange(change) || change.tab !== 'Racers') return [];
      if ((change.kind !== 'add' && change.kind !== 'edit') || !ids.has(change.id)) return [];
      const cell = change.cells[field];
      return (Array.isArray(cell) ? cell : [cell ?? '']).map(String);
    }),
  );
}

/** Every text of every cell that names somebody, folded: what nobody was ever called is free. */
function everyText(entries: readonly Entry[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const change of entries.flatMap(({ changes }) => changes)) {
    if (change.kind !== 'add' && change.kind !== 'edit') continue;
    for (const field of ['racer', 'sameAs', 'from', 'to']) {
      const cell = change.cells[field];
      for (const text of Array.isArray(cell) ? cell : [cell ?? '']) found.add(folded(String(text)));
    }
  }
  return found;
}
