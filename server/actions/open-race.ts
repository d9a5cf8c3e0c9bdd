import { z } from 'zod';
import type { Cells } from '../league/changes.ts';
import type { Season } from '../league/facts.ts';
import { openSeason } from '../league/races.ts';
import { mayOpen, nextRaceName, nightNow, racerOf } from './lookup.ts';
import type { Situation, Verb } from './verb.ts';

const takes = z.strictObject({ type: z.literal('openRace') });

/** Open a race that racers may join. */
export const openRace: Verb<z.infer<typeof takes>> = {
  takes,
  decide(_ask, situation) {
    if (!mayOpen(situation)) return { refused: 'hosts_only' };
    const season = openSeason(situation.facts);
    if (!season) return { refused: 'no_season' };
    const id = situation.newId();
    const cells = newRace(situation, season);
    return {
      changes: [{ kind: 'add', tab: 'Races', id, cells }],
      happening: { what: 'opened', race: id },
      said: { said: 'opened', given: { race: String(cells.race) } },
      race: id,
    };
  },
};

/** The row of a race that opens now. */
export function newRace({ facts, by, now, cell }: Situation, season: Season): Cells {
  return {
    race: nextRaceName(facts),
    season: season.season ?? '',
    night: nightNow(facts, season.id, now),
    status: 'Open',
    host: racerOf(facts, by)?.racer ?? by.name,
    opened: cell(now),
  };
}
