import { z } from 'zod';
import { racerOf } from './lookup.ts';
import type { Verb } from './verb.ts';

const takes = z.strictObject({ type: z.literal('setOnPage'), on: z.boolean() });

/** Whether the public page names me. Asked twice, it stays. */
export const setOnPage: Verb<z.infer<typeof takes>> = {
  takes,
  decide({ on }, { facts, by }) {
    const racer = racerOf(facts, by);
    if (!racer) return { refused: 'not_a_racer' };
    return {
      changes: [{ kind: 'edit', tab: 'Racers', id: racer.id, cells: { onPage: on ? 'Yes' : 'No' } }],
      happening: { what: on ? 'shown' : 'hid', racer: racer.id },
      said: { said: 'onPage', given: { on } },
    };
  },
};
