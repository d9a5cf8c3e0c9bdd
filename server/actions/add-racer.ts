import { z } from 'zod';
import { newRacer } from '../league/people.ts';
import { racerCalled, readName } from './names.ts';
import type { Verb } from './verb.ts';

const takes = z.strictObject({ type: z.literal('addRacer'), name: z.string().max(200) });

/** Somebody without Discord. Hosts enter their results; once they are here, they take the row over. */
export const addRacer: Verb<z.infer<typeof takes>> = {
  takes,
  decide(ask, { facts, by, now, cell, newId }) {
    if (!by.host) return { refused: 'hosts_only' };
    const name = readName(ask.name, 'racer');
    if (name === undefined) return { refused: 'bad_name' };
    if (racerCalled(facts, name)) return { refused: 'name_taken', given: { name } };
    const racer = newId();
    return {
      changes: [{ kind: 'add', tab: 'Racers', id: racer, cells: newRacer(name, cell(now)) }],
      happening: { what: 'racerAdded', racer },
      said: { said: 'racerAdded', given: { racer: name } },
    };
  },
};
