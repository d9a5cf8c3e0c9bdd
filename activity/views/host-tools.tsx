import { useState } from 'preact/hooks';
import type { LeagueView } from '../../server/contract.ts';
import { race as raceWords, host as words } from '../../server/words/panel.ts';
import { nameOf, type Shown, withoutPlace } from '../model/races.ts';
import { ActionButton } from './action-button.tsx';
import { focusOnce } from './focus-once.ts';
import { usePanel } from './panel-context.ts';

interface HostToolsProps {
  view: LeagueView;
  shown: Shown;
}

/** What a host does with a race besides setting places. Both ways of ending one ask first. */
export function HostTools({ view, shown }: HostToolsProps) {
  const [asking, setAsking] = useState<'close' | 'void' | undefined>(undefined);
  const started = shown.race.status === 'Running' || shown.race.status === 'Reporting';
  const done = () => setAsking(undefined);
  return (
    <fieldset class="host">
      <legend>{words.tools}</legend>
      {asking === 'close' && started && <AskClose view={view} shown={shown} done={done} />}
      {asking === 'void' && <AskVoid shown={shown} done={done} />}
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
          <ActionButton class="quiet" action={{ type: 'openRace' }} pending={raceWords.opening}>
            {words.another}
          </ActionButton>
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

function AskVoid({ shown: { id }, done }: AskProps) {
  const panel = usePanel();
  const [reason, setReason] = useState('');
  const typed = reason.trim();
  return (
    <form
      class="ask"
      aria-label={words.voidRace}
      onSubmit={(event) => {
        event.preventDefault();
        if (typed === '') return;
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
      <div class="buttons">
        <button type="submit" class="danger" aria-disabled={typed === ''}>
          {words.voidYes}
        </button>
        <button type="button" class="quiet" onClick={done}>
          {words.no}
        </button>
      </div>
    </form>
  );
}
