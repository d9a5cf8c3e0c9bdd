/** /season summary: a season in short, for everybody to see. */
import type { Facts, Season } from '../../../league/facts.ts';
import { finalRaces, openSeason } from '../../../league/races.ts';
import { champions } from '../../../league/seasons.ts';
import { type Standing, standings } from '../../../league/standings.ts';
import type { Names } from '../../../views/names.ts';
import type { BotWords } from '../../../words/bot/english.ts';
import { factsFor, namesFor } from '../../asked.ts';
import { command } from '../../command.ts';
import { dayOf } from '../../days.ts';
import { text, toEverybody, toThem } from '../../replies.ts';
import { isReply, named, naming, seasonsOf } from '../../things.ts';

/** A podium, and who came close. */
const shown = 5;

export const summary = command(
  {
    name: 'season summary',
    answers: 'everybody',
    options: {
      season: naming('season', (facts) => seasonsOf(facts)),
    },
  },
  (asked, { season: given }) => {
    const facts = factsFor(asked);
    const found = given === undefined ? openSeason(facts) : named(asked, seasonsOf(facts), given);
    if (!found) return toThem(text(asked.words.standings.noSeason));
    if (isReply(found)) return found;
    const season = facts.seasons.get(found.id);
    return season ? toEverybody(text(...summaryOf(facts, season, namesFor(asked), asked.words))) : toThem();
  },
);

function summaryOf(facts: Facts, season: Season, names: Names, words: BotWords): (string | undefined)[] {
  const { id, status = 'Planned', starts, ends } = season;
  const races = finalRaces(facts, id).length;
  const table = standings(facts, season);
  const won = champions(facts, season).map(names.racer);
  const day = (ms: number | undefined) => (ms === undefined ? undefined : dayOf(ms, facts.settings.timeZone));
  const line = ({ rank, racer, points, wins }: Standing) =>
    words.standings.line({ rank, name: names.racer(racer), points, wins });
  const mostWins = Math.max(0, ...table.map(({ wins }) => wins));
  const winners = table.filter(({ wins }) => wins === mostWins).map(({ racer }) => names.racer(racer));
  return [
    words.season.head({ season: names.season(id), status: words.season.status[status] }),
    words.season.dates(day(starts), day(ends)),
    won.length > 0 ? words.season.champions(won) : undefined,
    races > 0 ? words.season.raced(races, table.length) : words.season.notRaced,
    ...table.slice(0, shown).map(line),
    table.length > shown ? words.standings.more(table.length - shown) : undefined,
    mostWins > 0 ? words.season.mostWins(winners, mostWins) : undefined,
  ];
}
