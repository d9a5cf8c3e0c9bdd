/** /season open: one that was planned; without a name the one that comes next. */
import { act, factsFor, isRefusal } from '../../asked.ts';
import { choicesOf, matching } from '../../choices.ts';
import { command } from '../../command.ts';
import { sayDone, sayRefused, text, toThem } from '../../replies.ts';
import { isReply, named, seasonsOf } from '../../things.ts';

export const open = command(
  {
    name: 'season open',
    answers: 'them',
    options: {
      season: {
        words: 'plannedSeason',
        kind: 'text',
        most: 100,
        choices: (asked, typed) => choicesOf(matching(seasonsOf(factsFor(asked), ['Planned']).toReversed(), typed)),
      },
    },
  },
  async (asked, { season }) => {
    const facts = factsFor(asked);
    const found = season === undefined ? seasonsOf(facts, ['Planned']).at(-1) : named(asked, seasonsOf(facts), season);
    if (!found) return toThem(text(asked.words.season.noneToOpen));
    if (isReply(found)) return found;
    const done = await act(asked, { type: 'openSeason', season: found.id });
    return toThem(isRefusal(done) ? sayRefused(asked, done) : sayDone(asked, done));
  },
);
