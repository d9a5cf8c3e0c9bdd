import { z } from 'zod';
import { begunRace, entryOf, racerNamed, racerOf, titleOf } from './lookup.ts';
import { isRefusal, type Verb } from './verb.ts';

const takes = z.strictObject({
  type: z.literal('confirm'),
  race: z.string().max(64),
  racer: z.string().max(64),
});

/** Somebody in the race vouches for another's place, until that place changes. */
export const confirm: Verb<z.infer<typeof takes>> = {
  takes,
  decide(ask, { facts, by }) {
    const race = begunRace(facts, ask.race);
    if (isRefusal(race)) return race;
    const title = titleOf(race);
    if (race.status === 'Final') return { refused: 'race_final', given: { race: title } };
    const own = racerOf(facts, by);
    if (!own || !entryOf(facts, race, own)) return { refused: 'not_in_race', given: { race: title } };
    const racer = racerNamed(facts, ask.racer);
    if (!racer) return { refused: 'unknown_racer' };
    if (racer.id === own.id) return { refused: 'own_place' };
    const name = racer.racer ?? '';
    const position = entryOf(facts, race, racer)?.position;
    if (position === undefined) return { refused: 'nothing_to_confirm', given: { race: title, racer: name } };
    if (facts.memory.get(race.id)?.confirmed.get(racer.id)?.includes(own.id))
      return { refused: 'already_confirmed', given: { racer: name } };
    return {
      changes: [{ kind: 'confirmation', race: race.id, racer: racer.id, by: own.id }],
      happening: { what: 'confirmed', race: race.id, racer: racer.id, by: own.id },
      said: { said: 'confirmed', given: { racer: name, position } },
      race: race.id,
    };
  },
};
