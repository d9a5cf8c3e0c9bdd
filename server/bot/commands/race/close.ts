/** /race close: final at once. Who hasn't reported did not start, so it asks first. */
import { isUnderWay } from '../../../league/races.ts';
import { previewOf } from '../../ask-first.ts';
import { factsFor } from '../../asked.ts';
import { choicesOf, matching } from '../../choices.ts';
import { command } from '../../command.ts';
import { raceToEnd } from '../../races-at-hand.ts';
import { text, toThem } from '../../replies.ts';
import { isReply, raceCalled, racesOf } from '../../things.ts';

export const close = command(
  {
    name: 'race close',
    answers: 'them',
    options: {
      race: {
        words: 'race',
        kind: 'text',
        most: 100,
        choices: (asked, typed) => choicesOf(matching(racesOf(factsFor(asked), isUnderWay), typed)),
      },
    },
  },
  async (asked, { race }) => {
    const found = race === undefined ? raceToEnd(factsFor(asked)) : raceCalled(asked, race);
    if (!found) return toThem(text(asked.words.race.none));
    if (isReply(found)) return found;
    return toThem(...(await previewOf(asked, { type: 'closeRace', race: found.id })).blocks);
  },
);
