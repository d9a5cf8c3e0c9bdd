import { z } from 'zod';
import { folded } from '../../sheets/names.ts';
import { nightAt } from '../league/nights.ts';
import { openSeason } from '../league/races.ts';
import { mayOpen, nextRaceName } from './lookup.ts';
import { amountField, readAmount } from './money-fields.ts';
import { isRefusal, type Verb } from './verb.ts';

const takes = z.strictObject({
  type: z.literal('planRace'),
  at: z.number(),
  name: z.string().max(200).optional(),
  night: z.string().max(200).optional(),
  /** Minor units; without it the race costs nothing. */
  entryFee: amountField,
});

/** A plan further ahead is a slip of the finger. Milliseconds: a year. */
const furthestMs = 366 * 86_400_000;

/** A race at a time to come. It doesn't open by itself. */
export const planRace: Verb<z.infer<typeof takes>> = {
  takes,
  decide(ask, situation) {
    const { facts, now, cell, newId } = situation;
    if (!mayOpen(situation)) return { refused: 'hosts_only' };
    const season = openSeason(facts);
    if (!season) return { refused: 'no_season' };
    if (!(ask.at > now && ask.at <= now + furthestMs)) return { refused: 'bad_time' };
    const race = ask.name === undefined ? nextRaceName(facts) : readTitle(ask.name);
    const night = ask.night === undefined ? nightAt(facts, season.id, ask.at) : readTitle(ask.night);
    if (race === undefined || night === undefined) return { refused: 'bad_title' };
    // A deleted race's name too: its results would come to life again.
    if (facts.namesOfRaces.has(folded(race))) return { refused: 'race_name_taken', given: { race } };
    const fee = readAmount(ask.entryFee, facts.settings.currency);
    if (isRefusal(fee)) return fee;
    const id = newId();
    const planned = { race, season: season.season ?? '', night, status: 'Planned', planned: cell(ask.at) };
    const cells = { ...planned, ...(fee && { entryFee: fee.cell }) };
    return {
      changes: [{ kind: 'add', tab: 'Races', id, cells }],
      happening: { what: 'planned', race: id },
      said: { said: 'planned', given: { race, night } },
      race: id,
    };
  },
};

/** What a race or a night is called: 1 to 60 characters that can be seen. */
function readTitle(given: string): string | undefined {
  const title = given.normalize('NFC').trim().replace(/\s+/g, ' ');
  const { length } = [...title];
  return length >= 1 && length <= 60 && !/\p{C}/u.test(title.replace(/\u200d/g, '')) ? title : undefined;
}
