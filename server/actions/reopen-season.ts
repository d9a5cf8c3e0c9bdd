import { z } from 'zod';
import { lastsUntil } from '../league/seasons.ts';
import { anotherIsOpen, seasonNamed } from './season-lookup.ts';
import { isRefusal, type Verb } from './verb.ts';

const takes = z.strictObject({ type: z.literal('reopenSeason'), season: z.string().max(64) });

/** A closed season goes on, by the rules that it was closed with. An end that has passed isn't its end any more. */
export const reopenSeason: Verb<z.infer<typeof takes>> = {
  takes,
  decide(ask, { facts, by, now }) {
    if (!by.host) return { refused: 'hosts_only' };
    const season = seasonNamed(facts, ask.season);
    if (isRefusal(season)) return season;
    const given = { season: season.season };
    if (season.status === 'Open') return { refused: 'season_is_open', given };
    if (season.status !== 'Closed') return { refused: 'season_not_closed', given };
    const other = anotherIsOpen(facts, season.id);
    if (other) return other;
    const cells = { status: 'Open', ...((lastsUntil(facts, season) ?? now + 1) <= now && { ends: '' }) };
    return {
      changes: [{ kind: 'edit', tab: 'Seasons', id: season.id, cells }],
      happening: { what: 'seasonReopened', season: season.id },
      said: { said: 'seasonReopened', given },
    };
  },
};
