/** /standings: a season's table, for everybody to see. */
import { racerOf } from '../../actions/lookup.ts';
import { openSeason } from '../../league/races.ts';
import { type Standing, standings as standingsOf } from '../../league/standings.ts';
import { factsFor, namesFor } from '../asked.ts';
import { command } from '../command.ts';
import { text, toEverybody, toThem } from '../replies.ts';
import { isReply, named, naming, seasonsOf } from '../things.ts';

/** As many as a phone shows at once. */
const mostShown = 15;

export const standings = command(
  {
    name: 'standings',
    answers: 'everybody',
    options: {
      season: naming('season', (facts) => seasonsOf(facts)),
    },
  },
  (asked, { season }) => {
    const facts = factsFor(asked);
    const { words, member } = asked;
    const found = season === undefined ? openSeason(facts) : named(asked, seasonsOf(facts), season);
    if (!found) return toThem(text(words.standings.noSeason));
    if (isReply(found)) return found;
    const about = facts.seasons.get(found.id);
    const names = namesFor(asked);
    const table = about ? standingsOf(facts, about) : [];
    const line = ({ rank, racer, points, wins }: Standing) =>
      words.standings.line({ rank, name: names.racer(racer), points, wins });
    const shown = table.slice(0, mostShown);
    const own = table.slice(mostShown).find(({ racer }) => racer === racerOf(facts, member)?.id);
    return toEverybody(
      text(
        words.standings.title(names.season(found.id)),
        ...(table.length === 0 ? [words.standings.empty] : shown.map(line)),
        table.length > mostShown ? words.standings.more(table.length - mostShown) : undefined,
        own && words.standings.you(line(own)),
      ),
    );
  },
);
