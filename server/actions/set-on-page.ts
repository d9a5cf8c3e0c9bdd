import { z } from 'zod';
import type { Wanted } from '../league/changes.ts';
import { rowsOf } from '../league/people.ts';
import { racerOf } from './lookup.ts';
import type { Verb } from './verb.ts';

const takes = z.strictObject({ type: z.literal('setOnPage'), on: z.boolean() });

/** Whether the public page names me. Asked twice, it stays. */
export const setOnPage: Verb<z.infer<typeof takes>> = {
  takes,
  decide({ on }, { facts, by }) {
    const racer = racerOf(facts, by);
    if (!racer) return { refused: 'not_a_racer' };
    // One No among the rows of a person hides them: to be shown, each of those has to change.
    const hidden = on ? rowsOf(facts, racer.id).filter(({ id, onPage }) => id !== racer.id && onPage === false) : [];
    const cells = { onPage: on ? 'Yes' : 'No' };
    return {
      changes: [racer, ...hidden].map(({ id }): Wanted => ({ kind: 'edit', tab: 'Racers', id, cells })),
      happening: { what: on ? 'shown' : 'hid', racer: racer.id },
      said: { said: 'onPage', given: { on } },
    };
  },
};
