/**
 * Journal ⇄ Sheet, for one league. A round is a pull and, where something differs, a push. Rounds run one after the
 * other, never side by side. Before a push leaves it is noted; the next pull tells whether the Sheet took it.
 */
import { SheetsFailure } from '../sheets/google.ts';
import type { Wanted, Write } from '../sheets/push.ts';
import { factTabs } from '../sheets/records.ts';
import type { Attempt } from '../sheets/settle.ts';
import type { Shadow } from '../sheets/shadow.ts';
import { type Held, NotTheWriter, type Pulled, type Workbook } from '../sheets/workbook.ts';
import type { Clock } from './clock.ts';
import type { SheetView } from './contract/sheet.ts';
import { derivedTabs } from './derived-tabs.ts';
import type { Desk, Note } from './desk.ts';
import type { State } from './fold.ts';
import type { Journal } from './journal/sqlite.ts';
import { type Beginning, newLeague } from './new-league.ts';
import { addressOf, type Problem, problemsOfSheet } from './problems.ts';
import { factCells, noteOfEdits, rowsOf } from './sheet-facts.ts';
import { type Trouble, troubleIn } from './trouble.ts';
import type { ProblemWords } from './words/problems.ts';

export interface SyncOptions {
  league: string;
  desk: Desk;
  journal: Journal;
  workbook: Workbook;
  clock: Clock;
  /** Tells a push from any other: never the same twice. */
  newToken: () => string;
  /** What a league that has no Sheet yet begins with. */
  beginning: () => Promise<Beginning>;
  /** Whether anybody has a panel open. */
  attended: () => boolean;
  /** What is wrong beside the facts, such as a logo that can't be had. */
  problems?: () => readonly Problem[];
  onError: (error: unknown) => void;
}

/** A change waits this long for others. Milliseconds, as are all below. */
const gatherMs = 300;
/**
 * From round to round while there is something to write: 30 writes a minute, so that two leagues fit Google's 60. Reads are
 * 30 to 60, as formulas are read before facts are written over: two leagues that do so without a pause take turns.
 */
const distanceMs = 2_000;
/**
 * From round to round while hints come, so that an edit is seen within two seconds. A host types a cell every few
 * seconds; a program that hinted without end would meet the quota, as every look does.
 */
const hintDistanceMs = 1_000;
/** How often hosts' edits are looked for while somebody is there; nobody has been there for `attentionMs`: ever rarer. */
const pollMs = 5_000;
const attentionMs = 300_000;
const rarestPollMs = 300_000;
const firstRetryMs = 2_000;
const longestRetryMs = 60_000;

