import type { LeagueView } from '../../server/contract/league.ts';
import type { MeView } from '../../server/contract/me.ts';
import type { RacerId } from '../../server/contract/terms.ts';
import { race as words } from '../../server/words/panel.ts';
import { nameOf } from '../model/races.ts';
import { ActionButton } from './action-button.tsx';

interface ThatsMeProps {
  view: LeagueView;
  me: MeView;
  racer: RacerId;
}

/** "That's me", said of a racer without Discord; from then on that a host is asked. */
export function ThatsMe({ view, me, racer }: ThatsMeProps) {
  if (me.asked?.includes(racer)) return <Asked view={view} racer={racer} />;
  return (
    <>
      <div class="buttons">
        <ActionButton action={{ type: 'takeOver', racer }} pending={words.thatsMePending}>
          {words.thatsMe}
        </ActionButton>
      </div>
      <small>{words.thatsMeAfter}</small>
    </>
  );
}

export function Asked({ view, racer }: Omit<ThatsMeProps, 'me'>) {
  return (
    <p class="callout calm" role="status">
      <bdi>{words.thatsMeAsked(nameOf(view, racer))}</bdi>
    </p>
  );
}
