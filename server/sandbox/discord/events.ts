import type { APIApplicationCommand, APIMessage } from 'discord.js';
import type { Answer } from './interactions/answer.ts';

/** What happened on the local Discord that people, or the stage, can see. */
export type ChatEvent =
  /** `to` is the one person who sees it, by user id; null for everybody. */
  | { kind: 'posted'; message: APIMessage; to: string | null }
  | { kind: 'edited'; message: APIMessage; to: string | null }
  | { kind: 'deleted'; channelId: string; messageId: string; to: string | null }
  | { kind: 'pinned'; channelId: string; messageId: string; pinned: boolean }
  /** What the bot said to an interaction, or that it said nothing in time. */
  | { kind: 'answered'; interactionId: string; userId: string; answer: Answer }
  /** The panel is to open for that person. */
  | { kind: 'launched'; guildId: string; channelId: string; userId: string }
  /** `guildId` is null for the global ones. */
  | { kind: 'commands'; guildId: string | null; commands: readonly APIApplicationCommand[] }
  | { kind: 'gateway'; now: 'identified' | 'resumed' | 'gone'; sessionId: string };

export type ChatEventOf<Kind extends ChatEvent['kind']> = Extract<ChatEvent, { kind: Kind }>;

export interface Events {
  emit(event: ChatEvent): void;
  /** Calls back for each event from now on. Returns its own remover. */
  on(listener: (event: ChatEvent) => void): () => void;
  /** How many there have been; a mark for `waitFor`. */
  count(): number;
  /** The first event of that kind that fits: one that was there already, from `since` on, or the next one. */
  waitFor<Kind extends ChatEvent['kind']>(
    kind: Kind,
    fits?: (event: ChatEventOf<Kind>) => boolean,
    since?: number,
  ): Promise<ChatEventOf<Kind>>;
}

/** So many of the latest are kept for `waitFor`: a night of races has some hundreds. */
const KEPT = 2_000;

export function createEvents(): Events {
  const listeners = new Set<(event: ChatEvent) => void>();
  const kept: { event: ChatEvent; at: number }[] = [];
  let count = 0;

  const on = (listener: (event: ChatEvent) => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  };

  return {
    emit(event) {
      kept.push({ event, at: count });
      count += 1;
      if (kept.length > KEPT) kept.shift();
      for (const listener of [...listeners]) listener(event);
    },
    on,
    count: () => count,
    waitFor(kind, fits = () => true, since = 0) {
      const wanted = (event: ChatEvent): event is ChatEventOf<typeof kind> => isOf(event, kind) && fits(event);
      for (const { event, at } of kept) if (at >= since && wanted(event)) return Promise.resolve(event);
      return new Promise((resolve) => {
        const remove = on((event) => {
          if (!wanted(event)) return;
          remove();
          resolve(event);
        });
      });
    },
  };
}

function isOf<Kind extends ChatEvent['kind']>(event: ChatEvent, kind: Kind): event is ChatEventOf<Kind> {
  return event.kind === kind;
}
