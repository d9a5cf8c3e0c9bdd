/** /race close: final at once. Who hasn't reported did not start, so it asks first. */
import { isUnderWay } from '../../../league/races.ts';
import { previewOf } from '../../ask-first.ts';
import { factsFor } from '../../asked.ts';
import { command } from '../../command.ts';
import { raceToEnd } from '../../races-at-hand.ts';
import { text, toThem } from '../../replies.ts';
import { isReply, naming, raceCalled, racesOf } from '../../things.ts';

export const close = command(
  {
    name: 'race close',
    options: {
      race: naming('race', (facts) => racesOf(facts, isUnderWay)),
    },
  },
  async (asked, { race }) => {
    const found = race === undefined ? raceToEnd(factsFor(asked)) : raceCalled(asked, race);
    if (!found) return toThem(text(asked.words.race.none));
    if (isReply(found)) return found;
    return toThem(...(await previewOf(asked, { type: 'closeRace', race: found.id })).blocks);
  },
);
