import { z } from 'zod';
import { openProtest } from './lookup.ts';
import { readSentence } from './sentence.ts';
import { isRefusal, type Verb } from './verb.ts';

const takes = z.strictObject({
  type: z.literal('declineProtest'),
  protest: z.string().max(64),
  says: z.string().max(2000),
});

/** The result stands, and a host says why. */
export const declineProtest: Verb<z.infer<typeof takes>> = {
  takes,
  decide(ask, { facts, by }) {
    if (!by.host) return { refused: 'hosts_only' };
    const protest = openProtest(facts, ask.protest);
    if (isRefusal(protest)) return protest;
    const says = readSentence(ask.says);
    if (says === undefined) return { refused: 'sentence_needed' };
    const { id, race, racer } = protest;
    return {
      changes: [{ kind: 'protestSettled', id, how: 'declined', says }],
      happening: { what: 'declined', race, racer, says },
      said: { said: 'declined', given: { racer: facts.racers.get(racer)?.racer ?? '' } },
      race,
    };
  },
};
