import type { FaultsNow } from '../faults/queue.ts';

/** What changed: see the server's live stream. `rows` is a span [from, to); without it the whole tab changed. */
export type LiveChange = { tabs: boolean; sheets: { sheetId: number; rows?: [number, number] }[] };

type Listeners = {
  onChange: (change: LiveChange) => void;
  /** Now, and whenever it's something else that is still to go wrong. */
  onFaults: (now: FaultsNow) => void;
  onConnected: (connected: boolean) => void;
  /** The spreadsheet was deleted. */
  onGone: () => void;
};

/** Follows what others write; the browser reconnects by itself. @returns what ends it */
export function followLive(id: string, { onChange, onFaults, onConnected, onGone }: Listeners): () => void {
  const source = new EventSource(`/live?id=${encodeURIComponent(id)}`);
  source.onopen = () => onConnected(true);
  source.onerror = () => onConnected(false);
  source.onmessage = (event) => {
    const change: LiveChange & { gone: boolean } = JSON.parse(event.data);
    if (change.gone) onGone();
    else onChange(change);
  };
  source.addEventListener('faults', (event) => onFaults(JSON.parse(event.data)));
  return () => source.close();
}
