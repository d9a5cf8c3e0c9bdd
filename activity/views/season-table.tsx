import type { LeagueView } from '../../server/contract/league.ts';
import type { MeView } from '../../server/contract/me.ts';
import type { SeasonId } from '../../server/contract/terms.ts';
import { standings as words } from '../../server/words/panel.ts';
import { Answered } from './answered.tsx';
import { GrandPrize } from './grand-prize.tsx';
import { usePanel } from './panel-context.ts';
import { StandingsTable } from './standings-table.tsx';
import { useAsked } from './use-asked.ts';

interface SeasonTableProps {
  view: LeagueView;
  me: MeView;
  season: SeasonId;
}

/** The table of a season that isn't the open one. */
export function SeasonTable({ view, me, season }: SeasonTableProps) {
  const { ask } = usePanel();
  const { asked, again } = useAsked(() => ask.season(season), { about: season, version: view.version });
  return (
    <Answered asked={asked} again={again}>
      {({ standings, money, status }) =>
        standings.length === 0 ? (
          <p class="soft">{words.emptySeason}</p>
        ) : (
          <>
            {status === 'Closed' && <GrandPrize view={view} check={money?.check} />}
            <StandingsTable view={view} me={me} season={season} lines={standings} />
          </>
        )
      }
    </Answered>
  );
}
