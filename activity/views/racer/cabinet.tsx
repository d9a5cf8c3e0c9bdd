import { useState } from 'preact/hooks';
import type { TrophyView } from '../../../server/contract/effects.ts';
import { racer as words } from '../../../server/words/racer.ts';
import { onDay } from '../../model/dates.ts';

/** As many as fit on a phone's screen. */
const first = 12;

interface CabinetProps {
  cabinet: readonly TrophyView[];
  timeZone: string;
}

/** Every trophy, the latest first. */
export function Cabinet({ cabinet, timeZone }: CabinetProps) {
  const [all, setAll] = useState(false);
  const shown = all ? cabinet : cabinet.slice(0, first);
  return (
    <section class="card" aria-label={words.cabinet}>
      <h3>
        {words.cabinet} {cabinet.length > 0 && <small>{cabinet.length}</small>}
      </h3>
      {cabinet.length === 0 && <p class="soft">{words.cabinetEmpty}</p>}
      <ul class="cabinet">
        {shown.map((trophy) => {
          const { sign, label } = words.metal[trophy.metal];
          return (
            <li key={`${trophy.metal} ${trophy.race ?? trophy.season}`} class={trophy.race ? '' : 'of-season'}>
              <span class="sign" role="img" aria-label={label}>
                {sign}
              </span>
              <span class="of">
                <bdi>{words.trophy(trophy)}</bdi>
                <small>
                  <bdi>{words.trophyIn(trophy)}</bdi>
                  {trophy.at !== undefined && ` · ${onDay(trophy.at, timeZone)}`}
                </small>
              </span>
            </li>
          );
        })}
      </ul>
      {shown.length < cabinet.length && (
        <button type="button" class="quiet small" onClick={() => setAll(true)}>
          {words.cabinetAll(cabinet.length)}
        </button>
      )}
    </section>
  );
}
