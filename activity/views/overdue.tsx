import type { LeagueView, MeView } from '../../server/contract.ts';
import { race as words } from '../../server/words/panel.ts';
import { nameOf, type Shown } from '../model/races.ts';
import { ActionButton } from './action-button.tsx';

interface OverdueProps {
  view: LeagueView;
  me: MeView;
  shown: Shown;
}

/** The report minutes are over and somebody is silent: hosts say what that means, since silence earns nothing. */
export function Overdue({ view, me, shown: { id, race } }: OverdueProps) {
  if (!race.overdue) return null;
  const { missing, fits } = race.overdue;
  const sentence = words.overdue(
    missing.map((racer) => nameOf(view, racer)),
    fits,
  );
  if (!me.host) {
    const isMine = me.racer !== undefined && missing.includes(me.racer);
    return (
      <p class={isMine ? 'callout' : 'soft'} role="status">
        {sentence} {isMine ? words.overdueMine : words.overdueOthers}
      </p>
    );
  }
  return (
    <section class="ask" aria-label={sentence}>
      <p role="status">{sentence}</p>
      <ul class="lines">
        {missing.map((racer) => {
          const name = nameOf(view, racer);
          return (
            <li key={racer} class="row">
              {missing.length > 1 && <bdi>{name}</bdi>}
              <span class="buttons">
                <ActionButton
                  action={{ type: 'fix', race: id, racer, position: 'DNS' }}
                  pending={words.waiting}
                  label={words.didNotRaceLabel(name)}
                >
                  {words.didNotRace}
                </ActionButton>
                <ActionButton
                  action={{ type: 'fix', race: id, racer, position: 'DNF' }}
                  pending={words.waiting}
                  label={words.dnfLabel(name)}
                >
                  {words.dnf}
                </ActionButton>
              </span>
            </li>
          );
        })}
      </ul>
      <ActionButton class="quiet" action={{ type: 'wait', race: id }} pending={words.waiting}>
        {words.wait}
      </ActionButton>
    </section>
  );
}
