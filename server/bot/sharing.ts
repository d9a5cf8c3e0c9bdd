/**
 * What one person asked for is for them alone, so that nothing but the league's own posts pushes the card of a race up;
 * with `share: yes` it's for everybody.
 */
import { choiceWords } from '../words/bot/commands.ts';
import { choicesOf, matching } from './choices.ts';
import type { Option } from './command.ts';
import type { Block } from './message.ts';
import { toEverybody, toThem } from './replies.ts';
import type { Reply } from './request.ts';

export const sharing = {
  words: 'share',
  kind: 'text',
  most: 10,
  choices: ({ words }, typed) => choicesOf(matching([{ id: 'yes', name: choiceWords.shared[words.language] }], typed)),
} as const satisfies Option;

/** In either language, however it's typed. */
const yes = ['yes', 'y', 'sí', 'si', 's'];

export function isShared(share: string | number | undefined): boolean {
  return yes.includes(String(share).trim().toLowerCase());
}

export function shared(share: string | undefined, ...blocks: readonly (Block | undefined)[]): Reply {
  return isShared(share) ? toEverybody(...blocks) : toThem(...blocks);
}
