import type { LeagueView, StandingView } from '../../server/contract/league.ts';
import type { MeView } from '../../server/contract/me.ts';
import type { RacerId, SeasonId } from '../../server/contract/terms.ts';
import { figure } from '../../server/words/en.ts';
import { standings as words } from '../../server/words/panel.ts';
import { nameOf } from '../model/races.ts';
import { RacerButton } from './racer-button.tsx';
import { Won } from './stakes.tsx';
import { useSliding } from './use-sliding.ts';

/** A racer's line in any table; what it leaves out has no column, or nothing to tell. */
export interface Line {
  rank: number;
  racer: RacerId;
  wins: number;
  points: number;
  dropped?: number;
  adjustments?: number;
  winnings?: number;
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
            currency={view.money?.currency}
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
  currency: string | undefined;
}

function Row({ line, name, mine, season, currency }: RowProps) {
  const { rank, racer, wins, tonight, points } = line;
  return (
    <tr data-row={racer} class={mine ? 'me' : ''} aria-current={mine ? 'true' : undefined}>
      <td class={`number rank rank-${rank}`}>
        <b>{rank}</b>
      </td>
      <th scope="row">
        <RacerButton racer={racer} name={name} season={season}>
          <More {...line} currency={currency} />
        </RacerButton>
      </th>
      <td class="number wins">{wins}</td>
      {tonight !== undefined && <td class="number">{figure(tonight)}</td>}
      <td class="number points">{figure(points)}</td>
    </tr>
  );
}

interface MoreProps extends Line {
  /** Of what was won. */
  currency: string | undefined;
}

/** Below the name: what else is in the points, or isn't, and what the latest race brought. */
function More({ points, dropped = 0, adjustments = 0, winnings = 0, latest, currency }: MoreProps) {
  const hints = [
    dropped === 0 ? '' : words.dropped(dropped),
    adjustments === 0 ? '' : words.adjusted(adjustments),
  ].filter((hint) => hint !== '');
  const brought = latest && (latest.points !== 0 || latest.moved !== 0) ? latest : undefined;
  const hasWon = winnings > 0 && currency !== undefined;
  if (hints.length === 0 && !brought && !hasWon) return null;
  return (
    <span class="more">
      {brought && <Latest key={`${points} ${brought.points} ${brought.moved}`} {...brought} />}
      {hints.length > 0 && <small class="hints">{hints.join(', ')}</small>}
      {hasWon && <Won units={winnings} currency={currency} />}
    </span>
  );
}

/** What the latest race brought, which is something. Its key changes with it, so the badge enters anew each time. */
function Latest({ points, moved }: { points: number; moved: number }) {
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
