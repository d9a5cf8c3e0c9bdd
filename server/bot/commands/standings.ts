/** /standings: a season's table. */
import { racerOf } from '../../actions/lookup.ts';
import { type Standing, standings as standingsOf } from '../../league/standings.ts';
import { factsFor, namesFor } from '../asked.ts';
import { command } from '../command.ts';
import { text, toThem } from '../replies.ts';
import { seasonAtHand } from '../season-at-hand.ts';
import { isShared, shared, sharing } from '../sharing.ts';
import { isReply, named, naming, seasonsOf } from '../things.ts';

/** As many as a phone shows at once. */
const mostShown = 15;

export const standings = command(
  {
    name: 'standings',
    options: {
      season: naming('season', (facts) => seasonsOf(facts)),
      share: sharing,
    },
  },
  (asked, { season, share }) => {
    const facts = factsFor(asked);
    const { words, member } = asked;
    const found = season === undefined ? seasonAtHand(facts) : named(asked, seasonsOf(facts), season);
    if (found && isReply(found)) return found;
    const about = found && facts.seasons.get(found.id);
    if (!about) return toThem(text(words.standings.noSeason));
    const names = namesFor(asked);
    const { status = 'Planned' } = about;
    const table = standingsOf(facts, about);
    const line = ({ rank, racer, points, wins }: Standing) =>
      words.standings.line({ rank, name: names.racer(racer), points, wins });
    const shown = table.slice(0, mostShown);
    // Whoever reads a shared answer is somebody else.
    const me = isShared(share) ? undefined : racerOf(facts, member)?.id;
    const own = table.slice(mostShown).find(({ racer }) => racer === me);
    const title = names.season(about.id);
    const empty = status === 'Open' ? words.standings.empty : words.season.notRaced;
    return shared(
      share,
      text(
        status === 'Open'
          ? words.standings.title(title)
          : words.season.head({ season: title, status: words.season.status[status] }),
        ...(table.length === 0 ? [empty] : shown.map(line)),
        table.length > mostShown ? words.standings.more(table.length - mostShown) : undefined,
        own && words.standings.you(line(own)),
      ),
    );
  },
);
