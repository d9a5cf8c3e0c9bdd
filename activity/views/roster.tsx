import { signal } from '@preact/signals';
import type { EntrantView, LeagueView, MeView, Position, RaceId } from '../../server/contract.ts';
import { place, points } from '../../server/words/en.ts';
import { host, race as words } from '../../server/words/panel.ts';
import { byPosition, nameOf, type Shown } from '../model/races.ts';
import { Avatar } from './avatar.tsx';
import { Name } from './name.tsx';
import { usePanel } from './panel-context.ts';

interface RosterProps {
  view: LeagueView;
  me: MeView;
  shown: Shown;
}

/** The race in which this host is setting places, if any. */
const setting = signal<RaceId | undefined>(undefined);

/** Everybody in a race with the place they hold. Hosts set any of them here, in an order that stays while they do. */
export function Roster({ view, me, shown: { id, race } }: RosterProps) {
  const editing = me.host && setting.value === id;
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
              <Name name={name} note={noteOn(entrant, me)} />
              {editing ? (
                <PlaceSelect entrant={entrant} name={name} race={id} of={race.entrants.length} />
              ) : (
                <Held entrant={entrant} scored={race.status === 'Final'} />
              )}
            </li>
          );
        })}
      </ol>
      {me.host && (
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

function noteOn(entrant: EntrantView, me: MeView): string | undefined {
  const notes = [
    entrant.racer === me.racer ? words.you : '',
    entrant.late ? words.late : '',
    entrant.decidedByHost ? words.byHost : '',
  ].filter((note) => note !== '');
  return notes.length > 0 ? notes.join(', ') : undefined;
}

/** `scored`: the race is over, so that what the place brought stands. */
function Held({ entrant, scored }: { entrant: EntrantView; scored: boolean }) {
  const { position } = entrant;
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
  const held = onItsWay?.type === 'fix' ? onItsWay.position : (entrant.position ?? null);
  const choices: Position[] = [...Array.from({ length: of }, (_, index) => index + 1), 'DNF', 'DSQ', 'DNS'];
  return (
    <select
      aria-label={host.placeOf(name)}
      aria-busy={onItsWay !== undefined}
      value={held === null ? '' : String(held)}
      onChange={(event) => {
        const chosen = choices.find((choice) => String(choice) === event.currentTarget.value) ?? null;
        panel.act({ type: 'fix', race, racer, position: chosen });
      }}
    >
      <option value="">{host.none}</option>
      {choices.map((choice) => (
        <option key={choice} value={String(choice)}>
          {place(choice)}
        </option>
      ))}
    </select>
  );
}
