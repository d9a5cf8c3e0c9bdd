import { z } from 'zod';
import { isShared } from '../../sheets/positions.ts';
import { checkRace, lastPlace } from '../league/races.ts';
import { score, scoringOf } from '../league/scoring.ts';
import { place } from '../words/en.ts';
import { entryOf, raceNamed, racerOf, refuseIfOver, reportable, titleOf } from './lookup.ts';
import { readPosition } from './position.ts';
import { isRefusal, type Verb } from './verb.ts';

const takes = z.strictObject({
  type: z.literal('report'),
  race: z.string().max(64).optional(),
  position: z.union([z.number(), z.string().max(64)]),
});

/** A racer claims the place in which they finished. It can be changed until the race is final. */
export const report: Verb<z.infer<typeof takes>> = {
  takes,
  decide(ask, { facts, by, now, cell }) {
    const racer = racerOf(facts, by);
    const race = ask.race === undefined ? reportable(facts, racer) : raceNamed(facts, ask.race);
    if (!race) return { refused: 'no_race_running' };
    if (isRefusal(race)) return race;
    const title = titleOf(race);
    const over = refuseIfOver(race);
    if (over) return over;
    if (race.status !== 'Running' && race.status !== 'Reporting')
      return { refused: 'not_started', given: { race: title } };

    const entry = entryOf(facts, race, racer);
    const { entrants, reported } = checkRace(facts, race.id);
    // Whoever isn't in it yet would be one more: nobody joins only to hear that their place is none.
    const last = lastPlace(facts, entrants.length + (entry ? 0 : 1));
    const position = readPosition(ask.position, last);
    if (position === undefined || position === 'DSQ' || position === 'DNS')
      return { refused: 'bad_position', given: { given: String(ask.position), last } };
    if (!racer || !entry) return { refused: 'not_in_race', given: { race: title } };
    if (isShared(position)) return { refused: 'dead_heat_is_hosts' };
    const decided = entry.position !== undefined && (entry.source === 'Host' || entry.source === 'Sheet');
    if (decided) return { refused: 'decided_by_host', given: { position: place(entry.position ?? 'DNS') } };

    const table = scoringOf(facts, facts.seasons.get(race.season ?? ''));
    const count = entry.position === undefined ? reported + 1 : reported;
    const given = { position, worth: score(position, table), reported: count, entrants: entrants.length };
    return {
      changes: [
        {
          kind: 'edit',
          tab: 'Results',
          id: entry.id,
          cells: { position, source: 'Claim', by: racer.racer ?? '', at: cell(now) },
        },
      ],
      happening: { what: 'reported', race: race.id, racer: racer.id, position },
      said: { said: 'saved', given },
      race: race.id,
    };
  },
};
