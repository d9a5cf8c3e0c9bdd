import { z } from 'zod';
import { folded } from '../../sheets/names.ts';
import { addTable } from '../league/scored-alike.ts';
import { presets } from '../league/scoring.ts';
import type { Verb } from './verb.ts';

const takes = z.strictObject({ type: z.literal('addScoring'), preset: z.string().max(200) });

/** Writes a well-known scoring table into the Scoring tab, where a season may name it and a host may change it. */
export const addScoring: Verb<z.infer<typeof takes>> = {
  takes,
  decide({ preset }, { facts, by }) {
    if (!by.host) return { refused: 'hosts_only' };
    const [scoring, table] = [...presets].find(([name]) => folded(name) === folded(preset)) ?? [preset];
    if (!table) return { refused: 'no_preset', given: { scoring, presets: [...presets.keys()] } };
    if (facts.scoring.has(folded(scoring))) return { refused: 'scoring_there', given: { scoring } };
    return {
      changes: addTable(scoring, table),
      happening: { what: 'scoringAdded', scoring },
      said: { said: 'scoringAdded', given: { scoring } },
    };
  },
};
