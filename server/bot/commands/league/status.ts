/** /league status */
import { factsOf } from '../../../facts.ts';
import { finalRaces, openSeason, racesUnderWay } from '../../../league/races.ts';
import { problemViews } from '../../../problem-views.ts';
import { meView } from '../../../views/me.ts';
import { factsFor, type InLeague, namesFor } from '../../asked.ts';
import { command } from '../../command.ts';
import { plain } from '../../markdown.ts';
import { buttons, text, toThem } from '../../replies.ts';

export const status = command({ name: 'league status', options: {} }, (asked) => {
  const facts = factsFor(asked);
  const { words, league } = asked;
  const names = namesFor(asked);
  const season = openSeason(facts);
  const racing = racesUnderWay(facts).map(({ id }) => names.race(id));
  return toThem(
    text(
      words.league.title(plain(facts.settings.leagueName)),
      season
        ? words.league.season(names.season(season.id), finalRaces(facts, season.id).length)
        : words.league.noSeason,
      racing.length > 0 ? words.league.racing(racing) : undefined,
      words.league.sheet[league.sync.view().state],
      ...(asked.member.host ? forHosts(asked) : []),
    ),
    buttons({ id: { id: 'panel' }, label: words.buttons.panel, look: 'plain' }),
  );
});

function forHosts({ league, member, words }: InLeague): (string | undefined)[] {
  const problems = problemViews(league, league.account);
  const waiting = meView(league.desk.state, undefined, member.name, problems).queue?.length ?? 0;
  const { channel } = factsOf(league.desk.state).settings;
  return [
    words.league.problems(problems.length),
    waiting > 0 ? words.league.queue(waiting) : undefined,
    channel.trim() === '' ? words.league.noChannel : undefined,
  ];
}
