import { z } from 'zod';
import { checkRace } from '../league/races.ts';
import { begunRace, titleOf } from './lookup.ts';
import { isRefusal, type Verb } from './verb.ts';

const takes = z.strictObject({ type: z.literal('wait'), race: z.string().max(64) });

/** Those who haven't reported get the report minutes again, from now on. */
export const wait: Verb<z.infer<typeof takes>> = {
  takes,
  decide(ask, { facts, by }) {
    if (!by.host) return { refused: 'hosts_only' };
    const race = begunRace(facts, ask.race);
    if (isRefusal(race)) return race;
    const title = titleOf(race);
    if (race.status === 'Final') return { refused: 'race_final', given: { race: title } };
    const { entrants, reported } = checkRace(facts, race.id);
    if (reported === 0 || reported === entrants.length)
      return { refused: 'nothing_to_wait_for', given: { race: title, reported } };
    return {
      changes: [{ kind: 'waiting', race: race.id }],
      happening: { what: 'waited', race: race.id },
      said: { said: 'waiting', given: { race: title, minutes: facts.settings.reportMinutes } },
      race: race.id,
    };
  },
};
