import type { LeagueView, MeView } from '../../server/contract.ts';
import { race as words } from '../../server/words/panel.ts';
import { entrantOf, gaps, nameOf, type Shown } from '../model/races.ts';
import { ActionButton } from './action-button.tsx';
import { usePanel } from './panel-context.ts';

interface SettlingProps {
  view: LeagueView;
  me: MeView;
  shown: Shown;
}

/** What stands between the places that were tapped and a final result. */
export function Settling({ view, me, shown: { id, race } }: SettlingProps) {
  const missing = gaps(race);
  const mayObject = entrantOf(race, me.racer) !== undefined || me.host;
  return (
    <>
      <div role="status" class="settling">
        {race.contradictions.map(({ position, racers }) => {
          const others = racers.filter((racer) => racer !== me.racer).map((racer) => nameOf(view, racer));
          const isMine = others.length < racers.length;
          return (
            <p key={position} class={isMine ? 'callout' : 'soft'}>
              {isMine ? words.sameMine(others, position) : words.sameOthers(others, position)}
            </p>
          );
        })}
        {race.contradictions.length === 0 && missing.length > 0 && <p class="callout">{words.gaps(missing)}</p>}
        {race.objection && <p class="callout">{words.objection(race.objection.by)}</p>}
      </div>
      {race.finalAt !== undefined && (
        <div class="callout calm row">
          <Countdown until={race.finalAt} />
          {mayObject && (
            <ActionButton class="quiet" action={{ type: 'object', race: id }} pending={words.wrongPending}>
              {words.wrong}
            </ActionButton>
          )}
        </div>
      )}
    </>
  );
}

/** `until` by the server's clock, milliseconds since 1970. */
export function Countdown({ until }: { until: number }) {
  const left = until - usePanel().clock.time.value;
  return (
    <strong role="timer" class="countdown">
      {words.finalIn(Math.max(0, Math.ceil(left / 1000)))}
    </strong>
  );
}
