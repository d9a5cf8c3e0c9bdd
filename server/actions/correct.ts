import { z } from 'zod';
import type { Position } from '../../sheets/positions.ts';
import type { Race, Racer } from '../league/facts.ts';
import { contradictionsAmong, lastPlace } from '../league/races.ts';
import type { Refusal } from '../words/refusals.ts';
import { plainly, setPosition } from './fix.ts';
import {
  begunRace,
  entryOf,
  namesIn,
  openProtest,
  openProtests,
  racerNamed,
  refuseIfElsewhere,
  titleOf,
} from './lookup.ts';
import { givenPosition, readPosition } from './position.ts';
import { isRefusal, type Situation, type Verb } from './verb.ts';

const takes = z.strictObject({
  type: z.literal('correct'),
  race: z.string().max(64),
  positions: z
    .array(z.strictObject({ racer: z.string().max(64), position: givenPosition }))
    .min(1)
    .max(24),
  protest: z.string().max(64).optional(),
});

/**
 * A host sets several positions at once, in a race that is being raced or over, and may add racers who weren't in it.
 * What comes out of it fits together. It may be the answer to a protest, and where an earlier one was that, it
 * only says so.
 */
export const correct: Verb<z.infer<typeof takes>> = {
  takes,
  decide(ask, situation) {
    const { facts, by } = situation;
    if (!by.host) return { refused: 'hosts_only' };
    const race = begunRace(facts, ask.race);
    if (isRefusal(race)) return race;
    const protest = ask.protest === undefined ? undefined : openProtest(facts, ask.protest, race);
    if (isRefusal(protest)) return protest;
    const wanted = readAll(situation, race, ask.positions);
    if (isRefusal(wanted)) return wanted;
    const changed = wanted.filter(({ from, to }) => from !== (to ?? undefined));
    if (changed.length === 0 && !protest) return { refused: 'nothing_to_correct', given: { race: titleOf(race) } };
    const clash = clashAfter(situation, race, changed);
    if (clash) return clash;
    // Who else protested against this race has the same answer.
    const answered = protest ? openProtests(facts, race) : [];
    return {
      changes: [
        ...changed.map(({ racer, to }) => setPosition(situation, race, racer, to)),
        ...plainly(situation, race, new Map(wanted.map(({ racer, to }) => [racer.id, to]))),
        ...answered.map(({ id }) => ({ kind: 'protestSettled', id, how: 'fixed', says: '' }) as const),
      ],
      happening: {
        what: 'corrected',
        race: race.id,
        positions: changed.map(({ racer, from, to }) => ({ racer: racer.id, from: from ?? '', to: to ?? '' })),
      },
      said: { said: 'corrected', given: { race: titleOf(race), places: changed.length } },
      race: race.id,
    };
  },
};

interface Wish {
  racer: Racer;
  from: Position | undefined;
  /** Null takes it away. */
  to: Position | null;
}

function readAll({ facts }: Situation, race: Race, given: z.infer<typeof takes>['positions']): Wish[] | Refusal {
  const wishes = new Map<string, { racer: Racer; given: string | number | null }>();
  for (const { racer: id, position } of given) {
    const racer = racerNamed(facts, id);
    if (!racer) return { refused: 'unknown_racer' };
    const name = racer.racer;
    if (name === undefined && !entryOf(facts, race, racer)) return { refused: 'nameless_other' };
    if (wishes.has(racer.id)) return { refused: 'named_twice', given: { racer: name ?? '' } };
    if (position === null && !entryOf(facts, race, racer))
      return { refused: 'did_not_race', given: { race: titleOf(race), racer: name ?? '' } };
    const elsewhere = entryOf(facts, race, racer) ? undefined : refuseIfElsewhere(facts, race, racer);
    if (elsewhere) return elsewhere;
    wishes.set(racer.id, { racer, given: position });
  }
  const entrants = facts.entrants.get(race.id)?.length ?? 0;
  const added = [...wishes.values()].filter(({ racer }) => !entryOf(facts, race, racer)).length;
  const { places } = facts.settings;
  if (added > 0 && entrants + added > places)
    return { refused: 'no_place_left', given: { race: titleOf(race), places } };
  const last = lastPlace(facts, entrants + added);
  const read: Wish[] = [];
  for (const { racer, given } of wishes.values()) {
    const to = given === null ? null : readPosition(given, last);
    if (to === undefined) return { refused: 'bad_position', given: { given: String(given), last } };
    read.push({ racer, from: entryOf(facts, race, racer)?.position, to });
  }
  return read;
}

/** Why the result wouldn't fit together with these positions in it. */
function clashAfter({ facts }: Situation, race: Race, wishes: readonly Wish[]): Refusal | undefined {
  const results = new Map((facts.entrants.get(race.id) ?? []).map((result) => [result.racer, result]));
  for (const { racer, to } of wishes)
    results.set(racer.id, { id: '', racer: racer.id, ...(to !== null && { position: to }) });
  const [clash] = contradictionsAmong([...results.values()]);
  if (!clash) return undefined;
  const racers = namesIn(facts, clash.results);
  return { refused: 'would_contradict', given: { race: titleOf(race), position: clash.position, racers } };
}
