/** What posts need of Discord. Each answers with a value; nothing here throws for what Discord refuses. */
import type { Post } from './post.ts';

/** Where a league's posts go. */
export interface Channel {
  /** The ID of a guild's channel by its name or ID, as hosts type it. */
  find(guild: string, called: string): Promise<{ readonly id: string } | Refused>;
  /** `nonce` keeps a post that is sent again from being there twice, for a few minutes. */
  post(to: Place, post: Post, sending: { nonce: string; replyTo?: string | undefined }): Promise<Sent | Refused>;
  edit(to: Place, message: string, post: Post): Promise<Sent | Refused>;
  /** Our own messages from that moment on, in milliseconds since 1970. */
  latest(to: Place, since: number): Promise<{ readonly messages: readonly OwnMessage[] } | Refused>;
}

export interface Place {
  readonly guild: string;
  readonly channel: string;
}

export interface Sent {
  readonly message: string;
}

export interface OwnMessage extends Sent {
  readonly texts: readonly string[];
  readonly nonce?: string;
}

/**
 * `noChannel`: there's no such channel. `notSeen`, `notAllowed`: the bot may not look into it, or not do that there.
 * `notText`: it takes no messages.
 * `gone`: the message was deleted. `invalid`: Discord never takes that. `odd`: it answers as Discord never does.
 * `unreachable`: it doesn't answer. Both are worth another try.
 */
export const refusals = [
  'noChannel',
  'notSeen',
  'notAllowed',
  'notText',
  'gone',
  'invalid',
  'odd',
  'unreachable',
] as const;
export interface Refused {
  readonly refused: (typeof refusals)[number];
  /** Discord's own sentence. */
  readonly message: string;
}

export function isRefused(answer: object): answer is Refused {
  return 'refused' in answer;
}

/** Whether it may be over in a moment, whatever hosts do. */
export function passes(refused: Refused['refused']): boolean {
  return refused === 'unreachable' || refused === 'odd';
}
