/** /season summary: a season in short. */
import { isTimeZone } from '../../../../sheets/moments.ts';
import type { Facts, Season } from '../../../league/facts.ts';
import { finalRaces } from '../../../league/races.ts';
import { champions } from '../../../league/seasons.ts';
import { type Standing, standings } from '../../../league/standings.ts';
import type { Names } from '../../../views/names.ts';
import type { BotWords } from '../../../words/bot/english.ts';
import { factsFor, namesFor } from '../../asked.ts';
import { command } from '../../command.ts';
import { text, toThem } from '../../replies.ts';
import { seasonAtHand } from '../../season-at-hand.ts';
import { shared, sharing } from '../../sharing.ts';
import { isReply, named, naming, seasonsOf } from '../../things.ts';

/** As many as a race has places. */
const shown = 8;

export const summary = command(
  {
    name: 'season summary',
    options: {
      season: naming('season', (facts) => seasonsOf(facts)),
      share: sharing,
    },
  },
  (asked, { season: given, share }) => {
    const facts = factsFor(asked);
    const found = given === undefined ? seasonAtHand(facts) : named(asked, seasonsOf(facts), given);
    if (!found) return toThem(text(asked.words.standings.noSeason));
    if (isReply(found)) return found;
    const season = facts.seasons.get(found.id);
    return season ? shared(share, text(...summaryOf(facts, season, namesFor(asked), asked.words))) : toThem();
  },
);

function summaryOf(facts: Facts, season: Season, names: Names, words: BotWords): (string | undefined)[] {
  const { id, status = 'Planned', starts, ends } = season;
  const races = finalRaces(facts, id).length;
  const table = standings(facts, season);
  const zone = isTimeZone(facts.settings.timeZone) ? facts.settings.timeZone : 'UTC';
  const day = (ms: number | undefined) => (ms === undefined ? undefined : words.day(ms, zone));
  const won = new Set(champions(facts, season));
  const line = ({ rank, racer, points, wins }: Standing) => {
    const said = { rank, name: names.racer(racer), points, wins };
    return won.has(racer) ? words.season.champion(said) : words.standings.line(said);
  };
  const mostWins = Math.max(0, ...table.map(({ wins }) => wins));
  const winners = table.filter(({ wins }) => wins === mostWins).map(({ racer }) => names.racer(racer));
  return [
    words.season.head({ season: names.season(id), status: words.season.status[status] }),
    words.season.dates(day(starts), day(ends)),
    races > 0 ? words.season.raced(races, table.length) : words.season.notRaced,
    ...table.slice(0, shown).map(line),
    table.length > shown ? words.standings.more(table.length - shown) : undefined,
    mostWins > 0 ? words.season.mostWins(winners, mostWins) : undefined,
  ];
}
