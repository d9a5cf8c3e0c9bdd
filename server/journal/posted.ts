/** What the bot posted, and since when it goes by what: so that a restart posts nothing twice, and forgets nothing. */

/** `sending` until Discord said that it's there; `gone` when somebody deleted it; `skipped` if nothing was to be said. */
export const postStates = ['sending', 'posted', 'gone', 'skipped'] as const;
export type PostState = (typeof postStates)[number];

export interface Posted {
  /** What it's about, such as `card row-7`: each is posted once. */
  readonly subject: string;
  readonly state: PostState;
  /** Discord's IDs. The message's is missing until it's known. */
  readonly channel: string;
  readonly message?: string;
  /** Of what it says and shows: no names stay here. */
  readonly print: string;
  /** Of its text as Discord shows it, by which it's found again. */
  readonly textPrint: string;
  readonly nonce: string;
  /** Every sponsor that stood on it so far. */
  readonly sponsors: readonly string[];
  /** When it was to be sent first, milliseconds since 1970. */
  readonly at: number;
}

/** Since when something is as it is: a schedule as it's written, a season that was seen open. */
export interface Noticed {
  readonly what: string;
  readonly as: string;
  /** Milliseconds since 1970. */
  readonly since: number;
}