export async function openSync(options: SyncOptions) {
  const { league, desk, journal, workbook, clock, newToken, beginning, attended, onError } = options;
  const { problems: others = () => [] } = options;
  const noted = await journal.syncNotes(league);
  let shadow: Shadow | undefined = noted && JSON.parse(noted.shadow);
  /** Pushes of the next number that were sent; none, or one of them, is in the Sheet. */
  let attempts: Attempt[] = noted ? JSON.parse(noted.push) : [];
  let held: Held[] = [];
  let round: Promise<void> | undefined;
  let cancelNext = () => {};
  let cancelHinted = () => {};
  /** Told of an edit since the latest round began. */
  let hinted = false;
  let ended = false;
  let begun = false;
  /** Whoever starts becomes the writer; one who lost that stops, until a host says otherwise. */
  let takeOver = true;
  let trouble: Trouble | undefined;
  let failures = 0;
  let roundAt = Number.NEGATIVE_INFINITY;
  let lookedAt = clock.now();
  let quietMs = pollMs;
  /** The journal's position that the Sheet shows, and since when something newer waits. */
  let written = -1;
  /** Facts that can't be written until a host puts a tab, a column or rows back. */
  let leftOut = false;
  let waitingSince: number | undefined = clock.now();
  const watchers = new Set<() => void>();

  const unwatch = desk.watch(() => {
    if (failures === 0) next(soon());
    if (waitingSince !== undefined) return;
    waitingSince = clock.now();
    tell();
  });
  next(0);

  return {
    /** How the Sheet is doing. */
    view(): SheetView {
      const since = waitingSince === undefined ? {} : { since: waitingSince };
      if (failures > 0) return { state: 'unreachable', ...since };
      return { state: waitingSince === undefined ? 'saved' : 'saving', ...since };
    },

    /** Why the Sheet can't be read or written, where that won't pass by itself. */
    trouble: () => trouble,

    /** Becomes the Sheet's writer again after another program did. */
    takeOver(): void {
      if (trouble?.trouble !== 'otherWriter') return;
      trouble = undefined;
      takeOver = true;
      next(0);
    },

    /** Tabs and columns that aren't there, and what is wrong beside the facts. */
    problems: (says?: ProblemWords): Problem[] => [...problemsOfSheet(held, says), ...others()],

    /** The cell of a problem, as in `Results!C14`. */
    where: (problem: Problem) => addressOf(problem, shadow),

    /** Somebody looks at the league: hosts' edits are looked for often. */
    attention(): void {
      lookedAt = clock.now();
      if (quietMs === pollMs) return;
      quietMs = pollMs;
      // A round that is due for a change comes sooner than that.
      if (failures === 0 && written === desk.state.seq) next(pollMs);
    },

    /** The Sheet says that it was just edited: one look as soon as may be, for however many hints. */
    hint(): void {
      hinted = true;
      lookedAt = clock.now();
      followHint();
    },

    /** Resolves once all that is in the journal is in the Sheet. */
    settled(): Promise<void> {
      return new Promise((resolve) => {
        const check = () => {
          if (written !== desk.state.seq) return;
          watchers.delete(check);
          resolve();
        };
        watchers.add(check);
        check();
      });
    },

    /** Calls `watcher` when the view may have changed; what it returns ends that. */
    watch(watcher: () => void): () => void {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },

    async close(): Promise<void> {
      ended = true;
      unwatch();
      cancelNext();
      cancelHinted();
      await round;
      watchers.clear();
    },
  };

  function tell(): void {
    for (const watcher of watchers) watcher();
  }

  function soon(): number {
    return Math.max(gatherMs, roundAt + distanceMs - clock.now());
  }

  function next(ms: number): void {
    cancelNext();
    if (ended || trouble?.trouble === 'otherWriter') return;
    cancelNext = clock.after(ms, startRound);
  }

  /** What is hinted at during a round may have been missed by it. After a failure the next try is soon enough. */
  function followHint(): void {
    if (!hinted || round || failures > 0 || ended) return;
    cancelHinted();
    cancelHinted = clock.after(Math.max(0, roundAt + hintDistanceMs - clock.now()), startRound);
  }

  function startRound(): void {
    if (round) return;
    cancelHinted();
    hinted = false;
    round = run().finally(() => {
      round = undefined;
      followHint();
    });
  }

  async function run(): Promise<void> {
    roundAt = clock.now();
    try {
      const news = await pullAndPush();
      failures = 0;
      trouble = undefined;
      if (news || attended()) lookedAt = clock.now();
      quietMs = clock.now() - lookedAt < attentionMs ? pollMs : Math.min(quietMs * 2, rarestPollMs);
      const done = written === desk.state.seq;
      waitingSince = done && !leftOut ? undefined : (waitingSince ?? clock.now());
      // A push that was sent is looked after in the next round.
      next(done && attempts.length === 0 ? quietMs : soon());
    } catch (error) {
      failures += 1;
      // One failure may be the passing kind: a tab that was deleted between a look and a write is refused too.
      trouble = failures > 1 || error instanceof NotTheWriter ? troubleIn(error) : undefined;
      workbook.forget();
      onError(error);
      next(Math.min(firstRetryMs * 2 ** (failures - 1), longestRetryMs));
    }
    tell();
  }

  /** One round. True if a host had changed something. */
  async function pullAndPush(): Promise<boolean> {
    const pulled = await workbook.pull(shadow, attempts, factCells(desk.state), takeOver);
    held = pulled.held;
    const news = pulled.changes.length > 0;
    const left = pulled.settled ? [] : attempts;
    if (news || pulled.settled) {
      const sync = { shadow: JSON.stringify(pulled.shadow), push: JSON.stringify(left) };
      const take = (state: State): Note[] => (news ? [noteOfEdits(state, pulled.changes, clock.now())] : []);
      await desk.note((state) => ({ notes: take(state), sync }));
    }
    attempts = left;
    takeOver = false;
    shadow = pulled.shadow;
    if (!begun) {
      // After every start: a first one may have ended before this, and a later version may know more settings.
      const known = await beginning();
      await desk.note((state) => ({ notes: newLeague(state, known) }));
      begun = true;
    }
    await push(pulled, shadow);
    return news;
  }

  /** Whether the Sheet took it, and where its writes landed, is for the next pull to find out. */
  async function push(pulled: Pulled, seen: Shadow): Promise<void> {
    let { seq } = desk.state;
    let wanted = wantedOf(desk.state, seen);
    let writes = pulled.plan(wanted, seen);
    if (writes.some(isOverFacts) && (await takeFormulas(pulled, seen))) {
      seq = desk.state.seq;
      wanted = wantedOf(desk.state, seen);
      writes = pulled.plan(wanted, seen);
    }
    if (writes.length > 0) {
      const attempt = pulled.attempt(writes, newToken());
      attempts.push(attempt);
      await journal.savePush(league, JSON.stringify(attempts));
      await send(attempt);
    }
    written = seq;
    leftOut = pulled.leavesOut(wanted, seen);
  }

  /** A formula that a host typed over an equal value shows in no value, so it's looked for before cells are written. */
  async function takeFormulas(pulled: Pulled, seen: Shadow): Promise<boolean> {
    const found = await pulled.formulas();
    if (found.length === 0) return false;
    const sync = { shadow: JSON.stringify(seen), push: JSON.stringify(attempts) };
    await desk.note((state) => ({ notes: [noteOfEdits(state, found, clock.now())], sync }));
    return true;
  }

  async function send(attempt: Attempt): Promise<void> {
    try {
      await workbook.push(attempt);
    } catch (error) {
      // One that was refused can't arrive later; of any other nobody knows.
      if (error instanceof SheetsFailure && error.applied === 'no') {
        attempts = attempts.filter((one) => one !== attempt);
        await journal.savePush(league, JSON.stringify(attempts));
      }
      throw error;
    }
  }

  function wantedOf(state: State, seen: Shadow): Wanted {
    const facts = Object.fromEntries(factTabs.map((tab) => [tab, rowsOf(state, tab)])) as Wanted['facts'];
    const where = (problem: Problem) => addressOf(problem, seen);
    return { facts, derived: derivedTabs(state, [...problemsOfSheet(held), ...others()], where) };
  }
}

function isOverFacts(write: Write): boolean {
  return write.kind === 'cells' && write.id !== undefined;
}
