import type { LeagueView } from '../../../server/contract/league.ts';
import type { MeView } from '../../../server/contract/me.ts';
import type { SeasonStandingView } from '../../../server/contract/season.ts';
import type { RacerId, SeasonId } from '../../../server/contract/terms.ts';
import { figure } from '../../../server/words/en.ts';
import { racer as words } from '../../../server/words/racer.ts';
import { Answered } from '../answered.tsx';
import { usePanel } from '../panel-context.ts';
import { useAsked } from '../use-asked.ts';

interface WhyProps {
  view: LeagueView;
  me: MeView;
  racer: RacerId;
  season: SeasonId;
}

/** "Why am I 4th?": the sentence, and the scores that it's made of. */
export function Why({ view, me, racer, season }: WhyProps) {
  const { ask } = usePanel();
  const { asked, again } = useAsked(() => ask.season(season), { about: season, version: view.version });
  return (
    <Answered asked={asked} again={again} loading={words.whyFetching}>
      {({ name, standings }) => {
        const standing = standings.find((one) => one.racer === racer);
        return standing ? <Explained season={name} standing={standing} mine={racer === me.racer} /> : null;
      }}
    </Answered>
  );
}

interface ExplainedProps {
  season: string;
  standing: SeasonStandingView;
  mine: boolean;
}

function Explained({ season, standing, mine }: ExplainedProps) {
  const { sentence, scores, adjustments } = standing.why;
  const title = words.whyTitle(standing.name, mine, standing.rank);
  return (
    <section class="card" aria-label={title}>
      <h3>
        <bdi>{title}</bdi> <small>{season}</small>
      </h3>
      <p class="callout calm">
        <bdi>{sentence}</bdi>
      </p>
      {scores.length > 0 && (
        <table class="plain" aria-label={words.scores}>
          <thead>
            <tr>
              <th scope="col">{words.race}</th>
              <th scope="col">{words.result}</th>
              <th scope="col" class="number">
                {words.points}
              </th>
            </tr>
          </thead>
          <tbody>
            {scores.map(({ race, raceName, position, points, dropped }) => (
              <tr key={race} class={dropped ? 'dropped' : ''}>
                <th scope="row">
                  <bdi>{raceName}</bdi>
                </th>
                <td>{words.position(position)}</td>
                <td class="number">
                  {dropped ? (
                    <>
                      <del>{figure(points)}</del> <small>{words.dropped}</small>
                    </>
                  ) : (
                    figure(points)
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {adjustments.length > 0 && (
        <>
          <h4>{words.adjustments}</h4>
          <ul class="lines">
            {adjustments.map((adjustment, index) => (
              <li key={index}>
                <bdi>{words.adjustment(adjustment)}</bdi>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
