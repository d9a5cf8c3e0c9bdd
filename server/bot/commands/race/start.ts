/** /race start */
import { factsFor } from '../../asked.ts';
import { command } from '../../command.ts';
import { raceToEnd, raceToStart } from '../../races-at-hand.ts';
import { actAndSay, text, toThem } from '../../replies.ts';
import { isReply, naming, raceCalled, racesOf } from '../../things.ts';

export const start = command(
  {
    name: 'race start',
    options: {
      race: naming('race', (facts) => racesOf(facts, ({ status }) => status === 'Open')),
    },
  },
  (asked, { race }) => {
    const facts = factsFor(asked);
    // Said of one that has started, the refusal tells more than that none is open.
    const found = race === undefined ? (raceToStart(facts) ?? raceToEnd(facts)) : raceCalled(asked, race);
    if (!found) return toThem(text(asked.words.race.noOpen));
    if (isReply(found)) return found;
    return actAndSay(asked, { type: 'startRace', race: found.id });
  },
);
