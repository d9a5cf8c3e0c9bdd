/** /season open: one that was planned; without a name the one that comes next. */
import { factsFor } from '../../asked.ts';
import { command } from '../../command.ts';
import { actAndSay, text, toThem } from '../../replies.ts';
import { seasonToOpen } from '../../season-at-hand.ts';
import { isReply, named, naming, seasonsOf } from '../../things.ts';

export const open = command(
  {
    name: 'season open',
    options: {
      season: naming('plannedSeason', (facts) => seasonsOf(facts, ['Planned']).toReversed()),
    },
  },
  (asked, { season }) => {
    const facts = factsFor(asked);
    const found = season === undefined ? seasonToOpen(facts) : named(asked, seasonsOf(facts), season);
    if (!found) return toThem(text(asked.words.season.noneToOpen));
    if (isReply(found)) return found;
    return actAndSay(asked, { type: 'openSeason', season: found.id });
  },
);
