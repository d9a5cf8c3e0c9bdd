/** What is to be posted, and what is known from before. */
import type { Post } from './post.ts';

export interface Wanted {
  /** Each is posted once. */
  readonly subject: string;
  /** Missing where there's nothing to tell, which is noted too. */
  readonly post: Post | undefined;
  /** The subject whose post it answers. */
  readonly replyTo?: string;
  /**
   * `follows`: edited as it changes. `standing`: that, and posted anew if somebody deletes it, or hosts name another channel.
   * `dropped`: no news any more. It may have been sent before a crash, so it's looked for; it isn't sent again.
   */
  readonly kind: 'once' | 'follows' | 'standing' | 'dropped';
}

/** What is known from before. Moments are milliseconds since 1970. */
export interface Known {
  /** Whether something was posted about it, or there was nothing to tell. */
  told(subject: string): boolean;
  /** Whether it was to be posted, and nobody knows yet that it's there. */
  owed(subject: string): boolean;
  /** Subjects of which either is so. */
  subjects(): Iterable<string>;
  /** When it was to be posted first. */
  since(subject: string): number | undefined;
  /** Since when the league posts at all; since when its weekly schedule stands as it does. */
  readonly begun: number;
  readonly scheduled: number;
  /** Since when no race is under way; 0 while one is. */
  readonly idleSince: number;
  /** When a season that had been open was first seen closed. */
  closed(season: string): number | undefined;
}

export interface Due {
  /** In the order in which they are to be posted. */
  readonly wanted: readonly Wanted[];
  /** Milliseconds since 1970. */
  readonly askAgainAt?: number;
}

export const nothing: Due = { wanted: [] };

/** How long something stays news after a silence of ours. Milliseconds. */
export const nightMs = 24 * 3_600_000;

/** What the parts want, together. */
export function together(all: readonly Due[]): Due {
  const times = all.flatMap(({ askAgainAt }) => askAgainAt ?? []);
  return {
    wanted: all.flatMap(({ wanted }) => wanted),
    ...(times.length > 0 && { askAgainAt: Math.min(...times) }),
  };
}
