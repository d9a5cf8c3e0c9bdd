/** /race open: a new race, or one that was planned. */
import { act, factsFor, isRefusal } from '../../asked.ts';
import { choicesOf, matching } from '../../choices.ts';
import { command } from '../../command.ts';
import { sayRefused, toThem } from '../../replies.ts';
import { isReply, raceCalled, racesOf } from '../../things.ts';
import { opened } from './opened.ts';

export const open = command(
  {
    name: 'race open',
    answers: 'them',
    options: {
      race: {
        words: 'plannedRace',
        kind: 'text',
        most: 100,
        choices: (asked, typed) =>
          choicesOf(matching(racesOf(factsFor(asked), ({ status }) => status === 'Planned').toReversed(), typed)),
      },
    },
  },
  async (asked, { race }) => {
    const found = race === undefined ? undefined : raceCalled(asked, race);
    if (found && isReply(found)) return found;
    const done = await act(asked, { type: 'openRace', ...(found && { race: found.id }) });
    return isRefusal(done) ? toThem(sayRefused(asked, done)) : opened(asked, done);
  },
);
