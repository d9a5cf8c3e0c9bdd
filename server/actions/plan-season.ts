import { z } from 'zod';
import { scoredAlike, seasonBefore } from '../league/scored-alike.ts';
import { readName, seasonCalled } from './names.ts';
import { readFields, seasonFields } from './season-fields.ts';
import { overlapsOf } from './season-overlaps.ts';
import { isRefusal, type Verb } from './verb.ts';

const takes = z.strictObject({ type: z.literal('planSeason'), name: z.string().max(200), ...seasonFields });

/** A season to come, scored like the one before unless it's said otherwise. It doesn't open by itself. */
export const planSeason: Verb<z.infer<typeof takes>> = {
  takes,
  decide(ask, situation) {
    const { facts, by, newId } = situation;
    if (!by.host) return { refused: 'hosts_only' };
    const season = readName(ask.name, 'season');
    if (season === undefined) return { refused: 'bad_season_name' };
    if (seasonCalled(facts, season)) return { refused: 'season_name_taken', given: { season } };
    const fields = readFields(situation, ask, undefined);
    if (isRefusal(fields)) return fields;
    const id = newId();
    const cells = { season, status: 'Planned', starts: '', ends: '', ...scoredAlike(facts, seasonBefore(facts)) };
    const planned = {
      changes: [{ kind: 'add', tab: 'Seasons', id, cells: { ...cells, ...fields } }],
      happening: { what: 'seasonPlanned', season: id },
    } as const;
    const overlaps = overlapsOf(situation.factsAfter(planned), id);
    return { ...planned, said: { said: 'seasonPlanned', given: { season, ...(overlaps.length > 0 && { overlaps }) } } };
  },
};
