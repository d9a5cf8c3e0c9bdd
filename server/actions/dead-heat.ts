import { z } from 'zod';
import { isShared, placeOf } from '../../sheets/positions.ts';
import { setPosition } from './fix.ts';
import { begunRace, titleOf } from './lookup.ts';
import { isRefusal, type Verb } from './verb.ts';

const takes = z.strictObject({
  type: z.literal('deadHeat'),
  race: z.string().max(64),
  position: z.number().int().min(1).max(24),
});

/** Those who hold that place crossed the line together: all of them score it. Only a host may say so. */
export const deadHeat: Verb<z.infer<typeof takes>> = {
  takes,
  decide({ race: id, position }, situation) {
    const { facts, by } = situation;
    if (!by.host) return { refused: 'hosts_only' };
    const race = begunRace(facts, id);
    if (isRefusal(race)) return race;
    const title = titleOf(race);
    const holders = (facts.entrants.get(race.id) ?? []).filter((result) => placeOf(result.position) === position);
    const racers = holders.flatMap((result) => facts.racers.get(result.racer ?? '') ?? []);
    const names = racers.flatMap(({ racer = [] }) => racer);
    if (holders.length < 2) return { refused: 'no_dead_heat', given: { race: title, position, racers: names } };
    if (holders.every((result) => isShared(result.position)))
      return { refused: 'already_dead_heat', given: { position, racers: names } };
    return {
      changes: racers.map((racer) => setPosition(situation, race, racer, `${position}=`)),
      happening: { what: 'deadHeat', race: race.id, position },
      said: { said: 'deadHeat', given: { race: title, position, racers: names } },
      race: race.id,
    };
  },
};
