import { z } from 'zod';
import { anotherIsOpen, seasonNamed } from './season-lookup.ts';
import { isRefusal, type Verb } from './verb.ts';

const takes = z.strictObject({ type: z.literal('openSeason'), season: z.string().max(64) });

/** A planned season begins: from now on races are raced in it. */
export const openSeason: Verb<z.infer<typeof takes>> = {
  takes,
  decide(ask, { facts, by, now, cell }) {
    if (!by.host) return { refused: 'hosts_only' };
    const season = seasonNamed(facts, ask.season);
    if (isRefusal(season)) return season;
    const given = { season: season.season };
    if (season.status === 'Open') return { refused: 'season_is_open', given };
    if (season.status === 'Closed') return { refused: 'season_is_closed', given };
    const other = anotherIsOpen(facts, season.id);
    if (other) return other;
    const cells = { status: 'Open', ...(season.starts === undefined && { starts: cell(now) }) };
    return {
      changes: [{ kind: 'edit', tab: 'Seasons', id: season.id, cells }],
      happening: { what: 'seasonOpened', season: season.id },
      said: { said: 'seasonOpened', given },
    };
  },
};
