/**
 * After somebody was forgotten their name goes from the Sheet with the next push, and from what sync remembers of the
 * Sheet once that has landed. The hidden tab keeps a copy of every row as it stood before the latest push: so one more
 * push follows, which writes a line into the Log.
 */
import type { Desk } from '../desk.ts';
import type { State } from '../fold.ts';
import type { Journal } from '../journal/sqlite.ts';

export interface SweepOptions {
  desk: Desk;
  /** Resolves once all that is in the journal is in the Sheet. */
  sync: { settled(): Promise<void> };
  journal: Pick<Journal, 'scrub'>;
  onError: (error: unknown) => void;
}

/** Sweeps now if that is due, and whenever it is. What it returns ends that. */
export function openSweep({ desk, sync, journal, onError }: SweepOptions): () => void {
  let sweeping = false;
  let ended = false;
  const look = () => {
    if (sweeping || ended || !isDue(desk.state)) return;
    sweeping = true;
    sweep()
      .catch(onError)
      .finally(() => {
        sweeping = false;
      });
  };
  const unwatch = desk.watch(look);
  look();
  return () => {
    ended = true;
    unwatch();
  };

  async function sweep(): Promise<void> {
    await sync.settled();
    if (ended) return;
    await desk.note((state) => ({
      notes: isDue(state) ? [{ by: { kind: 'league' }, happening: { what: 'swept' }, changes: [] }] : [],
    }));
    await sync.settled();
    if (!ended) await journal.scrub();
  }
}

/** Somebody was forgotten, and nothing was swept since. What is too old for the Log was overwritten by other pushes. */
function isDue(state: Readonly<State>): boolean {
  const kinds = state.log.map(({ happening }) => happening.what);
  return kinds.lastIndexOf('forgotten') > kinds.lastIndexOf('swept');
}
