/** Confirm: does what was asked first, unless it would change something else by now. */
import { askOf, confirmed, previewOf } from '../ask-first.ts';
import { act, factsFor, type InLeague, isRefusal } from '../asked.ts';
import { type CustomId, type CustomIdOf, makeCustomId } from '../custom-ids.ts';
import { instead, sayDone, sayRefused, text } from '../replies.ts';
import type { Reply } from '../request.ts';

type ConfirmId = CustomIdOf<(typeof confirmed)[number]>;

export function isConfirm(id: CustomId): id is ConfirmId {
  return confirmed.some((one) => one === id.id);
}

interface Answer {
  readonly reply: Reply;
  /** Otherwise it was a fresh preview or a refusal, and the next tap may be answered otherwise. */
  readonly done: boolean;
}

/** So many answers are remembered for whoever taps twice. */
const remembered = 500;

export function openConfirming() {
  const answers = new Map<string, Promise<Reply>>();

  /** `message` is the one with the button. A second tap on it gets the answer of the first. */
  return (asked: InLeague, id: ConfirmId, message: string): Promise<Reply> => {
    const key = `${asked.person.user.id} ${message} ${makeCustomId(id)}`;
    const known = answers.get(key);
    if (known) return known;
    const answer = confirm(asked, id, message);
    const reply = answer.then((one) => one.reply);
    answers.set(key, reply);
    const [oldest] = answers.keys();
    if (answers.size > remembered && oldest !== undefined) answers.delete(oldest);
    // What did nothing may be tried again.
    const forget = () => answers.delete(key);
    answer.then(({ done }) => done || forget(), forget);
    return reply;
  };
}

async function confirm(asked: InLeague, id: ConfirmId, message: string): Promise<Answer> {
  const ask = askOf(factsFor(asked), id);
  if (!ask) return { reply: instead(text(asked.words.edge.oldButton)), done: false };
  const now = await previewOf(asked, ask);
  if (now.refused) return { reply: instead(...now.blocks), done: false };
  if (now.print !== id.print) return { reply: instead(text(asked.words.ask.changed), ...now.blocks), done: false };
  const done = await act(asked, ask, `message-${message}`);
  return isRefusal(done)
    ? { reply: instead(sayRefused(asked, done)), done: false }
    : { reply: instead(sayDone(asked, done)), done: true };
}
