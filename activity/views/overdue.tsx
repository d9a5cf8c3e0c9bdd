import type { LeagueView } from '../../server/contract/league.ts';
import type { MeView } from '../../server/contract/me.ts';
import type { RaceId, RacerId } from '../../server/contract/terms.ts';
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
  const isMine = me.racer !== undefined && missing.includes(me.racer);
  const others = missing.filter((racer) => racer !== me.racer);
  const sentence = [
    others.length > 0 ? sayOverdue(view, others, fits) : '',
    isMine ? words.overdueMine : me.host ? '' : words.overdueOthers,
  ]
    .filter(Boolean)
    .join(' ');
  if (!me.host) {
    return (
      <p class={isMine ? 'callout' : 'soft'} role="status">
        {sentence}
      </p>
    );
  }
  return (
    <section class="ask" aria-label={sentence}>
      <p role="status">{sentence}</p>
      <OverdueAnswers view={view} race={id} missing={missing} />
    </section>
  );
}

export function sayOverdue(view: LeagueView, missing: readonly RacerId[], fits: number | undefined): string {
  return words.overdue(
    missing.map((racer) => nameOf(view, racer)),
    fits,
  );
}

interface OverdueAnswersProps {
  view: LeagueView;
  race: RaceId;
  missing: readonly RacerId[];
}

/** What silence may mean. */
const outcomes = [
  { position: 'DNS', says: words.didNotRace, label: words.didNotRaceLabel },
  { position: 'DNF', says: words.dnf, label: words.dnfLabel },
] as const;

/** What a host may say to it. */
export function OverdueAnswers({ view, race: id, missing }: OverdueAnswersProps) {
  return (
    <>
      <ul class="lines">
        {missing.map((racer) => {
          const name = nameOf(view, racer);
          return (
            <li key={racer} class="row">
              {missing.length > 1 && <bdi>{name}</bdi>}
              <span class="buttons">
                {outcomes.map(({ position, says, label }) => (
                  <ActionButton
                    key={position}
                    action={{ type: 'fix', race: id, racer, position }}
                    pending={words.waiting}
                    label={label(name)}
                  >
                    {says}
                  </ActionButton>
                ))}
              </span>
            </li>
          );
        })}
      </ul>
      <ActionButton class="quiet" action={{ type: 'wait', race: id }} pending={words.waiting}>
        {words.wait}
      </ActionButton>
    </>
  );
}
