import { useState } from 'preact/hooks';
import type { LeagueView } from '../../server/contract/league.ts';
import type { MeView } from '../../server/contract/me.ts';
import type { RaceId } from '../../server/contract/terms.ts';
import { race as words } from '../../server/words/panel.ts';
import { ActionButton, Labels } from './action-button.tsx';
import { usePanel } from './panel-context.ts';
import { EntryNote } from './stakes.tsx';
import { Asked, ThatsMe } from './thats-me.tsx';

interface JoinFormProps {
  view: LeagueView;
  me: MeView;
  race: RaceId;
  label: string;
  pending: string;
}

/** Joining: one tap for those the league knows; the first time it asks for the name they race under. */
export function JoinForm({ view, me, race, label, pending }: JoinFormProps) {
  const panel = usePanel();
  const [name, setName] = useState(me.name);
  if (me.racer !== undefined) {
    return (
      <>
        <EntryNote view={view} me={me} race={race} />
        <ActionButton class="primary wide" action={{ type: 'join', race }} pending={pending}>
          {label}
        </ActionButton>
      </>
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
      <KeptName view={view} me={me} />
      <EntryNote view={view} me={me} race={race} />
      <button type="submit" class="action primary wide" aria-disabled={busy || typed === ''} aria-busy={busy}>
        <Labels busy={busy} pending={pending}>
          {label}
        </Labels>
      </button>
    </form>
  );
}

/** The name belongs to a racer without Discord, who may well be the one who types it. */
function KeptName({ view, me }: Pick<JoinFormProps, 'view' | 'me'>) {
  const name = usePanel().keptName.value;
  if (me.asked) return me.asked.map((racer) => <Asked key={racer} view={view} racer={racer} />);
  if (name === undefined) return null;
  const [racer, kept] = Object.entries(view.racers).find(([, it]) => isSameName(it.name, name)) ?? [];
  if (racer === undefined || kept === undefined) return null;
  return (
    <div class="ask" role="status">
      <p>{words.keptName(kept.name)}</p>
      <ThatsMe view={view} me={me} racer={racer} />
    </div>
  );
}

/** Names are unique in a league; letter case, spaces and compatibility forms don't tell them apart. */
const isSameName = (one: string, other: string) => plain(one) === plain(other);
const plain = (name: string) => name.normalize('NFKC').trim().replaceAll(/\s+/g, ' ').toLowerCase();
