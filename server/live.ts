/** Pushes what changed to every open panel: one view for all members, and to each what is theirs alone. */
import generate from 'json-merge-patch';
import type { Clock } from './clock.ts';
import type { LeagueView } from './contract/league.ts';
import type { LiveMessage } from './contract/live.ts';
import type { MeView } from './contract/me.ts';

export interface LiveOptions {
  view: () => LeagueView;
  clock: Clock;
  onError: (error: unknown) => void;
}

export interface Panel {
  send(message: LiveMessage): void;
  me(): Promise<MeView>;
}

/** A view with its text, by which two are told apart. */
interface Frame {
  view: LeagueView;
  json: string;
}

/** So many changes at once are one message. Milliseconds. */
const gatherMs = 25;
/** Whoever is further behind gets a snapshot. */
const framesKept = 200;
const beatMs = 30_000;

export function openLive({ view, clock, onError }: LiveOptions) {
  /** `asked` counts the questions about what is theirs, `heard` is the latest that was answered. */
  const panels = new Map<Panel, { sent: Frame; me: string; asked: number; heard: number }>();
  const frames = new Map<number, Frame>();
  let cancelTell = () => {};
  let waiting = false;
  let cancelBeat = clock.after(beatMs, beat);

  return {
    /** The view may have changed. */
    changed(): void {
      if (waiting) return;
      waiting = true;
      cancelTell = clock.after(gatherMs, () => {
        waiting = false;
        const now = keep(view());
        const changes = new Map<Frame, LiveMessage>();
        for (const panel of panels.keys()) tell(panel, now, changes);
      });
    },

    /** Begins to tell a panel, which has seen `version` if any; what it returns ends that. */
    join(panel: Panel, version: number | undefined): () => void {
      const now = keep(view());
      const seen = version === undefined ? undefined : frames.get(version);
      panels.set(panel, { sent: now, me: '', asked: 0, heard: 0 });
      panel.send(seen ? changeOf(seen, now) : { type: 'snapshot', now: clock.now(), league: now.view });
      tell(panel, now, new Map());
      return () => panels.delete(panel);
    },

    get panels(): number {
      return panels.size;
    },

    close(): void {
      cancelTell();
      cancelBeat();
      panels.clear();
    },
  };

  /** `changes` spares the same patch for the next panel. */
  function tell(panel: Panel, now: Frame, changes: Map<Frame, LiveMessage>): void {
    const last = panels.get(panel);
    if (!last) return;
    if (last.sent.json !== now.json) {
      const change = changes.get(last.sent) ?? changeOf(last.sent, now);
      changes.set(last.sent, change);
      panel.send(change);
    }
    last.sent = now;
    last.asked += 1;
    const asked = last.asked;
    panel.me().then((me) => {
      const said = JSON.stringify(me);
      // An answer that took its time, as while Discord is asked for roles anew, is older than one that came meanwhile.
      if (panels.get(panel) !== last || asked < last.heard) return;
      last.heard = asked;
      if (said === last.me) return;
      last.me = said;
      panel.send({ type: 'me', me });
    }, onError);
  }

  /**
   * The Sheet's doings and a logo that arrives are no journal's, so a view that a panel resumes from may be older in
   * these: they are always sent.
   */
  function changeOf({ view: from }: Frame, { view: to }: Frame): LiveMessage {
    const patch = generate.generate(from, to) ?? {};
    const sheet = { ...to.sheet, since: to.sheet.since ?? null };
    const always = { sheet, ...(to.sponsors !== undefined && { sponsors: to.sponsors }) };
    return {
      type: 'change',
      now: clock.now(),
      from: from.version,
      version: to.version,
      patch: { ...patch, ...always },
    };
  }

  function keep(view: LeagueView): Frame {
    const frame = { view, json: JSON.stringify(view) };
    frames.set(view.version, frame);
    const [oldest] = frames.keys();
    if (frames.size > framesKept && oldest !== undefined) frames.delete(oldest);
    return frame;
  }

  function beat(): void {
    for (const panel of panels.keys()) panel.send({ type: 'beat', now: clock.now() });
    cancelBeat = clock.after(beatMs, beat);
  }
}
