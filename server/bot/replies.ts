/** Replies as commands make them. */
import type { Ask } from '../actions/actions.ts';
import type { Said } from '../words/answers.ts';
import type { Refusal } from '../words/refusals.ts';
import { type Asked, act, type InLeague, isRefusal } from './asked.ts';
import { plainly } from './markdown.ts';
import type { Block, Button, Message } from './message.ts';
import type { Reply } from './request.ts';

export function text(...lines: readonly (string | undefined)[]): Block {
  return { block: 'text', text: lines.filter((line) => line !== undefined && line !== '').join('\n') };
}

export function buttons(...all: readonly Button[]): Block {
  return { block: 'buttons', buttons: all };
}

export function message(...blocks: readonly (Block | undefined)[]): Message {
  return { blocks: blocks.filter((block) => block !== undefined) };
}

/** For whoever asked alone. */
export function toThem(...blocks: readonly (Block | undefined)[]): Reply {
  return { kind: 'message', to: 'them', message: message(...blocks) };
}

export function toEverybody(...blocks: readonly (Block | undefined)[]): Reply {
  return { kind: 'message', to: 'everybody', message: message(...blocks) };
}

/** In place of the message whose button was pressed. */
export function instead(...blocks: readonly (Block | undefined)[]): Reply {
  return { kind: 'instead', message: message(...blocks) };
}

/** Does it, and says that it's done, or why not. */
export async function actAndSay(asked: InLeague, ask: Ask): Promise<Reply> {
  const done = await act(asked, ask);
  return toThem(isRefusal(done) ? sayRefused(asked, done) : sayDone(asked, done));
}

/** What was done, in words. */
export function sayDone({ words }: Pick<Asked, 'words'>, { said }: { said: Said }): Block {
  return text(words.answer(plainly(said)));
}

/** Why it wasn't, and what to do instead. */
export function sayRefused({ words }: Pick<Asked, 'words'>, refusal: Refusal): Block {
  const { message, remedy } = words.refusal(plainly(refusal));
  return text(`${message} ${remedy}`);
}
