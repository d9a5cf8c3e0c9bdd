import { z } from 'zod';
import { isPlaceholder } from '../league/people.ts';
import { racerOf } from './lookup.ts';
import type { Verb } from './verb.ts';

const takes = z.strictObject({ type: z.literal('takeOver'), racer: z.string().max(64) });

/** "That's me", said of a racer without Discord. A host decides. */
export const takeOver: Verb<z.infer<typeof takes>> = {
  takes,
  decide(ask, { facts, by, newId }) {
    const racer = facts.racers.get(ask.racer);
    if (!racer) return { refused: 'unknown_racer' };
    const name = racer.racer;
    if (name === undefined) return { refused: 'nameless_other' };
    const own = racerOf(facts, by);
    if (own?.id === racer.id) return { refused: 'thats_you', given: { racer: name } };
    if (!isPlaceholder(facts, racer)) return { refused: 'not_placeholder', given: { racer: name } };
    const asked = [...facts.takeOvers.values()].some((one) => one.user === by.user && one.racer === racer.id);
    if (asked) return { refused: 'already_asked', given: { racer: name } };
    const called = own?.racer ?? by.name;
    return {
      changes: [{ kind: 'takeOver', id: newId(), racer: racer.id, user: by.user, name: called, handle: by.handle }],
      happening: { what: 'takeOverAsked', racer: racer.id, name: called },
      said: { said: 'takeOverAsked', given: { racer: name } },
    };
  },
};
