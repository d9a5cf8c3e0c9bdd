import { z } from 'zod';
import type { Cells } from '../league/changes.ts';
import type { Season } from '../league/facts.ts';
import { nightAt } from '../league/nights.ts';
import { openSeason } from '../league/races.ts';
import { mayOpen, nextRaceName, raceNamed, racerOf, refuseIfOver, titleOf } from './lookup.ts';
import { amountField, readAmount } from './money-fields.ts';
import { type Decision, isRefusal, type Situation, type Verb } from './verb.ts';

const takes = z.strictObject({
  type: z.literal('openRace'),
  race: z.string().max(64).optional(),
  /** Minor units; without it a new race costs nothing, and a planned one what it was planned with. */
  entryFee: amountField,
});

/** Open a race that racers may join: a new one, or one that was planned. */
export const openRace: Verb<z.infer<typeof takes>> = {
  takes,
  decide(ask, situation) {
    if (!mayOpen(situation)) return { refused: 'hosts_only' };
    const season = openSeason(situation.facts);
    if (!season) return { refused: 'no_season' };
    const fee = readAmount(ask.entryFee, situation.facts.settings.currency);
    if (isRefusal(fee)) return fee;
    const costs: Cells = fee ? { entryFee: fee.cell } : {};
    if (ask.race !== undefined) return openPlanned(situation, season, ask.race, costs);
    const id = situation.newId();
    const cells = { ...newRace(situation, season), ...costs };
    return {
      changes: [{ kind: 'add', tab: 'Races', id, cells }],
      happening: { what: 'opened', race: id },
      said: { said: 'opened', given: { race: String(cells.race) } },
      race: id,
    };
  },
};

function openPlanned(situation: Situation, season: Season, id: string, costs: Cells): Decision {
  const { facts, now } = situation;
  const race = raceNamed(facts, id);
  if (isRefusal(race)) return race;
  const title = titleOf(race);
  const over = refuseIfOver(race);
  if (over) return over;
  if (race.status !== 'Planned' && race.status !== undefined)
    return { refused: 'race_is_open', given: { race: title } };
  const other = facts.seasons.get(race.season ?? '');
  if (other && other.id !== season.id)
    return { refused: 'other_season', given: { race: title, season: other.season ?? '' } };
  const cells = {
    ...opening(situation),
    ...costs,
    ...(!other && { season: season.season ?? '' }),
    ...(!race.night && { night: nightAt(facts, season.id, now) }),
  };
  return {
    changes: [{ kind: 'edit', tab: 'Races', id: race.id, cells }],
    happening: { what: 'opened', race: race.id },
    said: { said: 'opened', given: { race: title } },
    race: race.id,
  };
}

/** The row of a race that opens now. */
export function newRace(situation: Situation, season: Season): Cells {
  const { facts, now } = situation;
  return {
    race: nextRaceName(facts),
    season: season.season ?? '',
    night: nightAt(facts, season.id, now),
    ...opening(situation),
  };
}

function opening({ facts, by, now, cell }: Situation): Cells {
  return { status: 'Open', host: racerOf(facts, by)?.racer ?? by.name, opened: cell(now) };
}
