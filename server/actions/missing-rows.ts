import { z } from 'zod';
import { type FactTab, factTabs } from '../../sheets/records.ts';
import type { Verb } from './verb.ts';

const takes = z.strictObject({
  type: z.literal('missingRows'),
  tab: z.enum(factTabs as [FactTab, ...FactTab[]]),
  choice: z.enum(['delete', 'putBack']),
});

/** Many rows of a tab vanished at once: a host lets them go, or has them written again. */
export const missingRows: Verb<z.infer<typeof takes>> = {
  takes,
  decide({ tab, choice }, { facts, by }) {
    if (!by.host) return { refused: 'hosts_only' };
    const ids = facts.missing.get(tab) ?? [];
    if (ids.length === 0) return { refused: 'no_missing_rows', given: { tab } };
    const gone = choice === 'delete' ? ids.map((id) => ({ kind: 'gone', tab, id }) as const) : [];
    return {
      changes: [...gone, { kind: 'released', tab, ids }],
      happening: { what: choice === 'delete' ? 'deleted' : 'putBack', tab, rows: ids.length },
      said: { said: choice === 'delete' ? 'deletedRows' : 'putBackRows', given: { tab, rows: ids.length } },
    };
  },
};
