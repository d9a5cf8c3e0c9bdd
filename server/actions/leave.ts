import { z } from 'zod';
import { entryOf, raceNamed, racerOf, titleOf } from './lookup.ts';
import { isRefusal, type Verb } from './verb.ts';

const takes = z.strictObject({ type: z.literal('leave'), race: z.string().max(64) });

/** Give a place back before the start. */
export const leave: Verb<z.infer<typeof takes>> = {
  takes,
  decide(ask, { facts, by, now, cell }) {
    const race = raceNamed(facts, ask.race);
    if (isRefusal(race)) return race;
    const racer = racerOf(facts, by);
    const entry = entryOf(facts, race, racer);
    if (!racer || !entry) return { refused: 'not_in_race', given: { race: titleOf(race) } };
    if (race.status === 'Void') return { refused: 'race_void', given: { race: titleOf(race) } };
    if (race.status !== 'Open') return { refused: 'already_started', given: { race: titleOf(race) } };
    const cells = { source: 'Left', at: cell(now) };
    return {
      changes: [{ kind: 'edit', tab: 'Results', id: entry.id, cells }],
      happening: { what: 'left', race: race.id, racer: racer.id },
      said: { said: 'left', given: { race: titleOf(race) } },
      race: race.id,
    };
  },
};
