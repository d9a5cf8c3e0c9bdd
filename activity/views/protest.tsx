import { useState } from 'preact/hooks';
import type { MeView, MyProtest } from '../../server/contract/me.ts';
import { host, race as words } from '../../server/words/panel.ts';
import { atTime } from '../model/dates.ts';
import { entrantOf, type Shown } from '../model/races.ts';
import { Labels } from './action-button.tsx';
import { focusOnce } from './focus-once.ts';
import { usePanel } from './panel-context.ts';
import { useAct } from './use-act.ts';

interface ProtestProps {
  me: MeView;
  shown: Shown;
}

/** "This is wrong", said of a final race while there is time, and what became of it. */
export function Protest({ me, shown: { id, race } }: ProtestProps) {
  const { clock } = usePanel();
  const [asking, setAsking] = useState(false);
  const mine = me.protests?.filter((protest) => protest.race === id) ?? [];
  const until = race.protestUntil;
  const may =
    until !== undefined &&
    clock.time.value < until &&
    entrantOf(race, me.racer) !== undefined &&
    mine.every(({ state }) => state !== 'waiting');
  return (
    <>
      {mine.map((protest) => (
        <p key={`${protest.state} ${protest.says}`} class="callout" role="status">
          <bdi>{sayState(protest)}</bdi>
        </p>
      ))}
      {may && !asking && (
        <div class="row">
          <small>{words.protestUntil(atTime(until))}</small>
          <button type="button" class="quiet small" onClick={() => setAsking(true)}>
            {words.protest}
          </button>
        </div>
      )}
      {may && asking && <Ask race={id} done={() => setAsking(false)} />}
    </>
  );
}

export function sayState({ state, says, answer = '' }: MyProtest): string {
  switch (state) {
    case 'waiting':
      return words.protestWaits(says);
    case 'fixed':
      return words.protestFixed(says);
    case 'declined':
      return words.protestDeclined(says, answer);
  }
}

function Ask({ race, done }: { race: string; done(): void }) {
  const { act, busy } = useAct(done);
  const [says, setSays] = useState('');
  const typed = says.trim();
  return (
    <form
      class="ask"
      aria-label={words.protest}
      onSubmit={(event) => {
        event.preventDefault();
        if (typed.length >= 3 && !busy) act({ type: 'protest', race, says: typed });
      }}
    >
      <label>
        {words.protestAsk}
        <input
          type="text"
          value={says}
          required
          minLength={3}
          maxLength={300}
          ref={focusOnce}
          onInput={(event) => setSays(event.currentTarget.value)}
        />
      </label>
      <div class="buttons">
        <button type="submit" class="action primary" aria-disabled={busy || typed.length < 3} aria-busy={busy}>
          <Labels busy={busy} pending={words.protestSending}>
            {words.protestSend}
          </Labels>
        </button>
        <button type="button" class="quiet" onClick={done}>
          {host.no}
        </button>
        {typed.length < 3 && <small>{words.protestNeeded}</small>}
      </div>
    </form>
  );
}
