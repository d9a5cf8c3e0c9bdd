/** /league problems: what is wrong in the Sheet, as the Problems tab has it. */
import { problemViews } from '../../../problem-views.ts';
import { command } from '../../command.ts';
import { plain } from '../../markdown.ts';
import { sayRefused, text, toThem } from '../../replies.ts';

/** So many fit into a message, whatever somebody typed. */
const mostShown = 8;

export const problems = command({ name: 'league problems', options: {} }, (asked) => {
  const { words, league, member } = asked;
  if (!member.host) return toThem(sayRefused(asked, { refused: 'hosts_only' }));
  const all = problemViews(league, league.account, words);
  if (all.length === 0) return toThem(text(words.league.noProblems));
  const lines = all
    .slice(0, mostShown)
    .map(({ where, what, remedy }) =>
      words.league.problem({ where: plain(where), what: plain(what), remedy: plain(remedy) }),
    );
  return toThem(text(...lines, all.length > mostShown ? words.league.moreProblems(all.length - mostShown) : undefined));
});
