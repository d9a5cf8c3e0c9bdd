/** /why: one sentence on why somebody stands where they do. */
import { racerOf } from '../../actions/lookup.ts';
import { explain } from '../../league/explain.ts';
import { openSeason } from '../../league/races.ts';
import { factsFor, namesFor } from '../asked.ts';
import { command } from '../command.ts';
import { text, toThem } from '../replies.ts';
import { isReply, named, naming, racersOf } from '../things.ts';

export const why = command(
  {
    name: 'why',
    answers: 'them',
    options: {
      racer: naming('racer', racersOf),
    },
  },
  (asked, { racer }) => {
    const facts = factsFor(asked);
    const { words } = asked;
    const season = openSeason(facts);
    if (!season) return toThem(text(words.standings.noSeason));
    const found = racer === undefined ? racerOf(facts, asked.member) : named(asked, racersOf(facts), racer);
    if (found && isReply(found)) return found;
    const names = namesFor(asked);
    const explanation = found && explain(facts, season, found.id);
    if (explanation)
      return toThem(
        text(`**${names.racer(explanation.racer)}** · ${names.season(season.id)}`, words.why(explanation, names)),
      );
    return toThem(text(found && racer !== undefined ? words.whyNot.other(names.racer(found.id)) : words.whyNot.you));
  },
);
