import type { LeagueView, MeView, StandingView } from '../../server/contract.ts';
import { standings as words } from '../../server/words/panel.ts';
import { nameOf } from '../model/races.ts';
import { Avatar } from './avatar.tsx';
import { Name } from './name.tsx';
import { useSliding } from './use-sliding.ts';

interface StandingsProps {
  view: LeagueView;
  me: MeView;
}

/** The season so far. */
export function Standings({ view, me }: StandingsProps) {
  const body = useSliding();
  return (
    <section class="card" aria-label={words.title}>
      <h2>{words.title}</h2>
      {view.standings.length === 0 ? (
        <p class="soft">{words.empty}</p>
      ) : (
        <table class="standings">
          <thead>
            <tr>
              <th scope="col" class="number">
                <span class="hidden">{words.rank}</span>
              </th>
              <th scope="col">{words.racer}</th>
              <th scope="col" class="number wins">
                {words.wins}
              </th>
              <th scope="col" class="number">
                {words.tonight}
              </th>
              <th scope="col" class="number">
                {words.points}
              </th>
            </tr>
          </thead>
          <tbody ref={body}>
            {view.standings.map((standing) => (
              <Row
                key={standing.racer}
                standing={standing}
                name={nameOf(view, standing.racer)}
                mine={standing.racer === me.racer}
              />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function Row({ standing, name, mine }: { standing: StandingView; name: string; mine: boolean }) {
  const { rank, racer, wins, tonight, points, latest } = standing;
  return (
    <tr data-row={racer} class={mine ? 'me' : ''} aria-current={mine ? 'true' : undefined}>
      <td class={`number rank rank-${rank}`}>
        <b>{rank}</b>
      </td>
      <th scope="row">
        <span class="who">
          <Avatar racer={racer} name={name} />
          <Name name={name} />
          {latest && <Latest key={`${points} ${latest.points} ${latest.moved}`} {...latest} />}
        </span>
      </th>
      <td class="number wins">{wins}</td>
      <td class="number">{tonight}</td>
      <td class="number points">{points}</td>
    </tr>
  );
}

/** What the latest race brought. Its key changes with it, so the badge enters anew each time. */
function Latest({ points, moved }: { points: number; moved: number }) {
  if (points === 0 && moved === 0) return null;
  return (
    <span class="latest">
      {points > 0 && (
        <span class="gained" title={words.gainedLabel(points)}>
          {words.gained(points)}
        </span>
      )}
      {moved !== 0 && (
        <span class={moved > 0 ? 'up' : 'down'}>
          <svg viewBox="0 0 10 10" width="10" height="10" aria-hidden="true">
            <path d={moved > 0 ? 'M5 1l4 8H1z' : 'M5 9L1 1h8z'} fill="currentColor" />
          </svg>
          <span class="hidden">{moved > 0 ? words.up(moved) : words.down(-moved)}</span>
          <span aria-hidden="true">{Math.abs(moved)}</span>
        </span>
      )}
    </span>
  );
}
