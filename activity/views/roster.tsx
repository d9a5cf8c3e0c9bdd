import { signal } from '@preact/signals';
import type { EntrantView, LeagueView } from '../../server/contract/league.ts';
import type { MeView } from '../../server/contract/me.ts';
import type { RaceId } from '../../server/contract/terms.ts';
import { place, points } from '../../server/words/en.ts';
import { host, race as words } from '../../server/words/panel.ts';
import { byPosition, lastPlace, nameOf, type Shown } from '../model/races.ts';
import { Avatar } from './avatar.tsx';
import { Name } from './name.tsx';
import { usePanel } from './panel-context.ts';
import { PositionSelect } from './position-select.tsx';
import { Won } from './stakes.tsx';

interface RosterProps {
  view: LeagueView;
  me: MeView;
  shown: Shown;
}

/** The race in which this host is setting places, if any. */
const setting = signal<RaceId | undefined>(undefined);

/** Everybody in a race with the place they hold. Hosts set any of them here, in an order that stays while they do. */
export function Roster({ view, me, shown: { id, race } }: RosterProps) {
  // Once it's final, a correction shows first what it changes.
  const maySet = me.host && race.status !== 'Final';
  const editing = maySet && setting.value === id;
  return (
    <>
      <ol
        class={`roster ${race.status === 'Final' ? 'result' : ''} ${editing ? 'setting' : ''}`}
        aria-label={words.entrants}
      >
        {(editing ? race.entrants : byPosition(race.entrants)).map((entrant) => {
          const name = nameOf(view, entrant.racer);
          return (
            <li key={entrant.racer} class={entrant.racer === me.racer ? 'me' : ''} data-place={entrant.position}>
              <Avatar racer={entrant.racer} name={name} />
              <Name name={name} note={noteOn(view, entrant, me)} />
              {editing ? (
                <PlaceSelect entrant={entrant} name={name} race={id} of={lastPlace(view, race)} />
              ) : (
                <Held entrant={entrant} scored={race.status === 'Final'} currency={view.money?.currency} />
              )}
            </li>
          );
        })}
      </ol>
      {maySet && (
        <button
          type="button"
          class="quiet small"
          aria-pressed={editing}
          onClick={() => {
            setting.value = editing ? undefined : id;
          }}
        >
          {editing ? host.setPlacesDone : host.setPlaces}
        </button>
      )}
    </>
  );
}

function noteOn(view: LeagueView, entrant: EntrantView, me: MeView): string | undefined {
  const notes = [
    entrant.racer === me.racer ? words.you : '',
    entrant.late ? words.late : '',
    entrant.decidedByHost ? words.byHost : '',
    entrant.confirmedBy ? words.confirmedBy(entrant.confirmedBy.map((racer) => nameOf(view, racer))) : '',
  ].filter((note) => note !== '');
  return notes.length > 0 ? notes.join(', ') : undefined;
}

interface HeldProps {
  entrant: EntrantView;
  /** The race is over, so that what the place brought stands. */
  scored: boolean;
  /** Of what it won. */
  currency: string | undefined;
}

function Held({ entrant, scored, currency }: HeldProps) {
  const { position, won } = entrant;
  if (position === undefined)
    return (
      <span class="held none">
        <span aria-hidden="true">–</span>
        <span class="hidden">{words.notIn}</span>
      </span>
    );
  return (
    <span class="held">
      <b>{place(position)}</b>
      {scored && entrant.points !== undefined && <small>{points(entrant.points)}</small>}
      {won !== undefined && currency !== undefined && <Won units={won} currency={currency} short />}
    </span>
  );
}

interface PlaceSelectProps {
  entrant: EntrantView;
  name: string;
  race: RaceId;
  /** The last place there is. */
  of: number;
}

function PlaceSelect({ entrant, name, race, of }: PlaceSelectProps) {
  const panel = usePanel();
  const { racer } = entrant;
  const onItsWay = panel.underway.value.findLast(
    (request) => request.type === 'fix' && request.race === race && request.racer === racer,
  );
  return (
    <PositionSelect
      label={host.placeOf(name)}
      busy={onItsWay !== undefined}
      value={onItsWay?.type === 'fix' ? onItsWay.position : (entrant.position ?? null)}
      of={of}
      choose={(position) => panel.act({ type: 'fix', race, racer, position })}
    />
  );
}
