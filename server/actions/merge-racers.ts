import { z } from 'zod';
import type { Racer } from '../league/facts.ts';
import { byTime } from '../league/races.ts';
import { entryOf, personOf, titleOf } from './lookup.ts';
import type { Decision, Situation, Verb } from './verb.ts';

const takes = z.strictObject({
  type: z.literal('mergeRacers'),
  racer: z.string().max(64),
  into: z.string().max(64).nullable(),
});

/** Two rows are one person: everything of `racer` counts for `into`. No result is rewritten, so it can be ended again. */
export const mergeRacers: Verb<z.infer<typeof takes>> = {
  takes,
  decide(ask, situation) {
    const { facts, by } = situation;
    if (!by.host) return { refused: 'hosts_only' };
    const racer = facts.racers.get(ask.racer);
    const other = ask.into === null ? null : facts.racers.get(ask.into);
    if (!racer || other === undefined) return { refused: 'unknown_racer' };
    return other === null ? unmerge(racer) : merge(situation, racer, personOf(facts, other));
  },
};

function merge({ facts, factsAfter }: Situation, racer: Racer, into: Racer): Decision {
  if (into.racer === undefined) return { refused: 'nameless_other' };
  const given = { racer: racer.racer ?? '?', into: into.racer };
  // `into` is who the other one is already: themselves, or somebody that they were merged into.
  if (into.id === racer.id) return { refused: 'same_racer', given: { racer: given.racer } };
  if (personOf(facts, racer).id === into.id) return { refused: 'already_merged', given };
  const both = [...facts.races.values()].filter((race) => entryOf(facts, race, racer) && entryOf(facts, race, into));
  const merged = {
    changes: [{ kind: 'edit', tab: 'Racers', id: racer.id, cells: { sameAs: into.racer } }],
    happening: { what: 'merged', racer: racer.id, into: into.id },
  } as const;
  const after = both.length > 0 ? factsAfter(merged) : facts;
  const lost = both.filter((race) => entryOf(after, race, into)?.id !== entryOf(facts, race, racer)?.id);
  const met = { ...given, racers: lost.length, intos: both.length - lost.length };
  return {
    ...merged,
    ...(both.length > 0 && { toKnow: [{ know: 'metEachOther', given: met }] }),
    said: { said: 'merged', given: { ...given, races: both.sort(byTime).map(titleOf) } },
  };
}

function unmerge(racer: Racer): Decision {
  const given = { racer: racer.racer ?? '?' };
  if (racer.sameAs === undefined) return { refused: 'not_merged', given };
  return {
    changes: [{ kind: 'edit', tab: 'Racers', id: racer.id, cells: { sameAs: '' } }],
    happening: { what: 'unmerged', racer: racer.id },
    said: { said: 'unmerged', given },
  };
}
