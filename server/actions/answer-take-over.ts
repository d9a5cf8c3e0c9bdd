import { z } from 'zod';
import type { Wanted } from '../league/changes.ts';
import type { Facts, Racer, TakeOver } from '../league/facts.ts';
import { isPlaceholder } from '../league/people.ts';
import { personOf } from './lookup.ts';
import type { Verb } from './verb.ts';

const takes = z.strictObject({
  type: z.literal('answerTakeOver'),
  takeOver: z.string().max(64),
  yes: z.boolean(),
});

/** A host says whether somebody is the racer without Discord that they say they are. */
export const answerTakeOver: Verb<z.infer<typeof takes>> = {
  takes,
  decide(ask, { facts, by }) {
    if (!by.host) return { refused: 'hosts_only' };
    const asked = facts.takeOvers.get(ask.takeOver);
    if (!asked) return { refused: 'nobody_asks' };
    const racer = facts.racers.get(asked.racer);
    const given = { racer: racer?.racer ?? '?', name: asked.name };
    if (!ask.yes)
      return {
        changes: [{ kind: 'takeOverSettled', id: asked.id }],
        happening: { what: 'takeOverDeclined', racer: asked.racer },
        said: { said: 'takeOverDeclined', given },
      };
    if (!racer) return { refused: 'unknown_racer' };
    if (racer.racer === undefined) return { refused: 'nameless_other' };
    if (!isPlaceholder(facts, racer)) return { refused: 'not_placeholder', given: { racer: racer.racer } };
    // Whoever else asked for this racer has their answer with it.
    const others = [...facts.takeOvers.values()].filter((one) => one.racer === racer.id);
    return {
      changes: [...handOver(facts, racer, asked), ...others.map(({ id }): Wanted => ({ kind: 'takeOverSettled', id }))],
      happening: { what: 'takenOver', racer: racer.id },
      said: { said: 'takenOver', given },
    };
  },
};

/** The row gets its owner's Discord; where they have a row of their own, that one is the same as this from now on. */
function handOver(facts: Facts, racer: Racer, { user, handle }: TakeOver): Wanted[] {
  const row = [...facts.racers.values()].find(({ discordId }) => discordId === user);
  const own = row && personOf(facts, row);
  // A host may have said so in the Sheet meanwhile.
  if (own?.id === racer.id) return [];
  const cells = own ? { sameAs: racer.racer ?? '' } : { discordId: user, discordName: handle };
  return [{ kind: 'edit', tab: 'Racers', id: own?.id ?? racer.id, cells }];
}
