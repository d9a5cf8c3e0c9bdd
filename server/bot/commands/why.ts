/** /why: one sentence on why somebody stands where they do. */
import { racerOf } from '../../actions/lookup.ts';
import { explain } from '../../league/explain.ts';
import { factsFor, namesFor } from '../asked.ts';
import { command } from '../command.ts';
import { text, toThem } from '../replies.ts';
import { seasonAtHand } from '../season-at-hand.ts';
import { isReply, naming, racerCalled, racersOf } from '../things.ts';

export const why = command(
  {
    name: 'why',
    options: {
      racer: naming('racer', racersOf),
    },
  },
  (asked, { racer }) => {
    const facts = factsFor(asked);
    const { words } = asked;
    const season = seasonAtHand(facts);
    if (!season) return toThem(text(words.standings.noSeason));
    const found = racer === undefined ? racerOf(facts, asked.member) : racerCalled(asked, racer);
    if (found && isReply(found)) return found;
    const names = namesFor(asked);
    const title = names.season(season.id);
    const isOver = season.status === 'Closed';
    const explanation = found && explain(facts, season, found.id);
    if (explanation) {
      const head = [`**${names.racer(explanation.racer)}**`, title, ...(isOver ? [words.season.status.Closed] : [])];
      return toThem(text(head.join(' · '), words.why(explanation, names)));
    }
    const { you, other, youThen, otherThen } = words.whyNot;
    const them = found && racer !== undefined ? names.racer(found.id) : undefined;
    if (them === undefined) return toThem(text(isOver ? youThen(title) : you));
    return toThem(text(isOver ? otherThen(them, title) : other(them)));
  },
);
