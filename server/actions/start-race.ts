import { z } from 'zod';
import { mayOpen, raceNamed, refuseIfOver, titleOf } from './lookup.ts';
import { isRefusal, type Verb } from './verb.ts';

const takes = z.strictObject({ type: z.literal('startRace'), race: z.string().max(64) });

/** The race is on: nobody leaves any more, and whoever joins is late. */
export const startRace: Verb<z.infer<typeof takes>> = {
  takes,
  decide(ask, situation) {
    const { facts, now, cell } = situation;
    if (!mayOpen(situation)) return { refused: 'hosts_only' };
    const race = raceNamed(facts, ask.race);
    if (isRefusal(race)) return race;
    const title = titleOf(race);
    const over = refuseIfOver(race);
    if (over) return over;
    if (race.status === 'Planned' || race.status === undefined) return { refused: 'not_open', given: { race: title } };
    if (race.status === 'Running' || race.status === 'Reporting')
      return { refused: 'race_started', given: { race: title } };
    if ((facts.entrants.get(race.id)?.length ?? 0) < 2) return { refused: 'too_few', given: { race: title } };
    const cells = { status: 'Running', started: cell(now) };
    return {
      changes: [{ kind: 'edit', tab: 'Races', id: race.id, cells }],
      happening: { what: 'started', race: race.id },
      said: { said: 'started', given: { race: title } },
      race: race.id,
    };
  },
};
