/** /race next: the next race with the same racers. */
import { act, factsFor, isRefusal } from '../../asked.ts';
import { command } from '../../command.ts';
import { raceBefore } from '../../races-at-hand.ts';
import { sayRefused, text, toThem } from '../../replies.ts';
import { opened } from './opened.ts';

export const next = command({ name: 'race next', answers: 'them', options: {} }, async (asked) => {
  const before = raceBefore(factsFor(asked));
  if (!before) return toThem(text(asked.words.race.noOver));
  const done = await act(asked, { type: 'nextRace', race: before.id });
  return isRefusal(done) ? toThem(sayRefused(asked, done)) : opened(asked, done);
});
