import type { EntrantView, LeagueView, RaceView } from '../../server/contract/league.ts';
import type { Position } from '../../server/contract/terms.ts';
import { place, points } from '../../server/words/en.ts';
import { race as words } from '../../server/words/panel.ts';
import { placeOf } from '../../sheets/positions.ts';
import { holders, lastPlace, nameOf, reportedCount, type Shown, worth } from '../model/races.ts';
import { usePanel } from './panel-context.ts';

interface PlaceGridProps {
  view: LeagueView;
  shown: Shown;
  mine: EntrantView;
}

/** "Tap the place you finished": a button for each, with who else says so. */
export function PlaceGrid({ view, shown: { id, race }, mine }: PlaceGridProps) {
  const panel = usePanel();
  if (mine.decidedByHost) return <p class="mine">{words.decided(mine.position)}</p>;
  const onItsWay = panel.underway.value.findLast((request) => request.type === 'report' && request.race === id);
  const tapped = onItsWay?.type === 'report' ? onItsWay.position : undefined;
  const held = tapped ?? mine.position;
  const places: (number | 'DNF')[] = [...Array.from({ length: lastPlace(view, race) }, (_, index) => index + 1), 'DNF'];
  return (
    <fieldset class="places">
      <legend>{words.tap}</legend>
      <div class="grid">
        {places.map((position) => {
          const others = holders(race, position)
            .filter((racer) => racer !== mine.racer)
            .map((racer) => nameOf(view, racer));
          const isMine = held === position || placeOf(held) === position;
          return (
            <button
              key={position}
              type="button"
              class={`place ${others.length > 0 ? 'claimed' : ''} ${isMine && tapped !== undefined ? 'sending' : ''}`}
              aria-pressed={isMine}
              aria-label={words.placeLabel(position, others, isMine)}
              onClick={() => {
                if (!isMine) panel.act({ type: 'report', race: id, position });
              }}
            >
              <b>{position === 'DNF' ? words.dnf : place(position)}</b>
              <span>{others.length > 0 ? words.claimedBy(others) : points(worth(view.points, position))}</span>
            </button>
          );
        })}
      </div>
      <p class="mine" role="status">
        {tapped === undefined
          ? mine.position !== undefined && <Saved view={view} race={race} id={id} position={mine.position} />
          : panel.stuck.value
            ? words.kept(tapped)
            : words.saving(tapped)}
      </p>
    </fieldset>
  );
}

interface SavedProps {
  view: LeagueView;
  race: RaceView;
  id: string;
  position: Position;
}

/** The server's own sentence while nothing has changed since; after that the same, brought up to date. */
function Saved({ view, race, id, position }: SavedProps) {
  const notice = usePanel().notice.value;
  const mine = notice?.tone === 'done' && notice.request.type === 'report' && notice.answer.race === id;
  if (mine && notice.answer.version >= view.version) return <>{notice.answer.message}</>;
  const reported = reportedCount(race);
  return <>{words.saved(position, worth(view.points, position), reported, race.entrants.length)}</>;
}
