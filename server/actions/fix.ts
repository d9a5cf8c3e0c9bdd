import { z } from 'zod';
import type { Position } from '../../sheets/positions.ts';
import type { Wanted } from '../league/changes.ts';
import { leftAlone } from '../league/dead-heats.ts';
import type { Race, Racer } from '../league/facts.ts';
import { checkRace, lastPlace } from '../league/races.ts';
import type { ToKnow } from '../words/beforehand.ts';
import { begunRace, entryOf, namesIn, racerNamed, refuseIfElsewhere, titleOf } from './lookup.ts';
import { givenPosition, readPosition } from './position.ts';
import { type Decided, isRefusal, type Situation, type Verb } from './verb.ts';

const takes = z.strictObject({
  type: z.literal('fix'),
  race: z.string().max(64),
  racer: z.string().max(64),
  position: givenPosition,
});

/** A host sets anyone's position, in a race that is being raced or over; null takes it away. It beats any claim. */
export const fix: Verb<z.infer<typeof takes>> = {
  takes,
  decide(ask, situation) {
    const { facts, by } = situation;
    if (!by.host) return { refused: 'hosts_only' };
    const race = begunRace(facts, ask.race);
    if (isRefusal(race)) return race;
    const title = titleOf(race);
    const racer = racerNamed(facts, ask.racer);
    if (!racer) return { refused: 'unknown_racer' };

    const name = racer.racer ?? '';
    const entry = entryOf(facts, race, racer);
    // Their row would be nobody's: results name racers.
    if (racer.racer === undefined && !entry) return { refused: 'nameless_other' };
    if (!entry && ask.position === null) return { refused: 'did_not_race', given: { race: title, racer: name } };
    const elsewhere = entry ? undefined : refuseIfElsewhere(facts, race, racer);
    if (elsewhere) return elsewhere;
    const entrants = facts.entrants.get(race.id)?.length ?? 0;
    const { places } = facts.settings;
    if (!entry && entrants >= places) return { refused: 'no_place_left', given: { race: title, places } };
    const last = lastPlace(facts, entrants + (entry ? 0 : 1));
    const position = ask.position === null ? null : readPosition(ask.position, last);
    if (position === undefined) return { refused: 'bad_position', given: { given: String(ask.position), last } };
    const fixed: Decided = {
      changes: [
        setPosition(situation, race, racer, position),
        ...plainly(situation, race, new Map([[racer.id, position]])),
      ],
      happening: { what: 'fixed', race: race.id, racer: racer.id, from: entry?.position ?? '', to: position ?? '' },
      said: { said: 'fixed', given: { racer: name, position } },
      race: race.id,
    };
    return { ...fixed, toKnow: [...heldToo(situation, race, racer, fixed), ...emptied(situation, race, fixed)] };
  },
};

/** Others who would hold the same place: until that is settled the last result that fitted counts. */
function heldToo({ facts, factsAfter }: Situation, race: Race, racer: Racer, fixed: Decided): ToKnow[] {
  return checkRace(factsAfter(fixed), race.id).contradictions.flatMap(({ position, results }): ToKnow[] => {
    const others = results.filter((one) => one.racer !== racer.id);
    if (others.length === results.length) return [];
    return [{ know: 'heldToo', given: { position, racers: namesIn(facts, others), final: race.status === 'Final' } }];
  });
}

/** Places that nobody would hold any more: the result stays as the host sets it, but they ought to know. */
function emptied({ facts, factsAfter }: Situation, race: Race, fixed: Decided): ToKnow[] {
  const before = new Set(checkRace(facts, race.id).gaps);
  const places = checkRace(factsAfter(fixed), race.id).gaps.filter((one) => !before.has(one));
  return places.length > 0 ? [{ know: 'emptyPlaces', given: { places } }] : [];
}

/** Whom these positions leave alone in a dead heat has that place plainly. */
export function plainly(situation: Situation, race: Race, next: ReadonlyMap<string, Position | null>): Wanted[] {
  const { facts } = situation;
  return leftAlone(facts, race, next).flatMap(({ racer: id, position }) => {
    const racer = facts.racers.get(id);
    return racer ? setPosition(situation, race, racer, position) : [];
  });
}

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
