import { useState } from 'preact/hooks';
import type { MeView, RaceId } from '../../server/contract.ts';
import { race as words } from '../../server/words/panel.ts';
import { ActionButton } from './action-button.tsx';
import { usePanel } from './panel-context.ts';

interface JoinFormProps {
  me: MeView;
  race: RaceId;
  label: string;
  pending: string;
}

/** Joining: one tap for those the league knows; the first time it asks for the name they race under. */
export function JoinForm({ me, race, label, pending }: JoinFormProps) {
  const panel = usePanel();
  const [name, setName] = useState(me.name);
  if (me.racer !== undefined) {
    return (
      <ActionButton class="primary wide" action={{ type: 'join', race }} pending={pending}>
        {label}
      </ActionButton>
    );
  }
  const typed = name.trim();
  const busy = panel.underway.value.some((request) => request.type === 'join' && request.race === race);
  return (
    <form
      class="join"
      onSubmit={(event) => {
        event.preventDefault();
        if (typed && !busy) panel.act({ type: 'join', race, name: typed });
      }}
    >
      <label>
        {words.joinName}
        <input
          type="text"
          value={name}
          required
          maxLength={32}
          autocomplete="off"
          spellcheck={false}
          dir="auto"
          aria-describedby="join-why"
          onInput={(event) => setName(event.currentTarget.value)}
        />
      </label>
      <small id="join-why">{typed === '' ? words.joinNameMissing : words.joinNameWhy}</small>
      <button type="submit" class="action primary wide" aria-disabled={busy || typed === ''} aria-busy={busy}>
        <span class={busy ? 'unseen' : ''}>{label}</span>
        <span class={busy ? '' : 'unseen'}>{pending}</span>
      </button>
    </form>
  );
}
