/**
 * The only door to the journal for facts: takes an action or a host's edits, decides, writes the entry, follows up and
 * tells whoever watches. One at a time for each league. Nobody is answered before the entry is durable.
 */

import { serialOf } from '../sheets/moments.ts';
import type { Raw } from '../sheets/records.ts';
import { type Ask, decide } from './actions/actions.ts';
import { type Decided, isRefusal, type Member, type Situation } from './actions/verb.ts';
import type { Clock } from './clock.ts';
import { factsOf } from './facts.ts';
import { columnOf, contextOf, emptyState, fold, type State } from './fold.ts';
import type { By, Draft, Entry } from './journal/entry.ts';
import type { Journal, SyncNotes } from './journal/sqlite.ts';
import type { Change, Happening, Wanted } from './league/changes.ts';
import { type Effects, effectsOf, isNoEffect, noEffects } from './league/effects.ts';
import type { Facts } from './league/facts.ts';
import { followUps } from './league/follow-ups.ts';
import { mayCount } from './what-counts.ts';
import type { Said } from './words/answers.ts';
import type { ToKnow } from './words/beforehand.ts';
import { bookedBy, sayBooking } from './words/ledger.ts';
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
  changes: readonly Wanted[];
}

/** The same entries without somebody, and what is noted about that. */
export interface Rewriting {
  /** By position, as they were. */
  entries: readonly Entry[];
  note: Note;
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
  // What it can't follow up on now it will with the next entry: the league is there all the same.
  await inTurn(() => followUp(clock.now()).catch(onError));

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

    /** What an action would do to everything that counts, or why it would be refused. Nothing changes. */
    preview(member: Member, ask: Ask): Promise<{ effects: Effects; toKnow: readonly ToKnow[] } | Refusal> {
      return inTurn(async () => {
        const now = clock.now();
        const decision = decide(ask, situationOf(member, now));
        if (isRefusal(decision)) return decision;
        const formula = formulaAmong(state, decision.changes);
        if (formula) return formula;
        const draft = draftOf(noteOf(member, decision), now);
        // Most of what racers ask for touches nothing that counts: no copy of the league is needed to know that. Where
        // money is played for, whoever joins a race may owe its fee.
        const may = factsOf(state).settings.money || mayCount(state, draft.changes);
        return { effects: may ? effectsIn(draft) : noEffects, toKnow: decision.toKnow ?? [] };
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
            notes.map((note) => withEffects(draftOf(note, now))),
            sync,
          );
        else if (sync) await journal.saveSyncNotes(league, sync);
        await followUp(now).catch(onError);
      });
    },

    /**
     * Replaces what the journal holds by what `read` makes of it, and folds it anew. No standing may change by that.
     * Answers what `read` did; nothing to rewrite is fine.
     */
    rewrite<R extends Rewriting>(
      read: (entries: readonly Entry[], state: Readonly<State>) => R | undefined,
    ): Promise<R | undefined> {
      return inTurn(async () => {
        const entries = await journal.entries(league);
        const rewriting = read(entries, state);
        if (!rewriting) return undefined;
        const now = clock.now();
        await replace(entries, rewriting, now);
        await journal.scrub().catch(onError);
        await followUp(now).catch(onError);
        return rewriting;
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
    const draft = withEffects(draftOf(noteOf(member, decision), now));
    const version = await append([{ ...draft, asked: { user: member.user, id, body, answer } }]);
    return { ...answer, version };
  }

  function situationOf(by: Member, now: number): Situation {
    return {
      facts: factsOf(state),
      by,
      now,
      cell,
      newId,
      cellsOf(tab, id) {
        const row = state.rows[tab].get(id);
        return row && !row.gone ? row.raw : undefined;
      },
      factsAfter: (decided) => after(draftOf(noteOf(by, decided), now)),
    };
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

  async function replace(before: readonly Entry[], { entries, note }: Rewriting, now: number): Promise<void> {
    const next = entries.reduce(fold, emptyState());
    if (!isNoEffect(effectsOf(factsOf(state), factsOf(next)))) throw new Error('a redaction changed what counts');
    const changed = entries.filter((entry, index) => entry !== before[index]);
    const added = await journal.rewrite(league, state.seq, changed, [draftOf(note, now)]);
    Object.assign(state, added.reduce(fold, next));
    for (const watcher of watchers) watcher(state);
  }

  /** Does what is due by the rules, and comes back when they ask for it. */
  async function followUp(now: number): Promise<void> {
    for (let round = 0; ; round += 1) {
      if (round === mostRounds) throw new Error(`what follows from entry ${state.seq} never ends`);
      const { due: all, askAgainAt } = followUps(factsOf(state), now, { cell, why: sayBooking, by: bookedBy });
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

  /** An entry by a host of what counts says what it did to standings and trophies, so that the Log can. */
  function withEffects(draft: Draft): Draft {
    if (draft.by.kind === 'league' || !mayCount(state, draft.changes)) return draft;
    const effects = effectsIn(draft);
    return isNoEffect(effects) ? draft : { ...draft, effects };
  }

  function effectsIn(draft: Draft): Effects {
    return effectsOf(factsOf(state), after(draft));
  }

  function after(draft: Draft): Facts {
    const copy = structuredClone({ ...withoutFacts(state), log: [] });
    return factsOf(fold(copy, { ...draft, seq: state.seq + 1 }));
  }

  function draftOf({ by, happening, changes }: Note, at: number): Draft {
    return { at, by, happening, changes: changes.map((change) => withBefore(state, change)) };
  }
}

function noteOf({ user, name }: Member, { happening, changes }: Pick<Decided, 'happening' | 'changes'>): Note {
  return { by: { kind: 'member', user, name }, happening, changes };
}

function withoutFacts({ facts: _, ...rest }: State): State {
  return rest;
}

/** What follows from one entry is done in a few rounds; were it ever endless, the journal would fill the disk. */
const mostRounds = 100;

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
