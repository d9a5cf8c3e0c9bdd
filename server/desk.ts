/**
 * The only door to the journal for facts: takes an action or a host's edits, decides, writes the entry, follows up and
 * tells whoever watches. One at a time for each league. Nobody is answered before the entry is durable.
 */

import { serialOf } from '../sheets/moments.ts';
import type { Raw } from '../sheets/records.ts';
import { type Ask, decide } from './actions/actions.ts';
import { isRefusal, type Member, type Situation } from './actions/verb.ts';
import type { Clock } from './clock.ts';
import { factsOf } from './facts.ts';
import { columnOf, contextOf, emptyState, fold, type State } from './fold.ts';
import type { By, Draft } from './journal/entry.ts';
import type { Journal, SyncNotes } from './journal/sqlite.ts';
import type { Change, Happening, Wanted } from './league/changes.ts';
import { followUps } from './league/follow-ups.ts';
import type { Said } from './words/answers.ts';
import type { Refusal } from './words/refusals.ts';

export interface Done {
  said: Said;
  race?: string;
  /** The journal's position that holds it. */
  version: number;
}

/** What somebody outside the desk wants written: hosts' edits, or what a new league begins with. */
export interface Note {
  by: By;
  happening: Happening;
  changes: Wanted[];
}

export type Desk = Awaited<ReturnType<typeof openDesk>>;

export interface DeskOptions {
  league: string;
  journal: Journal;
  clock: Clock;
  /** A new ID for a row: short, unique in the league. */
  newId: () => string;
  /** Told of an error in what the desk does by itself, by the clock. */
  onError: (error: unknown) => void;
}

export async function openDesk({ league, journal, clock, newId, onError }: DeskOptions) {
  const state = emptyState();
  const watchers = new Set<(state: State) => void>();
  let queue: Promise<unknown> = Promise.resolve();
  let cancelAlarm = () => {};
  let closed = false;

  for (const entry of await journal.entries(league)) fold(state, entry);
  await inTurn(() => followUp(clock.now()));

  return {
    /** The league as it stands. Read it; the desk alone changes it. */
    state: state as Readonly<State>,

    /**
     * Does what a member asks, once for each `id` of theirs: asked again, it answers the same. `now` is for playing a
     * season of the past through the real actions.
     */
    act(member: Member, id: string, ask: Ask, now = clock.now()): Promise<Done | Refusal> {
      return inTurn(async () => {
        const done = await act(member, id, ask, now);
        // What was done is done, even if what follows from it has to wait.
        await followUp(now).catch(onError);
        return done;
      });
    },

    /**
     * Writes what `read` makes of the league as it stands, with what sync must remember in the same step. Nothing to
     * write is fine: then only the notes are kept.
     */
    note(read: (state: State) => { notes: Note[]; sync?: SyncNotes }): Promise<void> {
      return inTurn(async () => {
        const { notes, sync } = read(state);
        const now = clock.now();
        if (notes.length > 0)
          await append(
            notes.map((note) => draftOf(note, now)),
            sync,
          );
        else if (sync) await journal.saveSyncNotes(league, sync);
        await followUp(now).catch(onError);
      });
    },

    /** Calls `watcher` after every change; what it returns ends that. */
    watch(watcher: (state: State) => void): () => void {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },

    async close(): Promise<void> {
      closed = true;
      cancelAlarm();
      watchers.clear();
      await queue;
    },
  };

  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = queue.then(() => {
      if (closed) throw new Error('the desk is closed');
      return work();
    });
    queue = result.catch(() => {});
    return result;
  }

  async function act(member: Member, id: string, ask: Ask, now: number): Promise<Done | Refusal> {
    const body = JSON.stringify(ask);
    const before = await journal.asked(league, member.user, id);
    if (before?.asked) {
      if (before.asked.body !== body) return { refused: 'other_body' };
      return { ...before.asked.answer, version: before.seq };
    }
    const decision = decide(ask, situationOf(member, now));
    if (isRefusal(decision)) return decision;
    const formula = formulaAmong(state, decision.changes);
    if (formula) return formula;
    const answer = { said: decision.said, ...(decision.race !== undefined && { race: decision.race }) };
    const by: By = { kind: 'member', user: member.user, name: member.name };
    const draft = draftOf({ by, happening: decision.happening, changes: decision.changes }, now);
    const version = await append([{ ...draft, asked: { user: member.user, id, body, answer } }]);
    return { ...answer, version };
  }

  function situationOf(by: Member, now: number): Situation {
    return { facts: factsOf(state), by, now, cell, newId };
  }

  function cell(moment: number): Raw {
    return serialOf(moment, contextOf(state).timeZone);
  }

  async function append(drafts: readonly Draft[], sync?: SyncNotes): Promise<number> {
    const entries = await journal.append(league, state.seq, drafts, sync);
    for (const entry of entries) fold(state, entry);
    for (const watcher of watchers) watcher(state);
    return state.seq;
  }

  /** Does what is due by the rules, and comes back when they ask for it. */
  async function followUp(now: number): Promise<void> {
    for (;;) {
      const { due: all, askAgainAt } = followUps(factsOf(state), now, cell);
      const due = all.filter(({ changes }) => !formulaAmong(state, changes));
      if (due.length === 0) return wakeAt(askAgainAt);
      await append(due.map((note) => draftOf({ by: { kind: 'league' }, ...note }, now)));
    }
  }

  function wakeAt(moment: number | undefined): void {
    cancelAlarm();
    if (moment === undefined || closed) return;
    cancelAlarm = clock.after(moment - clock.now(), () => {
      inTurn(() => followUp(clock.now())).catch(onError);
    });
  }

  function draftOf({ by, happening, changes }: Note, at: number): Draft {
    return { at, by, happening, changes: changes.map((change) => withBefore(state, change)) };
  }
}

/** A cell that a host computes is changed by nobody else: the formula would be lost. */
function formulaAmong(state: State, changes: readonly Wanted[]): Refusal | undefined {
  for (const change of changes) {
    if (change.kind !== 'edit') continue;
    const formulas = state.rows[change.tab].get(change.id)?.formulas ?? [];
    const field = Object.keys(change.cells).find((one) => formulas.includes(one));
    if (field)
      return { refused: 'formula_there', given: { tab: change.tab, header: columnOf(change.tab, field).header } };
  }
  return undefined;
}

/** An edit with what its cells held before. */
function withBefore(state: State, change: Wanted): Change {
  if (change.kind !== 'edit') return change;
  const raw = state.rows[change.tab].get(change.id)?.raw ?? {};
  const cells = Object.entries(change.cells).map(([field, to]) => [field, [raw[field] ?? '', to]] as const);
  return { ...change, cells: Object.fromEntries(cells) };
}
