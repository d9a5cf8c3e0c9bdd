import { z } from 'zod';
import { openProtests, raceNamed, titleOf } from './lookup.ts';
import { isRefusal, type Verb } from './verb.ts';

const takes = z.strictObject({ type: z.literal('voidRace'), race: z.string().max(64), reason: z.string().max(1000) });

/** The race counts for nothing. Its results stay where they are. */
export const voidRace: Verb<z.infer<typeof takes>> = {
  takes,
  decide(ask, { facts, by }) {
    if (!by.host) return { refused: 'hosts_only' };
    const race = raceNamed(facts, ask.race);
    if (isRefusal(race)) return race;
    if (race.status === 'Void') return { refused: 'race_void', given: { race: titleOf(race) } };
    const reason = ask.reason.replace(/[\s\p{Cc}]+/gu, ' ').trim();
    if (reason === '' || [...reason].length > 200) return { refused: 'reason_needed' };
    // Whoever protested has their answer.
    const answered = openProtests(facts, race).map(
      ({ id }) => ({ kind: 'protestSettled', id, how: 'fixed', says: reason }) as const,
    );
    return {
      changes: [{ kind: 'edit', tab: 'Races', id: race.id, cells: { status: 'Void' } }, ...answered],
      happening: { what: 'voided', race: race.id, reason },
      said: { said: 'voided', given: { race: titleOf(race) } },
      race: race.id,
    };
  },
};
