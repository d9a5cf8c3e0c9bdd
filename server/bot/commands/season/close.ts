/** /season close: asks first. With a next one, that opens at once. */
import { openSeason } from '../../../league/races.ts';
import { canAsk, previewOf } from '../../ask-first.ts';
import { factsFor } from '../../asked.ts';
import { command } from '../../command.ts';
import { sayRefused, text, toThem } from '../../replies.ts';
import { isReply, named, naming, seasonsOf } from '../../things.ts';

export const close = command(
  {
    name: 'season close',
    options: {
      season: naming('season', (facts) => seasonsOf(facts, ['Open'])),
      next: { ...naming('next', (facts) => seasonsOf(facts, ['Planned']).toReversed()), most: 60 },
    },
  },
  async (asked, { season, next }) => {
    const facts = factsFor(asked);
    const found = season === undefined ? openSeason(facts) : named(asked, seasonsOf(facts), season);
    if (!found) return toThem(text(asked.words.season.noneToClose));
    if (isReply(found)) return found;
    // A choice of the list is an ID; anything else is what a new season is to be called.
    const called = next === undefined ? undefined : (facts.seasons.get(next)?.season ?? next);
    const ask = { type: 'closeSeason', season: found.id, ...(called !== undefined && { next: called }) } as const;
    if (!canAsk(ask)) return toThem(sayRefused(asked, { refused: 'bad_season_name' }));
    return toThem(...(await previewOf(asked, ask)).blocks);
  },
);
