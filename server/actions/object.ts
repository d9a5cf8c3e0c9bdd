import { z } from 'zod';
import { finalAt } from '../league/races.ts';
import { entryOf, raceNamed, racerOf, titleOf } from './lookup.ts';
import { isRefusal, type Verb } from './verb.ts';

const takes = z.strictObject({ type: z.literal('object'), race: z.string().max(64) });

/** "That's wrong": the race waits until a position changes or a host closes it. */
export const object: Verb<z.infer<typeof takes>> = {
  takes,
  decide(ask, { facts, by }) {
    const race = raceNamed(facts, ask.race);
    if (isRefusal(race)) return race;
    const title = titleOf(race);
    if (race.status === 'Final') return { refused: 'race_final', given: { race: title } };
    const racer = racerOf(facts, by);
    if (!racer || !(entryOf(facts, race, racer) || by.host)) return { refused: 'not_in_race', given: { race: title } };
    if (finalAt(facts, race) === undefined) return { refused: 'nothing_to_object', given: { race: title } };
    return {
      changes: [{ kind: 'objection', race: race.id, by: racer.racer ?? by.name }],
      happening: { what: 'objected', race: race.id, racer: racer.id },
      said: { said: 'objected', given: { race: title } },
      race: race.id,
    };
  },
};
