import { z } from 'zod';
import { raceNamed, titleOf } from './lookup.ts';
import { readAmount } from './money-fields.ts';
import { isRefusal, type Verb } from './verb.ts';

const takes = z.strictObject({
  type: z.literal('setFee'),
  race: z.string().max(64),
  /** Minor units; null for none. */
  entryFee: z.number().nullable(),
});

/** What entering a race costs, of one that's over too: then what was booked for it is mended. */
export const setFee: Verb<z.infer<typeof takes>> = {
  takes,
  decide(ask, { facts, by }) {
    if (!by.host) return { refused: 'hosts_only' };
    const race = raceNamed(facts, ask.race);
    if (isRefusal(race)) return race;
    if (race.status === 'Void') return { refused: 'race_void', given: { race: titleOf(race) } };
    const { currency } = facts.settings;
    const fee = readAmount(ask.entryFee, currency);
    if (isRefusal(fee)) return fee;
    if ((ask.entryFee ?? 0) === (race.entryFee ?? 0)) return { refused: 'nothing_to_change' };
    const given = { race: titleOf(race), fee: ask.entryFee ?? 0, currency };
    return {
      changes: [{ kind: 'edit', tab: 'Races', id: race.id, cells: { entryFee: fee?.cell ?? '' } }],
      happening: { what: 'feeSet', ...given, race: race.id },
      said: { said: 'feeSet', given },
      race: race.id,
    };
  },
};
