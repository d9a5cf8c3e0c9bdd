import { z } from 'zod';
import { seasonNamed } from './season-lookup.ts';
import { isRefusal, type Verb } from './verb.ts';

const takes = z.strictObject({ type: z.literal('keepSeasonOpen'), season: z.string().max(64) });

/** The Sheet said Closed, but the season goes on: the Sheet says Open again. */
export const keepSeasonOpen: Verb<z.infer<typeof takes>> = {
  takes,
  decide(ask, { facts, by }) {
    if (!by.host) return { refused: 'hosts_only' };
    const season = seasonNamed(facts, ask.season);
    if (isRefusal(season)) return season;
    const given = { season: season.season };
    if (season.closingSince === undefined) return { refused: 'nothing_waits', given };
    return {
      changes: [{ kind: 'edit', tab: 'Seasons', id: season.id, cells: { status: 'Open' } }],
      happening: { what: 'seasonKept', season: season.id },
      said: { said: 'seasonKept', given },
    };
  },
};
