import { z } from 'zod';
import { protestUntil } from '../league/protests.ts';
import { entryOf, openProtests, raceNamed, racerNamed, racerOf, titleOf } from './lookup.ts';
import { readSentence } from './sentence.ts';
import { isRefusal, type Verb } from './verb.ts';

const takes = z.strictObject({ type: z.literal('protest'), race: z.string().max(64), says: z.string().max(2000) });

/** "This is wrong", said by somebody who raced, while a final result is still fresh. Hosts answer it. */
export const protest: Verb<z.infer<typeof takes>> = {
  takes,
  decide(ask, { facts, by, now, newId }) {
    const race = raceNamed(facts, ask.race);
    if (isRefusal(race)) return race;
    const title = titleOf(race);
    if (race.status === 'Void') return { refused: 'race_void', given: { race: title } };
    if (race.status !== 'Final') return { refused: 'not_final_yet', given: { race: title } };
    const racer = racerOf(facts, by);
    if (!racer || !entryOf(facts, race, racer)) return { refused: 'not_your_race', given: { race: title } };
    const { protestHours: hours } = facts.settings;
    if (hours === 0) return { refused: 'no_protests' };
    if ((protestUntil(facts, race) ?? 0) <= now) return { refused: 'protest_too_late', given: { race: title, hours } };
    const open = openProtests(facts, race).some((one) => racerNamed(facts, one.racer)?.id === racer.id);
    if (open) return { refused: 'protest_open', given: { race: title } };
    const says = readSentence(ask.says);
    if (says === undefined) return { refused: 'sentence_needed' };
    return {
      changes: [{ kind: 'protest', id: newId(), race: race.id, racer: racer.id, says }],
      happening: { what: 'protested', race: race.id, racer: racer.id, says },
      said: { said: 'protested', given: { race: title } },
      race: race.id,
    };
  },
};
