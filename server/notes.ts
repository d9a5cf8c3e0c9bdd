/** What the journal keeps beside the cells: protests, confirmations, reminders, corrections. In place. */
import { type Column, tabs } from '../sheets/records.ts';
import type { State } from './fold.ts';
import type { By, Entry } from './journal/entry.ts';
import { type Happening, isRowChange, type NoteChange } from './league/changes.ts';
import type { Correction, NamedBefore, RaceMemory } from './league/facts.ts';

/** So many corrections can still be taken back. */
const keptCorrections = 50;

export const noMemory = (at: number): RaceMemory => ({
  changedAt: at,
  held: new Map(),
  settled: new Map(),
  confirmed: new Map(),
});

export function applyNote(state: State, change: NoteChange, at: number): void {
  switch (change.kind) {
    case 'contradiction':
      remind(state, change.race, at, { contradicted: true });
      return;
    case 'objection':
      remind(state, change.race, at, { objection: change.by });
      return;
    case 'confirmation': {
      const confirmed = state.memory.get(change.race)?.confirmed ?? new Map<string, readonly string[]>();
      const by = [...new Set([...(confirmed.get(change.racer) ?? []), change.by])];
      remind(state, change.race, at, { confirmed: new Map([...confirmed, [change.racer, by]]) });
      return;
    }
    case 'overdue':
      remind(state, change.race, at, { overdue: true });
      return;
    case 'waiting': {
      const { overdue: _, ...memory } = state.memory.get(change.race) ?? noMemory(at);
      state.memory.set(change.race, { ...memory, waitsSince: at });
      return;
    }
    case 'protest': {
      const { kind: _, ...protest } = change;
      state.protests.set(change.id, { ...protest, at });
      return;
    }
    case 'protestSettled': {
      const { reopened: _, ...protest } = state.protests.get(change.id) ?? {};
      const settled = { how: change.how, says: change.says, at, entry: state.seq };
      if ('id' in protest) state.protests.set(change.id, { ...protest, settled });
      return;
    }
    case 'protestReopened': {
      const { settled, ...protest } = state.protests.get(change.id) ?? {};
      const reopened = { says: settled?.says ?? '', entry: state.seq };
      if ('id' in protest) state.protests.set(change.id, { ...protest, reopened });
      return;
    }
    case 'reminder': {
      const memory = state.seasons.get(change.season);
      const told = [...(memory?.told ?? []), change.of];
      if (memory) state.seasons.set(change.season, { ...memory, told, unanswered: true });
      return;
    }
    case 'reminderSeen': {
      const { unanswered: _, ...memory } = state.seasons.get(change.season) ?? { status: undefined };
      state.seasons.set(change.season, memory);
      return;
    }
    case 'takeOver': {
      const { kind: _, ...asked } = change;
      state.takeOvers.set(change.id, asked);
      return;
    }
    case 'takeOverSettled':
      state.takeOvers.delete(change.id);
      return;
    case 'undone':
      state.corrections = state.corrections.map((one) => (one.entry === change.entry ? { ...one, undone: true } : one));
  }
}

/** A season's course is no correction: it has verbs of its own that reverse it. */
const courseOfThings: readonly Happening['what'][] = ['seasonOpened', 'seasonClosed', 'seasonReopened'];

/** What the cells that an entry edits name until then. */
export function namedBefore(state: State, { changes }: Entry): NamedBefore[] {
  return changes.flatMap((change) => {
    if (!isRowChange(change) || change.kind !== 'edit') return [];
    const { tab, id } = change;
    const values = state.rows[tab].get(id)?.value ?? {};
    return Object.keys(change.cells).flatMap((field): NamedBefore[] => {
      const column = (tabs[tab].columns as Record<string, Column>)[field];
      const target = values[field];
      if (column?.kind !== 'reference' || typeof target !== 'string') return [];
      return [{ tab, id, field, to: column.to, target }];
    });
  });
}

/** Keeps what a host changed of what counts, so that it can be taken back. */
export function keepCorrection(state: State, entry: Entry, named: readonly NamedBefore[]): void {
  if (!entry.effects || entry.by.kind === 'league' || courseOfThings.includes(entry.happening.what)) return;
  const correction: Correction = {
    entry: entry.seq,
    at: entry.at,
    by: nameOf(entry.by),
    happening: entry.happening,
    effects: entry.effects,
    changes: entry.changes.filter(isRowChange),
    named,
  };
  state.corrections = [...state.corrections, correction].slice(-keptCorrections);
}

function nameOf(by: By): string {
  return by.kind === 'member' ? by.name : '';
}

function remind(state: State, race: string, at: number, more: Partial<RaceMemory>): void {
  state.memory.set(race, { ...(state.memory.get(race) ?? noMemory(at)), ...more });
}
