import type { LeagueView } from '../../server/contract/league.ts';
import type { MeView } from '../../server/contract/me.ts';
import { race as words } from '../../server/words/panel.ts';
import { entrantOf, isUnderWay, mayOpenRace, racesTonight, type Shown } from '../model/races.ts';
import { FinalRace } from './final-race.tsx';
import { OpenRace } from './open-race.tsx';
import { OpenSeasonFirst } from './open-season.tsx';
import { usePanel } from './panel-context.ts';
import { PlannedRaces } from './planned-races.tsx';
import { RunningRace } from './running-race.tsx';
import { OpenNew, Stakes } from './stakes.tsx';

interface RaceSideProps {
  view: LeagueView;
  me: MeView;
}

/** The race on the screen, and the way to tonight's others. */
export function RaceSide({ view, me }: RaceSideProps) {
  const panel = usePanel();
  const shown = panel.shown.value;
  const races = racesTonight(view);
  return (
    <section class="card race" aria-label={words.heading}>
      {races.length > 1 && shown && (
        <nav class="chips" aria-label={words.choose}>
          {races.map(({ id, race }) => (
            <button
              key={id}
              type="button"
              class={`chip ${race.status}`}
              aria-current={id === shown.id}
              onClick={() => panel.choose(id)}
            >
              <bdi>{race.name}</bdi>{' '}
              <small>{isUnderWay(race) && entrantOf(race, me.racer) ? words.inIt : words.status[race.status]}</small>
            </button>
          ))}
        </nav>
      )}
      {shown ? <RaceCard key={shown.id} view={view} me={me} shown={shown} /> : <NoRace view={view} me={me} />}
      <PlannedRaces view={view} me={me} />
    </section>
  );
}

function RaceCard({ view, me, shown }: RaceSideProps & { shown: Shown }) {
  const { race } = shown;
  return (
    <>
      <div class="race-title">
        <h2>
          <bdi>{race.name}</bdi>
        </h2>
        <span class={`status ${race.status}`}>{words.status[race.status]}</span>
        {race.host && race.status === 'Open' && <small>{words.openedBy(race.host)}</small>}
      </div>
      <Stakes view={view} stakes={race.stakes} />
      <RaceBody view={view} me={me} shown={shown} />
    </>
  );
}

function RaceBody({ view, me, shown }: RaceSideProps & { shown: Shown }) {
  switch (shown.race.status) {
    case 'Planned':
    case 'Open':
      return <OpenRace view={view} me={me} shown={shown} />;
    case 'Running':
    case 'Reporting':
      return <RunningRace view={view} me={me} shown={shown} />;
    case 'Final':
    case 'Void':
      return <FinalRace view={view} me={me} shown={shown} />;
  }
}

function NoRace({ view, me }: RaceSideProps) {
  const may = mayOpenRace(view, me);
  if (!view.season) {
    return (
      <div class="empty">
        <h2>{words.none}</h2>
        <p class="soft">{me.host ? words.noneSeasonHost : words.noneSeason}</p>
        {me.host && <OpenSeasonFirst />}
      </div>
    );
  }
  return (
    <div class="empty">
      <h2>{words.none}</h2>
      <p class="soft">{may ? (me.host ? words.noneHost : words.noneEveryone) : words.noneMember}</p>
      {may && <OpenNew view={view} class="primary" label={words.open} />}
    </div>
  );
}
