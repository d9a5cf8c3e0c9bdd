import { useState } from 'preact/hooks';
import type { LeagueView } from '../../server/contract/league.ts';
import { host as words } from '../../server/words/panel.ts';
import { nameOf, type Shown, withoutPlace } from '../model/races.ts';
import { focusOnce } from './focus-once.ts';
import { later, Part } from './later.tsx';
import { usePanel } from './panel-context.ts';
import { OpenNew } from './stakes.tsx';

/** Only hosts of a league with money need these. */
const RaceFee = later(() => import('./desk/race-fee.tsx').then((module) => module.RaceFee), Part);
const Previewed = later(() => import('./desk/previewed.tsx').then((module) => module.Previewed), Part);

interface HostToolsProps {
  view: LeagueView;
  shown: Shown;
}

/** What a host does with a race besides setting places. Both ways of ending one ask first. */
export function HostTools({ view, shown }: HostToolsProps) {
  const [asking, setAsking] = useState<'close' | 'void' | 'fee' | undefined>(undefined);
  const started = shown.race.status === 'Running' || shown.race.status === 'Reporting';
  const done = () => setAsking(undefined);
  return (
    <fieldset class="host">
      <legend>{words.tools}</legend>
      {asking === 'close' && started && <AskClose view={view} shown={shown} done={done} />}
      {asking === 'void' && <AskVoid view={view} shown={shown} done={done} />}
      {asking === 'fee' && (
        <div class="ask">
          <RaceFee view={view} race={shown} done={done} />
          <button type="button" class="quiet" onClick={done}>
            {words.no}
          </button>
        </div>
      )}
      {asking === undefined && (
        <div class="buttons">
          {started && (
            <button type="button" class="quiet" onClick={() => setAsking('close')}>
              {words.closeRace}
            </button>
          )}
          <button type="button" class="quiet" onClick={() => setAsking('void')}>
            {words.voidRace}
          </button>
          {view.money && shown.race.status === 'Open' && (
            <button type="button" class="quiet" onClick={() => setAsking('fee')}>
              {words.fee}
            </button>
          )}
          {view.season && <OpenNew view={view} class="quiet" label={words.another} />}
        </div>
      )}
    </fieldset>
  );
}

interface AskProps {
  shown: Shown;
  done(): void;
}

function AskClose({ view, shown: { id, race }, done }: AskProps & { view: LeagueView }) {
  const panel = usePanel();
  const missing = withoutPlace(race).map((racer) => nameOf(view, racer));
  return (
    <div class="ask" role="alertdialog" aria-label={words.closeRace}>
      <p>{words.closeAsk(missing)}</p>
      <div class="buttons">
        <button
          type="button"
          class="primary"
          onClick={() => {
            panel.act({ type: 'closeRace', race: id });
            done();
          }}
        >
          {words.closeYes}
        </button>
        <button type="button" class="quiet" ref={focusOnce} onClick={done}>
          {words.no}
        </button>
      </div>
    </div>
  );
}

/** Where money was booked for it, first what becomes of that. */
function AskVoid({ view, shown: { id }, done }: AskProps & { view: LeagueView }) {
  const panel = usePanel();
  const [reason, setReason] = useState('');
  const typed = reason.trim();
  return (
    <form
      class="ask"
      aria-label={words.voidRace}
      onSubmit={(event) => {
        event.preventDefault();
        if (typed === '' || view.money) return;
        panel.act({ type: 'voidRace', race: id, reason: typed });
        done();
      }}
    >
      <label>
        {words.voidAsk}
        <input
          type="text"
          value={reason}
          required
          maxLength={200}
          placeholder={words.voidReason}
          ref={focusOnce}
          onInput={(event) => setReason(event.currentTarget.value)}
        />
      </label>
      {view.money && typed !== '' && (
        <Previewed
          action={{ type: 'voidRace', race: id, reason: typed }}
          label={words.voidYes}
          pending={words.voiding}
          danger
          done={done}
        />
      )}
      <div class="buttons">
        {!view.money && (
          <button type="submit" class="danger" aria-disabled={typed === ''}>
            {words.voidYes}
          </button>
        )}
        <button type="button" class="quiet" onClick={done}>
          {words.no}
        </button>
        {typed === '' && <small>{words.voidNeeded}</small>}
      </div>
    </form>
  );
}
