import { useState } from 'preact/hooks';
import type { CorrectionView } from '../../../server/contract/effects.ts';
import type { LeagueView } from '../../../server/contract/league.ts';
import { desk, results as words } from '../../../server/words/desk.ts';
import { atTime } from '../../model/dates.ts';
import { Answered } from '../answered.tsx';
import { usePanel } from '../panel-context.ts';
import { useAsked } from '../use-asked.ts';
import { Previewed } from './previewed.tsx';

/** What hosts corrected lately, each with the way back. */
export function Corrections({ view }: { view: LeagueView }) {
  const { ask } = usePanel();
  const { asked, again } = useAsked(ask.corrections, { about: 'corrections', version: view.version });
  return (
    <section class="card" aria-label={words.list}>
      <h3>{words.list}</h3>
      <Answered asked={asked} again={again} loading={words.listFetching}>
        {(corrections) =>
          corrections.length === 0 ? (
            <p class="soft">{words.listEmpty}</p>
          ) : (
            <ol class="corrections">
              {corrections.map((correction) => (
                <li key={correction.entry}>
                  <Corrected correction={correction} />
                </li>
              ))}
            </ol>
          )
        }
      </Answered>
    </section>
  );
}

/** As many as tell what it was about. */
const first = 2;

function Effects({ effects }: { effects: readonly string[] }) {
  const [all, setAll] = useState(false);
  const shown = all ? effects : effects.slice(0, first);
  const more = effects.length - shown.length;
  if (effects.length === 0) return null;
  return (
    <>
      <ul class="lines soft">
        {shown.map((effect) => (
          <li key={effect}>
            <bdi>{effect}</bdi>
          </li>
        ))}
      </ul>
      {more > 0 && (
        <button type="button" class="link" onClick={() => setAll(true)}>
          {words.effectsAll(more)}
        </button>
      )}
    </>
  );
}

function Corrected({ correction }: { correction: CorrectionView }) {
  const [asking, setAsking] = useState(false);
  const { entry, at, what, effects, undone } = correction;
  return (
    <>
      <p>
        <bdi>{what}</bdi> {undone && <span class="status">{words.undone}</span>}
      </p>
      <small>
        <bdi>{words.by(correction, atTime(at))}</bdi>
      </small>
      <Effects effects={effects} />
      {!undone && !asking && (
        <button type="button" class="quiet small" aria-label={words.undoLabel(what)} onClick={() => setAsking(true)}>
          {words.undo}
        </button>
      )}
      {!undone && asking && (
        <div class="ask">
          <Previewed
            action={{ type: 'undo', entry }}
            label={words.undoYes}
            pending={words.undoing}
            done={() => setAsking(false)}
          />
          <button type="button" class="quiet small" onClick={() => setAsking(false)}>
            {desk.cancel}
          </button>
        </div>
      )}
    </>
  );
}
