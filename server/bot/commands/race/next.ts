/** /race next: the next race with the same racers. */
import { factsFor } from '../../asked.ts';
import { command } from '../../command.ts';
import { raceBefore } from '../../races-at-hand.ts';
import { text, toThem } from '../../replies.ts';
import { opened } from './opened.ts';

export const next = command({ name: 'race next', answers: 'them', options: {} }, (asked) => {
  const before = raceBefore(factsFor(asked));
  if (!before) return toThem(text(asked.words.race.noOver));
  return opened(asked, { type: 'nextRace', race: before.id });
});
