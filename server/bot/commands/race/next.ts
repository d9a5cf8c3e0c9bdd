/** /race next: the next race with the same racers. */

import { openSeason } from '../../../league/races.ts';
import { factsFor } from '../../asked.ts';
import { command } from '../../command.ts';
import { raceBefore } from '../../races-at-hand.ts';
import { text, toThem } from '../../replies.ts';
import { noSeason, opened } from './opened.ts';

export const next = command({ name: 'race next', options: {} }, (asked) => {
  const facts = factsFor(asked);
  if (!openSeason(facts)) return noSeason(asked);
  const before = raceBefore(facts);
  if (!before) return toThem(text(asked.words.race.noOver));
  return opened(asked, { type: 'nextRace', race: before.id });
});
