import type { LeagueView } from '../../server/contract/league.ts';
import type { MeView } from '../../server/contract/me.ts';
import type { RacerId } from '../../server/contract/terms.ts';
import { race as words } from '../../server/words/panel.ts';
import { entrantOf, nameOf, type Shown } from '../model/races.ts';
import { ActionButton } from './action-button.tsx';
import { usePanel } from './panel-context.ts';

interface SettlingProps {
  view: LeagueView;
  me: MeView;
  shown: Shown;
}

/** What stands between the places that were tapped and a final result. */
export function Settling({ view, me, shown: { id, race } }: SettlingProps) {
  const missing = race.gaps ?? [];
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
      {race.contradictions.map((contradiction) => (
        <Solve key={contradiction.position} view={view} me={me} shown={{ id, race }} {...contradiction} />
      ))}
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

interface SolveProps extends SettlingProps {
  position: number;
  racers: readonly RacerId[];
}

/** What others can do about two who say the same: vouch for one of them, or as a host call it a dead heat. */
function Solve({ view, me, shown: { id, race }, position, racers }: SolveProps) {
  const mine = entrantOf(race, me.racer);
  const mayConfirm = mine !== undefined && !racers.includes(mine.racer);
  const open = racers.filter((racer) => !entrantOf(race, racer)?.confirmedBy?.includes(mine?.racer ?? ''));
  if (!me.host && !mayConfirm) return null;
  return (
    <div class="buttons">
      {mayConfirm &&
        open.map((racer) => (
          <ActionButton
            key={racer}
            class="quiet"
            action={{ type: 'confirm', race: id, racer }}
            pending={words.confirming}
          >
            {words.confirm(nameOf(view, racer), position)}
          </ActionButton>
        ))}
      {me.host && (
        <ActionButton class="quiet" action={{ type: 'deadHeat', race: id, position }} pending={words.deadHeating}>
          {words.deadHeat(position, racers.length)}
        </ActionButton>
      )}
    </div>
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
