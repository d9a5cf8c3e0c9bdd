/**
 * Keeps the sponsor workbook up to date, in rounds of its own: the league's own Sheet never waits for it, and a failure
 * here is no trouble of the league's.
 */
import type { SheetsCalls } from '../sheets/google.ts';
import { type PublicBook, writePublicBook } from '../sheets/public-book.ts';
import type { Clock } from './clock.ts';

export interface SponsorSyncOptions {
  calls: SheetsCalls;
  /** The spreadsheet's ID, once there is one. */
  workbook: string | undefined;
  book: () => Promise<PublicBook>;
  /** Calls back whenever the league changed; what it returns ends that. */
  watch: (changed: () => void) => () => void;
  clock: Clock;
  onError: (error: unknown) => void;
}

/** A change waits for others, so that a busy evening costs two writes a minute. Milliseconds, as are all below. */
const gatherMs = 30_000;
/** What was counted meanwhile, and what somebody typed there, is looked after that often. */
const lookMs = 15 * 60_000;
const longestRetryMs = 15 * 60_000;

export function openSponsorSync({ calls, workbook: known, book, watch, clock, onError }: SponsorSyncOptions) {
  let workbook = known;
  let written = '';
  let address: string | undefined;
  let failures = 0;
  let round: Promise<void> | undefined;
  let ended = false;
  let cancelNext = () => {};
  let dueAt = Number.POSITIVE_INFINITY;
  const unwatch = watch(() => {
    if (failures === 0) next(gatherMs);
  });
  next(0);

  return {
    state: (): 'none' | 'kept' | 'unreachable' =>
      workbook === undefined ? 'none' : failures > 0 ? 'unreachable' : 'kept',
    workbook: () => workbook,
    /** On the web, once it was written. */
    address: () => address,

    /** From now on it's that one. */
    use(spreadsheet: string): void {
      workbook = spreadsheet;
      written = '';
      address = undefined;
      failures = 0;
      next(0);
    },

    async close(): Promise<void> {
      ended = true;
      unwatch();
      cancelNext();
      await round;
    },
  };

  /** What is due sooner stays so. */
  function next(ms: number): void {
    const at = clock.now() + ms;
    if (ended || at >= dueAt) return;
    cancelNext();
    dueAt = at;
    cancelNext = clock.after(ms, () => {
      dueAt = Number.POSITIVE_INFINITY;
      round = (round ?? Promise.resolve()).then(run);
    });
  }

  async function run(): Promise<void> {
    if (ended || workbook === undefined) return;
    const to = workbook;
    try {
      const wanted = await book();
      const text = JSON.stringify([to, wanted]);
      if (text !== written) {
        const { url } = await writePublicBook(calls, to, wanted);
        // Another one may have taken its place meanwhile.
        if (to === workbook) address = url;
        written = text;
      }
      failures = 0;
      next(lookMs);
    } catch (error) {
      // Another one took its place meanwhile, and has its own round.
      if (to !== workbook) return;
      failures += 1;
      written = '';
      onError(error);
      next(Math.min(gatherMs * 2 ** (failures - 1), longestRetryMs));
    }
  }
}
