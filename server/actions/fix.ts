import { z } from 'zod';
import type { Wanted } from '../league/changes.ts';
import type { Race, Racer } from '../league/facts.ts';
import { entryOf, raceNamed, titleOf } from './lookup.ts';
import { readPosition } from './position.ts';
import { isRefusal, type Situation, type Verb } from './verb.ts';

const takes = z.strictObject({
  type: z.literal('fix'),
  race: z.string().max(64),
  racer: z.string().max(64),
  position: z.union([z.number(), z.string().max(64), z.null()]),
});

/** A host sets anyone's position, in a race that is being raced or over; null takes it away. It beats any claim. */
export const fix: Verb<z.infer<typeof takes>> = {
  takes,
  decide(ask, situation) {
    const { facts, by } = situation;
    if (!by.host) return { refused: 'hosts_only' };
    const race = raceNamed(facts, ask.race);
    if (isRefusal(race)) return race;
    const title = titleOf(race);
    if (race.status === 'Void') return { refused: 'race_void', given: { race: title } };
    if (race.status === 'Open' || race.status === 'Planned') return { refused: 'not_started', given: { race: title } };
    const racer = facts.racers.get(ask.racer);
    if (!racer) return { refused: 'unknown_racer' };

    const entry = entryOf(facts, race, racer);
    // Their row would be nobody's: results name racers.
    if (racer.racer === undefined && !entry) return { refused: 'nameless_other' };
    const last = (facts.entrants.get(race.id)?.length ?? 0) + (entry ? 0 : 1);
    if (last > facts.settings.places)
      return { refused: 'race_full', given: { race: title, places: facts.settings.places } };
    const position = ask.position === null ? null : readPosition(ask.position, last);
    if (position === undefined) return { refused: 'bad_position', given: { given: String(ask.position), last } };
    const name = racer.racer ?? '';
    return {
      changes: [setPosition(situation, race, racer, position)],
      happening: { what: 'fixed', race: race.id, racer: racer.id, from: entry?.position ?? '', to: position ?? '' },
      said: { said: 'fixed', given: { racer: name, position } },
      race: race.id,
    };
  },
};

/** The racer's line in that race with a host's word on it. */
export function setPosition(
  { facts, by, now, cell, newId }: Situation,
  race: Race,
  racer: Racer,
  position: string | number | null,
): Wanted {
  const entry = entryOf(facts, race, racer);
  const to = { position: position ?? '', source: 'Host', by: by.name, at: cell(now) };
  if (!entry) {
    const cells = { race: titleOf(race), racer: racer.racer ?? '', ...to, note: '' };
    return { kind: 'add', tab: 'Results', id: newId(), cells };
  }
  return { kind: 'edit', tab: 'Results', id: entry.id, cells: to };
}
