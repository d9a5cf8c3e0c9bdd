import type { LeagueView } from '../../server/contract/league.ts';
import type { MeView } from '../../server/contract/me.ts';
import { race as words } from '../../server/words/panel.ts';
import { atTime } from '../model/dates.ts';
import { mayOpenRace, plannedRaces } from '../model/races.ts';
import { ActionButton } from './action-button.tsx';
import { Stakes } from './stakes.tsx';

/** Races with a time to come. They don't open by themselves. */
export function PlannedRaces({ view, me }: { view: LeagueView; me: MeView }) {
  const races = plannedRaces(view);
  if (races.length === 0) return null;
  return (
    <section class="planned" aria-label={words.planned}>
      <h3>{words.planned}</h3>
      <ul class="lines">
        {races.map(({ id, race }) => (
          <li key={id} class="row">
            <span>
              <bdi>{race.name}</bdi> <Stakes view={view} stakes={race.stakes} />
              {race.planned !== undefined && (
                <small>
                  <time dateTime={new Date(race.planned).toISOString()}>{atTime(race.planned)}</time>
                </small>
              )}
            </span>
            {mayOpenRace(view, me) && (
              <ActionButton
                class="quiet small"
                action={{ type: 'openRace', race: id }}
                pending={words.opening}
                label={words.openItLabel(race.name)}
              >
                {words.openIt}
              </ActionButton>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
