/** What keeps a league's posts from their channel. */
import type { PostWords } from '../../words/bot/posts.ts';
import type { Refused } from './channel.ts';

export interface PostTrouble {
  readonly refused: Exclude<Refused['refused'], 'gone' | 'invalid'>;
  /** As hosts typed it. */
  readonly channel: string;
  /** Milliseconds since 1970. */
  readonly since: number;
}

export function isTrouble(refused: Refused['refused']): refused is PostTrouble['refused'] {
  return refused !== 'gone' && refused !== 'invalid';
}

/** For hosts: what it is, and what to do. */
export function sayPostTrouble({ refused, channel }: PostTrouble, says: PostWords): { what: string; remedy: string } {
  const shown = /^[#<\d]/.test(channel) ? channel : `#${channel}`;
  return says.trouble[refused](shown);
}
