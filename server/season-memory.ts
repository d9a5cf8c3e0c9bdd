/** What is remembered of a season beside its cells: the status that counts, and where its rules come from. In place. */
import { settingOf } from './facts.ts';
import type { State } from './fold.ts';
import type { Entry } from './journal/entry.ts';
import type { RowChange } from './league/changes.ts';
import type { Season } from './league/facts.ts';
import { isFinalName } from './league/scored-alike.ts';
import { standardScoring } from './league/scoring.ts';

export interface SeasonMemory {
  /** What counts as the season's status; the cell may be ahead of it. */
  status: Season['status'];
  /** It was added as Closed: history, for which nothing is booked. */
  history?: true;
  /** It was closed while Money was Off: turning that on later books nothing for it. */
  forPoints?: true;
  /** The scoring table that its own was copied from. */
  copiedFrom?: string;
  /** The cell says Closed since then, and a host has yet to confirm that. Milliseconds since 1970. */
  closingSince?: number;
  /** The dates that hosts were told of, and whether they have yet to answer. */
  told?: readonly ('starts' | 'ends')[];
  unanswered?: true;
}

/** Takes what a change of its row says of a season. The row itself has been read. */
export function readSeason(state: State, change: RowChange, entry: Entry): void {
  readStatus(state, change, entry);
  readScoring(state, change);
}

/**
 * "Closed" that a host typed over an open season waits for a host's word: prizes follow from it. A season that is
 * added as Closed is history.
 */
function readStatus(state: State, change: RowChange, { at, by }: Entry): void {
  if (change.kind !== 'add' && change.kind !== 'edit') return;
  const known = state.seasons.get(change.id);
  // Other dates are other reminders.
  if (known && ('starts' in change.cells || 'ends' in change.cells))
    state.seasons.set(change.id, withoutReminders(known));
  if (!('status' in change.cells)) return;
  const row = state.rows.Seasons.get(change.id);
  // A cell that can't be understood says nothing.
  if (change.kind === 'edit' && row?.wrong.status) return;
  const status = row?.value.status as Season['status'];
  const before = state.seasons.get(change.id);
  const waits = change.kind === 'edit' && by.kind === 'sheet' && before?.status === 'Open' && status === 'Closed';
  if (waits) state.seasons.set(change.id, { ...before, closingSince: before.closingSince ?? at });
  else {
    const { closingSince: _, unanswered: __, history: was, forPoints: ___, ...rest } = before ?? { status };
    const unopened = change.kind === 'add' || (before?.status ?? 'Planned') === 'Planned';
    const history = status === 'Closed' && (was || unopened);
    const forPoints = status === 'Closed' && (before?.forPoints || !settingOf(state, 'money'));
    const memory = { ...(history && { history }), ...(forPoints && { forPoints }) };
    state.seasons.set(change.id, { ...rest, status, ...memory });
  }
}

/** A season that gets a table of its own, in which its rules are kept, remembers which one that is a copy of. */
function readScoring(state: State, change: RowChange): void {
  const known = change.kind === 'edit' ? state.seasons.get(change.id) : undefined;
  // Of history the Sheet alone tells, as it would tell another server.
  if (change.kind !== 'edit' || !change.cells.scoring || !known || known.history) return;
  const [from, to] = change.cells.scoring;
  const { copiedFrom: before, ...rest } = known;
  const was = isFinalName(String(from)) ? before : String(from).trim() || standardScoring;
  const copiedFrom = isFinalName(String(to)) ? was : undefined;
  state.seasons.set(change.id, { ...rest, ...(copiedFrom !== undefined && { copiedFrom }) });
}

function withoutReminders({ told: _, unanswered: __, ...rest }: SeasonMemory): SeasonMemory {
  return rest;
}
