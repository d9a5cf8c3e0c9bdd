import { z } from 'zod';
import { readName, seasonCalled } from './names.ts';
import { readFields, seasonFields } from './season-fields.ts';
import { overlapsOf } from './season-overlaps.ts';
import { isRefusal, type Verb } from './verb.ts';

const takes = z.strictObject({
  type: z.literal('editSeason'),
  season: z.string().max(64),
  name: z.string().max(200).optional(),
  ...seasonFields,
});

/** A season's name, dates and rules, of a closed one too: then the standings of the past change with it. */
export const editSeason: Verb<z.infer<typeof takes>> = {
  takes,
  decide(ask, situation) {
    const { facts, by } = situation;
    if (!by.host) return { refused: 'hosts_only' };
    const season = facts.seasons.get(ask.season);
    if (!season) return { refused: 'unknown_season' };
    const name = ask.name === undefined ? undefined : readName(ask.name, 'season');
    if (ask.name !== undefined && name === undefined) return { refused: 'bad_season_name' };
    const called = name === undefined ? undefined : seasonCalled(facts, name);
    if (name !== undefined && called && called.id !== season.id)
      return { refused: 'season_name_taken', given: { season: name } };
    const fields = readFields(situation, ask, season);
    if (isRefusal(fields)) return fields;
    const cells = { ...(name !== undefined && { season: name }), ...fields };
    if (Object.keys(cells).length === 0) return { refused: 'nothing_to_change' };
    const edited = {
      changes: [{ kind: 'edit', tab: 'Seasons', id: season.id, cells }],
      happening: { what: 'seasonEdited', season: season.id },
    } as const;
    const dated = 'starts' in cells || 'ends' in cells;
    const overlaps = dated ? overlapsOf(situation.factsAfter(edited), season.id) : [];
    const given = { season: name ?? season.season ?? '?', ...(overlaps.length > 0 && { overlaps }) };
    return { ...edited, said: { said: 'seasonEdited', given } };
  },
};
