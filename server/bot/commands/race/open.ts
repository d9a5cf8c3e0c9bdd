/** /race open: a new race, or one that was planned. */
import { command } from '../../command.ts';
import { isReply, naming, raceCalled, racesOf } from '../../things.ts';
import { opened } from './opened.ts';

export const open = command(
  {
    name: 'race open',
    answers: 'them',
    options: {
      race: naming('plannedRace', (facts) => racesOf(facts, ({ status }) => status === 'Planned').toReversed()),
    },
  },
  (asked, { race }) => {
    const found = race === undefined ? undefined : raceCalled(asked, race);
    if (found && isReply(found)) return found;
    return opened(asked, { type: 'openRace', ...(found && { race: found.id }) });
  },
);
