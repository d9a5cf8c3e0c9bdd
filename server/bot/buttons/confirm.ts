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
    answers.set(key, answer);
    const [oldest] = answers.keys();
    if (answers.size > remembered && oldest !== undefined) answers.delete(oldest);
    // What failed may be tried again.
    answer.catch(() => answers.delete(key));
    return answer;
  };
}

async function confirm(asked: InLeague, id: ConfirmId, message: string): Promise<Reply> {
  const ask = askOf(factsFor(asked), id);
  if (!ask) return instead(text(asked.words.edge.oldButton));
  const now = await previewOf(asked, ask);
  if (now.refused) return instead(...now.blocks);
  if (now.print !== id.print) return instead(text(asked.words.ask.changed), ...now.blocks);
  const done = await act(asked, ask, `message-${message}`);
  return instead(isRefusal(done) ? sayRefused(asked, done) : sayDone(asked, done));
}
