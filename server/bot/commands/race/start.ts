/** /race start */
import { act, factsFor, isRefusal } from '../../asked.ts';
import { choicesOf, matching } from '../../choices.ts';
import { command } from '../../command.ts';
import { raceToEnd, raceToStart } from '../../races-at-hand.ts';
import { sayDone, sayRefused, text, toThem } from '../../replies.ts';
import { isReply, raceCalled, racesOf } from '../../things.ts';

export const start = command(
  {
    name: 'race start',
    answers: 'them',
    options: {
      race: {
        words: 'race',
        kind: 'text',
        most: 100,
        choices: (asked, typed) =>
          choicesOf(
            matching(
              racesOf(factsFor(asked), ({ status }) => status === 'Open'),
              typed,
            ),
          ),
      },
    },
  },
  async (asked, { race }) => {
    const facts = factsFor(asked);
    // Said of one that has started, the refusal tells more than that none is open.
    const found = race === undefined ? (raceToStart(facts) ?? raceToEnd(facts)) : raceCalled(asked, race);
    if (!found) return toThem(text(asked.words.race.noOpen));
    if (isReply(found)) return found;
    const done = await act(asked, { type: 'startRace', race: found.id });
    return toThem(isRefusal(done) ? sayRefused(asked, done) : sayDone(asked, done));
  },
);
