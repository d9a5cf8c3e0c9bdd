import { z } from 'zod';
import type { Wanted } from '../league/changes.ts';
import type { Race, Racer } from '../league/facts.ts';
import { isPlaceholder, newRacer } from '../league/people.ts';
import { racesUnderWay } from '../league/races.ts';
import type { Refusal } from '../words/refusals.ts';
import { entryOf, raceNamed, racerOf, racesOf, refuseIfOver, titleOf } from './lookup.ts';
import { racerCalled, readName } from './names.ts';
import { type Decision, isRefusal, type Situation, type Verb } from './verb.ts';

const takes = z.strictObject({
  type: z.literal('join'),
  race: z.string().max(64).optional(),
  name: z.string().max(200).optional(),
});

/** Take part in a race. The first time makes the racer, by their in-game name; after the start it marks them as late. */
export const join: Verb<z.infer<typeof takes>> = {
  takes,
  decide(ask, situation) {
    const { facts, by } = situation;
    const race = ask.race === undefined ? joinable(situation) : raceNamed(facts, ask.race);
    if (!race) return { refused: 'no_race_open' };
    if (isRefusal(race)) return race;
    const racer = racerOf(facts, by);
    return refuse(situation, race, racer) ?? takePart(situation, race, racer, ask.name);
  },
};

function joinable({ facts }: Situation): Race | Refusal | undefined {
  const underWay = racesUnderWay(facts);
  const race = underWay.find((one) => one.status === 'Open') ?? underWay[0];
  return race && raceNamed(facts, race.id);
}

function refuse({ facts }: Situation, race: Race, racer: Racer | undefined): Decision | undefined {
  const title = titleOf(race);
  const over = refuseIfOver(race);
  if (over) return over;
  if (race.status === 'Planned' || race.status === undefined) return { refused: 'no_race_open' };
  if (entryOf(facts, race, racer)) return { refused: 'already_in', given: { race: title } };
  const other = racesOf(facts, racer)[0];
  if (other) return { refused: 'in_another_race', given: { race: titleOf(other) } };
  const { places } = facts.settings;
  const taken = facts.entrants.get(race.id)?.length ?? 0;
  return taken >= places ? { refused: 'race_full', given: { race: title, places } } : undefined;
}

function takePart(situation: Situation, race: Race, known: Racer | undefined, wanted: string | undefined): Decision {
  const { facts, by, now, cell, newId } = situation;
  const changes: Wanted[] = [];
  let racer = known?.id;
  let name = known?.racer ?? '';
  if (known && name === '') return { refused: 'nameless_racer' };
  if (racer === undefined) {
    const read = readName(wanted ?? by.name, 'racer');
    if (read === undefined) return { refused: 'bad_name' };
    name = read;
    const called = racerCalled(facts, name);
    if (called && isPlaceholder(facts, called)) {
      return { refused: 'name_is_placeholder', given: { name: called.racer ?? name } };
    }
    if (called) return { refused: 'name_taken', given: { name } };
    racer = newId();
    const cells = newRacer(name, cell(now), { discordName: by.handle, discordId: by.user });
    changes.push({ kind: 'add', tab: 'Racers', id: racer, cells });
  }
  const late = race.status !== 'Open';
  const cells = {
    race: titleOf(race),
    racer: name,
    position: '',
    source: 'Joined',
    by: name,
    at: cell(now),
    note: late ? 'Late' : '',
  };
  changes.push({ kind: 'add', tab: 'Results', id: newId(), cells });
  const taken = (facts.entrants.get(race.id)?.length ?? 0) + 1;
  const given = { race: titleOf(race), taken, places: facts.settings.places };
  return {
    changes,
    happening: { what: late ? 'joinedLate' : 'joined', race: race.id, racer },
    said: late ? { said: 'joinedLate', given: { race: titleOf(race) } } : { said: 'joined', given },
    race: race.id,
  };
}
