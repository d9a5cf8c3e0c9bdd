import { useState } from 'preact/hooks';
import type { SeasonView } from '../../../server/contract/season.ts';
import { desk, results as words } from '../../../server/words/desk.ts';
import { Field } from './field.tsx';
import { Previewed } from './previewed.tsx';

/** Voiding a race takes a reason, and shows what it takes away. */
export function VoidRace({ race }: { race: SeasonView['races'][number] }) {
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const typed = reason.trim();
  if (!asking) {
    return (
      <button type="button" class="quiet small" onClick={() => setAsking(true)}>
        {words.void}
      </button>
    );
  }
  return (
    <section class="ask" aria-label={words.void}>
      <Field label={words.voidWhy} value={reason} required maxLength={200} focus change={setReason} />
      {typed === '' && <small>{words.voidNeeded}</small>}
      {typed !== '' && (
        <Previewed
          action={{ type: 'voidRace', race: race.id, reason: typed }}
          label={words.voidYes}
          pending={words.voiding}
          danger
          done={() => setAsking(false)}
        />
      )}
      <button type="button" class="quiet small" onClick={() => setAsking(false)}>
        {desk.cancel}
      </button>
    </section>
  );
}
