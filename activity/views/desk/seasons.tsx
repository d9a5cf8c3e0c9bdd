import { useState } from 'preact/hooks';
import type { LeagueView, SeasonSummary } from '../../../server/contract/league.ts';
import type { MeView } from '../../../server/contract/me.ts';
import { desk, seasons as words } from '../../../server/words/desk.ts';
import { onDay } from '../../model/dates.ts';
import { nameOf } from '../../model/races.ts';
import { useAct } from '../use-act.ts';
import { Choice } from './choice.tsx';
import { CloseSeason } from './close-season.tsx';
import type { DeskProps } from './desk.tsx';
import { Submit } from './field.tsx';
import { Previewed } from './previewed.tsx';
import { EditSeason, PlanSeason } from './season-form.tsx';

/** All seasons, and what a host does with them. */
export function Seasons({ view, me }: DeskProps) {
  return (
    <>
      <div class="side">
        {view.seasons.map((season) => (
          <SeasonCard key={season.id} view={view} me={me} season={season} />
        ))}
      </div>
      <div class="side">
        <section class="card" aria-label={words.plan}>
          <h3>{words.plan}</h3>
          <PlanSeason view={view} me={me} />
        </section>
        <Presets me={me} />
      </div>
    </>
  );
}

type Doing = 'edit' | 'close' | 'openSeason' | 'reopenSeason';

function SeasonCard({ view, me, season }: DeskProps & { season: SeasonSummary }) {
  const [doing, setDoing] = useState<Doing | undefined>(undefined);
  const stop = () => setDoing(undefined);
  return (
    <section class="card" aria-label={season.name}>
      <div class="row">
        <h3>
          <bdi>{season.name}</bdi>
        </h3>
        <span class={`status ${season.status}`}>{words.status[season.status]}</span>
      </div>
      <About view={view} season={season} />
      {doing === undefined && <Doings view={view} season={season} choose={setDoing} />}
      {doing === 'edit' && <EditSeason view={view} me={me} season={season} done={stop} />}
      {doing === 'close' && <CloseSeason view={view} season={season} done={stop} />}
      {(doing === 'openSeason' || doing === 'reopenSeason') && (
        <Previewed
          action={{ type: doing, season: season.id }}
          label={doing === 'openSeason' ? words.open : words.reopen}
          pending={words.opening}
          done={stop}
        />
      )}
      {doing !== undefined && (
        <button type="button" class="quiet small" onClick={stop}>
          {desk.cancel}
        </button>
      )}
    </section>
  );
}

function About({ view, season: { starts, ends, champions = [] } }: { view: LeagueView; season: SeasonSummary }) {
  const day = (moment: number | undefined) => (moment === undefined ? undefined : onDay(moment, view.timeZone));
  const dates = words.dates(day(starts), day(ends));
  return (
    <>
      {dates !== '' && <p class="soft">{dates}</p>}
      {champions.length > 0 && (
        <p>
          <bdi>{words.champions(champions.map((racer) => nameOf(view, racer)))}</bdi>
        </p>
      )}
    </>
  );
}

interface DoingsProps {
  view: LeagueView;
  season: SeasonSummary;
  choose(what: Doing): void;
}

function Doings({ view, season: { id, name, status }, choose }: DoingsProps) {
  const other = view.season && view.season.id !== id ? view.season : undefined;
  return (
    <>
      <div class="buttons">
        {status === 'Planned' && !other && (
          <button type="button" class="primary" aria-label={words.openLabel(name)} onClick={() => choose('openSeason')}>
            {words.open}
          </button>
        )}
        <button type="button" class="quiet" aria-label={words.editLabel(name)} onClick={() => choose('edit')}>
          {words.edit}
        </button>
        {status === 'Open' && (
          <button type="button" class="quiet" aria-label={words.closeLabel(name)} onClick={() => choose('close')}>
            {words.close}
          </button>
        )}
        {status === 'Closed' && !other && (
          <button
            type="button"
            class="quiet"
            aria-label={words.reopenLabel(name)}
            onClick={() => choose('reopenSeason')}
          >
            {words.reopen}
          </button>
        )}
      </div>
      {status !== 'Open' && other && (
        <small>
          <bdi>{words.onlyOne(other.name)}</bdi>
        </small>
      )}
    </>
  );
}

/** Well-known tables that aren't in the Scoring tab yet. */
function Presets({ me }: { me: MeView }) {
  const [preset, setPreset] = useState('');
  const { act, busy } = useAct(() => setPreset(''));
  const missing = (me.scorings ?? []).filter(({ there }) => !there);
  if (missing.length === 0) return null;
  return (
    <section class="card" aria-label={words.presets}>
      <h3>{words.presets}</h3>
      <form
        class="fields"
        onSubmit={(event) => {
          event.preventDefault();
          if (preset !== '' && !busy) act({ type: 'addScoring', preset });
        }}
      >
        <Choice
          label={words.scoring}
          none={words.presetChoose}
          value={preset}
          choices={missing.map(({ name }) => ({ value: name, label: name }))}
          why={words.presetsWhy}
          choose={setPreset}
        />
        <Submit
          label={words.presetAdd}
          pending={desk.saving}
          busy={busy}
          ready={preset !== ''}
          needs={words.presetNeeded}
        />
      </form>
    </section>
  );
}
