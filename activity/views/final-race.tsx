import type { LeagueView } from '../../server/contract/league.ts';
import type { MeView } from '../../server/contract/me.ts';
import { host, race as words } from '../../server/words/panel.ts';
import { holders, isUnderWay, mayOpenRace, nameOf, racesTonight, type Shown } from '../model/races.ts';
import { ActionButton } from './action-button.tsx';
import { Avatar } from './avatar.tsx';
import { Name } from './name.tsx';
import { OpenSeasonFirst } from './open-season.tsx';
import { usePanel } from './panel-context.ts';
import { Protest } from './protest.tsx';
import { Roster } from './roster.tsx';
import { OpenNew } from './stakes.tsx';

interface FinalRaceProps {
  view: LeagueView;
  me: MeView;
  shown: Shown;
}

/** A race that is over, and the way to the next. */
export function FinalRace({ view, me, shown }: FinalRaceProps) {
  const { correcting, openDesk } = usePanel();
  const { id, race } = shown;
  const { season = view.season?.id } = race;
  const may = mayOpenRace(view, me);
  const idle = !racesTonight(view).some((other) => isUnderWay(other.race));
  return (
    <>
      {race.status === 'Void' ? (
        <p class="callout">{words.voided}</p>
      ) : (
        <>
          <Podium view={view} shown={shown} />
          <Roster view={view} me={me} shown={shown} />
          <Protest me={me} shown={shown} />
        </>
      )}
      {idle && may && (
        <div class="buttons">
          {race.entrants.length > 0 && (
            <ActionButton class="primary" action={{ type: 'nextRace', race: id }} pending={host.nexting}>
              {host.next}
            </ActionButton>
          )}
          <OpenNew view={view} class="quiet" label={words.open} />
        </div>
      )}
      {idle && !may && <p class="soft">{sayWhoOpens(view, me)}</p>}
      {idle && !view.season && me.host && <OpenSeasonFirst />}
      {me.host && season && (
        <button
          type="button"
          class="quiet small"
          onClick={() => {
            correcting.value = { season, race: id };
            openDesk('results');
          }}
        >
          {host.correct}
        </button>
      )}
    </>
  );
}

function sayWhoOpens(view: LeagueView, me: MeView): string {
  if (view.season) return words.noneMember;
  return me.host ? words.noneSeasonHost : words.noneSeason;
}

function Podium({ view, shown: { race } }: Pick<FinalRaceProps, 'view' | 'shown'>) {
  const steps = [2, 1, 3].flatMap((position) => holders(race, position).map((racer) => ({ position, racer })));
  return (
    <div class="podium" aria-hidden="true">
      {steps.map(({ position, racer }) => (
        <div key={racer} class={`step step-${position}`}>
          <Avatar racer={racer} name={nameOf(view, racer)} />
          <Name name={nameOf(view, racer)} />
          <b>{position}</b>
        </div>
      ))}
    </div>
  );
}
