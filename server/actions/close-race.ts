import { z } from 'zod';
import { checkRace } from '../league/races.ts';
import { setPosition } from './fix.ts';
import { namesIn, raceNamed, refuseIfOver, titleOf } from './lookup.ts';
import { isRefusal, type Verb } from './verb.ts';

const takes = z.strictObject({ type: z.literal('closeRace'), race: z.string().max(64) });

/** A host makes it final. Whoever has no position did not start. */
export const closeRace: Verb<z.infer<typeof takes>> = {
  takes,
  decide(ask, situation) {
    const { facts, by, now, cell } = situation;
    if (!by.host) return { refused: 'hosts_only' };
    const race = raceNamed(facts, ask.race);
    if (isRefusal(race)) return race;
    const title = titleOf(race);
    const over = refuseIfOver(race);
    if (over) return over;
    if (race.status === 'Planned' || race.status === undefined) return { refused: 'not_open', given: { race: title } };
    const { entrants, reported, contradictions } = checkRace(facts, race.id);
    if (reported === 0) return { refused: 'nobody_reported', given: { race: title } };
    const [clash] = contradictions;
    if (clash) {
      const racers = namesIn(facts, clash.results);
      return { refused: 'contradiction', given: { position: clash.position, racers } };
    }
    const missing = entrants.filter((result) => result.position === undefined);
    const absent = missing.flatMap((result) => facts.racers.get(result.racer ?? '') ?? []);
    const cells = { status: 'Final', finished: cell(now) };
    return {
      changes: [
        ...absent.map((racer) => setPosition(situation, race, racer, 'DNS')),
        { kind: 'edit', tab: 'Races', id: race.id, cells },
      ],
      happening: { what: 'closed', race: race.id },
      said: { said: 'closed', given: { race: title } },
      race: race.id,
    };
  },
};
