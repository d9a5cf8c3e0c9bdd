import type { LeagueView } from '../../server/contract/league.ts';
import type { MeView } from '../../server/contract/me.ts';
import { race as words } from '../../server/words/panel.ts';
import { entrantOf, raceImIn, reportedCount, type Shown } from '../model/races.ts';
import { HostTools } from './host-tools.tsx';
import { JoinForm } from './join-form.tsx';
import { Overdue } from './overdue.tsx';
import { PlaceGrid } from './place-grid.tsx';
import { Roster } from './roster.tsx';
import { Settling } from './settling.tsx';

interface RunningRaceProps {
  view: LeagueView;
  me: MeView;
  shown: Shown;
}

/** From the start until it is final. */
export function RunningRace({ view, me, shown }: RunningRaceProps) {
  const { id, race } = shown;
  const mine = entrantOf(race, me.racer);
  const mayAdd = !mine && !raceImIn(view, me);
  return (
    <>
      {race.status === 'Running' && <p class="soft">{words.racing}</p>}
      <Settling view={view} me={me} shown={shown} />
      <Overdue view={view} me={me} shown={shown} />
      {mine && <PlaceGrid view={view} shown={shown} mine={mine} />}
      <h3 class="row">
        {words.entrants} <small>{words.progress(reportedCount(race), race.entrants.length)}</small>
      </h3>
      <Roster view={view} me={me} shown={shown} />
      {mayAdd && !me.host && race.entrants.length >= view.places && <p class="soft">{words.fullLate(view.places)}</p>}
      {mayAdd && race.entrants.length < view.places && (
        <details class="late-join">
          <summary>{words.notOnList}</summary>
          <JoinForm view={view} me={me} race={id} label={words.addMe} pending={words.adding} />
        </details>
      )}
      {me.host && <HostTools view={view} shown={shown} />}
    </>
  );
}
