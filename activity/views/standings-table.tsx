import type { LeagueView, MeView, RacerId, SeasonId, StandingView } from '../../server/contract.ts';
import { standings as words } from '../../server/words/panel.ts';
import { nameOf } from '../model/races.ts';
import { RacerButton } from './racer-button.tsx';
import { useSliding } from './use-sliding.ts';

/** A racer's line in any table; what it leaves out has no column, or nothing to tell. */
export interface Line {
  rank: number;
  racer: RacerId;
  wins: number;
  points: number;
  dropped?: number;
  adjustments?: number;
  tonight?: number;
  latest?: StandingView['latest'];
}

interface StandingsTableProps {
  view: LeagueView;
  me: MeView;
  lines: readonly Line[];
  /** Of which season; a tap on a racer explains their rank in it. */
  season: SeasonId | undefined;
}

export function StandingsTable({ view, me, lines, season }: StandingsTableProps) {
  const body = useSliding();
  const tonight = lines.some((line) => line.tonight !== undefined);
  return (
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
          {tonight && (
            <th scope="col" class="number">
              {words.tonight}
            </th>
          )}
          <th scope="col" class="number">
            {words.points}
          </th>
        </tr>
      </thead>
      <tbody ref={body}>
        {lines.map((line) => (
          <Row
            key={line.racer}
            line={line}
            name={nameOf(view, line.racer)}
            mine={line.racer === me.racer}
            season={season}
          />
        ))}
      </tbody>
    </table>
  );
}

interface RowProps {
  line: Line;
  name: string;
  mine: boolean;
  season: SeasonId | undefined;
}

function Row({ line, name, mine, season }: RowProps) {
  const { rank, racer, wins, tonight, points, latest } = line;
  return (
    <tr data-row={racer} class={mine ? 'me' : ''} aria-current={mine ? 'true' : undefined}>
      <td class={`number rank rank-${rank}`}>
        <b>{rank}</b>
      </td>
      <th scope="row">
        <RacerButton racer={racer} name={name} season={season}>
          <Hints {...line} />
          {latest && <Latest key={`${points} ${latest.points} ${latest.moved}`} {...latest} />}
        </RacerButton>
      </th>
      <td class="number wins">{wins}</td>
      {tonight !== undefined && <td class="number">{tonight}</td>}
      <td class="number points">{points}</td>
    </tr>
  );
}

/** What else is in the points, or isn't. */
function Hints({ dropped = 0, adjustments = 0 }: Line) {
  const hints = [
    dropped === 0 ? '' : words.dropped(dropped),
    adjustments === 0 ? '' : words.adjusted(adjustments),
  ].filter((hint) => hint !== '');
  return hints.length > 0 ? <small class="hints">{hints.join(', ')}</small> : null;
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
