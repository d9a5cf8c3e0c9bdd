import { signal } from '@preact/signals';
import type { LeagueView } from '../../server/contract/league.ts';
import type { MeView } from '../../server/contract/me.ts';
import type { SeasonId } from '../../server/contract/terms.ts';
import { standings as words } from '../../server/words/panel.ts';
import { nameOf } from '../model/races.ts';
import { later, Part } from './later.tsx';
import { usePanel } from './panel-context.ts';
import { SeasonStakes } from './stakes.tsx';
import { StandingsTable } from './standings-table.tsx';

interface StandingsProps {
  view: LeagueView;
  me: MeView;
}

/** Only those who look at another season wait for it. */
const SeasonTable = later(() => import('./season-table.tsx').then((module) => module.SeasonTable), Part);

/** What nobody misses while it's on its way. */
const SeasonSponsor = later(
  () => import('./sponsor/season-sponsor.tsx').then((module) => module.SeasonSponsor),
  () => null,
);

/** Which table is looked at; undefined for the open season, whichever that is, or the latest closed one. */
const chosen = signal<SeasonId | 'night' | undefined>(undefined);

/** The season so far, the latest night alone, or any other season. */
export function Standings({ view, me }: StandingsProps) {
  // Between seasons the latest table is the closed one's.
  const latest = view.season ? undefined : view.seasons.find(({ status }) => status === 'Closed');
  const which = standing(view, chosen.value) ? chosen.value : latest?.id;
  const others = view.seasons.filter(({ id }) => id !== view.season?.id);
  return (
    <section class="card" aria-label={words.title}>
      <div class="row">
        <h2>{words.title}</h2>
        {(others.length > 0 || view.night) && (
          <select
            aria-label={words.which}
            value={which ?? ''}
            onChange={({ currentTarget }) => {
              chosen.value = currentTarget.value || undefined;
            }}
          >
            {!latest && <option value="">{view.season?.name ?? words.noSeason}</option>}
            {view.night && <option value="night">{words.latestNight(view.night.name)}</option>}
            {others.map((season) => (
              <option key={season.id} value={season.id}>
                {words.season(
                  season,
                  (season.champions ?? []).map((racer) => nameOf(view, racer)),
                )}
              </option>
            ))}
          </select>
        )}
      </div>
      {latest && which === latest.id && (
        <p class="soft">
          <bdi>{words.noSeasonLatest(latest.name)}</bdi>
        </p>
      )}
      {which === undefined ? (
        <OpenSeason view={view} me={me} />
      ) : which === 'night' ? (
        <Night view={view} me={me} />
      ) : (
        <SeasonTable key={which} view={view} me={me} season={which} />
      )}
    </section>
  );
}

/** Whether what was chosen is still there. */
function standing(view: LeagueView, which: SeasonId | 'night' | undefined): boolean {
  return which === 'night' ? view.night !== undefined : view.seasons.some(({ id }) => id === which);
}

function Night({ view, me }: StandingsProps) {
  const lines = view.night?.standings ?? [];
  if (lines.length === 0) return <p class="soft">{words.emptyNight}</p>;
  return <StandingsTable view={view} me={me} season={view.season?.id} lines={lines} />;
}

function OpenSeason({ view, me }: StandingsProps) {
  if (!view.season) return <p class="soft">{words.noSeason}</p>;
  const stakes = <SeasonStakes view={view} />;
  if (view.standings.length === 0) {
    return (
      <>
        {stakes}
        <p class="soft">{words.empty}</p>
      </>
    );
  }
  return (
    <>
      {stakes}
      <StandingsTable view={view} me={me} season={view.season.id} lines={view.standings} />
      <SeasonSponsor view={view} />
      <WhyMe view={view} me={me} />
    </>
  );
}

/** The same as a tap on my own line, in words. */
function WhyMe({ view, me }: StandingsProps) {
  const { page } = usePanel();
  const mine = view.standings.find(({ racer }) => racer === me.racer);
  if (!mine) return null;
  return (
    <button
      type="button"
      class="quiet small"
      onClick={() => {
        page.value = { page: 'racer', racer: mine.racer, season: view.season?.id };
      }}
    >
      {words.whyMe(mine.rank)}
    </button>
  );
}
