/** A post in a channel, whichever way it travels. */
import { createHash } from 'node:crypto';
import { plain } from '../markdown.ts';
import { type Block, shortened } from '../message.ts';

export interface Post {
  readonly blocks: readonly PostBlock[];
  /** The colour at its side, 0xRRGGBB. */
  readonly colour: number;
  /** Sponsors that stand on it, by their IDs. */
  readonly sponsors?: readonly string[];
  /** Discord's user IDs and a role by name or ID: whoever else is named isn't pinged. */
  readonly pings?: { readonly users?: readonly string[]; readonly role?: string };
}

export type PostBlock = Exclude<Block, { block: 'list' }> | PictureBlock;

export interface PictureBlock {
  readonly block: 'picture';
  readonly file: string;
  readonly svg: string;
  /** For who doesn't see it. */
  readonly says: string;
}

/** Colours of the panel. */
export const colours = { open: 0x8fdc97, running: 0x9cc9ff, over: 0xffb84d, wrong: 0xff9a8f, void: 0x423d47 } as const;

export function text(...lines: readonly (string | undefined)[]): PostBlock {
  return { block: 'text', text: lines.filter((line) => line !== undefined && line !== '').join('\n') };
}

/** Text of a message all together is 4,000 signs at most (documentation: "Component Reference"); some go to a ping. */
const mostText = 3_900;
/** So that a name as long as a page leaves room for what stands below it. */
const mostLine = 1_000;

/** Cut where it would be more than Discord takes. */
export function fitted(post: Post): Post {
  let room = mostText;
  const blocks = post.blocks.flatMap((block): PostBlock[] => {
    if (block.block !== 'text') return [block];
    const lines = block.text.split('\n').map((line) => shortened(line, mostLine));
    const text = room > 0 ? shortened(lines.join('\n'), room) : '';
    room -= text.length;
    return text === '' ? [] : [{ block: 'text', text }];
  });
  return { ...post, blocks };
}

/** The same without pictures: what they say, as text. The post itself where it has none. */
export function inWords(post: Post): Post {
  if (!post.blocks.some(({ block }) => block === 'picture')) return post;
  const blocks = post.blocks.map((block) => (block.block === 'picture' ? text(plain(block.says)) : block));
  return fitted({ ...post, blocks });
}

/** Two posts with one print say and show the same. */
export function printOf(post: Post): string {
  return hashed(JSON.stringify(post));
}

/** Of its text alone, as it's read back from a channel. */
export function textPrintOf(texts: readonly string[]): string {
  return hashed(texts.join('\n').trim());
}

export function textsOf({ blocks }: Post): string[] {
  return blocks.flatMap((block) => (block.block === 'text' ? [block.text] : []));
}

function hashed(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}
