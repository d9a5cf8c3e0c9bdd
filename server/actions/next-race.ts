import { z } from 'zod';
import type { Wanted } from '../league/changes.ts';
import { isUnderWay, openSeason } from '../league/races.ts';
import { mayOpen, raceNamed, racesOf, titleOf } from './lookup.ts';
import { newRace } from './open-race.ts';
import { isRefusal, type Verb } from './verb.ts';

const takes = z.strictObject({ type: z.literal('nextRace'), race: z.string().max(64) });

/** Opens the next race with the racers of this one, but for those who are already in another. */
export const nextRace: Verb<z.infer<typeof takes>> = {
  takes,
  decide(ask, situation) {
    const { facts, now, cell, newId } = situation;
    if (!mayOpen(situation)) return { refused: 'hosts_only' };
    const last = raceNamed(facts, ask.race);
    if (isRefusal(last)) return last;
    if (last.status === 'Planned' || last.status === undefined)
      return { refused: 'not_open', given: { race: titleOf(last) } };
    if (isUnderWay(last)) return { refused: 'race_not_over', given: { race: titleOf(last) } };
    const season = openSeason(facts);
    if (!season) return { refused: 'no_season' };

    const racers = (facts.entrants.get(last.id) ?? []).flatMap((result) => facts.racers.get(result.racer ?? '') ?? []);
    const elsewhere = racers.flatMap((racer) => racesOf(facts, racer));
    const free = racers.filter((racer) => racesOf(facts, racer).length === 0);
    if (elsewhere[0] && free.length === 0) return { refused: 'next_is_open', given: { race: titleOf(elsewhere[0]) } };

    const id = newId();
    const cells = newRace(situation, season);
    const race = String(cells.race);
    const entries = free.slice(0, facts.settings.places).map(({ racer = '' }): Wanted => {
      const cells = { race, racer, position: '', source: 'Joined', by: situation.by.name, at: cell(now), note: '' };
      return { kind: 'add', tab: 'Results', id: newId(), cells };
    });
    return {
      changes: [{ kind: 'add', tab: 'Races', id, cells }, ...entries],
      happening: { what: 'opened', race: id },
      said: { said: 'next', given: { race, entrants: entries.length } },
      race: id,
    };
  },
};
