import type { LeagueView, MeView } from '../../server/contract.ts';
import { host, race as words } from '../../server/words/panel.ts';
import { holders, isUnderWay, mayOpen, nameOf, racesTonight, type Shown } from '../model/races.ts';
import { ActionButton } from './action-button.tsx';
import { Avatar } from './avatar.tsx';
import { Name } from './name.tsx';
import { usePanel } from './panel-context.ts';
import { Protest } from './protest.tsx';
import { Roster } from './roster.tsx';

interface FinalRaceProps {
  view: LeagueView;
  me: MeView;
  shown: Shown;
}

/** A race that is over, and the way to the next. */
export function FinalRace({ view, me, shown }: FinalRaceProps) {
  const { correcting, openDesk } = usePanel();
  const { id, race } = shown;
  const { season } = view;
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
      {idle && mayOpen(view, me) && (
        <div class="buttons">
          {race.entrants.length > 0 && (
            <ActionButton class="primary" action={{ type: 'nextRace', race: id }} pending={host.nexting}>
              {host.next}
            </ActionButton>
          )}
          <ActionButton class="quiet" action={{ type: 'openRace' }} pending={words.opening}>
            {words.open}
          </ActionButton>
        </div>
      )}
      {idle && !mayOpen(view, me) && <p class="soft">{words.noneMember}</p>}
      {me.host && season && (
        <button
          type="button"
          class="quiet small"
          onClick={() => {
            correcting.value = { season: season.id, race: id };
            openDesk('results');
          }}
        >
          {host.correct}
        </button>
      )}
    </>
  );
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
