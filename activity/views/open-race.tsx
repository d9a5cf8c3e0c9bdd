import type { LeagueView } from '../../server/contract/league.ts';
import type { MeView } from '../../server/contract/me.ts';
import { host, race as words } from '../../server/words/panel.ts';
import { entrantOf, mayOpen, nameOf, raceImIn, type Shown } from '../model/races.ts';
import { ActionButton } from './action-button.tsx';
import { Avatar } from './avatar.tsx';
import { HostTools } from './host-tools.tsx';
import { JoinForm } from './join-form.tsx';
import { Name } from './name.tsx';

interface OpenRaceProps {
  view: LeagueView;
  me: MeView;
  shown: Shown;
}

/** Before the start: who is in, and getting in or out. */
export function OpenRace({ view, me, shown: { id, race } }: OpenRaceProps) {
  const free = Math.max(0, view.places - race.entrants.length);
  const may = mayOpen(view, me);
  return (
    <>
      <MyPart view={view} me={me} shown={{ id, race }} />
      <h3 class="row">
        {words.entrants} <small>{words.free(free)}</small>
      </h3>
      {race.entrants.length === 0 && <p class="soft">{words.nobody}</p>}
      <ul class="entrants" aria-label={words.entrants}>
        {race.entrants.map(({ racer }) => (
          <li key={racer} class={racer === me.racer ? 'me' : ''}>
            <Avatar racer={racer} name={nameOf(view, racer)} />
            <Name name={nameOf(view, racer)} note={racer === me.racer ? words.you : undefined} />
          </li>
        ))}
      </ul>
      {may && (
        <div class="buttons">
          {race.entrants.length > 1 ? (
            <ActionButton class="primary" action={{ type: 'startRace', race: id }} pending={host.starting}>
              {host.start}
            </ActionButton>
          ) : (
            <p class="soft">{host.startAlone}</p>
          )}
        </div>
      )}
      {me.host && <HostTools view={view} shown={{ id, race }} />}
    </>
  );
}

function MyPart({ view, me, shown: { id, race } }: OpenRaceProps) {
  if (entrantOf(race, me.racer)) {
    return (
      <div class="row">
        <p class="good">{mayOpen(view, me) ? words.youAreInHost : words.youAreIn}</p>
        <ActionButton class="quiet" action={{ type: 'leave', race: id }} pending={words.leaving}>
          {words.leave}
        </ActionButton>
      </div>
    );
  }
  const elsewhere = raceImIn(view, me);
  if (elsewhere) return <p class="soft">{words.elsewhere(elsewhere.race.name)}</p>;
  if (race.entrants.length >= view.places) return <p class="soft">{words.full(view.places)}</p>;
  return <JoinForm view={view} me={me} race={id} label={words.joinNow} pending={words.joining} />;
}
