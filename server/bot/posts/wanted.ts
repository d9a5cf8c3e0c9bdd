/** What is to be posted, and what is known from before. */
import type { Post } from './post.ts';

export interface Wanted {
  /** Each is posted once. */
  readonly subject: string;
  /** Missing where there's nothing to tell, which is noted too. */
  readonly post: Post | undefined;
  /** The subject whose post it answers. */
  readonly replyTo?: string;
  /** `follows`: edited as it changes. `standing`: that, and posted anew if somebody deletes it. */
  readonly kind: 'once' | 'follows' | 'standing';
}

/** What is known from before. */
export interface Known {
  /** Whether something was posted about it, or is being posted. */
  posted(subject: string): boolean;
  /** Subjects of which that is so. */
  subjects(): Iterable<string>;
  /** Since when the league posts at all; since when its weekly schedule stands as it does. Milliseconds since 1970. */
  readonly begun: number;
  readonly scheduled: number;
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
