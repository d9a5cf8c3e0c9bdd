import { useState } from 'preact/hooks';
import type { SeasonView } from '../../../server/contract/season.ts';
import type { RacerId } from '../../../server/contract/terms.ts';
import { desk, results as words } from '../../../server/words/desk.ts';
import { place } from '../../../server/words/en.ts';
import { type Correction, choose, listed, positionsOf, takeOut } from '../../model/correction.ts';
import { entrantOf, lastPlaceAmong, nameOf } from '../../model/races.ts';
import { PositionSelect } from '../position-select.tsx';
import { RacerSelect } from '../racer-select.tsx';
import type { DeskProps } from './desk.tsx';
import { Previewed } from './previewed.tsx';

interface CorrectRaceProps extends DeskProps {
  race: SeasonView['races'][number];
  /** The protest that this answers. */
  protest: string | undefined;
  applied(): void;
}

/** Everybody's place, to be changed together; then what that changes, and the button that does it. */
export function CorrectRace({ view, me, race, protest, applied }: CorrectRaceProps) {
  const [correction, setCorrection] = useState<Correction>(new Map());
  const racers = listed(correction, race);
  const positions = positionsOf(correction, race);
  const of = lastPlaceAmong(view, racers.length);
  const open = me.queue?.find((item) => item.kind === 'protest' && item.id === protest);
  return (
    <div class="fields">
      {open?.kind === 'protest' && (
        <p class="callout">
          <bdi>{words.forProtest(nameOf(view, open.racer), open.says)}</bdi>
        </p>
      )}
      <ul class="lines">
        {racers.map((racer) => (
          <li key={racer} class="row held-row">
            <Line
              name={nameOf(view, racer)}
              was={held(race, racer)}
              changed={correction.has(racer)}
              takeOut={entrantOf(race, racer) ? undefined : () => setCorrection(takeOut(correction, racer))}
            />
            <PositionSelect
              label={words.placeOf(nameOf(view, racer))}
              value={
                correction.has(racer) ? (correction.get(racer) ?? null) : (entrantOf(race, racer)?.position ?? null)
              }
              of={of}
              choose={(position) => setCorrection(choose(correction, race, racer, position))}
            />
          </li>
        ))}
      </ul>
      <RacerSelect
        view={view}
        label={words.add}
        none={words.add}
        value={undefined}
        without={racers}
        choose={(racer) => racer && setCorrection(choose(correction, race, racer, null))}
      />
      {positions.length === 0 ? (
        <p class="soft">{words.change}</p>
      ) : (
        <>
          <Previewed
            action={{
              type: 'correct',
              race: race.id,
              positions,
              ...(open?.kind === 'protest' && { protest: open.id }),
            }}
            label={words.apply}
            pending={words.applying}
            done={() => {
              setCorrection(new Map());
              applied();
            }}
          />
          <button type="button" class="quiet small" onClick={() => setCorrection(new Map())}>
            {desk.cancel}
          </button>
        </>
      )}
    </div>
  );
}

function held(race: SeasonView['races'][number], racer: RacerId): string {
  const position = entrantOf(race, racer)?.position;
  return position === undefined ? desk.none : place(position);
}

interface LineProps {
  name: string;
  was: string;
  changed: boolean;
  takeOut: (() => void) | undefined;
}

function Line({ name, was, changed, takeOut: out }: LineProps) {
  return (
    <span class="line-name">
      <bdi>{name}</bdi> {changed && !out && <small>{words.was(was)}</small>}
      {out && (
        <button type="button" class="quiet small" aria-label={words.takeOutLabel(name)} onClick={out}>
          {words.takeOut}
        </button>
      )}
    </span>
  );
}
